import { sum, type Decimal } from '../../money/decimal.ts';
import { averagePay } from '../../engine/shift.ts';
import { amountIn, type Context } from './context.ts';
import type { Draft, DraftFactor, DraftTerm } from './draft.ts';
import { projected, type Family, type Figure, type FigureMap } from './figures.ts';
import { figureOfUse, useOf } from './input-uses.ts';
import { plainNumber } from './wording.ts';

/** The pay part of a cost, and average pay at the organisation: what turns a cost into staff (model-spec §7.2, workforce). */
export function staffFactors(context: Context, staff: { payShare: string; organisation: string; year: number }): DraftFactor[] {
  const use = useOf(context, staff.payShare, 'share');
  const pay = amountIn(averagePay({ frame: context.frame, series: context.projection.series }, staff.organisation), staff.year);
  return [
    { label: 'Pay part of it', amount: figureOfUse(use), unit: 'share', use },
    {
      label: 'Average pay',
      amount: pay,
      unit: '£',
      divides: true,
      path: context.path(staff.year, 'organisations', staff.organisation, 'averagePay'),
    },
  ];
}

/** One source of staff: the cost that it stands for, and the staff where pay share and average pay are entered. */
type StaffSource = {
  readonly label: string;
  readonly cost: readonly Decimal[];
  readonly wte: readonly Decimal[] | undefined;
  readonly parts: readonly string[];
};
type Side = 'released' | 'needed';

function sourcesOf(context: Context, side: Side): StaffSource[] {
  const { schemes, groups, groupWteReleased } = context.projection.shifts;
  const shifts = [...schemes].map(([id, outcome]): StaffSource => {
    const label = outcome.activity.scheme.name;
    if (side === 'needed') return { label, cost: outcome.reprovision, wte: outcome.wteNeeded, parts: ['shifts', id, 'wteNeeded'] };
    return { label, cost: outcome.variableReleased, wte: outcome.wteReleased, parts: ['shifts', id, 'wteReleased'] };
  });
  if (side === 'needed') return shifts;
  const wards = [...groups].map(([id, release]): StaffSource => ({
    label: `${release.group.name}: wards`,
    cost: release.costReleased,
    wte: groupWteReleased.get(id),
    parts: ['shifts.groups', id, 'wteReleased'],
  }));
  return [...shifts, ...wards];
}

/** Sources that stand for any cost in a year; those that stand for none need no pay share. */
function countedIn(context: Context, side: Side, year: number): StaffSource[] {
  return sourcesOf(context, side).filter((source) => !amountIn(source.cost, year).isZero());
}

function staffDraft(context: Context, side: Side, year: number): Draft {
  const terms = countedIn(context, side, year).map((source): DraftTerm => ({
    label: source.label,
    amount: amountIn(source.wte, year),
    path: context.path(year, ...source.parts),
  }));
  const amount = sum(terms.map((term) => term.amount));
  const words = side === 'released' ? 'Staff that released capacity stands for' : 'Staff that new capacity needs';
  return {
    label: `${words}, system, ${context.label(year)}`,
    unit: 'WTE',
    amount,
    sentence: `${words}: ${plainNumber(amount, 1)} WTE in ${context.label(year)}. Those released and those needed are different people in different places.`,
    formula: 'the sum over shifts and wards',
    terms,
  };
}

function figuresOf(context: Context): FigureMap {
  const figureOf = (side: Side): Figure =>
    projected(
      (year) => staffDraft(context, side, year),
      (year) =>
        countedIn(context, side, year).some((source) => source.wte === undefined) ? 'a pay share or an average pay is blank' : undefined,
    );
  return new Map([
    ['released', figureOf('released')],
    ['needed', figureOf('needed')],
  ]);
}

/** Staff of all shifts and wards: `workforce.released.2020/21`, `workforce.needed.2020/21` (model-spec §7.2). */
export const workforceFamily: Family = {
  prefix: '',
  ids: () => ['workforce'],
  figuresOf: (context, id) => (id === 'workforce' ? figuresOf(context) : undefined),
};
