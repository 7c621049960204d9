import { yearsBetween } from '../calendar/financial-year.ts';
import { D, ZERO, canonical, decimal, maximum, minimum, sum, type Decimal } from '../money/decimal.ts';
import { formatPercent } from '../money/format.ts';
import type { Edit, SingleEdit } from './edit-kinds.ts';
import type { Input } from './input.ts';
import type { OwnRecordEntry, SavingsScheme, Scenario } from './schema.ts';

/* What the organisations themselves planned to save and saved: the first comparison for every savings target (model-spec §5.5, §11.1). */

/** One past year of one organisation, in pounds; `share` is achieved ÷ planned, `recurrent` the part that recurs where it is known. */
export type RecordYear = {
  readonly year: string;
  readonly planned: Decimal;
  readonly achieved: Decimal;
  readonly recurrent: Decimal | undefined;
  readonly share: Decimal;
};

/** A record over its years: totals in pounds, achieved ÷ planned, and the recurrent share of what was achieved where every year states it. */
export type RecordTotal = {
  readonly planned: Decimal;
  readonly achieved: Decimal;
  readonly share: Decimal;
  readonly recurrentShare: Decimal | undefined;
};

export type OrganisationRecord = RecordTotal & {
  readonly organisation: string;
  /** Past years with a plan and an outturn, in order. */
  readonly years: readonly RecordYear[];
  /** The worst and the best share of a single year. */
  readonly lowest: Decimal;
  readonly highest: Decimal;
};

export type OwnRecord = {
  readonly byOrganisation: ReadonlyMap<string, OrganisationRecord>;
  /** All organisations together; undefined where nothing is recorded. */
  readonly overall: RecordTotal | undefined;
};

function recordYears({ plannedByYear, achievedByYear, recurrentByYear }: OwnRecordEntry): RecordYear[] {
  const years = Object.keys(plannedByYear).filter((year) => yearsBetween(year, year) !== undefined);
  return years.sort().flatMap((year): RecordYear[] => {
    const planned = plannedByYear[year];
    const achieved = achievedByYear[year];
    const recurrent = recurrentByYear[year];
    if (planned === undefined || achieved === undefined) return [];
    const [plan, outturn] = [decimal(planned.value), decimal(achieved.value)];
    if (plan.lte(ZERO) || outturn.lt(ZERO)) return [];
    const recurs = recurrent === undefined ? undefined : decimal(recurrent.value);
    return [{ year, planned: plan, achieved: outturn, recurrent: recurs, share: outturn.div(plan) }];
  });
}

function totalOf(years: readonly RecordYear[]): RecordTotal {
  const planned = sum(years.map((year) => year.planned));
  const achieved = sum(years.map((year) => year.achieved));
  const recurrent = years.flatMap((year) => year.recurrent ?? []);
  const isKnown = recurrent.length === years.length && !achieved.isZero();
  return { planned, achieved, share: achieved.div(planned), recurrentShare: isKnown ? sum(recurrent).div(achieved) : undefined };
}

/** What is written once and belongs to an organisation of the footprint; rules E10 and E24 say what is wrong with the rest. */
function usable({ organisations, ownRecord = [] }: Scenario): OwnRecordEntry[] {
  return ownRecord.filter(
    ({ organisation }) =>
      organisations.some(({ id }) => id === organisation) && ownRecord.filter((each) => each.organisation === organisation).length === 1,
  );
}

/**
 * The record of each organisation and of all together, from the past years that have both a plan and an outturn (model-spec §11.1). A year with one of the two
 * says nothing of delivery and is left out, as is a plan of nil.
 */
export function ownRecordOf(scenario: Scenario): OwnRecord {
  const byOrganisation = new Map<string, OrganisationRecord>();
  for (const entry of usable(scenario)) {
    const years = recordYears(entry);
    const [first] = years;
    if (first === undefined) continue;
    const shares = years.map(({ share }) => share);
    byOrganisation.set(entry.organisation, {
      ...totalOf(years),
      organisation: entry.organisation,
      years,
      lowest: shares.reduce(minimum, first.share),
      highest: shares.reduce(maximum, first.share),
    });
  }
  const all = [...byOrganisation.values()].flatMap(({ years }) => years);
  return { byOrganisation, overall: all.length === 0 ? undefined : totalOf(all) };
}

/** The most delivery that a scheme may be given (rule E19). */
const MOST_DELIVERY = new D('1.5');
const PLACES = 4;
const RANGE_NOTE = 'Range of delivery from the own record of ';

/** A share as an input holds it: to a hundredth of a per cent, and within what delivery may be. */
export function asDelivery(share: Decimal): string {
  return canonical(minimum(share, MOST_DELIVERY).toDecimalPlaces(PLACES, D.ROUND_HALF_UP));
}

/** "2014/15 to 2016/17", or the one year. */
export function yearsWords(years: readonly RecordYear[]): string {
  const [first, last] = [years[0]?.year ?? '', years.at(-1)?.year ?? ''];
  return first === last ? first : `${first} to ${last}`;
}

function noteWith(before: string | undefined, sentence: string): string {
  const kept = (before ?? '').split('\n').filter((line) => line !== '' && !line.startsWith(RANGE_NOTE));
  return [...kept, sentence].join('\n');
}

function rangeEdits(scheme: SavingsScheme, given: { record: OrganisationRecord; name: string; delivery: Input }): SingleEdit[] {
  const { record, name, delivery } = given;
  const range = { low: asDelivery(record.lowest), likely: asDelivery(record.share), high: asDelivery(record.highest) };
  const shares = `${formatPercent(record.lowest)} to ${formatPercent(record.highest)}, ${formatPercent(record.share)} overall`;
  const note = noteWith(delivery.note, `${RANGE_NOTE}${name}, ${yearsWords(record.years)}: ${shares}.`);
  const path = `savings.${scheme.id}.delivery`;
  if (scheme.delivery === undefined) return [{ kind: 'setInput', path, input: { ...delivery, note, range } }];
  return [
    { kind: 'setInputField', path, field: 'range', to: range },
    { kind: 'setInputField', path, field: 'note', to: note },
  ];
}

/**
 * Makes the own record the range of delivery: each savings scheme of an organisation with a record takes its worst year, its overall share and its best year as low,
 * likely and high, and a note that says so. The stated delivery itself stays. Schemes that nobody has identified have no record and stay. Undefined where no scheme
 * belongs to an organisation with a record. `deliveryOf` gives the delivery that holds for a scheme, stated or by default.
 */
export function ownRecordAsRange(scenario: Scenario, deliveryOf: (scheme: SavingsScheme) => Input): Edit | undefined {
  const { byOrganisation } = ownRecordOf(scenario);
  const names = new Map(scenario.organisations.map(({ id, name }) => [id, name]));
  const edits = scenario.savings.flatMap((scheme) => {
    const record = byOrganisation.get(scheme.organisation);
    if (record === undefined || scheme.category === 'UNIDENTIFIED') return [];
    return rangeEdits(scheme, { record, name: names.get(scheme.organisation) ?? scheme.organisation, delivery: deliveryOf(scheme) });
  });
  return edits.length === 0 ? undefined : { kind: 'several', label: 'Own record as range of delivery', edits };
}
