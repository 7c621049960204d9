import '../../styles/import.css';
import { useMemo, useState } from 'react';
import { ORGANISATION_TYPES, labelOf, type OrganisationType } from '../../../shared/scenario/vocabulary.ts';
import { plainWords } from '../../../shared/tables/fields.ts';
import { SYSTEM_FIELDS } from '../../../shared/tables/fields-of-lines.ts';
import { tableYears } from '../../../shared/tables/item-table.ts';
import { countsOf } from '../../../shared/tables/read-rows.ts';
import { readSystem, type FoundOrganisation, type SystemReading } from '../../../shared/tables/read-system.ts';
import { counted } from '../../components/counts.ts';
import { Dialog } from '../../components/Dialog.tsx';
import { faultsOf } from '../../state/blank-system.ts';
import { useImporting } from '../../state/importing.ts';
import { useLibrary } from '../../state/library.ts';
import { openOnBoard } from '../file-actions.ts';
import { TextField, USUAL_YEARS, YearFields, type Years } from '../SystemFields.tsx';
import { TableColumns, TableLayout } from './TableColumns.tsx';
import { obstacleOf, TableEnd, TablePart } from './TableEnd.tsx';
import { countWords, LeaveOut, placeOf, TablePreview } from './TablePreview.tsx';
import { TableQuestions } from './TableQuestions.tsx';
import { TableSource } from './TableSource.tsx';
import { useTableDraft, type TableIn } from './use-table-draft.ts';

type Types = Readonly<Record<string, OrganisationType>>;
const NOTHING: SystemReading = { organisations: [], rows: [], faults: [], scenario: null };
const HINT =
  'a row for each line: Organisation, Type, Line, Income or expenditure, Category, Base amount; or for each organisation: Allocation, Pay, Non-pay …';

function Organisations({
  found,
  onChange,
}: {
  readonly found: readonly FoundOrganisation[];
  readonly onChange: (name: string, type: OrganisationType) => void;
}) {
  return (
    <div className="scroll" tabIndex={0} role="region" aria-label="Organisations of the table">
      <table className="tbl lines">
        <thead>
          <tr>
            <th scope="col">Organisation</th>
            <th scope="col">Type</th>
            <th scope="col">Said by</th>
          </tr>
        </thead>
        <tbody>
          {found.map(({ name, type, isFromName, row }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td>
                <select
                  className="fld"
                  aria-label={`Type of ${name}`}
                  aria-invalid={type === null}
                  value={type ?? ''}
                  onChange={(event) => {
                    const chosen = ORGANISATION_TYPES.find((each) => each === event.target.value);
                    if (chosen !== undefined) onChange(name, chosen);
                  }}
                >
                  {type === null ? <option value="">Choose…</option> : null}
                  {ORGANISATION_TYPES.map((each) => (
                    <option key={each} value={each}>
                      {labelOf(each)}
                    </option>
                  ))}
                </select>
              </td>
              <td className="t3">{isFromName ? 'its name' : type === null ? 'nothing yet' : `you or row ${String(row)}`}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function obstacleTo(table: TableIn, { rows, faults, scenario }: SystemReading): string | null {
  const before = obstacleOf(table);
  if (before !== null) return before;
  const [fault] = faults;
  if (fault !== undefined) return `${placeOf(fault)}: ${fault.wayOut}`;
  const { rejected } = countsOf(rows);
  if (rejected > 0 && !table.draft.leavesOutRejected)
    return `${String(rejected)} ${rejected === 1 ? 'row was' : 'rows were'} not read. Mend the cells above, or leave the rows out.`;
  return scenario === null ? 'The table makes no scenario yet.' : null;
}

/** A table as the new system that it makes, with what was said about it. */
function useSystem({ name, footprint, years }: { name: string; footprint: string; years: Years }) {
  const { baseYear, targetYear, horizonYear } = years;
  const [types, setTypes] = useState<Types>({});
  const all = useMemo(() => tableYears({ baseYear, horizonYear }), [baseYear, horizonYear]);
  const table = useTableDraft({ fields: SYSTEM_FIELDS, baseYear, years: all });
  const { look, draft } = table;
  const { constants, leavesOutRejected } = draft;
  const reading = useMemo(() => {
    if (look.kind !== 'seen' || look.open.length > 0) return NOTHING;
    const asked = { baseYear, targetYear, horizonYear, table: look.table, settings: look.settings, constants, types, leavesOutRejected };
    return readSystem({ ...asked, name: name.trim(), footprint: footprint.trim() });
  }, [look, constants, types, leavesOutRejected, name, footprint, baseYear, targetYear, horizonYear]);
  const choose = (organisation: string, type: OrganisationType): void => {
    setTypes((before) => ({ ...before, [plainWords(organisation)]: type }));
  };
  return { table, reading, choose };
}

function MadeSystem({ table, reading, choose }: ReturnType<typeof useSystem>) {
  const { look } = table;
  if (look.kind !== 'seen') return null;
  return (
    <>
      <TablePart title="How it is read">
        <TableLayout table={table} look={look} />
        <TableQuestions table={table} look={look} />
      </TablePart>
      <TablePart title="What the columns hold">
        <TableColumns table={table} look={look} />
      </TablePart>
      {reading.organisations.length > 0 ? (
        <TablePart title="Organisations">
          <Organisations found={reading.organisations} onChange={choose} />
        </TablePart>
      ) : null}
      {reading.rows.length > 0 || reading.faults.length > 0 ? (
        <TablePart title="Baseline">
          <LeaveOut rows={reading.rows} table={table} />
          <TablePreview rows={reading.rows} faults={reading.faults} />
        </TablePart>
      ) : null}
    </>
  );
}

function Form({ onDone }: { readonly onDone: () => void }) {
  const [name, setName] = useState('');
  const [footprint, setFootprint] = useState('');
  const [years, setYears] = useState(USUAL_YEARS);
  const [wasTried, setTried] = useState(false);
  const system = useSystem({ name, footprint, years });
  const { table, reading } = system;
  const missing = faultsOf({ name, footprint, bodies: [{ key: 1, name: 'any', type: 'CCG' }] });
  const fault = (field: 'name' | 'footprint') => (wasTried ? missing.find((each) => each.field === field) : undefined);
  const obstacle = obstacleTo(table, reading) ?? (wasTried ? (missing[0]?.text ?? null) : null);
  const make = async (): Promise<void> => {
    setTried(true);
    if (missing.length > 0) {
      requestAnimationFrame(() => document.querySelector<HTMLElement>('.table-in [aria-invalid="true"]')?.focus());
      return;
    }
    const id = reading.scenario === null ? null : await useLibrary.getState().createWhole(reading.scenario);
    if (id === null) return;
    onDone();
    await openOnBoard(id);
  };
  const made = `${counted(reading.organisations.length, 'organisation')}${reading.rows.length > 0 ? `; lines: ${countWords(reading.rows)}` : ''}.`;
  return (
    <div className="table-in">
      <div className="form">
        <div className="three">
          <TextField label="Name" hint="such as Central case" text={name} fault={fault('name')} onChange={setName} isFirst />
          <TextField
            label="Footprint"
            hint="the area that it plans for"
            text={footprint}
            fault={fault('footprint')}
            onChange={setFootprint}
          />
        </div>
        <YearFields years={years} onChange={setYears} />
      </div>
      <TableSource table={table} hint={HINT} isFirst={false} />
      <MadeSystem {...system} />
      <TableEnd stands={made} obstacle={obstacle} action="Make the scenario" onLeave={onDone} onKeep={() => void make()} />
    </div>
  );
}

/** A new scenario out of a pasted table: its organisations, their baseline, and the default growth series. */
export function NewFromTable() {
  const { asked, ask } = useImporting();
  const close = (): void => {
    ask(null);
  };
  return (
    <Dialog title="New system from a table" wide isOpen={asked === 'system'} onClose={close}>
      <Form onDone={close} />
    </Dialog>
  );
}
