import { D, ONE, ZERO, isAtLeast, maximum, sum, times, type Decimal } from '../money/decimal.ts';
import type { Projection } from '../engine/project.ts';
import { settle } from '../engine/settlement.ts';
import type { SavingsOutcome } from '../engine/savings.ts';
import { judgementOf, type Grade } from './required-rate.ts';
import { deliveredNothing, systemIn } from './uniform-delivery.ts';

/** How far the plan rests on few schemes, from the effect on the system in the target year (model-spec §11.4, §19 (38)). */
export type Concentration = {
  /** Σ share²; undefined where no scheme saves anything. */
  readonly index: Decimal | undefined;
  /** 1 ÷ index: as many schemes of equal size would be as concentrated. */
  readonly effectiveSchemes: Decimal | undefined;
  readonly topThreeShare: Decimal | undefined;
  /** Schemes by effect, largest first. */
  readonly shares: readonly { readonly scheme: string; readonly amount: Decimal; readonly share: Decimal }[];
};

const descending = (a: { amount: Decimal; scheme: string }, b: { amount: Decimal; scheme: string }): number =>
  b.amount.cmp(a.amount) || (a.scheme < b.scheme ? -1 : 1);

/** HHI, effective schemes and top-3 share of savings in the target year; undefined where they add to nil or less (rule E17). */
export function concentrationOf({ frame, savings }: Projection): Concentration {
  const amounts = [...savings.schemes].map(([scheme, outcome]) => ({ scheme, amount: outcome.systemEffect[frame.target] ?? ZERO }));
  const total = sum(amounts.map(({ amount }) => amount));
  if (total.lte(ZERO)) return { index: undefined, effectiveSchemes: undefined, topThreeShare: undefined, shares: [] };
  const shares = amounts.sort(descending).map((each) => ({ ...each, share: each.amount.div(total) }));
  const index = sum(shares.map(({ share }) => times(share, share)));
  return { index, effectiveSchemes: ONE.div(index), topThreeShare: sum(shares.slice(0, 3).map(({ share }) => share)), shares };
}

/** BLI = (Σ t·n / Σ n − 1)/(T − 1), n = max(0, increase) in year t from 1; undefined for one year, or where nothing increases (model-spec §11.4). */
export function backLoadingIndex(increases: readonly Decimal[]): Decimal | undefined {
  const counted = increases.map((increase) => maximum(increase, ZERO));
  const total = sum(counted);
  if (counted.length < 2 || total.isZero()) return undefined;
  const weighted = sum(counted.map((increase, index) => increase.times(index + 1)));
  return weighted
    .div(total)
    .minus(ONE)
    .div(counted.length - 1);
}

export type BackLoading = {
  readonly index: Decimal | undefined;
  readonly grade: Grade;
  /** Savings delivered for the system by year, and their increase, in pounds; index 0 is the first projected year. */
  readonly byYear: readonly Decimal[];
  readonly increases: readonly Decimal[];
};

/** Savings delivered for the system in each year up to the target, index 0 = first projected year. */
export function savingsByYear({ frame, savings }: Projection): Decimal[] {
  const schemes = [...savings.schemes.values()];
  return frame.years.slice(1, frame.target + 1).map((_, at) => sum(schemes.map((each) => each.systemEffect[at + 1] ?? ZERO)));
}

/** How late the savings come: 0 all in the first year, 0.5 even, 1 all in the target year (model-spec §11.4, §19 (38)). */
export function backLoadingOf(projection: Projection): BackLoading {
  const byYear = savingsByYear(projection);
  const increases = byYear.map((amount, at) => amount.minus(byYear[at - 1] ?? ZERO));
  const index = backLoadingIndex(increases);
  const isFrom = (judgement: 'backLoadingAmber' | 'backLoadingRed'): boolean => index?.gte(judgementOf(projection, judgement)) === true;
  return { index, grade: isFrom('backLoadingRed') ? 'red' : isFrom('backLoadingAmber') ? 'amber' : 'clear', byYear, increases };
}

/** What the system would report in the target year if one scheme delivered nothing, its costs staying. */
export type SchemeFailure = {
  readonly scheme: string;
  readonly reported: Decimal;
  /** The change from what it reports now; support that is lost with the scheme is in it. */
  readonly change: Decimal;
  /** Whether balance is lost by this scheme alone. */
  readonly losesBalance: boolean;
};

/** Single-scheme failure (model-spec §11.4): each savings scheme in turn at no delivery, with risk share, support gate and reserves settled again; worst first. */
export function schemeFailures(projection: Projection): SchemeFailure[] {
  const { frame } = projection;
  const now = systemIn(projection.settlement.reported, frame.target);
  const one = (outcome: SavingsOutcome): SchemeFailure => {
    const reported = systemIn(settle(frame, deliveredNothing(projection, [outcome])).reported, frame.target);
    return {
      scheme: outcome.scheme.id,
      reported,
      change: reported.minus(now),
      losesBalance: isAtLeast(now, ZERO) && !isAtLeast(reported, ZERO),
    };
  };
  return [...projection.savings.schemes.values()]
    .filter((outcome) => outcome.deliverable.some((amount) => !amount.isZero()))
    .map(one)
    .sort((a, b) => a.change.cmp(b.change) || (a.scheme < b.scheme ? -1 : 1));
}

/** An even spread of the increases over the years; what the last year holds above it. */
export function aboveEvenSpread(increases: readonly Decimal[]): Decimal {
  const counted = increases.map((increase) => maximum(increase, ZERO));
  const last = counted.at(-1) ?? ZERO;
  return counted.length === 0 ? ZERO : last.minus(sum(counted).div(new D(counted.length)));
}
