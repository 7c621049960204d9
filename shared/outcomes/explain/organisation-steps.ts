import { figureAt, takesPart } from '../../engine/frame.ts';
import type { Step } from '../../engine/ledger.ts';
import { amountIn, type Context, type OneOffKind } from './context.ts';
import { capitalAt } from './capital-at.ts';
import { totalCharge } from './capital-charges.ts';
import { disposalAndImpairmentTotal } from './capital-disposal.ts';
import { reservesTerms } from './councils.ts';
import { doNothingTerms, nonRecurrentTerms } from './do-nothing-terms.ts';
import { totalOf, type DraftTerm } from './draft.ts';
import { useOf } from './input-uses.ts';
import { preventionTermsAt } from './prevention-parts.ts';
import { transferTerms } from './risk-share-parts.ts';
import { costTerms, isLadderStep, stepAmount } from './scheme-effects.ts';
import { losingMember, memberTerms } from './scheme-members.ts';
import { exitTerms, shiftTermsAt } from './shift-figures.ts';
import { strandedSupportTerms } from './stranded.ts';
import { supportTerms } from './support.ts';

/** One step of the calculation at one member in one year; of savings, those of one category where it is named. */
export type StepAt = { readonly organisation: string; readonly step: Step; readonly year: number; readonly category?: string | undefined };

/** Savings schemes: the member's part of each rung, and its loss where it is the other side of a contract. */
export function savingsStepTerms(context: Context, { organisation, step, year, category }: StepAt): DraftTerm[] {
  return [...context.projection.savings.schemes].flatMap(([id, outcome]): DraftTerm[] => {
    if (category !== undefined && outcome.scheme.category !== category) return [];
    if (isLadderStep(step)) {
      const name = step === 'headline' && outcome.scheme.benefitSplit.length === 0 ? 'headline' : `steps.${step}`;
      return memberTerms(context, outcome, { name, whole: stepAmount(outcome, step, year), member: organisation, side: 'owners', year });
    }
    if (step !== 'tariffIllusionSavings' || losingMember(outcome) !== organisation) return [];
    const amount = amountIn(outcome.systemEffect, year).minus(amountIn(outcome.deliverable, year));
    return [{ label: outcome.scheme.name, amount, path: context.path(year, 'schemes', id, 'steps', step) }];
  });
}

function shiftTerms(context: Context, at: StepAt): DraftTerm[] {
  const { schemes, groups } = context.projection.shifts;
  const moves = [...schemes.values()].flatMap((outcome) => shiftTermsAt(context, outcome, at));
  if (at.step !== 'tariffIllusionShift') return moves;
  const wards = [...groups].flatMap(([id, release]): DraftTerm[] =>
    release.group.organisation === at.organisation
      ? [
          {
            label: `${release.group.name}: ward cost released`,
            amount: amountIn(release.costReleased, at.year),
            path: context.path(at.year, 'shifts.groups', id, 'costReleased'),
          },
        ]
      : [],
  );
  return [...moves, ...wards, ...strandedSupportTerms(context, at.organisation, at.year)];
}

/** Capital schemes of a member: what they charge, or disposal profit less impairment. */
function capitalTerms(context: Context, { organisation, step, year }: StepAt): DraftTerm[] {
  return [...context.projection.capital.schemes.keys()].flatMap((id): DraftTerm[] => {
    const at = capitalAt(context, id);
    if (at === undefined || at.scheme.organisation !== organisation) return [];
    if (step === 'capitalCharges')
      return [{ label: at.scheme.name, amount: totalCharge(at, year).neg(), path: context.path(year, 'capital', id, 'total') }];
    return [
      {
        label: at.scheme.name,
        amount: disposalAndImpairmentTotal(at, year),
        path: context.path(year, 'capital', id, 'disposalAndImpairment'),
      },
    ];
  });
}

/** One-off costs of an organisation that belong to no scheme, as terms that lead to the inputs. */
function organisationCostTerms(context: Context, organisation: string, year: number): DraftTerm[] {
  return context.scenario.implementation.flatMap(({ id, name, organisation: bearer, amountByYear }) => {
    const amount = figureAt(amountByYear, context.label(year));
    if (bearer !== organisation || amount === undefined || !takesPart(context.frame, 'implementation', id)) return [];
    return [{ label: name, amount: amount.neg(), use: useOf(context, `implementation.${id}.amountByYear.${context.label(year)}`, '£') }];
  });
}

function implementationTerms(context: Context, organisation: string, year: number): DraftTerm[] {
  const schemes = [...context.projection.savings.schemes].flatMap(([id, outcome]): DraftTerm[] => {
    if (outcome.scheme.organisation !== organisation) return [];
    const { running, oneOff } = costTerms(context, outcome, year);
    return [
      {
        label: outcome.scheme.name,
        amount: running.amount.plus(oneOff.amount),
        path: context.path(year, 'schemes', id, 'steps', 'implementation'),
      },
    ];
  });
  return [...schemes, ...organisationCostTerms(context, organisation, year)];
}

/** What a step of the calculation puts into the position of one member, item by item. The base year has the do nothing alone. */
export function stepTerms(context: Context, at: StepAt): DraftTerm[] {
  const { organisation, step, year } = at;
  if (step === 'doNothing') return doNothingTerms(context, organisation, year);
  if (year === 0) return [];
  switch (step) {
    case 'headline':
    case 'timing':
    case 'overlap':
    case 'deliveryRisk':
    case 'tariffIllusionSavings':
      return savingsStepTerms(context, at);
    case 'capitalNotAvailable':
      return [...savingsStepTerms(context, at), ...shiftTerms(context, at)];
    case 'notCashReleasing':
      return [...savingsStepTerms(context, at), ...preventionTermsAt(context, step, organisation, year)];
    case 'preventionHeadline':
      return preventionTermsAt(context, step, organisation, year);
    case 'shiftHeadline':
    case 'shiftDelivery':
    case 'tariffIllusionShift':
      return shiftTerms(context, at);
    case 'capitalCharges':
    case 'disposalAndImpairment':
      return capitalTerms(context, at);
    case 'implementation':
      return implementationTerms(context, organisation, year);
    case 'riskShare':
      return transferTerms(context, organisation, year);
    case 'support':
      return supportTerms(context, organisation, year);
    case 'reserves':
      return reservesTerms(context, organisation, year);
  }
}

/** The non-recurrent part of a member's reported position, by kind, item by item (model-spec §3.5, §19 Underlying). */
export function oneOffTerms(context: Context, kind: OneOffKind, organisation: string, year: number): DraftTerm[] {
  if (kind === 'doNothing') return nonRecurrentTerms(context, organisation, year);
  if (kind === 'savings')
    return [...context.projection.savings.schemes.values()].flatMap((outcome) => {
      const whole = amountIn(outcome.deliverable, year).times(amountIn(outcome.nonRecurrentShare, year));
      return memberTerms(context, outcome, { name: 'nonRecurrent', whole, member: organisation, side: 'both', year });
    });
  if (kind === 'implementation') {
    const schemes = [...context.projection.savings.schemes.values()]
      .filter((outcome) => outcome.scheme.organisation === organisation)
      .map((outcome) => ({ ...costTerms(context, outcome, year).oneOff, label: `${outcome.scheme.name}: one-off cost` }))
      .filter((term) => !term.amount.isZero());
    return [...schemes, ...organisationCostTerms(context, organisation, year)];
  }
  return stepTerms(context, { organisation, step: kind, year });
}

/** Full-year effect on one member: what schemes, shifts, wards and new buildings are worth over twelve months beyond the year (model-spec §10). */
export function fullYearTerms(context: Context, organisation: string, year: number): DraftTerm[] {
  const { savings, shifts, capital } = context.projection;
  const schemes = [...savings.schemes.values()].flatMap((outcome) =>
    memberTerms(context, outcome, {
      name: 'exitEffect',
      whole: amountIn(outcome.exitEffect, year),
      member: organisation,
      side: 'both',
      year,
    }),
  );
  const moved = [...shifts.schemes].flatMap(([id, outcome]): DraftTerm[] => {
    const terms = exitTerms(context, outcome, organisation, year);
    if (terms.length === 0) return [];
    const amount = totalOf(terms);
    return [{ label: outcome.activity.scheme.name, amount, path: context.path(year, 'shifts', id, 'exitEffect', organisation) }];
  });
  const wards = [...shifts.groups].flatMap(([id, release]): DraftTerm[] => {
    if (release.group.organisation !== organisation) return [];
    const atExit = amountIn(release.stepsInMarch, year).times(amountIn(release.stepCost, year));
    const amount = atExit.minus(amountIn(release.costReleased, year));
    return [{ label: `${release.group.name}: wards`, amount, path: context.path(year, 'shifts.groups', id, 'exitEffect') }];
  });
  const built = [...capital.schemes].flatMap(([id, outcome]): DraftTerm[] => {
    const scheme = capital.funding.plans.get(id)?.scheme;
    return scheme?.organisation === organisation
      ? [{ label: scheme.name, amount: amountIn(outcome.exitEffect, year), path: context.path(year, 'capital', id, 'exitEffect') }]
      : [];
  });
  return [...schemes, ...moved, ...wards, ...built];
}
