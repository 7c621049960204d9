import { ZERO, maximum, sum, type Decimal } from '../../money/decimal.ts';
import type { ShiftOutcome, StrandedOutcome } from '../../engine/shift.ts';
import { amountIn, type Context } from './context.ts';
import type { Draft, DraftTerm } from './draft.ts';
import { projected, type Family, type Figure, type FigureMap } from './figures.ts';
import { figureOfUse, useOf } from './input-uses.ts';
import { moneyTerm } from './shift-figures.ts';
import { percent, pounds } from './wording.ts';

type StrandedAt = { readonly context: Context; readonly organisation: string; readonly outcome: StrandedOutcome };

function pathAt({ context, organisation }: StrandedAt, name: string, year: number): string {
  return context.path(year, 'shifts.stranded', organisation, name);
}

/** The shifts that take activity from the provider; with a payer, only those that it commissions. */
function lostShifts({ context, organisation }: StrandedAt, payer?: string): ShiftOutcome[] {
  return [...context.projection.shifts.schemes.values()].filter(({ activity }) => {
    const { fromOrganisation, commissioner } = activity.scheme;
    return fromOrganisation === organisation && (payer === undefined || commissioner === payer);
  });
}

function savedTerms(at: StrandedAt, year: number, payer?: string): DraftTerm[] {
  return lostShifts(at, payer).map((shift) =>
    moneyTerm(at.context, shift, { money: 'tariffSaved', year, sign: 1, label: shift.activity.scheme.name }),
  );
}

function savedIn(at: StrandedAt, year: number, payer?: string): Decimal {
  return sum(savedTerms(at, year, payer).map((term) => term.amount));
}

function strandedDraft(at: StrandedAt, year: number): Draft {
  const { context, organisation, outcome } = at;
  const amount = amountIn(outcome.stranded, year);
  const released = lostShifts(at).map((shift) =>
    moneyTerm(context, shift, {
      money: 'variableReleased',
      year,
      sign: -1,
      label: `${shift.activity.scheme.name}: variable cost released`,
    }),
  );
  const lost = savedTerms(at, year).map((term) => ({ ...term, label: `${term.label}: income lost` }));
  const wards = [...context.projection.shifts.groups].flatMap(([id, release]): DraftTerm[] =>
    release.group.organisation === organisation
      ? [
          {
            label: `${release.group.name}: ward cost released`,
            amount: amountIn(release.costReleased, year).neg(),
            path: context.path(year, 'shifts.groups', id, 'costReleased'),
          },
        ]
      : [],
  );
  return {
    label: `Stranded cost, ${context.name(organisation)}, ${context.label(year)}`,
    unit: '£',
    amount,
    sentence: `${context.name(organisation)} is left with ${pounds(amount)} of cost in ${context.label(year)} whose income has gone.`,
    formula: 'income lost less variable and ward cost released, over all shifts',
    terms: [...lost, ...released, ...wards],
  };
}

function supportDraft(at: StrandedAt, year: number): Draft {
  const { context, organisation, outcome } = at;
  const amount = amountIn(outcome.support, year);
  const stranded = amountIn(outcome.stranded, year);
  const taper = useOf(context, `strandedSupport.${organisation}.taperByYear.${context.label(year)}`, 'share');
  const common = {
    label: `Support for stranded cost, ${context.name(organisation)}, ${context.label(year)}`,
    unit: '£',
    amount,
    sentence: `Commissioners pay ${context.name(organisation)} ${pounds(amount)} towards its stranded cost in ${context.label(year)}.`,
    formula: 'taper of the year × stranded cost, if it is above nil',
  } as const;
  if (amount.isZero()) return { ...common, uses: [taper] };
  return {
    ...common,
    factors: [
      { label: 'Taper of the year', amount: figureOfUse(taper), unit: 'share', use: taper },
      { label: 'Stranded cost', amount: maximum(stranded, ZERO), unit: '£', path: pathAt(at, 'stranded', year) },
    ],
  };
}

function savedDraft(at: StrandedAt, year: number, payer?: string): Draft {
  const { context, organisation } = at;
  const amount = savedIn(at, year, payer);
  const who = payer === undefined ? 'Commissioners' : context.name(payer);
  return {
    label: `Tariff saved on activity leaving ${context.name(organisation)}, ${who}, ${context.label(year)}`,
    unit: '£',
    amount,
    sentence: `${who} ${payer === undefined ? 'save' : 'saves'} ${pounds(amount)} of tariff in ${context.label(year)} on activity that leaves ${context.name(organisation)}.`,
    formula: 'the sum over the shifts',
    terms: savedTerms(at, year, payer),
  };
}

function paidDraft(at: StrandedAt, payer: string, year: number): Draft {
  const { context, organisation, outcome } = at;
  const amount = amountIn(outcome.paidBy.get(payer), year);
  const [own, all] = [savedIn(at, year, payer), savedIn(at, year)];
  const common = {
    label: `Support for stranded cost paid by ${context.name(payer)}, ${context.label(year)}`,
    unit: '£',
    amount,
    sentence: `${context.name(payer)} pays ${pounds(amount)} of the support for ${context.name(organisation)} in ${context.label(year)}: ${percent(all.isZero() ? ZERO : own.div(all))} of the tariff saved is its own.`,
    formula: 'support × its share of the tariff saved',
  } as const;
  const support = {
    label: 'Support of the year',
    amount: amountIn(outcome.support, year),
    unit: '£',
    path: pathAt(at, 'support', year),
  } as const;
  if (all.isZero()) return { ...common, factors: [support] };
  return {
    ...common,
    factors: [
      support,
      { label: 'Tariff that it saves', amount: own, unit: '£', path: pathAt(at, `tariffSaved.${payer}`, year) },
      { label: 'Tariff that all save', amount: all, unit: '£', path: pathAt(at, 'tariffSaved', year), divides: true },
    ],
  };
}

function figuresOf(context: Context, organisation: string): FigureMap | undefined {
  const outcome = context.projection.shifts.stranded.get(organisation);
  if (outcome === undefined) return undefined;
  const at: StrandedAt = { context, organisation, outcome };
  const payers = [...outcome.paidBy.keys()].flatMap((payer): [string, Figure][] => [
    [`paidBy.${payer}`, projected((year) => paidDraft(at, payer, year))],
    [`tariffSaved.${payer}`, projected((year) => savedDraft(at, year, payer))],
  ]);
  return new Map([
    ['stranded', projected((year) => strandedDraft(at, year))],
    ['support', projected((year) => supportDraft(at, year))],
    ['tariffSaved', projected((year) => savedDraft(at, year))],
    ...payers,
  ]);
}

/** What shifts leave a provider with, and the support for it: `shifts.stranded.ACUTE.stranded.2020/21` (§19 (31)). */
export const strandedFamily: Family = {
  prefix: 'shifts.stranded',
  ids: (context) => [...context.projection.shifts.stranded.keys()],
  figuresOf,
};

/** Support for stranded cost at one member: what it receives, and what it pays to others. */
export function strandedSupportTerms(context: Context, organisation: string, year: number): DraftTerm[] {
  return [...context.projection.shifts.stranded].flatMap(([provider, outcome]) => {
    const received: DraftTerm[] =
      provider === organisation
        ? [
            {
              label: 'Support for stranded cost',
              amount: amountIn(outcome.support, year),
              path: context.path(year, 'shifts.stranded', provider, 'support'),
            },
          ]
        : [];
    const paid: DraftTerm[] = outcome.paidBy.has(organisation)
      ? [
          {
            label: `Support paid for stranded cost of ${context.name(provider)}`,
            amount: amountIn(outcome.paidBy.get(organisation), year).neg(),
            path: context.path(year, 'shifts.stranded', provider, 'paidBy', organisation),
          },
        ]
      : [];
    return [...received, ...paid];
  });
}
