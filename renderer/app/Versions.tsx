import { useCallback, useEffect, useState } from 'react';
import type { OutputOf } from '../../shared/contract/contract.ts';
import { decimal } from '../../shared/money/decimal.ts';
import { moneyInSentence } from '../../shared/money/format.ts';
import { Dialog } from '../components/Dialog.tsx';
import { STATUS_WORDS } from '../components/status-words.ts';
import { dayAndTime } from '../components/when.ts';
import { ask } from '../state/client.ts';
import { refusalOf, useDocument, type FromLibrary } from '../state/document.ts';
import { useView } from '../state/view.ts';

type Version = OutputOf<'scenario.versions'>['rows'][number];
type Status = FromLibrary['status'];

const STATUSES: readonly Status[] = ['DRAFT', 'ASSURED', 'APPROVED'];

function standing({ status, signature }: FromLibrary): string {
  if (signature === null) return 'A draft: nobody has signed these figures.';
  return `${STATUS_WORDS[status]} by ${signature.name}, ${signature.role}, ${dayAndTime(signature.at)}. Changing the scenario makes it a draft again; the signed version stays.`;
}

/** Who signs, in which role, and what for. */
function SignOff({ open, onDone }: { readonly open: FromLibrary; readonly onDone: () => void }) {
  const sign = useDocument((state) => state.sign);
  const [status, setStatus] = useState<Status>('ASSURED');
  const [name, setName] = useState('');
  const [role, setRole] = useState('');
  const isComplete = name.trim() !== '' && role.trim() !== '';
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault();
        if (isComplete) void sign({ status, name: name.trim(), role: role.trim() }).then(onDone);
      }}
    >
      <p className="reads">{standing(open)}</p>
      <div className="three">
        <label>
          <span className="lbl">Status</span>
          <select
            className="fld"
            value={status}
            onChange={(event) => {
              setStatus(STATUSES.find((each) => each === event.target.value) ?? 'DRAFT');
            }}
          >
            {STATUSES.map((each) => (
              <option key={each} value={each}>
                {STATUS_WORDS[each]}
              </option>
            ))}
          </select>
        </label>
        <label>
          <span className="lbl">Name</span>
          <input
            className="fld"
            value={name}
            maxLength={300}
            onChange={(event) => {
              setName(event.target.value);
            }}
          />
        </label>
        <label>
          <span className="lbl">Role</span>
          <input
            className="fld"
            value={role}
            maxLength={300}
            onChange={(event) => {
              setRole(event.target.value);
            }}
          />
        </label>
      </div>
      <div className="actions">
        {isComplete ? null : <span className="t3">Enter the name and role that stand behind it.</span>}
        <button type="submit" className="btn pri" disabled={!isComplete}>
          Sign as {STATUS_WORDS[status].toLowerCase()}
        </button>
      </div>
    </form>
  );
}

function VersionList({ id, rows }: { readonly id: string; readonly rows: readonly Version[] }) {
  const read = useDocument((state) => state.readVersion);
  const lay = useView((state) => state.lay);
  if (rows.length === 0) return <p className="t2">No version is kept yet. A version is a sealed snapshot that nothing changes.</p>;
  return (
    <table className="tbl lines">
      <thead>
        <tr>
          <th scope="col">Version</th>
          <th scope="col">Saved</th>
          <th scope="col">Status</th>
          <th scope="col">Fingerprint</th>
          <th scope="col" className="num">
            Reported
          </th>
          <th scope="col">
            <span className="vh">Actions</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.version}>
            <th scope="row" className="wraps">
              {`${String(row.version)} ${row.label}`.trim()}
            </th>
            <td>{dayAndTime(row.savedAt)}</td>
            <td>{STATUS_WORDS[row.status]}</td>
            <td>{row.fingerprint}</td>
            <td className="num">{row.reported === null ? 'n/a' : moneyInSentence(decimal(row.reported), { unit: '£m' })}</td>
            <td>
              <button
                type="button"
                className="btn q sm"
                aria-label={`Read version ${String(row.version)}`}
                onClick={() => {
                  lay(null);
                  void read(id, row.version);
                }}
              >
                Read
              </button>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Body({ open }: { readonly open: FromLibrary }) {
  const [rows, setRows] = useState<readonly Version[]>([]);
  const [label, setLabel] = useState('');
  const refuse = useDocument((state) => state.refuse);
  const list = useCallback(async () => {
    const reply = await ask('scenario.versions', { id: open.id });
    if (reply.ok) setRows(reply.value.rows);
    else refuse(refusalOf('The versions could not be read', reply.failure));
  }, [open.id, refuse]);
  useEffect(() => {
    void list();
  }, [list]);
  const save = async (): Promise<void> => {
    const reply = await ask('scenario.saveVersion', { id: open.id, label: label.trim() });
    if (!reply.ok) refuse(refusalOf('No version was saved', reply.failure));
    else setLabel('');
    await list();
  };
  return (
    <>
      <SignOff open={open} onDone={() => void list()} />
      <h3 className="lbl">Versions</h3>
      <VersionList id={open.id} rows={rows} />
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <label>
          <span className="lbl">
            Name of a new version <span className="t3">such as “Submitted to the board”</span>
          </span>
          <input
            className="fld"
            value={label}
            maxLength={300}
            onChange={(event) => {
              setLabel(event.target.value);
            }}
          />
        </label>
        <div className="actions">
          <button type="submit" className="btn">
            Save a version
          </button>
        </div>
      </form>
    </>
  );
}

/** Sign-off and sealed versions of the scenario that is open (product.md §3, §5). */
export function Versions() {
  const { overlay, lay } = useView();
  const open = useDocument((state) => state.open);
  return (
    <Dialog
      title="Versions and sign-off"
      wide
      isOpen={overlay === 'versions' && open?.kind === 'library'}
      onClose={() => {
        lay(null);
      }}
    >
      {open?.kind === 'library' ? <Body key={open.id} open={open} /> : null}
    </Dialog>
  );
}
