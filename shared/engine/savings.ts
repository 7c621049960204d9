import { monthsInUse } from '../calendar/phasing.ts';
import { ONE, ZERO, minus, negate, plus, times, type Decimal } from '../money/decimal.ts';
import { DEFAULT_INPUTS } from '../scenario/defaults.ts';
import type { SavingsScheme } from '../scenario/schema.ts';
import type { Capital } from './capital.ts';
import type { DoNothing } from './do-nothing.ts';
import { capitalNeededBy, deliveryInput, figure, figureOr, figuresByYear, takesPart, type Frame } from './frame.ts';
import { nilByYear, type Entry, type Ledger, type Step } from './ledger.ts';
import { activePairs, afterPool, overlapFactor, pairDeductions, poolAmounts, type PoolYear } from './overlap.ts';
import type { SeriesRates } from './series.ts';
import { timingOf, type Timing } from './savings-timing.ts';

/** The ladder of one scheme (model-spec §5.3), in pounds by year, index 0 = base year. */
export type SavingsOutcome = {
  readonly scheme: SavingsScheme;
  readonly timing: Timing;
  readonly funded: boolean;
  readonly headline: readonly Decimal[];
  readonly effective: readonly Decimal[];
  readonly afterGate: readonly Decimal[];
  readonly afterOverlap: readonly Decimal[];
  readonly cashReleasing: readonly Decimal[];
  readonly deliverable: readonly Decimal[];
  readonly systemEffect: readonly Decimal[];
  /** Part of the deliverable that does not recur, as a share of it. */
  readonly nonRecurrentShare: readonly Decimal[];
  /** Full-year effect for the owner, before the counterparty's side. */
  readonly exitEffect: readonly Decimal[];
  /** 1, or the release share of a contract reduction, or nil for a transfer. */
  readonly systemFactor: Decimal;
  readonly delivery: Decimal;
};
export type Savings = { readonly schemes: ReadonlyMap<string, SavingsOutcome>; readonly pools: ReadonlyMap<string, readonly PoolYear[]> };

type Gated = { scheme: SavingsScheme; timing: Timing; funded: boolean; afterGate: Decimal[] };
type Overlapped = { afterOverlap: Decimal[]; keptShare: Decimal[] };

/** The part of a delivered saving that the system keeps (model-spec §5.1, §19 (16)). */
export function systemFactorOf(scheme: SavingsScheme): Decimal {
  if (scheme.mechanism === 'TRANSFER') return ZERO;
  return scheme.mechanism === 'CONTRACT_REDUCTION' ? figureOr(scheme.releaseShare, DEFAULT_INPUTS.releaseShare) : ONE;
}

/** Who shares the owner's side of a scheme: the benefit split, or the owner alone (§19 (17)). */
export function ownersOf(scheme: SavingsScheme): { organisation: string; weight: Decimal }[] {
  if (scheme.benefitSplit.length === 0) return [{ organisation: scheme.organisation, weight: ONE }];
  return scheme.benefitSplit.map((part) => ({ organisation: part.organisation, weight: figure(part.weight) }));
}

function gate(frame: Frame, capital: Capital, scheme: SavingsScheme, timing: Timing): Gated {
  const funded = capitalNeededBy(frame.scenario, scheme.id, scheme.capitalDependencies).every((needed) =>
    capital.funding.funded.has(needed.id),
  );
  return { scheme, timing, funded, afterGate: timing.effective.map((amount) => (funded ? amount : ZERO)) };
}

function poolYears(frame: Frame, doNothing: DoNothing, gated: readonly Gated[]): Map<string, PoolYear[]> {
  const pools = new Map<string, PoolYear[]>();
  for (const pool of frame.scenario.pools) {
    if (!takesPart(frame, 'pools', pool.id)) continue;
    const members = gated.filter((each) => each.scheme.pool === pool.id && each.funded);
    const amounts = poolAmounts(frame, doNothing, pool);
    pools.set(
      pool.id,
      frame.years.map((_, year) => {
        const asked = new Map(members.map((each) => [each.scheme.id, each.afterGate[year] ?? ZERO]));
        const held = amounts[year] ?? ZERO;
        return { pool: held, asked, factor: overlapFactor(held, [...asked.values()]) };
      }),
    );
  }
  return pools;
}

/** Rung L3 of every scheme: pools first, then declared pairs (model-spec §5.4). */
function overlap(frame: Frame, gated: readonly Gated[], pools: ReadonlyMap<string, readonly PoolYear[]>): Map<string, Overlapped> {
  const outcomes = new Map<string, Overlapped>(
    gated.map((each) => [each.scheme.id, { afterOverlap: nilByYear(frame.yearCount), keptShare: nilByYear(frame.yearCount) }]),
  );
  const pairs = activePairs(frame);
  for (let year = 0; year <= frame.yearCount; year += 1) {
    const amounts = new Map(gated.map((each) => [each.scheme.id, each.afterGate[year] ?? ZERO]));
    const factors = new Map<string, Decimal>();
    for (const years of pools.values()) {
      const poolYear = years[year];
      if (poolYear === undefined) continue;
      for (const [id, kept] of afterPool(poolYear)) {
        amounts.set(id, kept);
        factors.set(id, poolYear.factor);
      }
    }
    const deductions = pairDeductions(pairs, amounts);
    for (const [id, outcome] of outcomes) {
      const pooled = amounts.get(id) ?? ZERO;
      const kept = minus(pooled, deductions.get(id) ?? ZERO);
      outcome.afterOverlap[year] = kept;
      const pairShare = pooled.isZero() || !deductions.has(id) ? ONE : kept.div(pooled);
      outcome.keptShare[year] = times(factors.get(id) ?? ONE, pairShare);
    }
  }
  return outcomes;
}

function climb(frame: Frame, each: Gated, overlapped: Overlapped): SavingsOutcome {
  const { scheme, timing, funded } = each;
  const cashShare = figureOr(scheme.cashReleasingShare, DEFAULT_INPUTS.fullShare);
  const delivery = figure(deliveryInput(frame.scenario, scheme));
  const systemFactor = systemFactorOf(scheme);
  const cashReleasing = overlapped.afterOverlap.map((amount) => times(amount, cashShare));
  const deliverable = cashReleasing.map((amount) => times(amount, delivery));
  const nonRecurrentShare = timing.effective.map((amount, year) => {
    const once = timing.effectiveNonRecurrent[year] ?? ZERO;
    if (scheme.profile.kind === 'NON_RECURRENT' || scheme.category === 'NON_RECURRENT') return ONE;
    return once.isZero() || amount.isZero() ? ZERO : once.div(amount);
  });
  const exitEffect = timing.exitGap.map((gap, year) =>
    funded ? times(times(times(gap, overlapped.keptShare[year] ?? ONE), cashShare), delivery) : ZERO,
  );
  return {
    scheme,
    timing,
    funded,
    headline: timing.headline,
    effective: timing.effective,
    afterGate: each.afterGate,
    afterOverlap: overlapped.afterOverlap,
    cashReleasing,
    deliverable,
    systemEffect: deliverable.map((amount) => times(amount, systemFactor)),
    nonRecurrentShare,
    exitEffect,
    systemFactor,
    delivery,
  };
}

const LADDER: readonly { step: Step; to: 'headline' | 'effective' | 'afterGate' | 'afterOverlap' | 'cashReleasing' | 'deliverable' }[] = [
  { step: 'headline', to: 'headline' },
  { step: 'timing', to: 'effective' },
  { step: 'capitalNotAvailable', to: 'afterGate' },
  { step: 'overlap', to: 'afterOverlap' },
  { step: 'notCashReleasing', to: 'cashReleasing' },
  { step: 'deliveryRisk', to: 'deliverable' },
];

/** What of a rung does not recur: as the timing rungs state it, and the same share of every rung above them (§19, Underlying). */
function nonRecurrentAt(outcome: SavingsOutcome, rung: (typeof LADDER)[number]['to'], year: number): Decimal {
  if (rung === 'headline') return outcome.timing.headlineNonRecurrent[year] ?? ZERO;
  return times(outcome[rung][year] ?? ZERO, outcome.nonRecurrentShare[year] ?? ZERO);
}

/** Posts each rung's change at those who share the owner's side, the recurrent and the non-recurrent part apart. */
function postLadder(ledger: Ledger, outcome: SavingsOutcome, year: number): void {
  const { scheme } = outcome;
  const between = scheme.counterparty !== undefined && (scheme.mechanism === 'CONTRACT_REDUCTION' || scheme.mechanism === 'TRANSFER');
  const common = { year, category: scheme.category, source: scheme.id, setting: scheme.setting, betweenMembers: between } as const;
  const owners = ownersOf(scheme);
  let before = ZERO;
  let beforeOnce = ZERO;
  for (const { step, to } of LADDER) {
    const level = outcome[to][year] ?? ZERO;
    const once = nonRecurrentAt(outcome, to, year);
    const changeOnce = minus(once, beforeOnce);
    const change = minus(minus(level, before), changeOnce);
    before = level;
    beforeOnce = once;
    if (change.isZero() && changeOnce.isZero()) continue;
    for (const { organisation, weight } of owners) {
      ledger.post({ ...common, organisation, step, amount: times(change, weight), recurrent: true });
      ledger.post({ ...common, organisation, step, amount: times(changeOnce, weight), recurrent: false });
    }
  }
}

/** Posts what the other member loses, and the cost that it releases in turn: the tariff illusion (model-spec §5.1, rung L6). */
function postCounterparty(ledger: Ledger, outcome: SavingsOutcome, year: number): void {
  const { scheme } = outcome;
  if (scheme.counterparty === undefined || (scheme.mechanism !== 'CONTRACT_REDUCTION' && scheme.mechanism !== 'TRANSFER')) return;
  const lost = outcome.deliverable[year] ?? ZERO;
  const once = outcome.nonRecurrentShare[year] ?? ZERO;
  const common: Omit<Entry, 'amount' | 'recurrent' | 'betweenMembers'> = {
    year,
    organisation: scheme.counterparty,
    step: 'tariffIllusionSavings',
    category: scheme.category,
    source: scheme.id,
    setting: scheme.setting,
  };
  for (const [share, recurrent] of [
    [ONE.minus(once), true],
    [once, false],
  ] as const) {
    ledger.post({ ...common, amount: negate(times(lost, share)), recurrent, betweenMembers: true });
    ledger.post({ ...common, amount: times(times(lost, share), outcome.systemFactor), recurrent, betweenMembers: false });
  }
}

/** Running and one-off costs of a scheme at its owner, only if its capital is there; not reduced by overlap, cash share or delivery (§19 (15)). */
function postCosts(frame: Frame, ledger: Ledger, outcome: SavingsOutcome): void {
  const { scheme } = outcome;
  if (!outcome.funded) return;
  const common = {
    organisation: scheme.organisation,
    step: 'implementation',
    source: scheme.id,
    setting: scheme.setting,
    betweenMembers: false,
  } as const;
  const oneOff = figuresByYear(frame, scheme.implementationCostByYear);
  const annual = figureOr(scheme.runningCostPerYear, DEFAULT_INPUTS.nil);
  for (let year = 1; year <= frame.yearCount; year += 1) {
    const running = annual.isZero() ? ZERO : annual.times(monthsInUse(year, outcome.timing.effectiveStart)).div(12);
    ledger.post({ ...common, year, category: 'schemeRunningCost', amount: negate(running), recurrent: true });
    ledger.post({ ...common, year, category: 'implementationCost', amount: negate(oneOff[year] ?? ZERO), recurrent: false });
  }
}

/** Costs that belong to an organisation and to no scheme: always charged, never underlying (§19 (15)). */
function postOrganisationCosts(frame: Frame, ledger: Ledger): void {
  for (const cost of frame.scenario.implementation) {
    if (!takesPart(frame, 'implementation', cost.id)) continue;
    figuresByYear(frame, cost.amountByYear).forEach((amount, year) => {
      if (year === 0) return;
      ledger.post({
        year,
        organisation: cost.organisation,
        step: 'implementation',
        category: 'implementationCost',
        source: cost.id,
        setting: 'OTHER',
        amount: amount.neg(),
        recurrent: false,
        betweenMembers: false,
      });
    });
  }
}

/** Steps 4 and 5 of model-spec §10: the ladder L0 to L6 of every scheme, posted rung by rung, with the other member's side and the costs. */
export function savings(frame: Frame, inputs: { series: SeriesRates; doNothing: DoNothing; capital: Capital }, ledger: Ledger): Savings {
  const context = { frame, deflator: inputs.series.deflator, influenceable: inputs.doNothing.influenceable };
  const gated = frame.scenario.savings
    .filter((scheme) => takesPart(frame, 'savings', scheme.id))
    .map((scheme) => gate(frame, inputs.capital, scheme, timingOf(context, scheme)));
  const pools = poolYears(frame, inputs.doNothing, gated);
  const overlapped = overlap(frame, gated, pools);
  const schemes = new Map<string, SavingsOutcome>();
  for (const each of gated) {
    const outcome = climb(frame, each, overlapped.get(each.scheme.id) ?? { afterOverlap: each.afterGate, keptShare: [] });
    schemes.set(each.scheme.id, outcome);
    for (let year = 1; year <= frame.yearCount; year += 1) {
      postLadder(ledger, outcome, year);
      postCounterparty(ledger, outcome, year);
    }
    postCosts(frame, ledger, outcome);
  }
  postOrganisationCosts(frame, ledger);
  return { schemes, pools };
}

/** Full-year effect of the savings on each organisation (model-spec §10, exit run-rate): the owner's side, and the counterparty's. */
export function savingsExitEffect(frame: Frame, outcomes: Savings): Map<string, Decimal[]> {
  const effects = new Map<string, Decimal[]>();
  const add = (organisation: string, amounts: readonly Decimal[], factor: Decimal): void => {
    if (factor.isZero()) return;
    const known = effects.get(organisation) ?? nilByYear(frame.yearCount);
    effects.set(
      organisation,
      known.map((total, year) => plus(total, times(amounts[year] ?? ZERO, factor))),
    );
  };
  for (const outcome of outcomes.schemes.values()) {
    if (outcome.exitEffect.every((amount) => amount.isZero())) continue;
    for (const { organisation, weight } of ownersOf(outcome.scheme)) add(organisation, outcome.exitEffect, weight);
    const { counterparty, mechanism } = outcome.scheme;
    if (counterparty !== undefined && (mechanism === 'CONTRACT_REDUCTION' || mechanism === 'TRANSFER'))
      add(counterparty, outcome.exitEffect, outcome.systemFactor.minus(ONE));
  }
  return effects;
}
