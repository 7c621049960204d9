import { ONE, ZERO, plus, sum, times, type Decimal } from '../../money/decimal.ts';
import { ownersOf, type SavingsOutcome } from '../../engine/savings.ts';
import { keysOf } from '../../scenario/places.ts';
import type { Context } from './context.ts';
import type { Draft, DraftTerm } from './draft.ts';
import { projected, type Figure } from './figures.ts';
import { usesEntered, type InputUse } from './input-uses.ts';
import { percent, pounds } from './wording.ts';

/** Which members' parts are meant: those who share the owner's side, or the member that loses by it as well. */
type Side = 'owners' | 'both';

/** Who bears the other side of a scheme, where it takes money from another member. */
export function losingMember({ scheme }: SavingsOutcome): string | undefined {
  return scheme.mechanism === 'CONTRACT_REDUCTION' || scheme.mechanism === 'TRANSFER' ? scheme.counterparty : undefined;
}

/** Members whose part of a scheme is not simply the whole of it: those who share its benefit, and the one that loses by it. */
export function partMembers(outcome: SavingsOutcome, side: Side): string[] {
  const loser = side === 'both' ? losingMember(outcome) : undefined;
  return [...new Set([...outcome.scheme.benefitSplit.map((part) => part.organisation), ...(loser === undefined ? [] : [loser])])];
}

/** The part of a figure that falls to one member: its weights, and as the other member the loss less what it releases. */
function memberShare(context: Context, outcome: SavingsOutcome, member: string, side: Side): { share: Decimal; uses: InputUse[] } {
  const { scheme, systemFactor } = outcome;
  const weights = ownersOf(scheme).filter((part) => part.organisation === member);
  const loss = side === 'both' && losingMember(outcome) === member ? systemFactor.minus(ONE) : ZERO;
  const paths = keysOf(scheme.benefitSplit).map((key) => `savings.${scheme.id}.benefitSplit.${key}.weight`);
  const own = paths.filter((_, index) => scheme.benefitSplit[index]?.organisation === member);
  const release = loss.isZero() ? [] : [`savings.${scheme.id}.releaseShare`];
  return { share: plus(sum(weights.map((part) => part.weight)), loss), uses: usesEntered(context, [...own, ...release]) };
}

type Part = { readonly name: string; readonly draft: (year: number) => Draft; readonly members: readonly string[]; readonly side: Side };

function partDraft(context: Context, outcome: SavingsOutcome, { name, draft, side }: Part, member: string, year: number): Draft {
  const whole = draft(year);
  const { share, uses } = memberShare(context, outcome, member, side);
  const amount = times(whole.amount, share);
  return {
    label: `${whole.label}: ${context.name(member)}`,
    unit: '£',
    amount,
    sentence: share.lt(0)
      ? `${context.name(member)} bears ${percent(share.neg())} of ${pounds(whole.amount)}: ${pounds(amount)} to its cost.`
      : `${percent(share)} of ${pounds(whole.amount)} falls to ${context.name(member)}: ${pounds(amount)}.`,
    formula: "the whole × the member's part of it",
    factors: [
      { label: 'The whole', amount: whole.amount, unit: '£', path: context.path(year, 'schemes', outcome.scheme.id, name) },
      { label: `Part of ${context.name(member)}`, amount: share, unit: 'share' },
    ],
    uses,
  };
}

/** A figure of a scheme, and each member's part of it: `schemes.S7.exitEffect.2020/21` and `schemes.S7.exitEffect.ACUTE.2020/21`. */
export function partFigures(context: Context, outcome: SavingsOutcome, part: Part): [string, Figure][] {
  return [
    [part.name, projected(part.draft)],
    ...part.members.map((member): [string, Figure] => [
      `${part.name}.${member}`,
      projected((year) => partDraft(context, outcome, part, member, year)),
    ]),
  ];
}

/**
 * What a figure of a scheme is for one member, as a term: the whole for a sole owner, else the member's part. Nothing where the member has no part in it.
 * `whole` in pounds, for the owner's side.
 */
export function memberTerms(
  context: Context,
  outcome: SavingsOutcome,
  { name, whole, member, side, year }: { name: string; whole: Decimal; member: string; side: Side; year: number },
): DraftTerm[] {
  const { scheme } = outcome;
  const isPart = partMembers(outcome, side).includes(member);
  if (!isPart) {
    const isOwner = scheme.benefitSplit.length === 0 && scheme.organisation === member;
    return isOwner ? [{ label: scheme.name, amount: whole, path: context.path(year, 'schemes', scheme.id, name) }] : [];
  }
  const { share } = memberShare(context, outcome, member, side);
  return [
    {
      label: `${scheme.name}, part of ${context.name(member)}`,
      amount: times(whole, share),
      path: context.path(year, 'schemes', scheme.id, name, member),
    },
  ];
}
