import { ZERO, isAtLeast, isBelow, plus, sum, type Decimal } from '../money/decimal.ts';
import { moneyInFittingUnit } from '../money/format.ts';
import { figureAt, leftOutOfPositions } from '../engine/frame.ts';
import type { Projection } from '../engine/project.ts';
import { systemEffectOf, type OrganisationOutcome, type Outcomes } from './positions.ts';

/** The balance verdict of the target year (model-spec §10): three tests, always together. */
export type Verdict = {
  readonly text: string;
  readonly inYear: boolean;
  /** Null where no body has a control total and the system has none. */
  readonly controlTotal: boolean | null;
  readonly underlying: boolean;
  /** A council in the target year that could not set a lawful budget. */
  readonly unlawfulCouncilBudget: boolean;
  /** Σ variance against the control totals, favourable positive; null where there are none. */
  readonly controlTotalVariance: Decimal | null;
  /** Unidentified savings counted as delivered in the reported position of the target year, in pounds. */
  readonly unidentified: Decimal;
  /** What a reader must know beside the verdict, in sentences. */
  readonly warnings: readonly string[];
  /** What the verdict rests on, and the warnings. */
  readonly notes: readonly string[];
};

/** Σ over bodies with a control total of position after risk-share and before PSF less control total; against the system's own total where one is issued. */
function controlTotalVariance(projection: Projection, organisations: readonly OrganisationOutcome[]): Decimal | null {
  const { frame } = projection;
  const year = frame.target;
  const bound = organisations.filter((each) => each.variance[year] !== undefined);
  const system = figureAt(frame.scenario.systemControlTotalByYear, frame.years[year] ?? '');
  if (system === undefined) return bound.length === 0 ? null : sum(bound.map((each) => each.variance[year] ?? ZERO));
  const counted = bound.length > 0 ? bound : organisations.filter((each) => each.regime !== 'COUNCIL');
  const positions = counted.map((each) =>
    plus(each.beforeSupport[year] ?? ZERO, each.riskShare[year] ?? ZERO).minus(each.steps.get('disposalAndImpairment')?.[year] ?? ZERO),
  );
  return sum(positions).minus(system);
}

/** Councils that would still have to find money in a year, with the amount. */
function councilsShort(projection: Projection, year: number): { name: string; amount: Decimal }[] {
  const short: { name: string; amount: Decimal }[] = [];
  for (const [id, years] of projection.settlement.reserves) {
    const amount = years[year]?.requiredMitigation ?? ZERO;
    if (!amount.isZero()) short.push({ name: projection.frame.organisations.get(id)?.name ?? id, amount });
  }
  return short;
}

const inWords = (amount: Decimal): string => moneyInFittingUnit(amount.abs());

function verdictText(tests: { inYear: boolean; underlying: boolean; unlawful: boolean }, reported: Decimal, underlying: Decimal): string {
  if (tests.unlawful) return 'Not balanced (unlawful council budget)';
  if (tests.inYear && tests.underlying) return 'Balanced and sustainable';
  if (tests.inYear) return `Balanced in year on non-recurrent support of ${inWords(reported.minus(underlying))}`;
  return tests.underlying ? 'Not balanced in year; underlying balance' : `Not balanced: ${inWords(reported)} short`;
}

/** What the verdict rests on: councils that must still find money in the target year, and savings that nobody has identified. */
function groundsOf(projection: Projection, reported: Decimal, unidentified: Decimal): string[] {
  const { frame } = projection;
  const grounds = councilsShort(projection, frame.target).map(
    (each) => `${each.name} must still find ${inWords(each.amount)} in ${frame.years[frame.target] ?? ''} (s114 risk).`,
  );
  if (!unidentified.isZero() && isAtLeast(reported, ZERO) && isBelow(reported.minus(unidentified), ZERO)) {
    grounds.push(`Balance rests on unidentified savings of ${inWords(unidentified)}.`);
  }
  return grounds;
}

/** What a reader must know beside the verdict: councils short in an earlier year, and what is left out. */
function warningsOf(projection: Projection): string[] {
  const { frame } = projection;
  const warnings: string[] = [];
  for (let year = 1; year < frame.target; year += 1) {
    for (const each of councilsShort(projection, year)) {
      warnings.push(`Warning: ${each.name} must still find ${inWords(each.amount)} in ${frame.years[year] ?? ''} (s114 risk).`);
    }
  }
  const absent = leftOutOfPositions(frame).length;
  if (absent > 0) {
    warnings.push(
      `${String(absent)} ${absent === 1 ? 'object is' : 'objects are'} left out because of problems; the figures are without them.`,
    );
  }
  return warnings;
}

/** No verdict on what was not computed. */
function notComputed(reason: string): Verdict {
  return {
    text: `Not computed: ${reason}`,
    inYear: false,
    controlTotal: null,
    underlying: false,
    unlawfulCouncilBudget: false,
    controlTotalVariance: null,
    unidentified: ZERO,
    warnings: [],
    notes: [],
  };
}

/**
 * The verdict in words: in-year reported ≥ 0; Σ against control totals ≥ 0; underlying ≥ 0; equality passes within the tolerance. A council that could not set a
 * lawful budget in the target year overrides, in an earlier year it warns (model-spec §10).
 */
export function verdictOf(projection: Projection, outcomes: Outcomes): Verdict {
  const reason = projection.frame.leftOut.get('scenario');
  if (reason !== undefined) return notComputed(reason);
  const year = projection.frame.target;
  const reported = outcomes.system.reported[year] ?? ZERO;
  const underlyingPosition = outcomes.system.underlying[year] ?? ZERO;
  const inYear = isAtLeast(reported, ZERO);
  const underlying = isAtLeast(underlyingPosition, ZERO);
  const variance = controlTotalVariance(projection, outcomes.organisations);
  const controlTotal = variance === null ? null : isAtLeast(variance, ZERO);
  const unlawful = councilsShort(projection, year).length > 0;
  const unidentified = systemEffectOf(projection, 'UNIDENTIFIED')[year] ?? ZERO;
  const warnings = warningsOf(projection);
  const missed = controlTotal === false && variance !== null ? `, misses the system control total by ${inWords(variance)}` : '';
  return {
    text: verdictText({ inYear, underlying, unlawful }, reported, underlyingPosition) + missed,
    inYear,
    controlTotal,
    underlying,
    unlawfulCouncilBudget: unlawful,
    controlTotalVariance: variance,
    unidentified,
    warnings,
    notes: [...groundsOf(projection, reported, unidentified), ...warnings],
  };
}
