import { ONE, ZERO, type Decimal } from '../../../shared/money/decimal.ts';
import { formatPercent, moneyInSentence } from '../../../shared/money/format.ts';
import type { MoneyUnit } from '../../../shared/money/units.ts';
import { figureOr } from '../../../shared/engine/frame.ts';
import type { SavingsOutcome } from '../../../shared/engine/savings.ts';
import { DEFAULT_INPUTS } from '../../../shared/scenario/defaults.ts';

type Amounts = readonly Decimal[];

/** One rung of the ladder of a scheme: what it adds to or takes from the one above, by year. */
export type Rung = {
  readonly key: string;
  readonly label: string;
  readonly amounts: Amounts;
  /** The levels before and after it, by year: where its bar hangs. */
  readonly levels: readonly [Amounts, Amounts];
  /** The figure of the scheme that explains it. */
  readonly figure: string;
};

function less(after: Amounts, before: Amounts): Amounts {
  return after.map((amount, year) => amount.minus(before[year] ?? ZERO));
}

/** "Not delivered, 15%": the share that a rung takes, where it takes one. */
function withShare(words: string, kept: Decimal): string {
  const lost = ONE.minus(kept);
  return lost.isZero() ? words : `${words}, ${formatPercent(lost, 0)}`;
}

/** The ladder from what a scheme claims to what counts for the system (model-spec §5.3), L0 to L6. */
export function ladderOf(outcome: SavingsOutcome): readonly Rung[] {
  const { headline, effective, afterGate, afterOverlap, cashReleasing, deliverable, systemEffect, scheme } = outcome;
  const nil = headline.map(() => ZERO);
  const rung = (key: string, label: string, before: Amounts, after: Amounts, figure = `steps.${key}`): Rung => ({
    key,
    label,
    amounts: less(after, before),
    levels: [before, after],
    figure,
  });
  const isCutByFactor = !outcome.systemFactor.eq(ONE);
  return [
    rung('headline', 'What the plan claims', nil, headline, 'headline'),
    rung('timing', 'Timing', headline, effective),
    rung('capitalNotAvailable', 'Capital', effective, afterGate),
    rung('overlap', 'Overlap', afterGate, afterOverlap),
    rung(
      'notCashReleasing',
      withShare('Not cash-releasing', figureOr(scheme.cashReleasingShare, DEFAULT_INPUTS.fullShare)),
      afterOverlap,
      cashReleasing,
    ),
    rung('deliveryRisk', withShare('Not delivered', outcome.delivery), cashReleasing, deliverable),
    ...(isCutByFactor
      ? [rung('tariffIllusionSavings', withShare('Not released by the provider', outcome.systemFactor), deliverable, systemEffect)]
      : []),
    { ...rung('systemEffect', 'Counts for the system', nil, systemEffect, 'systemEffect') },
  ];
}

/** What the ladder finds: "Strengths-based care: £10.0m claimed, £7.6m counts". */
export function ladderFinding(
  { scheme, headline, systemEffect }: SavingsOutcome,
  { year, unit }: { year: number; unit: MoneyUnit },
): string {
  const said = (amounts: Amounts): string => moneyInSentence(amounts[year] ?? ZERO, { unit, ...(unit === '£m' ? { places: 2 } : {}) });
  return `${scheme.name}: ${said(headline)} claimed, ${said(systemEffect)} counts`;
}
