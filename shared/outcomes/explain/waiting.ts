import { monthLabel } from '../../calendar/financial-year.ts';
import { ONE, ZERO } from '../../money/decimal.ts';
import { operationalMonth } from '../../engine/capital-charges.ts';
import { capitalNeededBy, wholeOf } from '../../engine/frame.ts';
import type { SavingsScheme } from '../../scenario/schema.ts';
import type { Context } from './context.ts';
import type { DraftFactor } from './draft.ts';
import { usesEntered, type InputUse } from './input-uses.ts';
import { months } from './wording.ts';

/** What may wait for capital: a savings scheme, or a shift. */
type Waiting = Pick<SavingsScheme, 'id' | 'name' | 'capitalDependencies' | 'mobilisationMonths' | 'slippageMonths'>;

/** The inputs that decide when a scheme or shift really starts: its own dates, and those of the capital that it waits for. */
export function startUses(context: Context, list: 'savings' | 'shifts', waiting: Waiting): InputUse[] {
  const own = list === 'savings' ? ['profile.startMonth', 'profile.rampMonths'] : ['startMonth', 'rampMonths'];
  const capital = capitalNeededBy(context.scenario, waiting.id, waiting.capitalDependencies);
  const months = capital.flatMap(({ id }) => [`capital.${id}.operationalMonth`, `capital.${id}.slippageMonths`]);
  const fields = [...own, 'slippageMonths', ...(capital.length > 0 ? ['mobilisationMonths'] : [])];
  return usesEntered(context, [...fields.map((field) => `${list}.${waiting.id}.${field}`), ...months]);
}

/** Why something starts later than planned, as the end of a sentence: "because Community hub opens in Oct 2020". */
function delayReason(context: Context, waiting: Waiting, planned: number): string {
  const slipped = planned + wholeOf(waiting.slippageMonths);
  const latest = capitalNeededBy(context.scenario, waiting.id, waiting.capitalDependencies)
    .map((capital) => ({ name: capital.name, month: operationalMonth(capital) }))
    .sort((a, b) => b.month - a.month)[0];
  if (latest === undefined || latest.month + wholeOf(waiting.mobilisationMonths) <= slipped)
    return `because it slips by ${months(slipped - planned)}`;
  const mobilisation = wholeOf(waiting.mobilisationMonths);
  const after = mobilisation === 0 ? '' : `, and mobilising takes ${months(mobilisation)}`;
  return `because ${latest.name} opens in ${monthLabel(context.scenario.baseYear, latest.month)}${after}`;
}

/** When something starts, and why later than planned: "It starts in Oct 2020 instead of Apr 2020, because …". */
export function startSentence(context: Context, waiting: Waiting, start: { planned: number; effective: number }): string {
  const month = (index: number): string => monthLabel(context.scenario.baseYear, index);
  if (start.planned === start.effective) return `It starts in ${month(start.planned)}, as planned.`;
  return `It starts in ${month(start.effective)} instead of ${month(start.planned)}, ${delayReason(context, waiting, start.planned)}.`;
}

/** Whether the capital that something waits for is funded, as factors of 1 or nil. */
export function fundedFactors(context: Context, waiting: Pick<Waiting, 'id' | 'capitalDependencies'>): DraftFactor[] {
  const { plans, funded } = context.projection.capital.funding;
  return capitalNeededBy(context.scenario, waiting.id, waiting.capitalDependencies).map(({ id, name }) => ({
    label: funded.has(id) ? `${name} is funded` : `${name} is not funded`,
    amount: funded.has(id) ? ONE : ZERO,
    unit: 'yes or no',
    ...(plans.has(id) ? { path: `capital.${id}.funded` } : {}),
  }));
}

/** Why capital is missing, one sentence for each scheme that is not funded. */
export function fundingNotes(context: Context, waiting: Pick<Waiting, 'id' | 'capitalDependencies'>): string[] {
  const { refusals } = context.projection.capital.funding;
  return capitalNeededBy(context.scenario, waiting.id, waiting.capitalDependencies).flatMap(({ id, name }) => {
    const refusal = refusals.get(id);
    return refusal === undefined ? [] : [`${name} is not funded: ${refusal}.`];
  });
}
