import type { Decimal } from '../../money/decimal.ts';
import type { ShiftOutcome } from '../../engine/shift.ts';
import type { ShiftSystem } from '../shift-system.ts';
import { amountIn, type Context } from './context.ts';
import type { Draft, DraftTerm } from './draft.ts';
import type { FigureUnit } from './explanation.ts';
import { projected, type Family, type Figure } from './figures.ts';
import { moneyTerm, type ShiftMoney } from './shift-figures.ts';
import { betterOrWorse, counted, plainNumber, pounds } from './wording.ts';

type SystemFigure = {
  readonly label: string;
  readonly unit: FigureUnit;
  readonly formula: string;
  readonly says: (amount: Decimal) => string;
  readonly terms: (context: Context, year: number) => DraftTerm[];
};

function overShifts(money: ShiftMoney): SystemFigure['terms'] {
  return (context, year) =>
    [...context.projection.shifts.schemes.values()].map((outcome: ShiftOutcome) =>
      moneyTerm(context, outcome, { money, year, sign: 1, label: outcome.activity.scheme.name }),
    );
}

function overGroups(name: 'costReleased' | 'bedsFreed' | 'stepsInMarch'): SystemFigure['terms'] {
  return (context, year) =>
    [...context.projection.shifts.groups].map(([id, release]) => ({
      label: release.group.name,
      amount: amountIn(release[name], year),
      path: context.path(year, 'shifts.groups', id, name),
    }));
}

function overProviders(name: 'stranded' | 'support'): SystemFigure['terms'] {
  return (context, year) =>
    [...context.projection.shifts.stranded].map(([organisation, outcome]) => ({
      label: context.name(organisation),
      amount: amountIn(outcome[name], year),
      path: context.path(year, 'shifts.stranded', organisation, name),
    }));
}

/** Variable and ward cost released less reprovision: what all shifts together are worth to the system (model-spec §7.2). */
function effectTerms(context: Context, year: number): DraftTerm[] {
  const term = (label: string, name: 'variableReleased' | 'stepReleased' | 'reprovision'): DraftTerm => {
    const amount = amountIn(context.shiftSystem()[name], year);
    return { label, amount: name === 'reprovision' ? amount.neg() : amount, path: context.path(year, 'shifts.system', name) };
  };
  return [
    term('Variable cost released', 'variableReleased'),
    term('Ward cost released', 'stepReleased'),
    term('Reprovision cost', 'reprovision'),
  ];
}

const OVER_SHIFTS = 'the sum over the shifts';
const OVER_GROUPS = 'the sum over the step groups';
const OVER_PROVIDERS = 'the sum over the providers that lose activity';

const FIGURES: Readonly<Record<keyof ShiftSystem, SystemFigure>> = {
  headline: {
    label: 'Headline of shifts',
    unit: '£',
    formula: OVER_SHIFTS,
    says: (amount) => `On plan, shifts are scored at ${pounds(amount)} of ${amount.lt(0) ? 'cost' : 'saving'}`,
    terms: overShifts('headline'),
  },
  tariffSaved: {
    label: 'Tariff saved by shifts',
    unit: '£',
    formula: OVER_SHIFTS,
    says: (amount) => `Commissioners save ${pounds(amount)} of tariff`,
    terms: overShifts('tariffSaved'),
  },
  variableReleased: {
    label: 'Variable cost released by shifts',
    unit: '£',
    formula: OVER_SHIFTS,
    says: (amount) => `${pounds(amount)} of variable cost is released`,
    terms: overShifts('variableReleased'),
  },
  reprovision: {
    label: 'Reprovision cost of shifts',
    unit: '£',
    formula: OVER_SHIFTS,
    says: (amount) => `New provision costs ${pounds(amount)}`,
    terms: overShifts('reprovision'),
  },
  stepReleased: {
    label: 'Ward cost released',
    unit: '£',
    formula: OVER_GROUPS,
    says: (amount) => `Closing wards releases ${pounds(amount)}`,
    terms: overGroups('costReleased'),
  },
  bedsFreed: {
    label: 'Beds freed by mid-March',
    unit: 'beds',
    formula: OVER_GROUPS,
    says: (amount) => `${plainNumber(amount, 1)} beds are freed by mid-March`,
    terms: overGroups('bedsFreed'),
  },
  wardsClosed: {
    label: 'Wards closed by March',
    unit: 'steps',
    formula: OVER_GROUPS,
    says: (amount) => `${counted(amount, 'ward')} ${amount.eq(1) ? 'is' : 'are'} closed by March`,
    terms: overGroups('stepsInMarch'),
  },
  stranded: {
    label: 'Stranded cost',
    unit: '£',
    formula: OVER_PROVIDERS,
    says: (amount) => `${pounds(amount)} of cost is left without its income`,
    terms: overProviders('stranded'),
  },
  strandedSupport: {
    label: 'Support for stranded cost',
    unit: '£',
    formula: OVER_PROVIDERS,
    says: (amount) => `Commissioners pay ${pounds(amount)} towards stranded cost`,
    terms: overProviders('support'),
  },
  systemEffect: {
    label: 'Effect of shifts',
    unit: '£',
    formula: 'variable and ward cost released less reprovision cost',
    says: (amount) => `Through all shifts together, ${betterOrWorse(amount, 'the system')}`,
    terms: effectTerms,
  },
};

function figureDraft(context: Context, name: keyof ShiftSystem, year: number): Draft {
  const { label, unit, formula, says, terms } = FIGURES[name];
  const amount = amountIn(context.shiftSystem()[name], year);
  return {
    label: `${label}, system, ${context.label(year)}`,
    unit,
    amount,
    sentence: `${says(amount)} in ${context.label(year)}.`,
    formula,
    terms: terms(context, year),
  };
}

const NAMES = [
  'headline',
  'tariffSaved',
  'variableReleased',
  'stepReleased',
  'stranded',
  'strandedSupport',
  'reprovision',
  'systemEffect',
  'bedsFreed',
  'wardsClosed',
] as const satisfies readonly (keyof ShiftSystem)[];

/** All shifts together: `shifts.system.stranded.2020/21`, `systemEffect`, `bedsFreed`, `wardsClosed` (model-spec §7). */
export const shiftSystemFamily: Family = {
  prefix: 'shifts',
  ids: () => ['system'],
  figuresOf: (context, id) =>
    id === 'system'
      ? new Map(NAMES.map((name): [string, Figure] => [name, projected((year) => figureDraft(context, name, year))]))
      : undefined,
};
