import { useEffect, useState } from 'react';
import { counted } from '../components/counts.ts';
import { Dialog } from '../components/Dialog.tsx';
import { dayAndTime } from '../components/when.ts';
import { ask } from '../state/client.ts';
import { refusalOf, useDocument } from '../state/document.ts';
import { useLibrary } from '../state/library.ts';
import { useStartup } from '../state/startup.ts';
import { useView } from '../state/view.ts';
import type { Failure, OutputOf } from '../../shared/contract/contract.ts';

type Backup = OutputOf<'backups.list'>['rows'][number];
type Difference = OutputOf<'backups.compare'>['rows'][number];

const KIND_WORDS = { HOURLY: 'hourly', DAILY: 'daily', WEEKLY: 'weekly', BEFORE_MIGRATION: 'before an update' } as const;
const BYTES_IN_MB = 1_000_000;

function size(bytes: number): string {
  return bytes < BYTES_IN_MB / 10 ? `${String(Math.ceil(bytes / 1000))} kB` : `${(bytes / BYTES_IN_MB).toFixed(1)} MB`;
}

function refuse(title: string, failure: Failure): void {
  useDocument.getState().refuse(refusalOf(title, failure));
}

function Rows({
  rows,
  chosen,
  onChoose,
}: {
  readonly rows: readonly Backup[];
  readonly chosen: string | null;
  readonly onChoose: (handle: string) => void;
}) {
  if (rows.length === 0)
    return (
      <p className="reads">
        There is no backup yet. Footing makes one each hour in which something was changed, and keeps daily and weekly ones.
      </p>
    );
  return (
    <ul className="backups" aria-label="Backups, newest first">
      {rows.map((row) => (
        <li key={row.handle}>
          <button
            type="button"
            aria-pressed={row.handle === chosen}
            onClick={() => {
              onChoose(row.handle);
            }}
          >
            <span>{dayAndTime(row.madeAt)}</span>
            <span className="t2">{KIND_WORDS[row.kind]}</span>
            <span className="t2">{counted(row.scenarios, 'scenario')}</span>
            <span className="t2 num">{size(row.bytes)}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}

/** What is in a backup and not as it is in the library, and the button that brings it over. */
function Differences({ handle, onDone }: { readonly handle: string; readonly onDone: (text: string) => void }) {
  const [rows, setRows] = useState<readonly Difference[] | null>(null);
  const [isBusy, setBusy] = useState(false);
  useEffect(() => {
    let isWanted = true;
    void ask('backups.compare', { handle }).then((reply) => {
      if (!isWanted) return;
      if (reply.ok) setRows(reply.value.rows);
      else refuse('The backup could not be compared', reply.failure);
    });
    return () => {
      isWanted = false;
    };
  }, [handle]);
  const restore = async (): Promise<void> => {
    if (isBusy) return;
    setBusy(true);
    const reply = await ask('backups.restoreAsCopy', { handle });
    setBusy(false);
    if (!reply.ok) refuse('Nothing was restored', reply.failure);
    else {
      await useLibrary.getState().refresh();
      onDone(reply.value.text);
    }
  };
  if (rows === null) return <p className="t2">Comparing it with the library…</p>;
  if (rows.length === 0) return <p className="reads">It holds the same as the library. There is nothing to bring over.</p>;
  return (
    <>
      <h3 className="lbl">How it differs from the library</h3>
      <ul className="details" tabIndex={0} aria-label="Differences">
        {rows.map((row) => (
          <li key={`${row.name} ${row.difference}`}>
            <b>{row.name}</b>: {row.difference}
          </li>
        ))}
      </ul>
      <div className="actions">
        <button type="button" className="btn pri" aria-disabled={isBusy} onClick={() => void restore()}>
          Bring these in as copies
        </button>
      </div>
    </>
  );
}

function Content() {
  const [rows, setRows] = useState<readonly Backup[] | null>(null);
  const [chosen, setChosen] = useState<string | null>(null);
  const [told, setTold] = useState('');
  const [isBusy, setBusy] = useState(false);
  useEffect(() => {
    void ask('backups.list', null).then((reply) => {
      if (reply.ok) setRows(reply.value.rows);
      else refuse('The backups could not be listed', reply.failure);
    });
  }, []);
  const make = async (): Promise<void> => {
    if (isBusy) return;
    setBusy(true);
    const reply = await ask('backups.make', null);
    setBusy(false);
    if (!reply.ok) refuse('No backup was made', reply.failure);
    else {
      setRows(reply.value.rows);
      setTold('A backup was made and checked.');
      const [newest] = reply.value.rows;
      if (newest !== undefined) useStartup.getState().backedUp(newest.madeAt);
    }
  };
  return (
    <>
      <p className="reads">
        Each is a whole copy of the library. Restoring brings scenarios back as copies; what is in the library stays as it is.
      </p>
      {rows === null ? <p className="t2">Reading…</p> : <Rows rows={rows} chosen={chosen} onChoose={setChosen} />}
      <div className="row">
        <button type="button" className="btn" aria-disabled={isBusy} onClick={() => void make()}>
          {isBusy ? 'Making one…' : 'Make one now'}
        </button>
        <span role="status" className="t2">
          {told}
        </span>
      </div>
      {chosen === null ? null : <Differences key={chosen} handle={chosen} onDone={setTold} />}
    </>
  );
}

/** Backups of the library: what there is, one now, and scenarios of one brought back as copies after the difference was seen. */
export function Backups() {
  const { overlay, lay } = useView();
  return (
    <Dialog
      title="Backups"
      wide
      isOpen={overlay === 'backups'}
      onClose={() => {
        lay(null);
      }}
    >
      <Content />
    </Dialog>
  );
}
