import { blankScenario, type BlankSystem } from '../scenario/blank.ts';
import { applyEdit } from '../scenario/edits.ts';
import { listed } from '../scenario/labels.ts';
import type { Scenario } from '../scenario/schema.ts';
import { ORGANISATION_TYPES, labelOf, type OrganisationType } from '../scenario/vocabulary.ts';
import { columnName } from './delimited.ts';
import { headingOf, keyOf, plainWords } from './fields.ts';
import { TYPE_FIELD } from './fields-of-lines.ts';
import { asMeant } from './write-csv.ts';
import { isTotal, type MatchedTable, type TableSettings } from './questions.ts';
import { codeOf } from './read-cell.ts';
import type { CellFault, RowReading } from './reading.ts';
import { readTable } from './read-rows.ts';
import { partsOf } from './wide-table.ts';

/** An organisation of the table, with the type that stands there, was chosen, or is taken from its name. */
export type FoundOrganisation = {
  readonly name: string;
  readonly type: OrganisationType | null;
  readonly isFromName: boolean;
  readonly row: number;
};

export type SystemRequest = Omit<BlankSystem, 'organisations'> & {
  readonly table: MatchedTable;
  readonly settings: TableSettings;
  readonly constants: Readonly<Record<string, string>>;
  /** Types that somebody chose, by the name of the organisation in small letters. */
  readonly types: Readonly<Record<string, OrganisationType>>;
  readonly leavesOutRejected: boolean;
};

export type SystemReading = {
  readonly organisations: readonly FoundOrganisation[];
  readonly rows: readonly RowReading[];
  readonly faults: readonly CellFault[];
  /** The new scenario; nothing where a fault stands in its way. */
  readonly scenario: Scenario | null;
};

/** Words in the name of an organisation that tell its type, the most telling first. */
const TELLING: readonly { readonly words: RegExp; readonly type: OrganisationType }[] = [
  { words: /\bccgs?\b|clinical commissioning/i, type: 'CCG' },
  { words: /nhs ?e(ngland)?\b.*special|specialised commissioning/i, type: 'NHSE_SPEC' },
  { words: /nhs ?e(ngland)?\b/i, type: 'NHSE_DIRECT' },
  { words: /ambulance/i, type: 'AMBULANCE' },
  { words: /mental health|partnership nhs/i, type: 'MENTAL_HEALTH' },
  { words: /community/i, type: 'COMMUNITY' },
  { words: /public health/i, type: 'COUNCIL_PH' },
  { words: /adult social care/i, type: 'COUNCIL_ASC' },
  { words: /council|borough|local authority/i, type: 'COUNCIL' },
  { words: /hospital|infirmary|\bacute\b/i, type: 'ACUTE' },
];

/**
 * Reads a table of organisations and their baseline lines into a new scenario with the default growth series (model-spec §2, §3, §4.1). A row without a line is an organisation alone.
 * All or nothing: there is a scenario only where every cell was read, or where somebody said that the rows that were not are left out.
 */
export function readSystem(request: SystemRequest): SystemReading {
  const { table } = request;
  const organisations = organisationsOf(request);
  const unnamed = faultsOfOrganisations(organisations, request);
  const { targets } = table;
  const nameColumn = targets.findIndex((target) => target !== null && keyOf(target) === 'organisation');
  if (nameColumn < 0 || organisations.length === 0) return { organisations, rows: [], faults: [noOrganisations(request)], scenario: null };
  if (unnamed.length > 0) return { organisations, rows: [], faults: unnamed, scenario: null };
  const blank = blankScenario({
    ...request,
    organisations: organisations.flatMap(({ name, type }) => (type === null ? [] : [{ name, type }])),
  });
  if (blank.kind === 'refused') {
    const faults = blank.problems.map(({ text }): CellFault => ({
      ...WHOLE,
      read: 'years of the scenario',
      allowed: text,
      wayOut: 'Choose other years.',
    }));
    return { organisations, rows: [], faults, scenario: null };
  }
  return { organisations, ...linesOf(blank.scenario, request) };
}

const WHOLE = { row: 0, column: '', heading: '' } as const;

/** The lines of the table, read as imports of lines into the blank system: those of its rows, then those of each column of amounts. */
function linesOf(blank: Scenario, { table, settings, constants, leavesOutRejected }: SystemRequest): Omit<SystemReading, 'organisations'> {
  const rows: RowReading[] = [];
  const faults: CellFault[] = [];
  let scenario = blank;
  for (const part of partsOf(table)) {
    const read = readTable(scenario, { kind: 'lines', table: part, settings, constants, leavesOutRejected });
    rows.push(...read.rows);
    faults.push(...read.faults);
    if (read.edit !== null) scenario = applyEdit(scenario, read.edit).scenario;
  }
  const isRejected = faults.length > 0 || (!leavesOutRejected && rows.some(({ state }) => state === 'rejected'));
  return { rows, faults, scenario: isRejected ? null : scenario };
}

function organisationsOf({ table, types }: SystemRequest): FoundOrganisation[] {
  const column = (path: string): number => table.targets.findIndex((target) => target !== null && keyOf(target) === path);
  const [nameColumn, typeColumn] = [column('organisation'), column('type')];
  const found = new Map<string, FoundOrganisation>();
  for (const { number, cells } of table.rows) {
    const name = asMeant((cells[nameColumn] ?? '').trim());
    if (name === '' || isTotal({ number, cells: [name] })) continue;
    const key = plainWords(name);
    const said = typeColumn < 0 ? undefined : typeOf((cells[typeColumn] ?? '').trim());
    const known = found.get(key);
    if (known !== undefined && (known.type !== null || said === undefined) && !(known.isFromName && said !== undefined)) continue;
    const chosen = types[key] ?? said;
    const guessed = TELLING.find(({ words }) => words.test(name))?.type ?? null;
    found.set(key, {
      name: known?.name ?? name,
      type: chosen ?? guessed,
      isFromName: chosen === undefined && guessed !== null,
      row: known?.row ?? number,
    });
  }
  return [...found.values()];
}

function typeOf(written: string): OrganisationType | undefined {
  const { takes } = TYPE_FIELD;
  const code = written === '' || takes.kind !== 'choice' ? undefined : codeOf(written, takes);
  return ORGANISATION_TYPES.find((each) => each === code);
}

/** Types that are no type, that are missing, or that differ from row to row. */
function faultsOfOrganisations(organisations: readonly FoundOrganisation[], { table, types }: SystemRequest): CellFault[] {
  const typeColumn = table.targets.findIndex((target) => target !== null && keyOf(target) === 'type');
  const nameColumn = table.targets.findIndex((target) => target !== null && keyOf(target) === 'organisation');
  const heading = headingOf({ field: TYPE_FIELD });
  const allowed = listed(ORGANISATION_TYPES.map(labelOf), { most: 24 });
  const byKey = new Map(organisations.map((each) => [plainWords(each.name), each]));
  const wrong = table.rows.flatMap(({ number, cells }): CellFault[] => {
    const written = (cells[typeColumn] ?? '').trim();
    const key = plainWords(asMeant((cells[nameColumn] ?? '').trim()));
    const known = byKey.get(key);
    if (typeColumn < 0 || written === '' || known === undefined || types[key] !== undefined) return [];
    const type = typeOf(written);
    const at = { row: number, column: columnName(typeColumn), heading };
    if (type === undefined)
      return [{ ...at, read: `“${written}”`, allowed, wayOut: 'Write one of these, or choose it in the list of organisations.' }];
    if (known.type === type) return [];
    return [
      {
        ...at,
        read: `${labelOf(type)}, where row ${String(known.row)} says ${labelOf(known.type ?? '')}`,
        allowed: 'one type for an organisation',
        wayOut: 'Mend one of the two, or choose it in the list of organisations.',
      },
    ];
  });
  const untold = organisations.filter(({ type }) => type === null);
  const without = untold
    .filter(({ row }) => !wrong.some((fault) => fault.row === row))
    .map(({ name, row }): CellFault => ({
      row,
      column: typeColumn < 0 ? '' : columnName(typeColumn),
      heading,
      read: `no type for ${name}`,
      allowed,
      wayOut: 'Choose it in the list of organisations.',
    }));
  return [...wrong, ...without];
}

function noOrganisations({ table }: SystemRequest): CellFault {
  const isMatched = table.targets.some((target) => target !== null && keyOf(target) === 'organisation');
  return {
    ...WHOLE,
    heading: 'Organisation',
    read: isMatched ? 'a column of organisations without a name in it' : 'no column of organisations',
    allowed: 'a table with the organisation of each row',
    wayOut: isMatched ? 'Fill it in, or match another column.' : 'Match one of the columns to Organisation.',
  };
}
