import { D, ONE, TOLERANCE, ZERO, decimal, isBelow, maximum, plus, sum, type Decimal } from '../money/decimal.ts';
import { formatPercent, moneyInFittingUnit } from '../money/format.ts';
import type { Projection } from '../engine/project.ts';
import type { SavingsOutcome } from '../engine/savings.ts';
import type { Outcomes } from '../outcomes/positions.ts';
import type { SavingsScheme } from '../scenario/schema.ts';
import { aboveEvenSpread } from './concentration.ts';
import type { PlugDraft } from './plug.ts';

/* Patterns in single savings schemes and in how savings run over the years. */

const inTarget = ({ frame }: Projection, amounts: readonly Decimal[]): Decimal => amounts[frame.target] ?? ZERO;
const schemesOf = ({ savings }: Projection): SavingsOutcome[] => [...savings.schemes.values()];
const named = ({ name, id }: SavingsScheme): string => (name === id ? id : `${name} (${id})`);

/** The amount that somebody typed for a scheme, where a single amount was typed. */
function statedAmount({ scheme }: SavingsOutcome, target: string): Decimal | undefined {
  const { profile } = scheme;
  if (profile.kind === 'PROGRAMME') return undefined;
  const input = profile.kind === 'NON_RECURRENT' ? profile.amountByYear[target] : profile.grossFullYearEffect;
  return input === undefined ? undefined : decimal(input.value);
}

function amountPath({ id, profile }: SavingsScheme, target: string): string {
  if (profile.kind === 'PROGRAMME') return `savings.${id}.profile.rateByYear.${target}`;
  return profile.kind === 'NON_RECURRENT' ? `savings.${id}.profile.amountByYear.${target}` : `savings.${id}.profile.grossFullYearEffect`;
}

/** A share of a gap in steps of 5%, and a third, that plans are seen to be cut to. */
const SHARES: readonly Decimal[] = [...Array.from({ length: 20 }, (_, index) => new D(index + 1).div(20)), ONE.div(3), new D(2).div(3)];
const THOUSAND = new D(1000);

/** How near an amount must come to a share of a gap: to the pound, or to what its own rounding to thousands allows. */
function roundingOf(amount: Decimal): Decimal {
  return amount.mod(THOUSAND).isZero() ? new D(500) : ONE;
}

function shareHit(amount: Decimal, gap: Decimal): Decimal | undefined {
  if (gap.lte(THOUSAND)) return undefined;
  return SHARES.find((share) => gap.times(share).minus(amount).abs().lte(roundingOf(amount)));
}

/** Savings that come to a round share of the gap they are meant to close. */
export function shareOfGap(projection: Projection, outcomes: Outcomes): PlugDraft[] {
  const { frame } = projection;
  const target = frame.years[frame.target] ?? '';
  const gapOf = (amounts: readonly Decimal[]): Decimal => maximum(inTarget(projection, amounts).neg(), ZERO);
  return schemesOf(projection).flatMap((outcome): PlugDraft[] => {
    const { scheme } = outcome;
    const own = outcomes.organisations.find(({ id }) => id === scheme.organisation);
    const gaps = [
      { of: 'the system’s gap', amount: gapOf(outcomes.system.doNothing) },
      { of: `the gap of ${own?.name ?? scheme.organisation}`, amount: own === undefined ? ZERO : gapOf(own.doNothing) },
    ];
    const amounts = [statedAmount(outcome, target), inTarget(projection, outcome.headline)].filter(
      (amount) => amount?.gt(THOUSAND) === true,
    );
    const hit = gaps.flatMap((gap) => {
      const share = amounts
        .map((amount) => (amount === undefined ? undefined : shareHit(amount, gap.amount)))
        .find((found) => found !== undefined);
      return share === undefined ? [] : [{ share, of: gap.of }];
    })[0];
    if (hit === undefined) return [];
    return [
      {
        pattern: 'share-of-gap',
        subject: scheme.id,
        title: 'A saving cut to the gap',
        says: `${named(scheme)} comes to ${formatPercent(hit.share)} of ${hit.of} if nothing is done, to the pound.`,
        question: 'was it worked out from what can be done, or from what is missing?',
        sum: inTarget(projection, outcome.headline),
        paths: [amountPath(scheme, target)],
      },
    ];
  });
}

/** Savings that nobody has identified, and more of them each year. */
export function unidentifiedRising(projection: Projection): PlugDraft[] {
  const { frame } = projection;
  const unidentified = schemesOf(projection).filter(({ scheme }) => scheme.category === 'UNIDENTIFIED');
  const byYear = frame.years.map((_, year) => sum(unidentified.map(({ headline }) => headline[year] ?? ZERO))).slice(1, frame.target + 1);
  const last = byYear.at(-1) ?? ZERO;
  const before = byYear.at(-2);
  if (before === undefined || last.lte(ZERO) || !last.gt(before)) return [];
  const target = frame.years[frame.target] ?? '';
  return [
    {
      pattern: 'unidentified-rising',
      subject: unidentified.map(({ scheme }) => scheme.id).join('+'),
      title: 'Unidentified savings rise',
      says: `Savings that nobody has identified rise from ${moneyInFittingUnit(byYear[0] ?? ZERO)} to ${moneyInFittingUnit(last)} in ${target}.`,
      question: 'who will find them, and by when?',
      sum: last,
      paths: unidentified.map(({ scheme }) => amountPath(scheme, target)),
    },
  ];
}

/** The part of an increase that may fall into the last year before it is asked about: half as much again as the rest would suggest [J]. */
function stickLimit(years: number): Decimal {
  return new D('1.75').div(years);
}

function stickShare(increases: readonly Decimal[]): Decimal | undefined {
  const counted = increases.map((increase) => maximum(increase, ZERO));
  const total = sum(counted);
  return counted.length < 2 || total.isZero() ? undefined : (counted.at(-1) ?? ZERO).div(total);
}

const increasesOf = (amounts: readonly Decimal[]): Decimal[] => amounts.map((amount, at) => amount.minus(amounts[at - 1] ?? ZERO));

/** What a scheme that is typed year by year adds in each year. A start date, a ramp or a building explains why a scheme comes late; typed years do not. */
function typedIncreases({ scheme, headline }: SavingsOutcome, target: number): Decimal[] | undefined {
  const isTyped = scheme.profile.kind === 'PROGRAMME' || scheme.profile.kind === 'CUSTOM';
  return isTyped && scheme.category !== 'UNIDENTIFIED' ? increasesOf(headline.slice(1, target + 1)) : undefined;
}

/** Savings that wait for the target year: of the whole plan, and of schemes whose years are typed one by one. */
export function hockeySticks(projection: Projection): PlugDraft[] {
  const { frame } = projection;
  const target = frame.years[frame.target] ?? '';
  const all = frame.years
    .slice(1, frame.target + 1)
    .map((_, at) => sum(schemesOf(projection).map(({ headline }) => headline[at + 1] ?? ZERO)));
  const subjects = [
    { subject: 'system', name: 'The plan', increases: increasesOf(all), paths: [] as string[] },
    ...schemesOf(projection).flatMap((outcome) => {
      const increases = typedIncreases(outcome, frame.target);
      if (increases === undefined) return [];
      const { scheme } = outcome;
      const path = scheme.profile.kind === 'CUSTOM' ? `savings.${scheme.id}.profile.shareByYear.${target}` : amountPath(scheme, target);
      return [{ subject: scheme.id, name: named(scheme), increases, paths: [path] }];
    }),
  ];
  return subjects.flatMap(({ subject, name, increases, paths }): PlugDraft[] => {
    const share = stickShare(increases);
    if (share === undefined || share.lt(stickLimit(increases.length))) return [];
    return [
      {
        pattern: 'hockey-stick',
        subject,
        title: 'Most of it comes in the last year',
        says: `${name}: ${formatPercent(share, 0)} of what the years to ${target} add is added in ${target} itself.`,
        question: 'what happens then that could not happen before?',
        sum: aboveEvenSpread(increases),
        paths,
      },
    ];
  });
}

/** Cost types that a category of savings can act on, where the owner's books have such lines. */
const ACTS_ON: Readonly<Partial<Record<SavingsScheme['category'], readonly string[]>>> = {
  WORKFORCE_AGENCY: ['PAY', 'AGENCY'],
  PRESCRIBING_CHC: ['PRESCRIBING', 'CHC', 'DRUGS'],
  ESTATES: ['NON_PAY', 'CAPITAL_CHARGES', 'OTHER'],
};

type CostBase = { readonly amount: Decimal; readonly words: string };

function costBaseOf(projection: Projection, { scheme }: SavingsOutcome): CostBase | undefined {
  const { frame, doNothing, savings } = projection;
  const pool = scheme.pool === undefined ? undefined : savings.pools.get(scheme.pool)?.[frame.target];
  if (pool !== undefined) return { amount: pool.pool, words: 'the cost pool it acts on' };
  if (scheme.mechanism === 'CONTRACT_REDUCTION') {
    const contracts = frame.scenario.flows.filter(({ payer, payee }) => payer === scheme.organisation && payee === scheme.counterparty);
    return {
      amount: sum(contracts.map(({ id }) => inTarget(projection, doNothing.flows.get(id) ?? []))),
      words: 'the contract it reduces',
    };
  }
  if (scheme.mechanism !== 'CASH_EXTERNAL') return undefined;
  const costs = frame.scenario.lines.filter(({ kind, organisation }) => kind === 'EXPENDITURE' && organisation === scheme.organisation);
  const acted = costs.filter(({ category }) => ACTS_ON[scheme.category]?.includes(category) === true);
  const lines = acted.length > 0 ? acted : costs;
  const amount = sum(lines.map(({ id }) => inTarget(projection, doNothing.lines.get(id) ?? [])));
  return { amount, words: acted.length > 0 ? 'the cost it acts on' : 'all the cost of its owner' };
}

/** A saving larger than what is spent. */
export function aboveCostBase(projection: Projection): PlugDraft[] {
  const target = projection.frame.years[projection.frame.target] ?? '';
  return schemesOf(projection).flatMap((outcome): PlugDraft[] => {
    const base = costBaseOf(projection, outcome);
    const saving = inTarget(projection, outcome.headline);
    if (base === undefined || saving.lte(ZERO) || !isBelow(base.amount, saving)) return [];
    return [
      {
        pattern: 'above-cost-base',
        subject: outcome.scheme.id,
        title: 'More is saved than is spent',
        says: `${named(outcome.scheme)} saves ${moneyInFittingUnit(saving)} in ${target}; ${base.words} comes to ${moneyInFittingUnit(base.amount)}.`,
        question: 'what cost does it take away?',
        sum: saving.minus(base.amount),
        paths: [amountPath(outcome.scheme, target)],
      },
    ];
  });
}

const ROUND = new D(500_000);
const EXACT = new D(10_000);
const LEAST_SCHEMES = 4;

/** Round amounts where nearly all others are worked out: at most a quarter of them, beside at least 60% that are no multiple of £10,000 [J]. */
export function roundAmongExact(projection: Projection): PlugDraft[] {
  const { frame } = projection;
  const target = frame.years[frame.target] ?? '';
  const stated = schemesOf(projection).flatMap((outcome) => {
    const amount = statedAmount(outcome, target);
    return amount === undefined || amount.isZero() ? [] : [{ outcome, amount }];
  });
  const round = stated.filter(({ amount }) => amount.mod(ROUND).isZero());
  const exact = stated.filter(({ amount }) => !amount.mod(EXACT).isZero());
  const isRare = round.length > 0 && round.length * 4 <= stated.length && exact.length * 10 >= stated.length * 6;
  if (stated.length < LEAST_SCHEMES || !isRare) return [];
  return round.map(({ outcome: { scheme, headline }, amount }) => ({
    pattern: 'round-among-exact',
    subject: scheme.id,
    title: 'A round sum among worked-out ones',
    says: `${named(scheme)} is put at ${moneyInFittingUnit(amount)}, a round sum; ${String(exact.length)} of ${String(stated.length)} schemes are worked out to less than £10,000.`,
    question: 'what is it made of?',
    sum: headline[frame.target] ?? ZERO,
    paths: [amountPath(scheme, target)],
  }));
}

/** One-off savings that appear in the year that is tested, or that the balance of that year rests on (W8). */
export function oneOffCloses(projection: Projection, outcomes: Outcomes): PlugDraft[] {
  const { frame } = projection;
  const target = frame.years[frame.target] ?? '';
  const once = ({ systemEffect, nonRecurrentShare }: SavingsOutcome, year: number): Decimal =>
    (systemEffect[year] ?? ZERO).times(nonRecurrentShare[year] ?? ZERO);
  const total = sum(schemesOf(projection).map((outcome) => once(outcome, frame.target)));
  const reported = inTarget(projection, outcomes.system.reported);
  const closes = !isBelow(reported, ZERO) && isBelow(reported.minus(total), ZERO);
  const late = schemesOf(projection).filter((outcome) => {
    const { scheme } = outcome;
    if (scheme.profile.kind !== 'NON_RECURRENT' && scheme.category !== 'NON_RECURRENT') return false;
    const earlier = frame.years.slice(1, frame.target).reduce((all, _, at) => plus(all, outcome.headline[at + 1] ?? ZERO), ZERO);
    const last = outcome.headline[frame.target] ?? ZERO;
    return frame.target > 1 && last.gt(earlier.plus(TOLERANCE));
  });
  const subjects = closes
    ? [{ subject: 'system', schemes: schemesOf(projection).filter((outcome) => !once(outcome, frame.target).isZero()), sum: total }]
    : late.map((outcome) => ({ subject: outcome.scheme.id, schemes: [outcome], sum: once(outcome, frame.target) }));
  return subjects.map(({ subject, schemes, sum: amount }) => ({
    pattern: 'one-off-closes',
    subject,
    title: closes ? 'One-off savings close the target year' : 'A one-off in the year that is tested',
    says: closes
      ? `${target} balances by ${moneyInFittingUnit(amount)} of savings that will not be there the year after.`
      : `${schemes.map(({ scheme }) => named(scheme)).join(', ')} brings ${moneyInFittingUnit(amount)} once, and most of it in ${target}.`,
    question: 'what closes the year after?',
    sum: amount,
    paths: schemes.map(({ scheme }) => amountPath(scheme, target)),
  }));
}
