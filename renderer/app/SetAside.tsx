import { useState } from 'react';
import { ask } from '../state/client.ts';
import { useStartup } from '../state/startup.ts';
import { Icon } from '../components/Icon.tsx';
import { counted } from '../components/counts.ts';
import { dayAndTime } from '../components/when.ts';
import type { StartupReport } from '../../shared/contract/records.ts';
import { enter } from './start.ts';

type Way = StartupReport['ways'][number];
type Backup = StartupReport['backups'][number];

function useWayOn(): { isBusy: boolean; take: (way: Way, handle: string | null) => Promise<void> } {
  const recover = useStartup((state) => state.recover);
  const [isBusy, setBusy] = useState(false);
  const take = async (way: Way, handle: string | null): Promise<void> => {
    if (isBusy) return;
    setBusy(true);
    const report = await recover({ way, handle });
    setBusy(false);
    if (report !== null) await enter(report);
  };
  return { isBusy, take };
}

function FromBackup({ backups, isBusy, take }: { readonly backups: readonly Backup[] } & ReturnType<typeof useWayOn>) {
  const [first, ...others] = backups;
  if (first === undefined) return null;
  return (
    <section className="way">
      <h2 className="ex">Go on from a backup</h2>
      <p className="reads">
        The newest good one was made {dayAndTime(first.madeAt)} and holds {counted(first.scenarios, 'scenario')}. Footing works on a copy of
        it; the backup stays as it is.
      </p>
      <button type="button" className="btn pri" aria-disabled={isBusy} onClick={() => void take('BACKUP', first.handle)}>
        Restore {dayAndTime(first.madeAt)} as a copy
      </button>
      {others.length === 0 ? null : (
        <details>
          <summary className="lnk">Older ones</summary>
          <ul className="ways">
            {others.map((backup) => (
              <li key={backup.handle} className="row">
                <button type="button" className="btn sm" aria-disabled={isBusy} onClick={() => void take('BACKUP', backup.handle)}>
                  Restore {dayAndTime(backup.madeAt)}
                </button>
                <span className="t2">{counted(backup.scenarios, 'scenario')}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

/** The library was damaged and set aside: what happened, where it is, and the ways on. Nothing else can be done before one is taken. */
export function SetAside() {
  const startup = useStartup((state) => state.startup);
  const way = useWayOn();
  if (startup === null) return null;
  const offers = (wanted: Way): boolean => startup.ways.includes(wanted);
  return (
    <div className="plain">
      <h1 className="h1 row">
        <Icon name="warn" /> Your library was set aside
      </h1>
      <p className="reads">{startup.text}</p>
      <div className="ways">
        {offers('BACKUP') ? <FromBackup backups={startup.backups} {...way} /> : null}
        {offers('READABLE') ? (
          <section className="way">
            <h2 className="ex">Bring over what can be read</h2>
            <p className="reads">
              Every scenario of the damaged library that can still be read whole comes into a new one. What cannot be read stays in the file
              that was set aside.
            </p>
            <button type="button" className="btn" aria-disabled={way.isBusy} onClick={() => void way.take('READABLE', null)}>
              Bring over what can be read
            </button>
          </section>
        ) : null}
        {offers('EMPTY') ? (
          <section className="way">
            <h2 className="ex">Begin with an empty library</h2>
            <p className="reads">Backups and the file that was set aside stay where they are.</p>
            <button type="button" className="btn" aria-disabled={way.isBusy} onClick={() => void way.take('EMPTY', null)}>
              Begin with an empty library
            </button>
          </section>
        ) : null}
      </div>
      <p>
        <button type="button" className="btn q" onClick={() => void ask('app.openDataFolder', null)}>
          Open the folder it lies in
        </button>
      </p>
    </div>
  );
}
