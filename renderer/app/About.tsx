import { useEffect, useState } from 'react';
import type { OutputOf } from '../../shared/contract/contract.ts';
import { Dialog } from '../components/Dialog.tsx';
import { ask } from '../state/client.ts';
import { useView } from '../state/view.ts';

/** What this copy of Footing is, where its database lies, and whose work it stands on. */
export function About() {
  const { overlay, lay } = useView();
  const isOpen = overlay === 'about';
  const [info, setInfo] = useState<OutputOf<'app.info'> | null>(null);
  useEffect(() => {
    if (isOpen && info === null)
      void ask('app.info', null).then((reply) => {
        if (reply.ok) setInfo(reply.value);
      });
  }, [isOpen, info]);
  return (
    <Dialog
      title="About Footing"
      isOpen={isOpen}
      onClose={() => {
        lay(null);
      }}
    >
      {info === null ? (
        <p className="t2">Reading…</p>
      ) : (
        <>
          <p className="t2">
            Version {info.version}, engine {info.engine}, on {info.platform}. Nothing leaves this computer.
          </p>
          <p className="t2">Your scenarios are kept in {info.databaseFolder}</p>
          <p>
            <button type="button" className="btn" onClick={() => void ask('app.openDataFolder', null)}>
              Open that folder
            </button>
          </p>
          <h3 className="lbl">Built with</h3>
          <ul className="licences" tabIndex={0} aria-label="Licences">
            {info.licences.map((each) => (
              <li key={each.name}>
                {each.name} {each.version} <span className="t3">{each.licence}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </Dialog>
  );
}
