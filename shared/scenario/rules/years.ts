import { labelOfStart, monthLabel, startOf } from '../../calendar/financial-year.ts';
import type { LocatedInput } from '../inputs-of.ts';
import type { Problem } from '../problem.ts';
import type { Scenario } from '../schema.ts';
import { FIRST_RECORD_START, FIRST_START, LAST_CAPITAL_START, LAST_START, type Calendar, type Rule } from './scenario-index.ts';
import { endsOf, shown } from './wording.ts';

const MOST_MONTHS = 1200;
/** Months that are a date, counted from April of the base year; the others are a length of time. */
const DATES: ReadonlySet<string> = new Set(['savings.startMonth', 'shifts.startMonth', 'capital.operationalMonth', 'capital.month']);

/** Amounts that may lie beyond the horizon, because the funding test looks at the whole spend (model-spec §19 (21)). */
const CAPITAL_YEARS: ReadonlySet<string> = new Set(['capital.baseCostByYear', 'capitalEnvelopes.amountByYear']);
/** Figures that say how a year differs from the base year, so that the base year itself has none. */
const AFTER_BASE: ReadonlySet<string> = new Set([
  'series.rateByYear',
  'deflator.rateByYear',
  'lines.explicitByYear',
  'flows.explicitByYear',
  'savings.shareByYear',
  'savings.exitShareByYear',
  'savings.rateByYear',
  'savings.amountByYear',
  'savings.implementationCostByYear',
  'capital.unitaryChargeByYear',
  'capital.impairmentByYear',
  'strandedSupport.taperByYear',
  'prevention.amountByYear',
  'implementation.amountByYear',
]);

/** Years of the past record, which begins before the scenario does; what was saved since the base year may be recorded too. */
const RECORD_YEARS: ReadonlySet<string> = new Set(['ownRecord.plannedByYear', 'ownRecord.achievedByYear', 'ownRecord.recurrentByYear']);

function spanOf(kind: string, { base, horizon }: Calendar): { first: number; last: number } {
  if (CAPITAL_YEARS.has(kind)) return { first: base, last: LAST_CAPITAL_START };
  if (RECORD_YEARS.has(kind)) return { first: FIRST_RECORD_START, last: horizon };
  return { first: AFTER_BASE.has(kind) ? base + 1 : base, last: horizon };
}

function spanText({ first, last }: { first: number; last: number }): string {
  return first === last ? labelOfStart(first) : `${labelOfStart(first)} to ${labelOfStart(last)}`;
}

const HOW_WRITTEN = 'Years are written with both calendar years, as 2018/19.';

function scenarioYear(field: 'baseYear' | 'targetYear' | 'horizonYear', words: string, label: string): Problem[] {
  const start = startOf(label);
  if (start !== undefined && start >= FIRST_START && start <= LAST_START) return [];
  const supported = spanText({ first: FIRST_START, last: LAST_START });
  const text =
    start === undefined
      ? `${words}: "${label}" is not a financial year. ${HOW_WRITTEN} Correct it; nothing is computed until then.`
      : `${words}: read ${label}. Allowed: ${supported}. Choose one of these years; nothing is computed until then.`;
  return [{ id: 'E3', path: field, text, severity: 'error', blocks: ['scenario'] }];
}

/** That the scenario's own three years follow each other. */
function orderOfYears({ baseYear, targetYear, horizonYear }: Scenario): Problem[] {
  const base = startOf(baseYear);
  const target = startOf(targetYear);
  const horizon = startOf(horizonYear);
  if (base === undefined || target === undefined || horizon === undefined) return [];
  const problems: Problem[] = [];
  const add = (path: string, text: string): void => {
    problems.push({ id: 'E3', path, text, severity: 'error', blocks: ['scenario'] });
  };
  if (target <= base) {
    add(
      'targetYear',
      `Target year: read ${targetYear}, with the base year ${baseYear}. It must be a year after the base year. Choose a later target year, or an earlier base year.`,
    );
  }
  if (horizon < target) {
    add(
      'horizonYear',
      `Horizon year: read ${horizonYear}, with the target year ${targetYear}. It must be the target year or a later one. Choose a later horizon year, or an earlier target year.`,
    );
  }
  return problems;
}

function yearOfInput({ path, label, object, kind, year }: LocatedInput, calendar: Calendar | undefined): Problem[] {
  if (year === undefined) return [];
  const start = startOf(year);
  if (start === undefined) {
    const text = `${label}: "${year}" is not a financial year. ${HOW_WRITTEN} Correct the year, and the figure counts.`;
    return [{ id: 'E3', path, text, severity: 'error', blocks: [object] }];
  }
  if (calendar === undefined) return [];
  const span = spanOf(kind, calendar);
  if (start >= span.first && start <= span.last) return [];
  const why = start === calendar.base ? 'the base year has no such figure' : 'the year lies outside the scenario';
  const text = `${label}: ${why}. Allowed: ${spanText(span)}. Move the figure to one of these years or take it out, or change the years of the scenario.`;
  return [{ id: 'E3', path, text, severity: 'error', blocks: [object] }];
}

function isMonth(value: string): boolean {
  const month = Number(value);
  return month >= 0 && month <= MOST_MONTHS;
}

function monthsOfInput({ path, label, object, kind, input }: LocatedInput, baseYear: string): Problem[] {
  const isDate = DATES.has(kind);
  const allowed = isDate ? `0 to 1,200 months after ${monthLabel(baseYear, 0)}` : '0 to 1,200 months';
  const wayOut = isDate
    ? 'Count the months from April of the base year.'
    : 'A length of time has no sign: for an earlier date, change the date itself.';
  const check = (value: string, { words, blocks }: { words: string; blocks: string }): Problem[] =>
    isMonth(value)
      ? []
      : [
          {
            id: 'E3',
            path,
            text: `${words}: read ${shown(value, 'months')}. Allowed: ${allowed}. ${wayOut}`,
            severity: 'error',
            blocks: [blocks],
          },
        ];
  return [
    ...check(input.value, { words: label, blocks: object }),
    ...endsOf(input).flatMap(([end, value]) => check(value, { words: `${label}, ${end} of the range`, blocks: `ranges:${path}` })),
  ];
}

function publishedYears({ scenario, calendar, place }: Parameters<Rule>[0]): Problem[] {
  return place('publishedFigures', scenario.publishedFigures).flatMap(({ item, path, subject, object }) =>
    yearOfInput(
      { path: `${path}.year`, label: `${subject}: year`, object, kind: 'publishedFigures.year', year: item.year, input: item.amount },
      calendar,
    ),
  );
}

/** E3: years that are labels and lie inside the scenario, and months that can be counted (model-spec §1.4, §15). */
export const yearRules: Rule = (index) => [
  ...scenarioYear('baseYear', 'Base year', index.scenario.baseYear),
  ...scenarioYear('targetYear', 'Target year', index.scenario.targetYear),
  ...scenarioYear('horizonYear', 'Horizon year', index.scenario.horizonYear),
  ...orderOfYears(index.scenario),
  ...index.inputs.filter(({ year }) => year !== undefined).flatMap((located) => yearOfInput(located, index.calendar)),
  ...index.inputs.filter(({ input }) => input.unit === 'months').flatMap((located) => monthsOfInput(located, index.scenario.baseYear)),
  ...publishedYears(index),
];
