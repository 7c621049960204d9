import { ZERO, isBelow, sum, type Decimal } from '../money/decimal.ts';
import { formatCount, formatPercent, moneyInFittingUnit } from '../money/format.ts';
import { monthLabel } from '../calendar/financial-year.ts';
import { operationalMonth } from '../engine/capital-charges.ts';
import { figure, wholeOf } from '../engine/frame.ts';
import { DEFAULT_INPUTS } from '../scenario/defaults.ts';
import { deliveryMarks } from './delivery-marks.ts';
import { claimed, deliveryPath, inTarget, largestFirst, organisationName, savingsIn, type RealismContext } from './realism-context.ts';

/** One thing that one would have to believe: a figure, what goes on after it, and the inputs that say so. */
export type Belief = { readonly key: string; readonly figure: string; readonly text: string; readonly paths: readonly string[] };
export type WhatToBelieve = { readonly opening: string; readonly beliefs: readonly Belief[] };

const SHOWN_PATHS = 3;

/** What the national record and the own one say of delivery, as a sentence. */
function recordWords(context: RealismContext): string {
  const marks = deliveryMarks(context);
  const own = marks.find(({ kind }) => kind === 'own');
  const national = marks.find(({ key }) => key === 'recurrent-2017-18-h1');
  const said = national === undefined ? '' : ` Trusts had delivered ${formatPercent(national.share, 0)} at month 6 of 2017/18`;
  return own === undefined ? `${said}.` : `${said}; these bodies delivered ${formatPercent(own.share)} before.`;
}

function delivery(context: RealismContext): Belief[] {
  const { reported, beforeSupport } = context.breakEven;
  const needed = reported.share ?? beforeSupport.share;
  const paths = largestFirst(savingsIn(context), ({ systemEffect }) => inTarget(context, systemEffect)).slice(0, SHOWN_PATHS);
  if (needed === null || paths.length === 0) return [];
  const text = `of savings that survive overlap and cash release are delivered, every year.${recordWords(context)}`;
  return [{ key: 'delivery', figure: formatPercent(needed), text, paths: paths.map(({ scheme }) => deliveryPath(scheme)) }];
}

function unidentified(context: RealismContext): Belief[] {
  const schemes = savingsIn(context).filter(({ scheme }) => scheme.category === 'UNIDENTIFIED');
  const amount = claimed(context, schemes);
  if (amount.lte(ZERO)) return [];
  return [
    {
      key: 'unidentified',
      figure: moneyInFittingUnit(amount),
      text: 'of savings is found that nobody has identified.',
      paths: schemes.map(({ scheme }) => deliveryPath(scheme)),
    },
  ];
}

/** Growth of demand at a provider: the mean yearly rate of the volume series of its contracts by activity. */
function demandGrowth({ projection, year }: RealismContext, provider: string): Decimal | undefined {
  const flow = projection.frame.scenario.flows.find(({ payee, volumeSeries }) => payee === provider && volumeSeries !== undefined);
  if (flow === undefined || year === 0) return undefined;
  return sum(projection.series.rateOf(flow.volumeSeries).slice(1, year + 1)).div(year);
}

function activity(context: RealismContext): Belief[] {
  const shifts = [...context.projection.shifts.schemes.values()].map((outcome) => outcome.activity.scheme);
  const providers = [...new Set(shifts.map(({ fromOrganisation }) => fromOrganisation))];
  return providers.map((provider) => {
    const own = shifts.filter(({ fromOrganisation }) => fromOrganisation === provider);
    const points = [...new Set(own.map(({ pointOfDelivery }) => pointOfDelivery.toLowerCase()))];
    const growth = demandGrowth(context, provider);
    const otherwise =
      growth === undefined
        ? ''
        : `, while demand there otherwise ${isBelow(growth, ZERO) ? 'falls' : 'grows'} by ${formatPercent(growth.abs())} a year`;
    return {
      key: `activity:${provider}`,
      figure: formatCount(sum(own.map(({ activityPerYear }) => figure(activityPerYear)))),
      text: `${points.join(' and ')} a year leave ${organisationName(context, provider)}${otherwise}.`,
      paths: own.map(({ id }) => `shifts.${id}.activityPerYear`),
    };
  });
}

function capital({ projection }: RealismContext): Belief[] {
  const { plans, funded } = projection.capital.funding;
  const inPlan = [...plans.values()].filter(({ scheme, total }) => funded.has(scheme.id) && !total.isZero());
  if (inPlan.length === 0) return [];
  const latest = Math.max(...inPlan.map(({ scheme }) => operationalMonth(scheme)));
  const named = inPlan.length === 1 ? (inPlan[0]?.scheme.name ?? '') : `all ${String(inPlan.length)} schemes`;
  return [
    {
      key: 'capital',
      figure: moneyInFittingUnit(sum(inPlan.map(({ total }) => total))),
      text: `of capital is approved, and ${named} ${inPlan.length === 1 ? 'is' : 'are'} open by ${monthLabel(projection.frame.scenario.baseYear, latest)}, with no further slip.`,
      paths: inPlan.map(({ scheme }) => `capital.${scheme.id}.operationalMonth`),
    },
  ];
}

/** What a provider loses and what cost it must take out in turn, by contract reductions and shifts together. */
function releases(context: RealismContext, provider: string): { lost: Decimal; released: Decimal; paths: string[] } {
  const reductions = savingsIn(context).filter(
    ({ scheme }) => scheme.mechanism === 'CONTRACT_REDUCTION' && scheme.counterparty === provider,
  );
  const shifts = [...context.projection.shifts.schemes.values()].filter(({ activity: { scheme } }) => scheme.fromOrganisation === provider);
  const groups = context.projection.frame.scenario.stepGroups.filter(({ organisation }) => organisation === provider);
  const steps = groups.map(({ id }) => inTarget(context, context.projection.shifts.groups.get(id)?.costReleased));
  return {
    lost: sum([
      ...reductions.map(({ deliverable }) => inTarget(context, deliverable)),
      ...shifts.map(({ tariffSaved }) => inTarget(context, tariffSaved)),
    ]),
    released: sum([
      ...reductions.map(({ systemEffect }) => inTarget(context, systemEffect)),
      ...shifts.map(({ variableReleased }) => inTarget(context, variableReleased)),
      ...steps,
    ]),
    paths: [
      ...reductions.map(({ scheme }) => `savings.${scheme.id}.releaseShare`),
      ...groups.map(({ id }) => `stepGroups.${id}.lagMonths`),
    ],
  };
}

function released(context: RealismContext): Belief[] {
  const { scenario } = context.projection.frame;
  return scenario.organisations.flatMap(({ id, name }): Belief[] => {
    const { lost, released: cost, paths } = releases(context, id);
    if (lost.lte(ZERO) || cost.lte(ZERO)) return [];
    const lags = scenario.stepGroups
      .filter(({ organisation }) => organisation === id)
      .map(({ lagMonths }) => wholeOf(lagMonths ?? DEFAULT_INPUTS.wardLagMonths));
    const within = lags.length === 0 ? 'as it loses' : `within ${String(Math.max(...lags))} months of losing`;
    return [
      {
        key: `released:${id}`,
        figure: moneyInFittingUnit(cost),
        text: `of cost leaves ${name} ${within} ${moneyInFittingUnit(lost)} of income.`,
        paths,
      },
    ];
  });
}

function councils(context: RealismContext): Belief[] {
  return [...context.projection.settlement.reserves].flatMap(([id, years]): Belief[] => {
    const outcome = years[context.year];
    const reserves = context.projection.frame.scenario.reserves.find(({ organisation }) => organisation === id);
    if (outcome === undefined) return [];
    const name = organisationName(context, id);
    const paths = reserves === undefined ? [] : [`reserves.${id}.minimum`, `reserves.${id}.opening`];
    if (!outcome.requiredMitigation.isZero()) {
      const left =
        reserves === undefined
          ? 'which has no reserves entered'
          : `whose reserves are already at their ${moneyInFittingUnit(outcome.closing)} minimum`;
      return [
        {
          key: `mitigation:${id}`,
          figure: moneyInFittingUnit(outcome.requiredMitigation),
          text: `more is found by ${name}, ${left}.`,
          paths,
        },
      ];
    }
    if (outcome.used.isZero()) return [];
    return [
      {
        key: `reserves:${id}`,
        figure: moneyInFittingUnit(outcome.used),
        text: `of reserves is spent by ${name} in ${context.label}, and ${moneyInFittingUnit(outcome.closing)} is left.`,
        paths,
      },
    ];
  });
}

/** Support of the target year: what is at stake, and how far the system is from balance without it. */
function support(context: RealismContext): Belief[] {
  const { projection, breakEven, outcomes, year } = context;
  const atStake = sum([...projection.settlement.support.values()].map((years) => years[year]?.atStake ?? ZERO));
  if (atStake.isZero()) return [];
  const earned = sum([...projection.settlement.support.values()].map((years) => years[year]?.earned ?? ZERO));
  const without = inTarget(context, outcomes.system.reported).minus(earned);
  const below = breakEven.justBelow;
  const words =
    breakEven.dependsOnSupport && below !== null
      ? ` Without it the system misses balance by ${moneyInFittingUnit(below.abs())}, even at that rate.`
      : isBelow(without, ZERO)
        ? ` Without it the system misses balance by ${moneyInFittingUnit(without.abs())}.`
        : '';
  const paths = projection.frame.scenario.support.map(({ id }) => `support.${id}.allocationByYear.${context.label}`);
  return [{ key: 'support', figure: moneyInFittingUnit(atStake), text: `of support is earned.${words}`, paths }];
}

/** What one would have to believe for the system to balance (model-spec §11.4): sentences from live figures, each with the inputs behind it. */
export function whatToBelieve(context: RealismContext): WhatToBelieve {
  const { frame } = context.projection;
  return {
    opening: `For ${frame.scenario.footprint.name} to balance in ${context.label} you would have to believe that:`,
    beliefs: [
      ...delivery(context),
      ...unidentified(context),
      ...activity(context),
      ...capital(context),
      ...released(context),
      ...councils(context),
      ...support(context),
    ],
  };
}

/** The same as one text, for a paper. */
export function beliefText({ opening, beliefs }: WhatToBelieve): string {
  return [opening, ...beliefs.map(({ figure, text }, at) => `(${String(at + 1)}) ${figure} ${text}`)].join('\n');
}
