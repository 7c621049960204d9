import { exitLevel, inYearShare } from '../../calendar/phasing.ts';
import { ONE } from '../../money/decimal.ts';
import { wholeOf } from '../../engine/frame.ts';
import type { ShiftOutcome } from '../../engine/shift.ts';
import { DEFAULT_INPUTS } from '../../scenario/defaults.ts';
import type { ShiftScheme } from '../../scenario/schema.ts';
import { amountIn, type Context } from './context.ts';
import type { Draft, DraftFactor } from './draft.ts';
import { figureOfUse, useOf, usesEntered } from './input-uses.ts';
import { levelFactor } from './series.ts';
import { unitsOf, type ShiftPrice, type ShiftUnits } from './shift-figures.ts';
import { fundedFactors, fundingNotes, startSentence, startUses } from './waiting.ts';
import { plainNumber, pounds } from './wording.ts';

function optional(context: Context, scheme: ShiftScheme, field: keyof ShiftScheme, words: { label: string; part?: 'rest' }): DraftFactor[] {
  const [use] = usesEntered(context, [`shifts.${scheme.id}.${field}`]);
  if (use === undefined) return [];
  return [{ label: words.label, amount: words.part === 'rest' ? ONE.minus(figureOfUse(use)) : figureOfUse(use), unit: 'share', use }];
}

/** How units of each kind are called, and which dates and shares make them. */
export const UNIT_WORDS: Readonly<
  Record<ShiftUnits, { label: string; does: string; planned: boolean; capacity: boolean; atExit: boolean }>
> = {
  activity: { label: 'Activity avoided', does: 'are avoided', planned: false, capacity: false, atExit: false },
  plannedActivity: {
    label: 'Activity avoided, as planned',
    does: 'would be avoided on plan',
    planned: true,
    capacity: false,
    atExit: false,
  },
  capacity: { label: 'New capacity', does: 'are provided for elsewhere', planned: false, capacity: true, atExit: false },
  plannedCapacity: {
    label: 'New capacity, as planned',
    does: 'would be provided for on plan',
    planned: true,
    capacity: true,
    atExit: false,
  },
  activityAtExit: {
    label: 'Activity avoided a year, at 31 March',
    does: 'a year are avoided by 31 March',
    planned: false,
    capacity: false,
    atExit: true,
  },
  capacityAtExit: {
    label: 'New capacity a year, at 31 March',
    does: 'a year are provided for by 31 March',
    planned: false,
    capacity: true,
    atExit: true,
  },
};

/** Units in a year: full effect × what is funded and delivered × the level of the ramp. Capacity is bought for the plan, and earlier (model-spec §7.2). */
export function unitsDraft(context: Context, outcome: ShiftOutcome, units: ShiftUnits, year: number): Draft {
  const { scheme, plannedStart, effectiveStart, ramp } = outcome.activity;
  const { label, does, planned, capacity, atExit } = UNIT_WORDS[units];
  const amount = amountIn(unitsOf(outcome, units), year);
  const lead = capacity ? wholeOf(scheme.leadMonths) : 0;
  const dated = { ...ramp, startMonth: (planned ? plannedStart : effectiveStart) - lead };
  const full = useOf(context, `shifts.${scheme.id}.activityPerYear`, 'units');
  const delivery = useOf(context, `shifts.${scheme.id}.delivery`, DEFAULT_INPUTS.fullShare);
  const start = planned ? '' : ` ${startSentence(context, scheme, { planned: plannedStart, effective: effectiveStart })}`;
  return {
    label: `${label}, ${scheme.name}, ${context.label(year)}`,
    unit: 'units',
    amount,
    sentence: `${plainNumber(amount, 1)} units of ${scheme.name} ${does} in ${context.label(year)}.${start}`,
    formula: `activity at full effect${capacity || planned ? '' : ' × delivery share'} × ${atExit ? 'level at 31 March' : 'average level over the year'}`,
    factors: [
      { label: 'Activity a year at full effect', amount: figureOfUse(full), unit: 'units', use: full },
      ...(planned ? [] : fundedFactors(context, scheme)),
      ...(planned || capacity ? [] : [{ label: 'Delivery share', amount: figureOfUse(delivery), unit: 'share', use: delivery } as const]),
      {
        label: atExit ? 'Level at 31 March' : 'Average level over the year',
        amount: atExit ? exitLevel(dated, year) : inYearShare(dated, year),
        unit: 'share',
      },
    ],
    uses: [...startUses(context, 'shifts', scheme), ...(capacity ? usesEntered(context, [`shifts.${scheme.id}.leadMonths`]) : [])],
    notes: planned ? [] : fundingNotes(context, scheme),
  };
}

/** What a unit is worth or costs at base-year prices, the inputs that change it, and the series that indexes it. */
function priceParts(
  context: Context,
  scheme: ShiftScheme,
  price: ShiftPrice,
): { label: string; field: keyof ShiftScheme; series: string | undefined; more: DraftFactor[] } {
  switch (price) {
    case 'tariff':
      return {
        label: 'Tariff',
        field: 'tariffPerUnit',
        series: scheme.tariffSeries,
        more: optional(context, scheme, 'priceRealisation', { label: 'Part of the price that is realised' }),
      };
    case 'variableCost':
      return {
        label: 'Variable cost',
        field: 'variableCostPerUnit',
        series: scheme.variableCostSeries,
        more: optional(context, scheme, 'backfillShare', { label: 'Part that is not refilled', part: 'rest' }),
      };
    case 'reprovisionCost':
      return { label: 'Reprovision cost', field: 'reprovisionCostPerUnit', series: scheme.reprovisionSeries, more: [] };
    case 'contractPrice': {
      const field = scheme.contractPricePerUnit === undefined ? 'reprovisionCostPerUnit' : 'contractPricePerUnit';
      return { label: 'Price paid to the new provider', field, series: scheme.reprovisionSeries, more: [] };
    }
  }
}

/** The price of a unit in a year (model-spec §7.2). */
export function priceDraft(context: Context, outcome: ShiftOutcome, price: ShiftPrice, year: number): Draft {
  const { scheme } = outcome.activity;
  const { label, field, series, more } = priceParts(context, scheme, price);
  const use = useOf(context, `shifts.${scheme.id}.${field}`, '£');
  const amount = amountIn(outcome.activity[price], year);
  return {
    label: `${label} a unit, ${scheme.name}, ${context.label(year)}`,
    unit: '£ per unit',
    amount,
    sentence: `${label} of one unit of ${scheme.name} is ${pounds(amount)} in prices of ${context.label(year)}.`,
    formula: 'price of the base year × growth of prices since',
    factors: [{ label: 'At base-year prices', amount: figureOfUse(use), unit: '£', use }, ...more, ...levelFactor(context, series, year)],
  };
}

/** What each price of a unit is called as a factor. */
export const PRICE_LABELS: Readonly<Record<ShiftPrice, string>> = {
  tariff: 'Tariff of the year',
  variableCost: 'Variable cost of the year',
  reprovisionCost: 'Reprovision cost of the year',
  contractPrice: 'Price paid in the year',
};
