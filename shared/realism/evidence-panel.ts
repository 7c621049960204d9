import { D, ONE, ZERO, maximum, sum, times, type Decimal } from '../money/decimal.ts';
import { formatPercent, moneyInFittingUnit } from '../money/format.ts';
import { figureOf, outsideView } from '../evidence/evidence.ts';
import type { SavingsOutcome } from '../engine/savings.ts';
import { figure, figureOr } from '../engine/frame.ts';
import { DEFAULT_INPUTS } from '../scenario/defaults.ts';
import { regimeOf } from '../scenario/vocabulary.ts';
import { claimed, inTarget, savingsIn, type RealismContext } from './realism-context.ts';
import { judgementOf } from './required-rate.ts';

/** One ratio of the panel: the plan's figure ÷ what it is held against. Above 1 the plan is more optimistic. They are never blended into one. */
export type EvidenceRatio = {
  readonly id: 'savings-rate' | 'recurrent-share' | 'activity' | 'capital-ask' | 'ramp' | 'red-and-unidentified';
  readonly label: string;
  readonly yours: string;
  readonly comparison: string;
  /** Undefined where the plan or the record has no such figure; `reason` says why. */
  readonly ratio: Decimal | undefined;
  readonly reason?: string;
  /** The outside view that it is held against, or undefined where it is a tool default or the own record. */
  readonly view: string | undefined;
};

type Draft = Pick<EvidenceRatio, 'id' | 'label' | 'view'>;

function ratioOf(draft: Draft, yours: { figure: Decimal; text: string }, against: { figure: Decimal; text: string }): EvidenceRatio {
  const isNil = against.figure.isZero();
  return { ...draft, yours: yours.text, comparison: against.text, ratio: isNil ? undefined : yours.figure.div(against.figure) };
}

const absent = (draft: Draft, reason: string): EvidenceRatio => ({ ...draft, yours: 'n/a', comparison: 'n/a', ratio: undefined, reason });

function viewFigure(id: string, part: 'planned' | 'achieved' | 'low' | 'high'): Decimal {
  return figureOf(outsideView(id), part) ?? ZERO;
}

function isProvider({ projection }: RealismContext, organisation: string): boolean {
  const type = projection.frame.organisations.get(organisation)?.type;
  return type !== undefined && regimeOf(type) === 'NHS_PROVIDER';
}

/** New savings of the providers a year, of their mean cost. */
function savingsRate(context: RealismContext): EvidenceRatio {
  const draft: Draft = { id: 'savings-rate', label: 'Provider savings a year, of cost', view: 'cip-rate-2018-19' };
  const { projection, year } = context;
  const lines = projection.frame.scenario.lines.filter(
    ({ kind, organisation }) => kind === 'EXPENDITURE' && isProvider(context, organisation),
  );
  const cost = sum(lines.flatMap(({ id }) => (projection.doNothing.lines.get(id) ?? []).slice(1, year + 1))).div(Math.max(year, 1));
  const savings = claimed(
    context,
    savingsIn(context).filter(({ scheme }) => isProvider(context, scheme.organisation)),
  );
  if (cost.isZero() || savings.lte(ZERO)) return absent(draft, 'No provider states both a cost and savings.');
  const rate = savings.div(Math.max(year, 1)).div(cost);
  const achieved = viewFigure('cip-rate-2018-19', 'achieved');
  return ratioOf(
    draft,
    { figure: rate, text: `${formatPercent(rate)} a year` },
    { figure: achieved, text: `${formatPercent(achieved)} delivered in 2018/19` },
  );
}

/** The savings whose recurrence is compared: those of providers, of which alone there is a national record; all of them beside the bodies' own record. */
export function recurrenceCompared(context: RealismContext): SavingsOutcome[] {
  const hasOwn = context.record.overall?.recurrentShare !== undefined;
  return savingsIn(context).filter(({ scheme }) => hasOwn || isProvider(context, scheme.organisation));
}

/** What of those headline savings the plan counts as recurring. */
export function plannedRecurrentShare(context: RealismContext): Decimal | undefined {
  const schemes = recurrenceCompared(context);
  const total = claimed(context, schemes);
  if (total.lte(ZERO)) return undefined;
  return sum(schemes.map((outcome) => times(inTarget(context, outcome.headline), recurrence(outcome)))).div(total);
}

function recurrence({ scheme }: SavingsOutcome): Decimal {
  if (scheme.profile.kind === 'NON_RECURRENT' || scheme.category === 'NON_RECURRENT') return ZERO;
  return scheme.profile.kind === 'PROGRAMME' ? figureOr(scheme.recurrentShare, DEFAULT_INPUTS.fullShare) : ONE;
}

function recurrentShare(context: RealismContext): EvidenceRatio {
  const own = context.record.overall?.recurrentShare;
  const draft: Draft = {
    id: 'recurrent-share',
    label: 'Recurrent part of savings',
    view: own === undefined ? 'recurrent-share-2017-18' : undefined,
  };
  const planned = plannedRecurrentShare(context);
  if (planned === undefined) return absent(draft, 'No provider saves anything.');
  const against = own ?? judgementOf(context.projection, 'recurrentShare');
  const text = own === undefined ? `below ${formatPercent(against, 0)} at outturn 2017/18` : `${formatPercent(against)}, own record`;
  return ratioOf(draft, { figure: planned, text: formatPercent(planned) }, { figure: against, text });
}

/** Activity that the shifts take away each year, as a share of the contracts that pay for it. */
export function plannedReduction(context: RealismContext): Decimal | undefined {
  const { projection, year } = context;
  const shifts = [...projection.shifts.schemes.values()];
  const from = new Set(shifts.map(({ activity }) => activity.scheme.fromOrganisation));
  const flows = projection.frame.scenario.flows.filter(({ payee, contractType }) => from.has(payee) && contractType === 'PBR');
  const contracts = sum(flows.map(({ id }) => inTarget(context, projection.doNothing.flows.get(id))));
  const moved = sum(shifts.map(({ plannedTariff }) => inTarget(context, plannedTariff)));
  return contracts.lte(ZERO) || moved.lte(ZERO) ? undefined : moved.div(contracts).div(Math.max(year, 1));
}

function activity(context: RealismContext): EvidenceRatio {
  const draft: Draft = { id: 'activity', label: 'Activity taken out a year, of contract', view: 'trend-secondary' };
  const reduction = plannedReduction(context);
  if (reduction === undefined) return absent(draft, 'No activity is moved, or its contract is not priced by activity.');
  const trend = viewFigure('trend-secondary', 'achieved');
  return ratioOf(
    draft,
    { figure: reduction, text: `${formatPercent(reduction)} a year less` },
    { figure: trend, text: `${formatPercent(trend)} a year more, the trend` },
  );
}

const MILLION = new D(1_000_000);

/** STP capital asked for, in pounds. */
export function capitalAsked({ projection }: Pick<RealismContext, 'projection'>): Decimal {
  const plans = [...projection.capital.funding.plans.values()];
  return sum(
    plans.map(({ scheme, total }) =>
      times(total, sum(scheme.funding.filter(({ source }) => source === 'STP_PDC').map(({ share }) => figure(share)))),
    ),
  );
}

function capitalAsk(context: RealismContext): EvidenceRatio {
  const draft: Draft = { id: 'capital-ask', label: 'STP capital asked for', view: 'capital-mean-share' };
  const asked = capitalAsked(context);
  if (asked.isZero()) return absent(draft, 'No STP capital is asked for.');
  const mean = viewFigure('capital-mean-share', 'achieved').times(MILLION);
  return ratioOf(
    draft,
    { figure: asked, text: moneyInFittingUnit(asked) },
    { figure: mean, text: `${moneyInFittingUnit(mean)}, the mean of 44 footprints` },
  );
}

/** New savings of the first year against the best year that the same bodies recorded. */
function ramp(context: RealismContext): EvidenceRatio {
  const draft: Draft = { id: 'ramp', label: 'Savings in the first year', view: undefined };
  const recorded = [...context.record.byOrganisation.values()];
  if (recorded.length === 0) return absent(draft, 'No own record is entered.');
  const best = sum(recorded.map(({ years }) => years.reduce((most, { achieved }) => maximum(most, achieved), ZERO)));
  const own = savingsIn(context).filter(({ scheme }) => context.record.byOrganisation.has(scheme.organisation));
  const first = sum(own.map(({ headline }) => headline[1] ?? ZERO));
  if (best.isZero() || first.lte(ZERO)) return absent(draft, 'The bodies with a record save nothing in the first year, or never did.');
  return ratioOf(
    draft,
    { figure: first, text: moneyInFittingUnit(first) },
    { figure: best, text: `${moneyInFittingUnit(best)} in their best recorded years` },
  );
}

/** Headline savings that are rated red or that nobody has identified. */
export function redOrUnidentified(context: RealismContext): SavingsOutcome[] {
  return savingsIn(context).filter(
    ({ scheme }) => scheme.rating === 'RED' || scheme.rating === 'AMBER_RED' || scheme.category === 'UNIDENTIFIED',
  );
}

function redShare(context: RealismContext): EvidenceRatio {
  const draft: Draft = { id: 'red-and-unidentified', label: 'Rated red or not identified', view: undefined };
  const total = claimed(context, savingsIn(context));
  if (total.lte(ZERO)) return absent(draft, 'Nothing is saved.');
  const share = claimed(context, redOrUnidentified(context)).div(total);
  const limit = judgementOf(context.projection, 'redAndUnidentifiedShare');
  return ratioOf(
    draft,
    { figure: share, text: `${formatPercent(share)} of the plan` },
    { figure: limit, text: `${formatPercent(limit, 0)}, tool default` },
  );
}

/** The panel of model-spec §11.4: six ratios, each with what it is held against; above 1 is more optimistic than the evidence. There is no sum of them. */
export function evidencePanel(context: RealismContext): EvidenceRatio[] {
  return [savingsRate(context), recurrentShare(context), activity(context), capitalAsk(context), ramp(context), redShare(context)];
}
