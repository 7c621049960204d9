import { times, type Decimal } from '../../money/decimal.ts';
import type { Step } from '../../engine/ledger.ts';
import type { ShiftOutcome } from '../../engine/shift.ts';
import { amountIn, type Context } from './context.ts';
import type { DraftTerm } from './draft.ts';
import { insideSentence } from './wording.ts';

/** Money of a shift by the name that it has in a path, in pounds by year. */
export type ShiftMoney =
  | 'plannedTariff'
  | 'plannedReprovision'
  | 'headline'
  | 'tariffSaved'
  | 'variableReleased'
  | 'reprovision'
  | 'contractPaid'
  | 'tariffSavedAtExit'
  | 'variableReleasedAtExit'
  | 'reprovisionAtExit'
  | 'contractPaidAtExit';

/** Units and unit prices of a shift by the name that they have in a path. */
export type ShiftUnits = 'activity' | 'plannedActivity' | 'capacity' | 'plannedCapacity' | 'activityAtExit' | 'capacityAtExit';
export type ShiftPrice = 'tariff' | 'variableCost' | 'reprovisionCost' | 'contractPrice';

/** Which units and which price each amount is made of (model-spec §7.2). The headline is a difference, and not among them. */
export const PRODUCTS: Readonly<Record<Exclude<ShiftMoney, 'headline'>, { units: ShiftUnits; price: ShiftPrice; label: string }>> = {
  plannedTariff: { units: 'plannedActivity', price: 'tariff', label: 'Tariff saved, as planned' },
  plannedReprovision: { units: 'plannedCapacity', price: 'reprovisionCost', label: 'Reprovision cost, as planned' },
  tariffSaved: { units: 'activity', price: 'tariff', label: 'Tariff saved' },
  variableReleased: { units: 'activity', price: 'variableCost', label: 'Variable cost released' },
  reprovision: { units: 'capacity', price: 'reprovisionCost', label: 'Reprovision cost' },
  contractPaid: { units: 'capacity', price: 'contractPrice', label: 'Paid to the new provider' },
  tariffSavedAtExit: { units: 'activityAtExit', price: 'tariff', label: 'Tariff saved at the level of 31 March' },
  variableReleasedAtExit: { units: 'activityAtExit', price: 'variableCost', label: 'Variable cost released at the level of 31 March' },
  reprovisionAtExit: { units: 'capacityAtExit', price: 'reprovisionCost', label: 'Reprovision cost at the level of 31 March' },
  contractPaidAtExit: { units: 'capacityAtExit', price: 'contractPrice', label: 'Paid to the new provider at the level of 31 March' },
};

/** Units of a shift by year. */
export function unitsOf({ activity }: ShiftOutcome, units: ShiftUnits): readonly Decimal[] {
  switch (units) {
    case 'activity':
      return activity.avoided;
    case 'plannedActivity':
      return activity.planned;
    case 'capacity':
      return activity.capacity;
    case 'plannedCapacity':
      return activity.plannedCapacity;
    case 'activityAtExit':
      return activity.avoidedAtExit;
    case 'capacityAtExit':
      return activity.capacityAtExit;
  }
}

/** An amount of a shift in a year: as the projection keeps it, else units × price. */
export function moneyOf(outcome: ShiftOutcome, money: ShiftMoney, year: number): Decimal {
  switch (money) {
    case 'plannedTariff':
    case 'plannedReprovision':
    case 'headline':
    case 'tariffSaved':
    case 'variableReleased':
    case 'reprovision':
    case 'contractPaid':
      return amountIn(outcome[money], year);
    default: {
      const { units, price } = PRODUCTS[money];
      return times(amountIn(unitsOf(outcome, units), year), amountIn(outcome.activity[price], year));
    }
  }
}

/** An amount of a shift as a term; `sign` −1 where it takes away. */
export function moneyTerm(
  context: Context,
  outcome: ShiftOutcome,
  term: { money: ShiftMoney; year: number; sign: 1 | -1; label?: string },
): DraftTerm {
  const { scheme } = outcome.activity;
  const amount = moneyOf(outcome, term.money, term.year);
  return {
    label: term.label ?? (term.money === 'headline' ? 'Headline' : PRODUCTS[term.money].label),
    amount: term.sign === 1 ? amount : amount.neg(),
    path: context.path(term.year, 'shifts', scheme.id, term.money),
  };
}

/** One amount at one member: it gains (1) or bears (−1) it. */
type Move = { readonly organisation: string; readonly money: ShiftMoney; readonly sign: 1 | -1 };

/** What a step of the calculation moves at each member of a shift: the plan stands at the commissioner, reprovision at cost (§19 (37)). */
function movesOf({ activity }: ShiftOutcome, step: Step): Move[] {
  const { commissioner, toOrganisation, fromOrganisation } = activity.scheme;
  const at = (organisation: string, money: ShiftMoney, sign: 1 | -1): Move => ({ organisation, money, sign });
  if (step === 'shiftHeadline') return [at(commissioner, 'plannedTariff', 1), at(commissioner, 'plannedReprovision', -1)];
  if (step === (activity.funded ? 'shiftDelivery' : 'capitalNotAvailable'))
    return [
      at(commissioner, 'tariffSaved', 1),
      at(commissioner, 'plannedTariff', -1),
      at(commissioner, 'contractPaid', -1),
      at(commissioner, 'plannedReprovision', 1),
      at(toOrganisation, 'contractPaid', 1),
      at(toOrganisation, 'reprovision', -1),
    ];
  if (step === 'tariffIllusionShift') return [at(fromOrganisation, 'tariffSaved', -1), at(fromOrganisation, 'variableReleased', 1)];
  return [];
}

/** What a step of one shift puts into the position of one member, as terms. */
export function shiftTermsAt(context: Context, outcome: ShiftOutcome, at: { step: Step; organisation: string; year: number }): DraftTerm[] {
  const { scheme } = outcome.activity;
  return movesOf(outcome, at.step)
    .filter((move) => move.organisation === at.organisation)
    .map(({ money, sign }) => {
      const term = moneyTerm(context, outcome, { money, sign, year: at.year });
      return { ...term, label: `${scheme.name}: ${insideSentence(term.label)}` };
    });
}

/** The step in which what a shift fails to deliver stands: its own, or capital not available (§19 (23)). */
export function deliveryStep({ activity }: ShiftOutcome): 'shiftDelivery' | 'capitalNotAvailable' {
  return activity.funded ? 'shiftDelivery' : 'capitalNotAvailable';
}

/** What a step of one shift puts into the position of the system, as terms: what members pay one another cancels. */
export function shiftStepTerms(context: Context, outcome: ShiftOutcome, step: Step, year: number): DraftTerm[] {
  if (step === 'tariffIllusionShift')
    return [
      moneyTerm(context, outcome, { money: 'tariffSaved', year, sign: -1, label: 'Income that the old provider loses' }),
      moneyTerm(context, outcome, { money: 'variableReleased', year, sign: 1 }),
    ];
  return [
    moneyTerm(context, outcome, { money: 'tariffSaved', year, sign: 1 }),
    moneyTerm(context, outcome, { money: 'reprovision', year, sign: -1 }),
    moneyTerm(context, outcome, { money: 'headline', year, sign: -1, label: 'Headline, as planned' }),
  ];
}

/** Full-year effect of a shift on one member: each amount at its level of 31 March, less what counts in the year (model-spec §10). */
export function exitTerms(context: Context, outcome: ShiftOutcome, organisation: string, year: number): DraftTerm[] {
  const { commissioner, toOrganisation, fromOrganisation } = outcome.activity.scheme;
  const pairs: readonly { member: string; atExit: ShiftMoney; inYear: ShiftMoney; sign: 1 | -1 }[] = [
    { member: commissioner, atExit: 'tariffSavedAtExit', inYear: 'tariffSaved', sign: 1 },
    { member: commissioner, atExit: 'contractPaidAtExit', inYear: 'contractPaid', sign: -1 },
    { member: toOrganisation, atExit: 'contractPaidAtExit', inYear: 'contractPaid', sign: 1 },
    { member: toOrganisation, atExit: 'reprovisionAtExit', inYear: 'reprovision', sign: -1 },
    { member: fromOrganisation, atExit: 'variableReleasedAtExit', inYear: 'variableReleased', sign: 1 },
    { member: fromOrganisation, atExit: 'tariffSavedAtExit', inYear: 'tariffSaved', sign: -1 },
  ];
  return pairs
    .filter(({ member }) => member === organisation)
    .flatMap(({ atExit, inYear, sign }) => [
      moneyTerm(context, outcome, { money: atExit, year, sign }),
      moneyTerm(context, outcome, { money: inYear, year, sign: sign === 1 ? -1 : 1, label: `${labelOf(inYear)} in the year` }),
    ]);
}

function labelOf(money: ShiftMoney): string {
  return money === 'headline' ? 'Headline' : PRODUCTS[money].label;
}
