import { ZERO, times, type Decimal } from '../../money/decimal.ts';
import { figureAt } from '../../engine/frame.ts';
import type { RiskShareYear } from '../../engine/settlement.ts';
import { DEFAULT_INPUTS } from '../../scenario/defaults.ts';
import { keysOf } from '../../scenario/places.ts';
import type { RiskShare } from '../../scenario/schema.ts';
import { amountIn, type Context } from './context.ts';
import type { DraftTerm } from './draft.ts';
import { figureOfUse, useOf, type InputUse } from './input-uses.ts';

/** One agreement in one year. */
export type ShareAt = { readonly context: Context; readonly agreement: RiskShare; readonly year: number; readonly shared: RiskShareYear };

/** The path of a figure of the agreement. */
export function pathAt({ context, agreement, year }: ShareAt, name: string): string {
  return context.path(year, 'riskShares', agreement.id, name);
}

/** An input of the agreement, with what holds where it is blank. */
export function useAt({ context, agreement }: ShareAt, field: string, otherwise: Parameters<typeof useOf>[2]): InputUse {
  return useOf(context, `riskShares.${agreement.id}.${field}`, otherwise);
}

/** The share of positions against target that the agreement covers. */
export function scopeUse(at: ShareAt): InputUse {
  return useAt(at, 'inScopeShare', DEFAULT_INPUTS.fullShare);
}

/** The path of a participant's field. */
function participantField({ agreement }: ShareAt, member: string, field: string): string {
  const index = agreement.participants.findIndex((participant) => participant.organisation === member);
  return `participants.${keysOf(agreement.participants)[index] ?? ''}.${field}`;
}

/** What agreements listed before this one have moved to or from a member. */
export function earlierTransfers({ context, agreement, year }: ShareAt, member: string): DraftTerm[] {
  const { riskShares } = context.scenario;
  const before = riskShares.slice(
    0,
    riskShares.findIndex((each) => each.id === agreement.id),
  );
  return before.flatMap(({ id, name }) => {
    const amount = context.projection.settlement.riskShares.get(id)?.[year]?.transfers.get(member);
    return amount === undefined
      ? []
      : [{ label: `Moved by ${name}`, amount, path: context.path(year, 'riskShares', id, 'transfers', member) }];
  });
}

/** The target of a participant as a term that is taken off: its own, else its control total (§19 (34)). */
export function targetTerm(at: ShareAt, member: string): DraftTerm {
  const { context, agreement, year } = at;
  const participant = agreement.participants.find((each) => each.organisation === member);
  const own = figureAt(participant?.targetByYear ?? {}, context.label(year));
  if (own !== undefined)
    return { label: 'Target', amount: own.neg(), use: useAt(at, participantField(at, member, `targetByYear.${context.label(year)}`), '£') };
  const total = amountIn(context.projection.controlTotals.get(member), year);
  return { label: 'Control total', amount: total.neg(), path: context.path(year, 'organisations', member, 'controlTotal') };
}

/** A member's position as agreements and control totals test it: before support, without disposal profit and impairment (§19 (27)). */
export function testedTerms(context: Context, organisation: string, year: number): DraftTerm[] {
  const outside = amountIn(context.projection.positions.untested.get(organisation), year);
  return [
    {
      label: 'Position before support',
      amount: amountIn(context.projection.positions.beforeSupport.get(organisation), year),
      path: context.path(year, 'organisations', organisation, 'beforeSupport'),
    },
    {
      label: 'Disposal profit and impairment, not tested',
      amount: outside.neg(),
      path: context.path(year, 'organisations', organisation, 'steps', 'disposalAndImpairment'),
    },
  ];
}

/** The member's weight in a gain or in a loss, whichever is shared. */
export function weightUse(at: ShareAt, member: string): InputUse {
  const isGain = at.shared.pool.gte(ZERO);
  return useAt(at, participantField(at, member, isGain ? 'gainWeight' : 'lossWeight'), 'share');
}

/** The member's share of the pool: let through × weight × pool. */
export function gainedPart(at: ShareAt, member: string): Decimal {
  return times(at.shared.capFactor, times(figureOfUse(weightUse(at, member)), at.shared.pool));
}

/** What the member gives up of its own gain, or is relieved of: let through × in scope × its own variance. */
export function ownPart(at: ShareAt, member: string): Decimal {
  return times(at.shared.capFactor, times(figureOfUse(scopeUse(at)), at.shared.variances.get(member) ?? ZERO));
}

/** The part that dead-band and cap let through, as a factor. */
export function capFactor(at: ShareAt) {
  return { label: 'Part let through', amount: at.shared.capFactor, unit: 'share', path: pathAt(at, 'capFactor') } as const;
}

/** What all agreements move to or from a member in a year. */
export function transferTerms(context: Context, organisation: string, year: number): DraftTerm[] {
  return [...context.projection.settlement.riskShares].flatMap(([id, years]) => {
    const amount = years[year]?.transfers.get(organisation);
    const name = context.scenario.riskShares.find((each) => each.id === id)?.name ?? id;
    return amount === undefined ? [] : [{ label: name, amount, path: context.path(year, 'riskShares', id, 'transfers', organisation) }];
  });
}
