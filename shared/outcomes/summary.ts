import type { Decimal } from '../money/decimal.ts';
import { toPence } from '../money/format.ts';
import { ENGINE_VERSION, type Projection } from '../engine/project.ts';
import { fingerprint } from '../scenario/fingerprint.ts';
import { allProblems } from './all-problems.ts';
import { bridges } from './bridge.ts';
import { checksOf, masterCheck } from './displayed-checks.ts';
import { outcomesOf, type Outcomes } from './positions.ts';
import { publishedComparisons } from './published.ts';
import { capitalSummaries } from './summary-capital.ts';
import { councilSummaries, organisationSummaries, riskShareSummaries, supportSummaries, systemSummary } from './summary-organisations.ts';
import type { Summary } from './summary-schema.ts';
import { flowSummaries, lineSummaries, poolSummaries, preventionSummaries, schemeSummaries } from './summary-schemes.ts';
import { shiftSummaries, workforceSummary } from './summary-shifts.ts';
import { penceOrNull, shareText, summaryText } from './summary-text.ts';
import { verdictOf } from './verdict.ts';

type Share = { readonly share: Decimal | null; readonly text: string };
/** What a summary says of break-even. It is computed in shared/realism, which stands above this folder, and handed in. */
export type BreakEvenFigures = {
  readonly constant: Decimal;
  readonly perDelivery: Decimal;
  readonly beforeSupport: Share;
  readonly reported: Share;
  readonly assumed: Decimal | null;
  readonly unidentifiedHeld: Share | undefined;
  readonly dependsOnSupport: boolean;
  readonly justBelow: Decimal | null;
  readonly atSolution: Decimal | null;
  readonly text: string;
};

/** Why nothing could be computed at all, or undefined where something was. */
export function nothingComputed(projection: Projection): string | undefined {
  const reason = projection.frame.leftOut.get('scenario');
  return reason === undefined ? undefined : `Nothing could be computed. ${reason}`;
}

function shareOrNull(share: Decimal | null | undefined): string | null {
  return share === null || share === undefined ? null : shareText(share);
}

function breakEvenSummary(projection: Projection, found: BreakEvenFigures): Summary['breakEven'] {
  const without = nothingComputed(projection);
  const isComputed = without === undefined;
  const share = (of: Share | undefined): string | null => (isComputed ? shareOrNull(of?.share) : null);
  const amount = (of: Decimal | null): string | null => (isComputed ? penceOrNull(of) : null);
  return {
    beforeSupport: share(found.beforeSupport),
    reported: share(found.reported),
    dependsOnSupport: isComputed && found.dependsOnSupport,
    text: without ?? found.text,
    beforeSupportText: without ?? found.beforeSupport.text,
    reportedText: without ?? found.reported.text,
    assumed: isComputed ? shareOrNull(found.assumed) : null,
    unidentifiedHeld: share(found.unidentifiedHeld),
    justBelow: amount(found.justBelow),
    atSolution: amount(found.atSolution),
    constant: amount(found.constant),
    perDelivery: amount(found.perDelivery),
  };
}

function verdictSummary(projection: Projection, outcomes: Outcomes): Summary['verdict'] {
  const without = nothingComputed(projection);
  if (without !== undefined)
    return {
      text: without,
      inYear: null,
      controlTotal: null,
      underlying: null,
      unlawfulCouncilBudget: null,
      controlTotalVariance: null,
      unidentified: null,
      notes: [],
    };
  const verdict = verdictOf(projection, outcomes);
  return {
    text: verdict.text,
    inYear: verdict.inYear,
    controlTotal: verdict.controlTotal,
    underlying: verdict.underlying,
    unlawfulCouncilBudget: verdict.unlawfulCouncilBudget,
    controlTotalVariance: penceOrNull(verdict.controlTotalVariance),
    unidentified: toPence(verdict.unidentified),
    notes: [...verdict.notes],
  };
}

function bridgeSummary(projection: Projection): Summary['bridge'] {
  const byYear = bridges(projection);
  return summaryText(projection).years((year) =>
    (byYear[year] ?? []).map(({ bar, label, kind, amount }) => ({ bar, label, kind, amount: toPence(amount) })),
  );
}

function publishedSummary(projection: Projection, outcomes: Outcomes): Summary['publishedFigures'] {
  return Object.fromEntries(
    publishedComparisons(projection, outcomes).map(({ id, name, measure, organisation, year, published, computed, difference }) => [
      id,
      {
        name,
        measure,
        organisation: organisation ?? null,
        year,
        published: toPence(published),
        computed: penceOrNull(computed),
        difference: penceOrNull(difference),
      },
    ]),
  );
}

function checkSummary(projection: Projection, outcomes: Outcomes): Pick<Summary, 'checks' | 'masterCheck'> {
  const without = nothingComputed(projection);
  if (without !== undefined) return { checks: [], masterCheck: { id: 'master', holds: false, detail: without } };
  const checks = checksOf(projection, { outcomes });
  return { checks, masterCheck: masterCheck(checks) };
}

/**
 * What one projection comes to, as JSON: every position, rung, charge and balance by year label, amounts as text in pounds rounded half-up to pence, the verdict,
 * break-even, the checks and the problems. An object that is left out because of a problem is null, `leftOut` says why, and `without` says whose figures miss it.
 */
export function summaryOf(projection: Projection, breakEven: BreakEvenFigures): Summary {
  const { frame } = projection;
  const { scenario } = frame;
  const outcomes = outcomesOf(projection);
  return {
    scenario: {
      name: scenario.name,
      footprint: scenario.footprint.name,
      baseYear: scenario.baseYear,
      targetYear: scenario.targetYear,
      horizonYear: scenario.horizonYear,
      illustrative: scenario.illustrative,
      fingerprint: fingerprint(scenario),
      deflatorVintage: scenario.deflator.vintage ?? null,
    },
    engine: ENGINE_VERSION,
    years: frame.years.slice(1),
    system: systemSummary(projection, outcomes),
    organisations: organisationSummaries(projection, outcomes),
    bridge: bridgeSummary(projection),
    lines: lineSummaries(projection),
    flows: flowSummaries(projection),
    pools: poolSummaries(projection),
    schemes: schemeSummaries(projection),
    capital: capitalSummaries(projection),
    shifts: shiftSummaries(projection),
    workforce: workforceSummary(projection),
    prevention: preventionSummaries(projection),
    riskShares: riskShareSummaries(projection),
    support: supportSummaries(projection),
    councils: councilSummaries(projection),
    verdict: verdictSummary(projection, outcomes),
    breakEven: breakEvenSummary(projection, breakEven),
    publishedFigures: publishedSummary(projection, outcomes),
    ...checkSummary(projection, outcomes),
    problems: allProblems(projection, outcomes).map(({ id, path, text, severity }) => ({ id, path, text, severity })),
    leftOut: [...frame.leftOut].map(([object, reason]) => ({ object, reason })),
  };
}
