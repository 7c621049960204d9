import { useEffect, useState } from 'react';
import { openItem, saveFile } from '../../app/library-actions.ts';
import { Money } from '../../components/Money.tsx';
import { STATUS_WORDS } from '../../components/status-words.ts';
import { dayAndTime } from '../../components/when.ts';
import type { OutputOf } from '../../../shared/contract/contract.ts';
import type { LibraryRow } from '../../../shared/contract/records.ts';
import { ask } from '../../state/client.ts';
import { useLibrary } from '../../state/library.ts';
import type { Choosable, Supplied } from '../../state/library-items.ts';
import { useView } from '../../state/view.ts';

type Version = OutputOf<'scenario.versions'>['rows'][number];
/** Long enough that arrows running down the list ask for nothing. */
const REST_MS = 150;

/** The newest sealed version of a scenario, if it has one. */
function useVersion({ id, changedAt }: LibraryRow): Version | null {
  const [found, setFound] = useState<{ readonly id: string; readonly version: Version | null } | null>(null);
  useEffect(() => {
    let isWanted = true;
    const timer = setTimeout(() => {
      void ask('scenario.versions', { id }).then((reply) => {
        if (isWanted && reply.ok) setFound({ id, version: reply.value.rows[0] ?? null });
      });
    }, REST_MS);
    return () => {
      isWanted = false;
      clearTimeout(timer);
    };
  }, [id, changedAt]);
  return found?.id === id ? found.version : null;
}

function Figures({ row }: { readonly row: LibraryRow }) {
  const unit = useView((state) => state.unit);
  return (
    <table className="tbl lines">
      <tbody>
        <tr>
          <th scope="row">
            Reported {row.targetYear}, {unit}
          </th>
          <td className="num">
            <Money amount={row.reported} unit={unit} meaning="outcome" nil="digits" />
          </td>
        </tr>
        <tr>
          <th scope="row">Underlying</th>
          <td className="num">
            <Money amount={row.underlying} unit={unit} meaning="outcome" nil="digits" />
          </td>
        </tr>
        <tr>
          <th scope="row">Unidentified savings</th>
          <td className="num">
            <Money amount={row.unidentified} unit={unit} meaning="attention" />
          </td>
        </tr>
        <tr>
          <th scope="row">Councils must still find</th>
          <td className="num">
            <Money amount={row.requiredMitigation} unit={unit} meaning="attention" />
          </td>
        </tr>
      </tbody>
    </table>
  );
}

function Meta({ row }: { readonly row: LibraryRow }) {
  const version = useVersion(row);
  return (
    <dl className="meta">
      <dt>Status</dt>
      <dd>
        {STATUS_WORDS[row.status]}
        {row.illustrative ? ', illustrative figures' : ''}
      </dd>
      <dt>Changed</dt>
      <dd>{dayAndTime(row.changedAt)}</dd>
      {row.binnedAt === null ? null : (
        <>
          <dt>In the bin</dt>
          <dd>since {dayAndTime(row.binnedAt)}</dd>
        </>
      )}
      {version === null ? null : (
        <>
          <dt>Version</dt>
          <dd>
            {version.version}, {version.label === '' ? STATUS_WORDS[version.status].toLowerCase() : version.label},{' '}
            {dayAndTime(version.savedAt)}
          </dd>
          <dt>Engine</dt>
          <dd>{version.engine}</dd>
          <dt>Fingerprint</dt>
          <dd className="n">{version.fingerprint}</dd>
        </>
      )}
    </dl>
  );
}

function LibraryActions({ item, row }: { readonly item: Choosable; readonly row: LibraryRow }) {
  const { duplicate, bin, put } = useLibrary();
  return (
    <div className="actions">
      <button type="button" className="btn pri" onClick={() => void openItem(item)}>
        Open <kbd>Enter</kbd>
      </button>
      <button type="button" className="btn" onClick={() => void saveFile()}>
        Save a file…
      </button>
      <button type="button" className="btn" onClick={() => void duplicate(row)}>
        Duplicate
      </button>
      <button
        type="button"
        className="btn"
        onClick={() => {
          put({ kind: 'RENAME', id: row.id, name: row.name });
        }}
      >
        Rename… <kbd>F2</kbd>
      </button>
      <button type="button" className="btn" onClick={() => void bin(row)}>
        Move to bin <kbd>Del</kbd>
      </button>
    </div>
  );
}

function BinActions({ row }: { readonly row: LibraryRow }) {
  const { restore, put } = useLibrary();
  return (
    <div className="actions">
      <button type="button" className="btn pri" onClick={() => void restore(row)}>
        Restore
      </button>
      <button
        type="button"
        className="btn"
        onClick={() => {
          put({ kind: 'DELETE', id: row.id, name: row.name });
        }}
      >
        Delete for ever…
      </button>
    </div>
  );
}

function SuppliedDetail({ file, item }: { readonly file: Supplied; readonly item: Choosable }) {
  return (
    <aside className="detail" aria-label="Selected scenario">
      <div>
        <h2 className="ex">{file.name}</h2>
        <p className="exs">{file.footprint}</p>
      </div>
      <p>
        {file.origin === 'PUBLISHED'
          ? 'A published plan, carried over from what was printed. It was not agreed here by the bodies it names, and definitions differ from plan to plan.'
          : 'It comes with Footing, to look at and to try things on.'}
      </p>
      <p className="t2">Opening it puts a copy into the library, which is yours to change.</p>
      <div className="actions">
        <button type="button" className="btn pri" onClick={() => void openItem(item)}>
          Open a copy <kbd>Enter</kbd>
        </button>
      </div>
    </aside>
  );
}

/** What is selected, in words and four figures, and what can be done with it. */
export function ScenarioDetail({ item }: { readonly item: Choosable }) {
  if (item.kind === 'supplied') return <SuppliedDetail file={item.file} item={item} />;
  const { row } = item;
  return (
    <aside className="detail" aria-label="Selected scenario">
      <div>
        <h2 className="ex">{row.name}</h2>
        <p className="exs">{row.footprint}</p>
      </div>
      <p>{row.verdict}</p>
      <Figures row={row} />
      <Meta row={row} />
      {row.binnedAt === null ? <LibraryActions item={item} row={row} /> : <BinActions row={row} />}
    </aside>
  );
}
