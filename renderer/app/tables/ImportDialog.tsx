import '../../styles/import.css';
import { useMemo } from 'react';
import { KINDS, type TableKind } from '../../../shared/tables/kinds.ts';
import { namesOf } from '../../../shared/tables/names.ts';
import { tableYears } from '../../../shared/tables/item-table.ts';
import { countsOf, readTable, type TableReading } from '../../../shared/tables/read-rows.ts';
import { Dialog } from '../../components/Dialog.tsx';
import { useDocument, type FromLibrary } from '../../state/document.ts';
import { useImporting } from '../../state/importing.ts';
import { TableColumns, TableConstants, TableLayout } from './TableColumns.tsx';
import { obstacleOf, TableEnd, TablePart } from './TableEnd.tsx';
import { countWords, LeaveOut, placeOf, TablePreview } from './TablePreview.tsx';
import { TableQuestions } from './TableQuestions.tsx';
import { TableSource } from './TableSource.tsx';
import { useTableDraft, type TableIn } from './use-table-draft.ts';

const HINTS: Readonly<Record<TableKind, string>> = {
  savings: 'a row for each scheme, headings above: Scheme, Organisation, Category, Mechanism, Gross full-year effect, Start …',
  lines: 'a row for each line, headings above: Organisation, Line, Income or expenditure, Category, Base amount …',
};

const NOTHING: TableReading = { rows: [], faults: [], edit: null };

/** What keeps the rows of a table from being kept; nothing where they can be. */
function rowsObstacle(table: TableIn, { rows, faults, edit }: TableReading): string | null {
  const [fault] = faults;
  if (fault !== undefined) return `${placeOf(fault)}: ${fault.wayOut}`;
  const { rejected } = countsOf(rows);
  if (rejected > 0 && !table.draft.leavesOutRejected)
    return `${String(rejected)} ${rejected === 1 ? 'row was' : 'rows were'} not read. Mend the cells above, or leave the rows out.`;
  if (rows.length === 0) return 'There is no row below the headings.';
  return edit === null ? 'Everything in the table stands in the scenario already. There is nothing to keep.' : null;
}

function Import({ kind, open, onDone }: { readonly kind: TableKind; readonly open: FromLibrary; readonly onDone: () => void }) {
  const { scenario } = open;
  const { fields, noun, nouns } = KINDS[kind];
  const years = useMemo(() => tableYears(scenario), [scenario]);
  const names = useMemo(() => namesOf(scenario), [scenario]);
  const table = useTableDraft({ fields, baseYear: scenario.baseYear, years });
  const { look, draft } = table;
  const { constants, leavesOutRejected } = draft;
  const reading = useMemo(() => {
    if (look.kind !== 'seen' || look.open.length > 0) return NOTHING;
    return readTable(scenario, { kind, table: look.table, settings: look.settings, constants, leavesOutRejected });
  }, [scenario, kind, look, constants, leavesOutRejected]);
  const obstacle = obstacleOf(table) ?? rowsObstacle(table, reading);
  const keep = async (): Promise<void> => {
    if (reading.edit !== null && (await useDocument.getState().edit(reading.edit))) onDone();
  };
  return (
    <div className="table-in">
      <TableSource table={table} hint={HINTS[kind]} isFirst />
      {look.kind === 'seen' ? (
        <>
          <TablePart title="How it is read">
            <TableLayout table={table} look={look} />
            <TableQuestions table={table} look={look} />
          </TablePart>
          <TablePart title="What the columns hold">
            <TableColumns table={table} look={look} />
            <TableConstants table={table} look={look} fields={fields} names={names} />
          </TablePart>
          {reading.rows.length > 0 || reading.faults.length > 0 ? (
            <TablePart title="What it would do">
              <LeaveOut rows={reading.rows} table={table} />
              <TablePreview rows={reading.rows} faults={reading.faults} />
              <p className="t3 sm">
                A {noun} is found by its id, else by its name. A blank cell leaves what stands. Nothing is changed before you keep it, and
                undo takes it back in one step.
              </p>
            </TablePart>
          ) : null}
        </>
      ) : null}
      <TableEnd
        stands={`${countWords(reading.rows)}.`}
        obstacle={obstacle}
        action={`Keep the ${nouns}`}
        onLeave={onDone}
        onKeep={() => void keep()}
      />
    </div>
  );
}

/** A table of savings schemes or baseline lines on its way into the open scenario. */
export function ImportDialog() {
  const { asked, ask } = useImporting();
  const open = useDocument((state) => state.open);
  const kind = asked === 'system' ? null : asked;
  const close = (): void => {
    ask(null);
  };
  const isOpen = kind !== null && open?.kind === 'library';
  return (
    <Dialog title={kind === null ? 'Import' : `Import ${KINDS[kind].nouns}`} wide isOpen={isOpen} onClose={close}>
      {isOpen ? <Import kind={kind} open={open} onDone={close} /> : null}
    </Dialog>
  );
}
