import { useEffect, useState } from 'react';
import type { OutputOf } from '../../shared/contract/contract.ts';
import { Dialog } from '../components/Dialog.tsx';
import { dayAndTime } from '../components/when.ts';
import { ask } from '../state/client.ts';
import { refusalOf, useDocument } from '../state/document.ts';
import { useView } from '../state/view.ts';

type Row = OutputOf<'scenario.history'>['rows'][number];

const said = (text: string | null): string => text ?? 'blank';

function Rows({ rows }: { readonly rows: readonly Row[] }) {
  if (rows.length === 0) return <p className="t2">Nothing was changed since this scenario was made.</p>;
  return (
    <div className="history-scroll" tabIndex={0} role="region" aria-label="Changes, newest first">
      <table className="tbl lines">
        <thead>
          <tr>
            <th scope="col">When</th>
            <th scope="col">Who</th>
            <th scope="col">What</th>
            <th scope="col">Before</th>
            <th scope="col">After</th>
            <th scope="col">Why</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={index}>
              <td>{dayAndTime(row.at)}</td>
              <td className="wraps">{row.who}</td>
              <th scope="row" className="wraps">
                {row.label}
                {row.action === 'edit' ? '' : row.action === 'undo' ? ', undone' : ', redone'}
              </th>
              <td className="wraps">{said(row.before)}</td>
              <td className="wraps">{said(row.after)}</td>
              <td className="wraps">{row.reason ?? ''}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Who changed what, when and why, in the scenario that is open, newest first. */
export function History() {
  const { overlay, lay } = useView();
  const open = useDocument((state) => state.open);
  const refuse = useDocument((state) => state.refuse);
  const id = open?.kind === 'library' ? open.id : null;
  const isOpen = overlay === 'history' && id !== null;
  const [rows, setRows] = useState<readonly Row[]>([]);
  useEffect(() => {
    if (!isOpen) return;
    void ask('scenario.history', { id, path: null }).then((reply) => {
      if (reply.ok) setRows(reply.value.rows);
      else refuse(refusalOf('The history could not be read', reply.failure));
    });
  }, [isOpen, id, refuse]);
  return (
    <Dialog
      title="History of changes"
      wide
      isOpen={isOpen}
      onClose={() => {
        lay(null);
      }}
    >
      <Rows rows={rows} />
    </Dialog>
  );
}
