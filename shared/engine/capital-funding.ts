import { yearAfter } from '../calendar/financial-year.ts';
import { slipByMonths } from '../calendar/phasing.ts';
import { ONE, ZERO, isAtLeast, plus, sum, times, type Decimal } from '../money/decimal.ts';
import { DEFAULT_INPUTS } from '../scenario/defaults.ts';
import type { CapitalScheme } from '../scenario/schema.ts';
import { labelOf, type CapitalSource } from '../scenario/vocabulary.ts';
import { capitalNeededBy, figure, figureOr, figuresBeyondHorizon, wholeOf, takesPart, type Frame } from './frame.ts';

/** Spend of one capital scheme as it would be if funded: after optimism bias and slippage, in pounds by year, also beyond the horizon. */
export type CapitalPlan = {
  readonly scheme: CapitalScheme;
  readonly outturn: readonly Decimal[];
  readonly total: Decimal;
  readonly optimismBias: Decimal;
};

/** One source of capital: what was asked of it, what it holds and what was granted, by year, also beyond the horizon. */
export type SourceOutcome = {
  readonly source: CapitalSource;
  /** Undefined where no envelope is entered: the source is then unlimited. */
  readonly envelope: readonly Decimal[] | undefined;
  readonly asked: Decimal[];
  readonly funded: Decimal[];
  /** Σ planned / envelope − 1, or undefined without an envelope (model-spec §6.4). */
  readonly overProgramming: Decimal | undefined;
};
export type Funding = {
  readonly plans: ReadonlyMap<string, CapitalPlan>;
  readonly funded: ReadonlySet<string>;
  /** Why a scheme failed: the source and year that ran out, or the scheme it waits for. */
  readonly refusals: ReadonlyMap<string, string>;
  readonly sources: readonly SourceOutcome[];
};

/** Optimism bias as a share of base cost: upper bound × (1 − mitigation); a combined scheme takes the value-weighted bound (model-spec §6.3). */
export function optimismBiasOf(scheme: CapitalScheme): Decimal {
  const stated = scheme.optimismBias;
  if (stated === undefined) return ZERO;
  return times(optimismUpperBound(stated), ONE.minus(figureOr(stated.mitigation, DEFAULT_INPUTS.nil)));
}

function optimismUpperBound(stated: NonNullable<CapitalScheme['optimismBias']>): Decimal {
  if (stated.upperBound !== undefined) return figure(stated.upperBound);
  return combinedOptimismBound(stated.nonStandardShare === undefined ? ZERO : figure(stated.nonStandardShare));
}

/** The Treasury upper bound of a scheme of which a share is non-standard building and the rest standard (model-spec §6.3): a share of base cost. */
export function combinedOptimismBound(nonStandardShare: Decimal): Decimal {
  const standard = figure(DEFAULT_INPUTS.optimismBiasStandard);
  const nonStandard = figure(DEFAULT_INPUTS.optimismBiasNonStandard);
  return plus(times(nonStandardShare, nonStandard), times(ONE.minus(nonStandardShare), standard));
}

function planOf(frame: Frame, scheme: CapitalScheme): CapitalPlan {
  const optimismBias = optimismBiasOf(scheme);
  const biased = figuresBeyondHorizon(frame, scheme.baseCostByYear).map((cost) => times(cost, plus(ONE, optimismBias)));
  const outturn = slipByMonths(biased, wholeOf(scheme.slippageMonths));
  return { scheme, outturn, total: sum(outturn), optimismBias };
}

/** Envelopes by source as entered; land receipts are added in the year of their month (§19 (22)). */
function envelopesOf(frame: Frame): Map<CapitalSource, Decimal[]> {
  const envelopes = new Map<CapitalSource, Decimal[]>();
  const add = (source: CapitalSource, amounts: readonly Decimal[]): void => {
    const known = envelopes.get(source) ?? [];
    const length = Math.max(known.length, amounts.length);
    envelopes.set(
      source,
      Array.from({ length }, (_, year) => plus(known[year] ?? ZERO, amounts[year] ?? ZERO)),
    );
  };
  for (const envelope of frame.scenario.capitalEnvelopes) {
    if (takesPart(frame, 'capitalEnvelopes', envelope.source)) add(envelope.source, figuresBeyondHorizon(frame, envelope.amountByYear));
  }
  for (const scheme of frame.scenario.capital) {
    if (scheme.disposal === undefined || !takesPart(frame, 'capital', scheme.id)) continue;
    const received = Math.floor(wholeOf(scheme.disposal.month) / 12);
    add('LAND_RECEIPT', [...Array.from({ length: received }, () => ZERO), figure(scheme.disposal.proceeds)]);
  }
  return envelopes;
}

type Account = { envelope: Decimal[] | undefined; asked: Decimal[]; funded: Decimal[] };

function addTo(amounts: Decimal[], added: readonly Decimal[]): void {
  added.forEach((amount, year) => {
    while (amounts.length <= year) amounts.push(ZERO);
    amounts[year] = plus(amounts[year] ?? ZERO, amount);
  });
}

/**
 * The first year in which a need would overdraw an account, cumulatively over years, up to the last year with spend of this or any scheme already granted: money
 * promised to a better-ranked scheme for a later year is not there to be spent before. Headroom of nil passes (model-spec §6.4, §19 (21)).
 */
function firstShortYear(account: Account, need: readonly Decimal[]): number | undefined {
  if (account.envelope === undefined) return undefined;
  let headroom = ZERO;
  const last = Math.max(need.length, account.funded.length);
  for (let year = 0; year < last; year += 1) {
    headroom = plus(headroom, account.envelope[year] ?? ZERO)
      .minus(account.funded[year] ?? ZERO)
      .minus(need[year] ?? ZERO);
    if (!isAtLeast(headroom, ZERO)) return year;
  }
  return undefined;
}

/** A year by its label, also beyond the horizon. */
function yearName(frame: Frame, year: number): string {
  return frame.years[year] ?? yearAfter(frame.scenario.baseYear, year);
}

/** What a scheme asks of each source, by year; a source that its mix names twice is asked once for both. */
function needsOf(plan: CapitalPlan): { source: CapitalSource; need: Decimal[] }[] {
  const shares = new Map<CapitalSource, Decimal>();
  for (const { source, share } of plan.scheme.funding) shares.set(source, plus(shares.get(source) ?? ZERO, figure(share)));
  return [...shares].map(([source, share]) => ({ source, need: plan.outturn.map((spend) => times(spend, share)) }));
}

/** Whether one scheme can be funded now; grants it if so, and says why not otherwise. */
function testScheme(frame: Frame, plan: CapitalPlan | undefined, accounts: Map<CapitalSource, Account>): string | undefined {
  const needs = plan === undefined ? [] : needsOf(plan);
  for (const { source, need } of needs) {
    const account = accounts.get(source);
    const short = account === undefined ? undefined : firstShortYear(account, need);
    if (short !== undefined) return `${labelOf(source)} would run out in ${yearName(frame, short)}`;
  }
  for (const { source, need } of needs) addTo(accounts.get(source)?.funded ?? [], need);
  return undefined;
}

/** Schemes in order of rank, ties in list order; unranked last; each after the capital schemes it waits for (model-spec §6.4). */
export function fundingOrder(frame: Frame, schemes: readonly CapitalScheme[]): CapitalScheme[] {
  const rank = (scheme: CapitalScheme): number => (scheme.priority === undefined ? Number.MAX_SAFE_INTEGER : wholeOf(scheme.priority));
  const byId = new Map(schemes.map((scheme) => [scheme.id, scheme]));
  const placed = new Set<CapitalScheme>();
  const place = (scheme: CapitalScheme): void => {
    if (placed.has(scheme)) return;
    for (const needed of capitalNeededBy(frame.scenario, scheme.id, scheme.capitalDependencies)) {
      const before = byId.get(needed.id);
      if (before !== undefined) place(before);
    }
    placed.add(scheme);
  };
  [...byId.values()].sort((a, b) => rank(a) - rank(b)).forEach(place);
  return [...placed];
}

/** Why a scheme is not even tested: it is not approved in the draw that is worked, or it waits for a scheme that is not funded. */
function refusalOf(frame: Frame, scheme: CapitalScheme, funded: ReadonlySet<string>): string | undefined {
  if (frame.notApproved?.has(scheme.id) === true) return 'it is not approved';
  const waitsFor = capitalNeededBy(frame.scenario, scheme.id, scheme.capitalDependencies).find((needed) => !funded.has(needed.id));
  return waitsFor === undefined ? undefined : `it waits for ${waitsFor.name}, which is not funded`;
}

/**
 * The funding test of model-spec §6.4: schemes in order of rank, each funded only if every source that it needs has cumulative headroom in every year of its
 * spend. A scheme that fails takes nothing, and the next is tried.
 */
export function fundCapital(frame: Frame): Funding {
  const taking = frame.scenario.capital.filter((scheme) => takesPart(frame, 'capital', scheme.id));
  const plans = new Map(taking.map((scheme) => [scheme.id, planOf(frame, scheme)]));
  const envelopes = envelopesOf(frame);
  const accounts = new Map<CapitalSource, Account>();
  for (const source of envelopes.keys()) accounts.set(source, { envelope: envelopes.get(source), asked: [], funded: [] });
  for (const plan of plans.values()) {
    for (const { source, share } of plan.scheme.funding) {
      if (!accounts.has(source)) accounts.set(source, { envelope: undefined, asked: [], funded: [] });
      addTo(
        accounts.get(source)?.asked ?? [],
        plan.outturn.map((spend) => times(spend, figure(share))),
      );
    }
  }
  const funded = new Set<string>();
  const refusals = new Map<string, string>();
  for (const scheme of fundingOrder(frame, taking)) {
    const refusal = refusalOf(frame, scheme, funded) ?? testScheme(frame, plans.get(scheme.id), accounts);
    if (refusal === undefined) funded.add(scheme.id);
    else refusals.set(scheme.id, refusal);
  }
  const sources = [...accounts].map(([source, account]): SourceOutcome => {
    const held = account.envelope === undefined ? undefined : sum(account.envelope);
    const overProgramming = held === undefined || held.isZero() ? undefined : sum(account.asked).div(held).minus(ONE);
    return { source, envelope: account.envelope, asked: account.asked, funded: account.funded, overProgramming };
  });
  return { plans, funded, refusals, sources };
}
