import type { ShiftOutcome } from '../../engine/shift.ts';
import { amountIn, type Context } from './context.ts';
import { totalOf, type Draft } from './draft.ts';
import { projected, type Family, type Figure, type FigureMap } from './figures.ts';
import { PRODUCTS, deliveryStep, exitTerms, moneyOf, moneyTerm, shiftStepTerms, unitsOf, type ShiftMoney } from './shift-figures.ts';
import { bedsFigures } from './shift-beds.ts';
import { PRICE_LABELS, UNIT_WORDS, priceDraft, unitsDraft } from './shift-units.ts';
import { fundingNotes, startSentence } from './waiting.ts';
import { change, insideSentence, plainNumber, pounds } from './wording.ts';
import { staffFactors } from './workforce.ts';

type ShiftDraft = (context: Context, outcome: ShiftOutcome, year: number) => Draft;

function moneyDraft(context: Context, outcome: ShiftOutcome, money: Exclude<ShiftMoney, 'headline'>, year: number): Draft {
  const { scheme } = outcome.activity;
  const { units, price, label } = PRODUCTS[money];
  const amount = moneyOf(outcome, money, year);
  return {
    label: `${label}, ${scheme.name}, ${context.label(year)}`,
    unit: '£',
    amount,
    sentence: `${label}, ${scheme.name}: ${pounds(amount)} in ${context.label(year)}, for ${plainNumber(amountIn(unitsOf(outcome, units), year), 1)} units.`,
    formula: `${insideSentence(UNIT_WORDS[units].label)} × ${insideSentence(PRICE_LABELS[price])}`,
    factors: [
      {
        label: UNIT_WORDS[units].label,
        amount: amountIn(unitsOf(outcome, units), year),
        unit: 'units',
        path: context.path(year, 'shifts', scheme.id, units),
      },
      {
        label: PRICE_LABELS[price],
        amount: amountIn(outcome.activity[price], year),
        unit: '£ per unit',
        path: context.path(year, 'shifts', scheme.id, price),
      },
    ],
  };
}

const headlineDraft: ShiftDraft = (context, outcome, year) => {
  const { scheme } = outcome.activity;
  const amount = amountIn(outcome.headline, year);
  return {
    label: `Headline, ${scheme.name}, ${context.label(year)}`,
    unit: '£',
    amount,
    sentence: `The plan scores ${scheme.name} at ${amount.lt(0) ? 'a cost' : 'a saving'} of ${pounds(amount)} in ${context.label(year)}: tariff saved less reprovision, on planned dates and fully delivered.`,
    formula: 'planned tariff saved less planned reprovision cost',
    terms: [
      moneyTerm(context, outcome, { money: 'plannedTariff', year, sign: 1 }),
      moneyTerm(context, outcome, { money: 'plannedReprovision', year, sign: -1 }),
    ],
  };
};

const systemEffectDraft: ShiftDraft = (context, outcome, year) => {
  const { scheme } = outcome.activity;
  const terms = [
    moneyTerm(context, outcome, { money: 'variableReleased', year, sign: 1 }),
    moneyTerm(context, outcome, { money: 'reprovision', year, sign: -1 }),
  ];
  const amount = totalOf(terms);
  return {
    label: `Effect on the system before wards, ${scheme.name}, ${context.label(year)}`,
    unit: '£',
    amount,
    sentence: `Before any ward closes, ${scheme.name} ${change(amount, 'the system')} in ${context.label(year)}.`,
    formula: 'variable cost released less reprovision cost',
    terms,
    notes: ['Wards close on the beds that all shifts of a group free together: see the step group.'],
  };
};

const deliveryDraft: ShiftDraft = (context, outcome, year) => {
  const { scheme, plannedStart, effectiveStart } = outcome.activity;
  const terms = shiftStepTerms(context, outcome, deliveryStep(outcome), year);
  const amount = totalOf(terms);
  return {
    label: `Slippage and delivery, ${scheme.name}, ${context.label(year)}`,
    unit: '£',
    amount,
    sentence: `Against its plan, what ${scheme.name} really moves and costs ${change(amount)} in ${context.label(year)}. ${startSentence(context, scheme, { planned: plannedStart, effective: effectiveStart })}`,
    formula: 'tariff saved less reprovision cost, less the headline',
    terms,
    notes: fundingNotes(context, scheme),
  };
};

const illusionDraft: ShiftDraft = (context, outcome, year) => {
  const { scheme } = outcome.activity;
  const terms = shiftStepTerms(context, outcome, 'tariffIllusionShift', year);
  const amount = totalOf(terms);
  return {
    label: `Tariff illusion before wards, ${scheme.name}, ${context.label(year)}`,
    unit: '£',
    amount,
    sentence: `${context.name(scheme.fromOrganisation)} loses the tariff of ${scheme.name} and releases only variable cost until a ward closes: ${pounds(amount)} worse off in ${context.label(year)}.`,
    formula: 'variable cost released less income lost',
    terms,
  };
};

function exitDraft(context: Context, outcome: ShiftOutcome, organisation: string, year: number): Draft {
  const { scheme } = outcome.activity;
  const terms = exitTerms(context, outcome, organisation, year);
  const amount = totalOf(terms);
  return {
    label: `Full-year effect still to come, ${scheme.name}, ${context.name(organisation)}, ${context.label(year)}`,
    unit: '£',
    amount,
    sentence: `Over twelve months at its level of 31 March, ${scheme.name} is worth ${pounds(amount)} ${amount.lt(0) ? 'less' : 'more'} to ${context.name(organisation)} than in ${context.label(year)}.`,
    formula: 'each amount at the level of 31 March less the amount in the year',
    terms,
  };
}

type Staff = {
  readonly money: 'variableReleased' | 'reprovision';
  readonly share: 'variablePayShare' | 'reprovisionPayShare';
  readonly organisation: string;
  readonly label: string;
};

function staffOf({ scheme }: ShiftOutcome['activity']): Readonly<Record<'wteReleased' | 'wteNeeded', Staff>> {
  return {
    wteReleased: {
      money: 'variableReleased',
      share: 'variablePayShare',
      organisation: scheme.fromOrganisation,
      label: 'Staff that released capacity stands for',
    },
    wteNeeded: {
      money: 'reprovision',
      share: 'reprovisionPayShare',
      organisation: scheme.toOrganisation,
      label: 'Staff that new capacity needs',
    },
  };
}

/** Staff in WTE: the pay part of a cost divided by average pay (model-spec §7.2, workforce). */
function staffDraft(context: Context, outcome: ShiftOutcome, figure: 'wteReleased' | 'wteNeeded', year: number): Draft {
  const { scheme } = outcome.activity;
  const { money, share, organisation, label } = staffOf(outcome.activity)[figure];
  const amount = amountIn(outcome[figure], year);
  return {
    label: `${label}, ${scheme.name}, ${context.label(year)}`,
    unit: 'WTE',
    amount,
    sentence: `${label} at ${context.name(organisation)}: ${plainNumber(amount, 1)} WTE in ${context.label(year)}.`,
    formula: 'pay part of the cost ÷ average pay',
    factors: [
      {
        label: PRODUCTS[money].label,
        amount: moneyOf(outcome, money, year),
        unit: '£',
        path: context.path(year, 'shifts', scheme.id, money),
      },
      ...staffFactors(context, { payShare: `shifts.${scheme.id}.${share}`, organisation, year }),
    ],
  };
}

function figuresOf(context: Context, id: string): FigureMap | undefined {
  const outcome = context.projection.shifts.schemes.get(id);
  if (outcome === undefined) return undefined;
  const figures: [string, Figure][] = [];
  const add = (name: string, draft: (year: number) => Draft, missing?: Figure['missing']): number =>
    figures.push([name, projected(draft, missing)]);
  add('headline', (year) => headlineDraft(context, outcome, year));
  for (const units of ['activity', 'plannedActivity', 'capacity', 'plannedCapacity', 'activityAtExit', 'capacityAtExit'] as const)
    add(units, (year) => unitsDraft(context, outcome, units, year));
  for (const price of ['tariff', 'variableCost', 'reprovisionCost', 'contractPrice'] as const)
    add(price, (year) => priceDraft(context, outcome, price, year));
  for (const money of MONEY) add(money, (year) => moneyDraft(context, outcome, money, year));
  add('systemEffect', (year) => systemEffectDraft(context, outcome, year));
  add(`steps.${deliveryStep(outcome)}`, (year) => deliveryDraft(context, outcome, year));
  add('steps.tariffIllusionShift', (year) => illusionDraft(context, outcome, year));
  const { commissioner, toOrganisation, fromOrganisation } = outcome.activity.scheme;
  for (const member of new Set([commissioner, toOrganisation, fromOrganisation]))
    add(`exitEffect.${member}`, (year) => exitDraft(context, outcome, member, year));
  for (const staff of ['wteReleased', 'wteNeeded'] as const) {
    const blank = (): string | undefined => (outcome[staff] === undefined ? 'the pay share or the average pay is blank' : undefined);
    add(staff, (year) => staffDraft(context, outcome, staff, year), blank);
  }
  return new Map([...figures, ...bedsFigures(context, outcome)]);
}

const MONEY = [
  'plannedTariff',
  'plannedReprovision',
  'tariffSaved',
  'variableReleased',
  'reprovision',
  'contractPaid',
  'tariffSavedAtExit',
  'variableReleasedAtExit',
  'reprovisionAtExit',
  'contractPaidAtExit',
] as const satisfies readonly ShiftMoney[];

/** Shifts of activity between providers: `shifts.SH1.tariffSaved.2020/21` (model-spec §7). */
export const shiftFamily: Family = {
  prefix: 'shifts',
  list: 'shifts',
  ids: (context) => [...context.projection.shifts.schemes.keys()],
  figuresOf,
};
