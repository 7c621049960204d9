import type { Input } from './input.ts';
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

/** Savings that nobody has identified have no record, so nothing is counted on (model-spec §5). */
function atRecord(scheme: SavingsScheme): SavingsScheme {
  if (scheme.category !== 'UNIDENTIFIED') return atLikely(scheme);
  return { ...scheme, delivery: { ...scheme.delivery, value: '0', unit: 'share' } };
}

/**
 * The plan at the bodies' own record: delivery of every savings scheme and shift at the likely point of its range, and unidentified savings at nil
 * (model-spec §5.5). A scheme without a range keeps its delivery, because nothing is known of its record.
 */
export function ownRecord(scenario: Scenario): Scenario {
  return { ...scenario, savings: scenario.savings.map(atRecord), shifts: scenario.shifts.map(atLikely) };
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
