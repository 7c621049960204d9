import { ONE, ZERO, sum, type Decimal } from '../../money/decimal.ts';
import type { RiskShareYear } from '../../engine/settlement.ts';
import { DEFAULT_INPUTS } from '../../scenario/defaults.ts';
import { type Context } from './context.ts';
import type { Draft, DraftTerm } from './draft.ts';
import { projected, type Family, type Figure, type FigureMap } from './figures.ts';
import { figureOfUse } from './input-uses.ts';
import { percent, position, pounds } from './wording.ts';
import {
  capFactor,
  earlierTransfers,
  gainedPart,
  ownPart,
  pathAt,
  scopeUse,
  targetTerm,
  testedTerms,
  useAt,
  weightUse,
  type ShareAt,
} from './risk-share-parts.ts';

function varianceDraft(at: ShareAt, member: string): Draft {
  const { context, agreement, year, shared } = at;
  const amount = shared.variances.get(member) ?? ZERO;
  const name = context.name(member);
  return {
    label: `Against target, ${name}, ${agreement.name}, ${context.label(year)}`,
    unit: '£',
    amount,
    sentence: `Before ${agreement.name}, ${name} stands ${pounds(amount)} ${amount.lt(0) ? 'short of' : 'better than'} its target in ${context.label(year)}.`,
    formula: 'position before support, after earlier agreements, less target',
    terms: [...testedTerms(context, member, year), ...earlierTransfers(at, member), targetTerm(at, member)],
  };
}

function memberTerms(at: ShareAt): DraftTerm[] {
  return [...at.shared.variances].map(([member, amount]) => ({
    label: at.context.name(member),
    amount,
    path: pathAt(at, `variances.${member}`),
  }));
}

function totalVariance({ shared }: ShareAt): Decimal {
  return sum(shared.variances.values());
}

function totalVarianceDraft(at: ShareAt): Draft {
  const amount = totalVariance(at);
  return {
    label: `Members against their targets, ${at.agreement.name}, ${at.context.label(at.year)}`,
    unit: '£',
    amount,
    sentence: `Together the members of ${at.agreement.name} stand ${pounds(amount)} ${amount.lt(0) ? 'short of' : 'better than'} their targets in ${at.context.label(at.year)}.`,
    formula: "the sum of the members' positions against their targets",
    terms: memberTerms(at),
  };
}

function poolDraft(at: ShareAt): Draft {
  const { context, agreement, year, shared } = at;
  const use = scopeUse(at);
  return {
    label: `Shared, ${agreement.name}, ${context.label(year)}`,
    unit: '£',
    amount: shared.pool,
    sentence: `${agreement.name} shares ${position(shared.pool)} against target in ${context.label(year)}: ${percent(figureOfUse(use))} of what its members are off target.`,
    formula: 'share in scope × the sum of positions against target',
    factors: [
      { label: 'Members against their targets', amount: totalVariance(at), unit: '£', path: pathAt(at, 'variance') },
      { label: 'Share in scope', amount: figureOfUse(use), unit: 'share', use },
    ],
  };
}

function capDraft(at: ShareAt): Draft {
  const { context, agreement, year, shared } = at;
  const [deadBand, cap] = [useAt(at, 'deadBand', DEFAULT_INPUTS.nil), agreement.cap === undefined ? undefined : useAt(at, 'cap', '£')];
  const common = {
    label: `Part let through, ${agreement.name}, ${context.label(year)}`,
    unit: 'share',
    amount: shared.capFactor,
    formula: 'nil inside the dead-band, 1 within the cap, else cap ÷ what is shared',
    uses: [deadBand, ...(cap === undefined ? [] : [cap])],
  } as const;
  if (shared.capFactor.isZero())
    return {
      ...common,
      sentence: `${pounds(shared.pool)} lies inside the dead-band of ${pounds(figureOfUse(deadBand))}, so nothing moves in ${context.label(year)}.`,
    };
  if (shared.capFactor.eq(ONE) || cap === undefined)
    return { ...common, sentence: `The whole of ${pounds(shared.pool)} is shared in ${context.label(year)}: it is within the cap.` };
  return {
    ...common,
    sentence: `The cap lets ${percent(shared.capFactor)} of ${pounds(shared.pool)} through in ${context.label(year)}.`,
    factors: [
      { label: 'Cap', amount: figureOfUse(cap), unit: '£', use: cap },
      { label: 'Size of what is shared', amount: shared.pool.abs(), unit: '£', path: pathAt(at, 'pool'), divides: true },
    ],
  };
}

function gainedDraft(at: ShareAt, member: string): Draft {
  const use = weightUse(at, member);
  const amount = gainedPart(at, member);
  return {
    label: `Share of the pool, ${at.context.name(member)}, ${at.agreement.name}, ${at.context.label(at.year)}`,
    unit: '£',
    amount,
    sentence: `${at.context.name(member)} takes ${percent(figureOfUse(use))} of what is shared: ${pounds(amount)} of ${amount.lt(0) ? 'loss' : 'gain'}.`,
    formula: 'weight × what is shared × part let through',
    factors: [
      { label: at.shared.pool.lt(0) ? 'Loss weight' : 'Gain weight', amount: figureOfUse(use), unit: 'share', use },
      { label: 'Shared', amount: at.shared.pool, unit: '£', path: pathAt(at, 'pool') },
      capFactor(at),
    ],
  };
}

function ownDraft(at: ShareAt, member: string): Draft {
  const use = scopeUse(at);
  const amount = ownPart(at, member);
  return {
    label: `Own part pooled, ${at.context.name(member)}, ${at.agreement.name}, ${at.context.label(at.year)}`,
    unit: '£',
    amount,
    sentence: `${at.context.name(member)} puts ${pounds(amount)} of its own ${amount.lt(0) ? 'shortfall' : 'gain'} into the pool.`,
    formula: 'share in scope × own position against target × part let through',
    factors: [
      { label: 'Against its target', amount: at.shared.variances.get(member) ?? ZERO, unit: '£', path: pathAt(at, `variances.${member}`) },
      { label: 'Share in scope', amount: figureOfUse(use), unit: 'share', use },
      capFactor(at),
    ],
  };
}

function transferDraft(at: ShareAt, member: string): Draft {
  const { context, agreement, year, shared } = at;
  const amount = shared.transfers.get(member) ?? ZERO;
  const does = amount.isZero() ? 'neither pays nor receives' : amount.lt(0) ? `pays ${pounds(amount)}` : `receives ${pounds(amount)}`;
  return {
    label: `Transfer, ${context.name(member)}, ${agreement.name}, ${context.label(year)}`,
    unit: '£',
    amount,
    sentence: `Under ${agreement.name} ${context.name(member)} ${does} in ${context.label(year)}.`,
    formula: 'its share of what is shared less its own part of it; all transfers add up to nil',
    terms: [
      { label: 'Its share of what is shared', amount: gainedPart(at, member), path: pathAt(at, `shareOfPool.${member}`) },
      { label: 'Its own part, pooled', amount: ownPart(at, member).neg(), path: pathAt(at, `ownPart.${member}`) },
    ],
    notes: shared.capFactor.isZero() ? ['What is off target lies inside the dead-band, so nothing moves.'] : [],
  };
}

function figuresOf(context: Context, id: string): FigureMap | undefined {
  const agreement = context.scenario.riskShares.find((each) => each.id === id);
  const years = context.projection.settlement.riskShares.get(id);
  if (agreement === undefined || years === undefined) return undefined;
  const missing = (year: number): string | undefined =>
    years[year] === undefined ? `a participant has neither a target nor a control total for ${context.label(year)}` : undefined;
  const figureOf = (draft: (at: ShareAt) => Draft): Figure =>
    projected((year) => draft({ context, agreement, year, shared: years[year] ?? NOTHING_SHARED }), missing);
  const members = [...new Set(agreement.participants.map((participant) => participant.organisation))];
  return new Map([
    ['pool', figureOf(poolDraft)],
    ['variance', figureOf(totalVarianceDraft)],
    ['capFactor', figureOf(capDraft)],
    ...members.flatMap((member): [string, Figure][] => [
      [`transfers.${member}`, figureOf((at) => transferDraft(at, member))],
      [`variances.${member}`, figureOf((at) => varianceDraft(at, member))],
      [`shareOfPool.${member}`, figureOf((at) => gainedDraft(at, member))],
      [`ownPart.${member}`, figureOf((at) => ownDraft(at, member))],
    ]),
  ]);
}

const NOTHING_SHARED: RiskShareYear = { pool: ZERO, capFactor: ZERO, variances: new Map(), transfers: new Map() };

/** Risk-share agreements: `riskShares.R1.pool.2020/21`, `transfers.ACUTE`, `variances.ACUTE` (model-spec §9.1). */
export const riskShareFamily: Family = {
  prefix: 'riskShares',
  list: 'riskShares',
  ids: (context) => [...context.projection.settlement.riskShares.keys()],
  figuresOf,
};
