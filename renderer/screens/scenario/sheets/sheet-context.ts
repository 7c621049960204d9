import { decimal } from '../../../../shared/money/decimal.ts';
import { exactInUnit } from '../../../../shared/money/format.ts';
import type { CellUnit, MoneyUnit } from '../../../../shared/money/units.ts';
import type { ShownFigures } from '../../../../shared/outcomes/shown-figures.ts';
import type { Input, Unit } from '../../../../shared/scenario/input.ts';
import { placerOf, type Placer } from '../../../../shared/scenario/places.ts';
import type { Problem } from '../../../../shared/scenario/problem.ts';
import type { Scenario } from '../../../../shared/scenario/schema.ts';
import type { Choice } from '../../../components/grid/sheet.ts';
import type { Results } from '../../../state/projection.ts';

/** What every sheet is made of: a scenario, what it comes to, and the unit in which money is typed and shown. */
export type SheetContext = {
  readonly scenario: Scenario;
  readonly results: Results;
  readonly unit: MoneyUnit;
  /** Figures as they are shown on every screen: what is footed here stands so in the explain panel too. */
  readonly figures: ShownFigures;
  /** Labels of the years, the base year first. */
  readonly years: readonly string[];
  readonly choicesOf: (list: ReferredList) => readonly Choice[];
  readonly nameOf: (list: ReferredList, id: string) => string;
  readonly place: Placer;
  /** What the rules say about an item or a part: "savings.S2". */
  readonly problemsOf: (path: string) => readonly Problem[];
  /** Room for more columns: owner, what is claimed. */
  readonly isWide: boolean;
};

export type ReferredList = 'organisations' | 'series' | 'lines' | 'programmes' | 'pools' | 'savings' | 'capital' | 'shifts' | 'stepGroups';

const REFERRED: Readonly<Record<string, readonly ReferredList[]>> = {
  organisation: ['organisations'],
  counterparty: ['organisations'],
  fromOrganisation: ['organisations'],
  toOrganisation: ['organisations'],
  commissioner: ['organisations'],
  payer: ['organisations'],
  payee: ['organisations'],
  programme: ['programmes'],
  costUplift: ['series'],
  efficiencyFactor: ['series'],
  of: ['series'],
  pool: ['pools'],
  lines: ['lines'],
  payLine: ['lines'],
  stepGroup: ['stepGroups'],
  capitalDependencies: ['capital'],
  enables: ['savings', 'shifts', 'capital'],
  first: ['savings'],
  second: ['savings'],
};

/** The lists of which a field names an item; none where it names nothing. */
export function listsNamedBy(field: string): readonly ReferredList[] {
  return REFERRED[field] ?? (field.endsWith('Series') ? ['series'] : []);
}

/** Problems by the item or part that they stand at, which is the beginning of their path. */
function problemsByPart(problems: readonly Problem[]): ReadonlyMap<string, readonly Problem[]> {
  const byPart = new Map<string, Problem[]>();
  for (const problem of problems) {
    const part = problem.path.split('.').slice(0, 2).join('.');
    byPart.set(part, [...(byPart.get(part) ?? []), problem]);
  }
  return byPart;
}

export function contextOf({
  scenario,
  results,
  unit,
  isWide,
}: Pick<SheetContext, 'scenario' | 'results' | 'unit' | 'isWide'>): SheetContext {
  const problems = problemsByPart(results.problems);
  const choices = new Map<ReferredList, readonly Choice[]>();
  const names = new Map<string, string>();
  const choicesOf = (list: ReferredList): readonly Choice[] => {
    const known = choices.get(list);
    if (known !== undefined) return known;
    const made = scenario[list].map(({ id, name }) => ({ value: id, label: name === '' ? id : name }));
    for (const { value, label } of made) names.set(`${list}.${value}`, label);
    choices.set(list, made);
    return made;
  };
  const nameOf = (list: ReferredList, id: string): string => {
    choicesOf(list);
    return names.get(`${list}.${id}`) ?? id;
  };
  return {
    scenario,
    results,
    unit,
    isWide,
    figures: results.figures,
    years: results.projection.frame.years,
    choicesOf,
    nameOf,
    place: placerOf(scenario.organisations),
    problemsOf: (path) => problems.get(path) ?? [],
  };
}

/** A year as a column calls it: 2020/21 is "20/21". */
export function shortYear(label: string): string {
  return /^\d{4}\/\d{2}$/.test(label) ? label.slice(2) : label;
}

const NOUNS: Readonly<Partial<Record<Unit, string>>> = {
  units: 'units a year',
  years: 'years',
  days: 'days',
  beds: 'beds',
  WTE: 'WTE',
  persons: 'people',
};
const WHOLE: ReadonlySet<Unit> = new Set<Unit>(['years', 'rank']);

/** What an amount of pounds is for one of, where it is a price. */
function perOf(field: string): string | undefined {
  if (field.endsWith('PerUnit')) return 'unit';
  return field.endsWith('PerWte') ? 'WTE' : undefined;
}

/** The unit of the cell of a field: money in the unit shown, prices in pounds. */
export function cellUnit(unit: Unit, { field, shownIn }: { field: string; shownIn: MoneyUnit }): CellUnit {
  if (unit === '£') {
    const per = perOf(field);
    return per === undefined ? { kind: 'money', shownIn } : { kind: 'money', shownIn: '£', per };
  }
  if (unit === 'share' || unit === 'rate' || unit === 'months') return { kind: unit };
  return { kind: 'count', noun: NOUNS[unit] ?? '', whole: WHOLE.has(unit) };
}

/** Whether an input is a month counted from the base year and is shown as one, "Apr 2019", not a length of time. */
export function isMonthOfYear(unit: Unit, field: string): boolean {
  return unit === 'months' && /month$/i.test(field);
}

/** The unit as the heading of a column writes it: "%", "months", "£m", "£ a unit". */
export function unitWords(unit: CellUnit): string {
  switch (unit.kind) {
    case 'money':
      return unit.per === undefined ? unit.shownIn : `£ a ${unit.per}`;
    case 'share':
    case 'rate':
      return '%';
    case 'points':
      return 'pp';
    case 'months':
      return 'months';
    case 'count':
      return unit.noun;
  }
}

/** What an input holds, in words with its unit: "85%", "£9,800,000". */
export function inputWords(input: Input, unit: CellUnit): string {
  return exactInUnit(decimal(input.value), unit);
}
