import { ZERO, plus, sum, times, type Decimal } from '../money/decimal.ts';
import { DEFAULT_INPUTS, DEFAULT_LAG_PROFILE } from '../scenario/defaults.ts';
import type { PreventionScheme } from '../scenario/schema.ts';
import { figure, figureOr, figuresByYear, takesPart, type Frame } from './frame.ts';
import { nilByYear, type Ledger } from './ledger.ts';

/** One prevention scheme, in pounds by year, index 0 = base year (model-spec §8). */
export type PreventionOutcome = {
  readonly scheme: PreventionScheme;
  readonly investment: readonly Decimal[];
  readonly benefit: readonly Decimal[];
  readonly cashReleasing: readonly Decimal[];
  /** Cash that arrives after the horizon from spend inside it; no part of the balance test (§19 (33)). */
  readonly cashAfterHorizon: Decimal;
};

function benefitsOf(investment: readonly Decimal[], lagProfile: readonly Decimal[]): { inside: Decimal[]; after: Decimal } {
  const inside = investment.map(() => ZERO);
  let after = ZERO;
  investment.forEach((amount, spent) => {
    if (amount.isZero()) return;
    lagProfile.forEach((perPound, lag) => {
      const benefit = times(amount, perPound);
      const year = spent + lag;
      if (year < inside.length) inside[year] = plus(inside[year] ?? ZERO, benefit);
      else after = plus(after, benefit);
    });
  });
  return { inside, after };
}

function post(frame: Frame, ledger: Ledger, outcome: PreventionOutcome): void {
  const { scheme } = outcome;
  const common = { source: scheme.id, setting: 'PREVENTION', recurrent: true, betweenMembers: false } as const;
  const spends = scheme.investments.map(({ organisation, amountByYear }) => ({
    organisation,
    amounts: figuresByYear(frame, amountByYear),
  }));
  for (let year = 1; year <= frame.yearCount; year += 1) {
    const benefit = outcome.benefit[year] ?? ZERO;
    const notCash = benefit.minus(outcome.cashReleasing[year] ?? ZERO);
    for (const { organisation, amounts } of spends) {
      ledger.post({
        ...common,
        year,
        organisation,
        step: 'preventionHeadline',
        category: 'investment',
        amount: (amounts[year] ?? ZERO).neg(),
      });
    }
    for (const { organisation, weight } of scheme.beneficiaries) {
      ledger.post({
        ...common,
        year,
        organisation,
        step: 'preventionHeadline',
        category: 'benefit',
        amount: times(benefit, figure(weight)),
      });
      ledger.post({
        ...common,
        year,
        organisation,
        step: 'notCashReleasing',
        category: 'benefit',
        amount: times(notCash, figure(weight)).neg(),
      });
    }
  }
}

/** Step 7 of model-spec §10: prevention, with its benefit in the years after the spend, and who pays and who gains. */
export function prevention(frame: Frame, ledger: Ledger): Map<string, PreventionOutcome> {
  const outcomes = new Map<string, PreventionOutcome>();
  for (const scheme of frame.scenario.prevention) {
    if (!takesPart(frame, 'prevention', scheme.id)) continue;
    const spends = scheme.investments.map(({ amountByYear }) => figuresByYear(frame, amountByYear));
    const investment = nilByYear(frame.yearCount).map((_, year) =>
      year === 0 ? ZERO : sum(spends.map((amounts) => amounts[year] ?? ZERO)),
    );
    const lagProfile = (scheme.lagProfile ?? DEFAULT_LAG_PROFILE).map(figure);
    const { inside, after } = benefitsOf(investment, lagProfile);
    const cashShare = figureOr(scheme.cashReleasingShare, DEFAULT_INPUTS.preventionCashReleasingShare);
    const outcome = {
      scheme,
      investment,
      benefit: inside,
      cashReleasing: inside.map((benefit) => times(benefit, cashShare)),
      cashAfterHorizon: times(after, cashShare),
    };
    outcomes.set(scheme.id, outcome);
    post(frame, ledger, outcome);
  }
  return outcomes;
}
