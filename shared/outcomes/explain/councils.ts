import { ZERO } from '../../money/decimal.ts';
import { takesPart } from '../../engine/frame.ts';
import type { ReservesYear } from '../../engine/settlement.ts';
import { amountIn, type Context } from './context.ts';
import type { Draft, DraftTerm } from './draft.ts';
import { projected, type Family, type Figure, type FigureMap } from './figures.ts';
import { figureOfUse, usesEntered, type InputUse } from './input-uses.ts';
import { transferTerms } from './risk-share-parts.ts';
import { position, pounds } from './wording.ts';

type CouncilAt = { readonly context: Context; readonly id: string; readonly year: number; readonly state: ReservesYear };

function councilPath({ context, id }: CouncilAt, name: string, year: number): string {
  return context.path(year, 'councils', id, name);
}

function reservesUse({ context, id }: CouncilAt, field: 'opening' | 'minimum'): InputUse | undefined {
  return takesPart(context.frame, 'reserves', id) ? usesEntered(context, [`reserves.${id}.${field}`])[0] : undefined;
}

/** Reserves at the start of the year: last year's closing balance, or as entered for the first. */
function openingTerm(at: CouncilAt): DraftTerm {
  if (at.year > 1) {
    const before = at.context.projection.settlement.reserves.get(at.id)?.[at.year - 1];
    return {
      label: `Reserves at the end of ${at.context.label(at.year - 1)}`,
      amount: before?.closing ?? ZERO,
      path: councilPath(at, 'reservesClosing', at.year - 1),
    };
  }
  const use = reservesUse(at, 'opening');
  return use === undefined ? { label: 'Opening reserves', amount: ZERO } : { label: 'Opening reserves', amount: figureOfUse(use), use };
}

function beforeTerm(at: CouncilAt, sign: 1 | -1): DraftTerm {
  const amount = sign === 1 ? at.state.before : at.state.before.neg();
  return {
    label: sign === 1 ? 'Position before mitigation' : 'Shortfall before mitigation',
    amount,
    path: councilPath(at, 'before', at.year),
  };
}

function beforeDraft(at: CouncilAt): Draft {
  const { context, id, year, state } = at;
  const name = context.name(id);
  return {
    label: `Position before mitigation, ${name}, ${context.label(year)}`,
    unit: '£',
    amount: state.before,
    sentence: `Before it uses reserves, ${name} has ${position(state.before)} in ${context.label(year)}.`,
    formula: 'position before support, after risk-share',
    terms: [
      {
        label: 'Position before support',
        amount: amountIn(context.projection.positions.beforeSupport.get(id), year),
        path: context.path(year, 'organisations', id, 'beforeSupport'),
      },
      ...transferTerms(context, id, year),
    ],
  };
}

function usedDraft(at: CouncilAt): Draft {
  const { context, id, year, state } = at;
  const need = state.before.lt(0) ? state.before.neg() : ZERO;
  const common = {
    label: `Reserves used, ${context.name(id)}, ${context.label(year)}`,
    unit: '£',
    amount: state.used,
    formula: 'the shortfall, as far as reserves stand above their minimum',
  } as const;
  if (need.isZero()) return { ...common, sentence: `${context.name(id)} needs no reserves in ${context.label(year)}.` };
  if (state.used.eq(need))
    return {
      ...common,
      sentence: `${context.name(id)} closes its gap of ${pounds(need)} in ${context.label(year)} from reserves.`,
      terms: [beforeTerm(at, -1)],
    };
  const minimum = reservesUse(at, 'minimum');
  const opening = openingTerm(at);
  const uses = minimum === undefined ? [] : [minimum];
  const sentence = `${context.name(id)} uses ${pounds(state.used)} of reserves in ${context.label(year)}: all that stands above its minimum, of ${pounds(need)} needed.`;
  if (state.used.isZero()) return { ...common, sentence, uses };
  const kept: DraftTerm[] =
    minimum === undefined ? [] : [{ label: 'Minimum that must be kept', amount: figureOfUse(minimum).neg(), use: minimum }];
  return { ...common, sentence, terms: [opening, ...kept], uses };
}

function addedDraft(at: CouncilAt): Draft {
  const { context, id, year, state } = at;
  return {
    label: `Reserves added, ${context.name(id)}, ${context.label(year)}`,
    unit: '£',
    amount: state.added,
    sentence: state.added.isZero()
      ? `${context.name(id)} adds nothing to reserves in ${context.label(year)}.`
      : `A council's surplus goes to reserves: ${context.name(id)} adds ${pounds(state.added)} in ${context.label(year)}.`,
    formula: 'the surplus of the year, if there is one',
    terms: state.added.isZero() ? [] : [beforeTerm(at, 1)],
  };
}

function closingDraft(at: CouncilAt): Draft {
  const { context, id, year, state } = at;
  return {
    label: `Reserves, ${context.name(id)}, end of ${context.label(year)}`,
    unit: '£',
    amount: state.closing,
    sentence: `${context.name(id)} ends ${context.label(year)} with ${pounds(state.closing)} of reserves.`,
    formula: "last year's reserves − used + added",
    terms: [
      openingTerm(at),
      { label: 'Used', amount: state.used.neg(), path: councilPath(at, 'reservesUsed', year) },
      { label: 'Added', amount: state.added, path: councilPath(at, 'reservesAdded', year) },
    ],
  };
}

function mitigationDraft(at: CouncilAt): Draft {
  const { context, id, year, state } = at;
  const name = context.name(id);
  return {
    label: `Required mitigation, ${name}, ${context.label(year)}`,
    unit: '£',
    amount: state.requiredMitigation,
    sentence: state.requiredMitigation.isZero()
      ? `${name} can set a lawful budget in ${context.label(year)} without further mitigation.`
      : `${name} must still find ${pounds(state.requiredMitigation)} in ${context.label(year)}: without it the budget is not lawful (section 114).`,
    formula: 'the shortfall less the reserves used',
    terms: state.before.lt(0)
      ? [beforeTerm(at, -1), { label: 'Reserves used', amount: state.used.neg(), path: councilPath(at, 'reservesUsed', year) }]
      : [],
  };
}

function councilFigures(context: Context, id: string): FigureMap | undefined {
  const years = context.projection.settlement.reserves.get(id);
  if (years === undefined) return undefined;
  const figureOf = (draft: (at: CouncilAt) => Draft): Figure =>
    projected((year) => draft({ context, id, year, state: years[year] ?? NO_RESERVES }));
  return new Map([
    ['before', figureOf(beforeDraft)],
    ['reservesUsed', figureOf(usedDraft)],
    ['reservesAdded', figureOf(addedDraft)],
    ['reservesClosing', figureOf(closingDraft)],
    ['requiredMitigation', figureOf(mitigationDraft)],
  ]);
}

const NO_RESERVES: ReservesYear = { before: ZERO, used: ZERO, added: ZERO, closing: ZERO, requiredMitigation: ZERO };

/** Councils' reserves and what they must still find: `councils.COUNCIL.requiredMitigation.2020/21` (model-spec §9.3). */
export const councilFamily: Family = {
  prefix: 'councils',
  ids: (context) => [...context.projection.settlement.reserves.keys()],
  figuresOf: councilFigures,
};

/** Reserves that a council uses, and those that it adds, as they stand in its position. */
export function reservesTerms(context: Context, organisation: string, year: number): DraftTerm[] {
  const state = context.projection.settlement.reserves.get(organisation)?.[year];
  if (state === undefined) return [];
  return [
    { label: 'Reserves used', amount: state.used, path: context.path(year, 'councils', organisation, 'reservesUsed') },
    { label: 'Surplus added to reserves', amount: state.added.neg(), path: context.path(year, 'councils', organisation, 'reservesAdded') },
  ];
}
