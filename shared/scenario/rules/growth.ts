import { D, ONE, decimal, plus, times, type Decimal } from '../../money/decimal.ts';
import type { LocatedInput } from '../inputs-of.ts';
import { listed } from '../labels.ts';
import { orderByNeed } from '../order-by-need.ts';
import type { Problem } from '../problem.ts';
import type { Series } from '../schema.ts';
import type { Rule, ScenarioIndex } from './scenario-index.ts';
import { endsOf, shown, shownAmount } from './wording.ts';

const TOTAL_LOSS = ONE.neg();
const UNUSUAL = new D('0.2');
/** Series that stand on one another deeper than any real plan would, and than may be followed step by step. */
const DEEPEST = 50;

const IMPOSSIBLE = 'Allowed: above (100%). Enter growth as a share of the year before, such as 2%.';

function meantInstead(rate: Decimal): string {
  return `If ${shownAmount(rate.div(rate.abs().gte(ONE) ? 100 : 10), 'rate')} was meant, correct it; else give the reason in the note.`;
}

/** E5 for one rate as entered: nothing shrinks by more than the whole of it, and more than 20% a year is said. */
function rateAsEntered({ input, label, path, object }: LocatedInput): Problem[] {
  const problems: Problem[] = [];
  const rate = decimal(input.value);
  if (rate.lte(TOTAL_LOSS)) {
    problems.push({
      id: 'E5',
      path,
      text: `${label}: read ${shown(input.value, 'rate')} a year. ${IMPOSSIBLE}`,
      severity: 'error',
      blocks: [object],
    });
  } else if (rate.abs().gt(UNUSUAL)) {
    const text = `${label}: read ${shown(input.value, 'rate')} a year. Usual: between (20%) and 20%. ${meantInstead(rate)}`;
    problems.push({ id: 'E5', path, text, severity: 'warning' });
  }
  for (const [end, value] of endsOf(input)) {
    if (!decimal(value).lte(TOTAL_LOSS)) continue;
    const text = `${label}, ${end} of the range: read ${shown(value, 'rate')} a year. ${IMPOSSIBLE}`;
    problems.push({ id: 'E5', path, text, severity: 'error', blocks: [`ranges:${path}`] });
  }
  return problems;
}

function standsOn(series: Series): readonly string[] {
  if (series.kind === 'RATES') return [];
  return series.kind === 'COMPOUND' ? series.of : [series.costUplift, series.efficiencyFactor];
}

/** Growth of a series in one year from that of the series that it stands on (model-spec §4); a blank year is no growth. */
function growthIn(series: Series, year: string, known: ReadonlyMap<string, Decimal>): Decimal {
  const of = (id: string): Decimal => known.get(id) ?? decimal('0');
  if (series.kind === 'RATES') return decimal(series.rateByYear[year]?.value ?? '0');
  if (series.kind === 'TARIFF') return of(series.costUplift).minus(of(series.efficiencyFactor));
  return series.of.reduce((level, id) => times(level, plus(ONE, of(id))), ONE).minus(ONE);
}

/** E5 for what several series make together. What stands on an impossible rate has nothing to say of its own. */
function ratesTogether(index: ScenarioIndex, order: readonly string[]): Problem[] {
  const byId = new Map(index.scenario.series.map((series) => [series.id, series]));
  const inOrder = order.flatMap((id) => byId.get(id) ?? []);
  const found = new Map<string, Problem>();
  for (const year of index.projectedYears) {
    const known = new Map<string, Decimal>();
    for (const series of inOrder) {
      const rate = growthIn(series, year, known);
      known.set(series.id, rate);
      if (series.kind === 'RATES' || !rate.abs().gt(UNUSUAL) || standsOn(series).some((id) => known.get(id)?.lte(TOTAL_LOSS))) continue;
      const isImpossible = rate.lte(TOTAL_LOSS);
      if (found.has(series.id) && !(isImpossible && found.get(series.id)?.severity === 'warning')) continue;
      const read = `${series.name} (${series.id}): ${listed(standsOn(series))} together make ${shownAmount(rate, 'rate')} in ${year}.`;
      const text = isImpossible
        ? `${read} ${IMPOSSIBLE}`
        : `${read} Usual: between (20%) and 20%. Correct the series that it stands on, or give the reason in its note.`;
      const path = `series.${series.id}`;
      found.set(
        series.id,
        isImpossible
          ? { id: 'E5', path, text, severity: 'error', blocks: [`series:${series.id}`] }
          : { id: 'E5', path, text, severity: 'warning' },
      );
    }
  }
  return [...found.values()];
}

/** E23: a series that leads back to itself, or that stands on others too deep to follow. */
function chainProblems(index: ScenarioIndex, { order, circular }: ReturnType<typeof orderByNeed>): Problem[] {
  const byId = new Map(index.scenario.series.map((series) => [series.id, series]));
  const problems: Problem[] = [];
  const add = (id: string, text: string): void => {
    problems.push({
      id: 'E23',
      path: `series.${id}`,
      text: `${byId.get(id)?.name ?? id} (${id}): ${text}`,
      severity: 'error',
      blocks: [`series:${id}`],
    });
  };
  for (const [id, next] of circular) {
    const leads = id === next ? 'it stands on itself' : `it stands on ${next}, which leads back to ${id}`;
    add(id, `${leads}. A growth series stands on others only. Take one of these references out.`);
  }
  const depths = new Map<string, number>();
  for (const id of order) {
    const series = byId.get(id);
    const below = series === undefined ? [] : standsOn(series).map((other) => depths.get(other) ?? 0);
    const depth = 1 + Math.max(0, ...below);
    depths.set(id, depth);
    if (depth === DEEPEST + 1)
      add(
        id,
        `it stands on a chain of more than ${String(DEEPEST)} growth series. Allowed: at most ${String(DEEPEST)} deep. Combine some of them.`,
      );
  }
  return problems;
}

/** W11: a series in use that says nothing of a year in which it is used. Blank is not nil, so no growth is assumed aloud. */
function blankRates(index: ScenarioIndex): Problem[] {
  const inUse = new Set(index.references.filter(({ lists }) => lists[0] === 'series').map(({ id }) => id));
  return index.scenario.series.flatMap((series): Problem[] => {
    if (series.kind !== 'RATES' || !inUse.has(series.id)) return [];
    const blank = index.projectedYears.filter((year) => series.rateByYear[year] === undefined);
    if (blank.length === 0) return [];
    const text = `${series.name} (${series.id}): no rate is entered for ${listed(blank)}. Allowed: a rate for each year from ${index.projectedYears[0] ?? ''}. Enter the rates; until then no growth is assumed in those years.`;
    return [{ id: 'W11', path: `series.${series.id}.rateByYear`, text, severity: 'warning' }];
  });
}

/** E5, the circles of E23 and W11: growth series (model-spec §4, §15). */
export const growthRules: Rule = (index) => {
  const rates = index.inputs.filter(({ kind }) => kind === 'series.rateByYear' || kind === 'deflator.rateByYear');
  const ordered = orderByNeed(new Map(index.scenario.series.map((series) => [series.id, standsOn(series)])));
  return [...rates.flatMap(rateAsEntered), ...ratesTogether(index, ordered.order), ...chainProblems(index, ordered), ...blankRates(index)];
};
