import { useEffect, useMemo, useState, type ReactNode } from 'react';
import type { OutputOf } from '../../../shared/contract/contract.ts';
import type { Edit } from '../../../shared/scenario/edit-kinds.ts';
import { inputsOf } from '../../../shared/scenario/inputs-of.ts';
import type { MoneyUnit } from '../../../shared/money/units.ts';
import { changedBetween } from '../../components/grid/changed-cells.ts';
import { Grid } from '../../components/grid/Grid.tsx';
import type { Sheet } from '../../components/grid/sheet.ts';
import { Icon } from '../../components/Icon.tsx';
import { dayAndTime } from '../../components/when.ts';
import { ask } from '../../state/client.ts';
import { useDocument, type FromLibrary } from '../../state/document.ts';
import { useEntry, type DockTab, type Here } from '../../state/entry.ts';
import type { Results } from '../../state/projection.ts';
import { hasEffect, ItemEffect } from './ItemEffect.tsx';
import { RowTools } from './RowTools.tsx';
import { moveItem, removeItem } from './row-actions.ts';
import { detailSheet, itemAt, withProvenance } from './sheets/detail.ts';
import type { SheetContext } from './sheets/sheet-context.ts';
import { goToPath } from './go-to-path.ts';
import type { Trouble } from './troubles.ts';

type DockPart = {
  readonly open: FromLibrary;
  readonly results: Results;
  readonly unit: MoneyUnit;
  readonly context: SheetContext;
  readonly troubles: readonly Trouble[];
  readonly commit: (edit: Edit) => Promise<boolean>;
};

type NoteAt = { readonly path: string; readonly label: string; readonly note: string };

/** Notes on inputs of an item, or of the whole scenario where the grid stands on none. */
function notesOf(open: FromLibrary, here: Here | null): readonly NoteAt[] {
  const below = here?.item === null || here === null ? '' : `${here.item.list}.${here.item.key}.`;
  return inputsOf(open.scenario).flatMap(({ path, label, input }) =>
    input.note === undefined || input.note === '' || !path.startsWith(below) ? [] : [{ path, label, note: input.note }],
  );
}

function Tab({ id, children }: { readonly id: DockTab; readonly children: ReactNode }) {
  const { tab, openTab } = useEntry();
  return (
    <button
      type="button"
      role="tab"
      id={`dock-tab-${id}`}
      aria-selected={tab === id}
      aria-controls="dock-panel"
      className={tab === id ? 'on' : ''}
      onClick={() => {
        openTab(id);
      }}
    >
      {children}
    </button>
  );
}

const NOTHING: ReadonlySet<string> = new Set();

/** The fields that the last edit changed: those of another item are no changes. */
function useChanged(sheet: Sheet | null, item: string): ReadonlySet<string> {
  const [seen, setSeen] = useState({ sheet, item, changed: NOTHING });
  if (seen.sheet === sheet && seen.item === item) return seen.changed;
  const changed = seen.item === item && seen.sheet !== null && sheet !== null ? changedBetween(seen.sheet, sheet) : NOTHING;
  setSeen({ sheet, item, changed });
  return changed;
}

/** Every field of the item on the left, what comes of it on the right. */
function Item({ open, results, unit, context, commit }: DockPart) {
  const { here, section, views } = useEntry();
  const at = here?.item ?? null;
  const item = at === null ? null : itemAt(open.scenario, at);
  const isBeside = hasEffect(section, views[section]);
  const sheet = useMemo(() => {
    if (at === null || item === null) return null;
    const detail = detailSheet(context, { ...at, item });
    return isBeside ? detail : withProvenance(detail);
  }, [context, at, item, isBeside]);
  const changed = useChanged(sheet, at === null ? '' : `${at.list}.${at.key}`);
  return (
    <div className={isBeside ? `dock-item ${section}` : 'dock-item alone'}>
      {sheet === null ? (
        <p className="t2 dock-none">Go to a row to see every field of it here.</p>
      ) : (
        <Grid
          sheet={sheet}
          unit={unit}
          scenarioId={open.id}
          commit={commit}
          problems={results.problems}
          isDetail
          changed={changed}
          onRow={(command, row) => {
            if (row?.item === undefined) return;
            if (command === 'remove') void removeItem(open.scenario, row.item);
            else if (command === 'moveUp') void moveItem(open.scenario, { sheet, row, by: -1 });
            else if (command === 'moveDown') void moveItem(open.scenario, { sheet, row, by: 1 });
          }}
        />
      )}
      {isBeside ? <ItemEffect item={at} results={results} unit={unit} /> : null}
    </div>
  );
}

function Troubles({ troubles }: { readonly troubles: readonly Trouble[] }) {
  if (troubles.length === 0) return <p className="t2 dock-none">No problem: every rule of the model is kept.</p>;
  return (
    <ul className="troubles" aria-label="Problems">
      {troubles.map(({ key, path, isError, text }) => (
        <li key={key}>
          <button
            type="button"
            className={isError ? 'trouble at' : 'trouble'}
            title="Go there"
            onClick={() => {
              goToPath(path);
            }}
          >
            <Icon name={isError ? 'warn' : 'go'} small />
            <span>{text}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}

function Notes({ notes }: { readonly notes: readonly NoteAt[] }) {
  if (notes.length === 0)
    return <p className="t2 dock-none">No note here. Shift+F2 in the table writes one, with source, owner and date.</p>;
  return (
    <ul className="troubles" aria-label="Notes">
      {notes.map(({ path, label, note }) => (
        <li key={path}>
          <button
            type="button"
            className="trouble"
            title="Go there"
            onClick={() => {
              goToPath(path);
            }}
          >
            <span>
              <b>{label}</b>: {note}
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}

type HistoryRow = OutputOf<'scenario.history'>['rows'][number];

/** Who changed the value where the grid stands, when and why: asked again after each change. */
function History({ open }: { readonly open: FromLibrary }) {
  const here = useEntry((state) => state.here);
  const refuse = useDocument((state) => state.refuse);
  const path = here?.path ?? null;
  const [rows, setRows] = useState<readonly HistoryRow[]>([]);
  const { id, revision } = open;
  useEffect(() => {
    if (path === null) return undefined;
    let isWanted = true;
    void ask('scenario.history', { id, path }).then((reply) => {
      if (isWanted && reply.ok) setRows(reply.value.rows);
      else if (!reply.ok) refuse({ title: 'The history could not be read', text: reply.failure.text, details: [] });
    });
    return () => {
      isWanted = false;
    };
  }, [id, path, revision, refuse]);
  if (path === null) return <p className="t2 dock-none">Go to a cell to see who changed it, when and why.</p>;
  if (rows.length === 0) return <p className="t2 dock-none">{here?.label ?? ''} was not changed since this scenario was made.</p>;
  return (
    <table className="tbl lines" aria-label="History of this value">
      <tbody>
        {rows.map((row, index) => (
          <tr key={index}>
            <td>{dayAndTime(row.at)}</td>
            <td>{row.who}</td>
            <th scope="row">{row.step}</th>
            <td>
              {row.before ?? 'blank'} to {row.after ?? 'blank'}
            </td>
            <td>{row.reason ?? ''}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Below the table: the item where the grid stands in full, with problems, notes and history beside it. */
export function Dock(part: DockPart) {
  const { tab, here } = useEntry();
  const { open, troubles } = part;
  const notes = useMemo(() => notesOf(open, here), [open, here]);
  return (
    <section className="dock" aria-label="Detail" data-part tabIndex={-1}>
      <div className="dock-head">
        <div className="dock-tabs" role="tablist" aria-label="Detail">
          <Tab id="item">{here?.item === null || here === null ? 'Every field' : here.label}</Tab>
          <Tab id="problems">
            Problems <span className="t3">{troubles.length}</span>
          </Tab>
          <Tab id="notes">
            Notes <span className="t3">{notes.length}</span>
          </Tab>
          <Tab id="history">History of this value</Tab>
        </div>
        <RowTools />
      </div>
      <div className="dock-panel" id="dock-panel" role="tabpanel" aria-labelledby={`dock-tab-${tab}`}>
        {tab === 'item' ? <Item {...part} /> : null}
        {tab === 'problems' ? <Troubles troubles={troubles} /> : null}
        {tab === 'notes' ? <Notes notes={notes} /> : null}
        {tab === 'history' ? <History open={open} /> : null}
      </div>
    </section>
  );
}
