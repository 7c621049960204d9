import type { Input } from './input.ts';
import { asDelivery, ownRecordOf, type OwnRecord } from './own-record.ts';
import type { SavingsScheme, Scenario } from './schema.ts';

/* Questions that are put to any plan. Each answer is a scenario of its own; the plan that was asked stays as it is, and what a question does not touch is shared. */

/** A slip that is no whole number of months. */
export class SlipError extends Error {
  readonly code = 'not-whole-months';

  constructor(months: number) {
    super(`Read a slip of ${String(months)} months. Allowed: a whole number of months, 0 or more. Enter it so, such as 12.`);
    this.name = 'SlipError';
  }
}

/** Delivery at the likely point of its range. A delivery without a range is stated as certain, and stays. */
function atLikely<T extends { readonly delivery?: Input | undefined }>(scheme: T): T {
  const { delivery } = scheme;
  return delivery?.range === undefined ? scheme : { ...scheme, delivery: { ...delivery, value: delivery.range.likely } };
}

/**
 * A savings scheme at what its owner delivered before, where that is recorded; else at its likely point. Savings that nobody has identified have no record, so
 * nothing is counted on (model-spec §5).
 */
function atRecord(scheme: SavingsScheme, { byOrganisation }: OwnRecord): SavingsScheme {
  if (scheme.category === 'UNIDENTIFIED') return { ...scheme, delivery: { ...scheme.delivery, value: '0', unit: 'share' } };
  const record = byOrganisation.get(scheme.organisation);
  return record === undefined
    ? atLikely(scheme)
    : { ...scheme, delivery: { ...scheme.delivery, value: asDelivery(record.share), unit: 'share' } };
}

/**
 * The plan at the bodies' own record (model-spec §5.5): every savings scheme delivers what its owner achieved of its plans in the past years that are recorded, or,
 * where none is, the likely point of its range; shifts, of which no record is kept, theirs; unidentified savings nil. A scheme with neither keeps its delivery.
 */
export function ownRecord(scenario: Scenario): Scenario {
  const record = ownRecordOf(scenario);
  return { ...scenario, savings: scenario.savings.map((scheme) => atRecord(scheme, record)), shifts: scenario.shifts.map(atLikely) };
}

/**
 * The plan with every capital scheme later by some whole months, on top of the slippage that it has (model-spec §6.3): its spend and opening move, and with them
 * what waits for it. Throws SlipError where the months are no whole number, or below nil.
 */
export function capitalSlipped(scenario: Scenario, months: number): Scenario {
  if (!Number.isSafeInteger(months) || months < 0) throw new SlipError(months);
  const capital = scenario.capital.map((scheme) => {
    const stated = scheme.slippageMonths;
    const value = String(Number(stated?.value ?? '0') + months);
    return { ...scheme, slippageMonths: { ...stated, value, unit: 'months' as const } };
  });
  return { ...scenario, capital };
}
