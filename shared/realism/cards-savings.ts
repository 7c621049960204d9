import { D, ZERO, maximum, minus, sum, times, type Decimal } from '../money/decimal.ts';
import { formatCount, formatPercent, moneyInFittingUnit } from '../money/format.ts';
import { inputAt } from '../scenario/inputs-of.ts';
import { achievedShare, outsideView } from '../evidence/evidence.ts';
import { TOOL_DEFAULT, heldAgainst, type CardDraft, type RealismCard } from './card.ts';
import { aboveEvenSpread, backLoadingOf, concentrationOf } from './concentration.ts';
import { deliveryMarks } from './delivery-marks.ts';
import { plannedRecurrentShare, recurrenceCompared, redOrUnidentified } from './evidence-panel.ts';
import { claimed, deliveryPath, inTarget, inWords, largestFirst, savingsIn, type RealismContext } from './realism-context.ts';
import { judgementOf, requiredAgainstAchieved } from './required-rate.ts';

const ASKED = 3;

/** Inputs of the largest schemes: where a change does most. */
function largestDeliveries(context: RealismContext): string[] {
  return largestFirst(savingsIn(context), ({ systemEffect }) => inTarget(context, systemEffect))
    .slice(0, ASKED)
    .map(({ scheme }) => deliveryPath(scheme));
}

/** The record that delivery is held against: these bodies' own, else what trusts were forecast to deliver of recurrent plans, like for like over a year. */
function deliveryComparison(
  context: RealismContext,
): (Pick<RealismCard, 'heading' | 'comparison' | 'source' | 'notWhen'> & { share: Decimal }) | undefined {
  const { overall } = context.record;
  if (overall !== undefined) {
    const own = deliveryMarks(context).find(({ kind }) => kind === 'own');
    return {
      heading: 'More than before',
      comparison: `These bodies delivered ${formatPercent(overall.share)} of what they planned.`,
      source: own === undefined ? 'The own record of this scenario' : `${own.source}; ${own.label.replace('own record, ', '')}`,
      notWhen: own?.notWhen ?? '',
      share: overall.share,
    };
  }
  const [half, forecast, outturn] = ['recurrent-2017-18-h1', 'recurrent-2017-18-forecast', 'cip-2018-19'].map((id) =>
    achievedShare(outsideView(id)),
  );
  if (half === undefined || forecast === undefined || outturn === undefined) return undefined;
  return {
    heading: 'More than others',
    ...heldAgainst(
      'recurrent-2017-18-forecast',
      `Trusts forecast ${formatPercent(forecast, 0)} of their recurrent plans for 2017/18, and had ${formatPercent(half, 0)} at month 6; with one-offs they delivered ${formatPercent(outturn, 0)} in 2018/19.`,
    ),
    share: forecast,
  };
}

/** Delivery assumed above what was delivered before. */
export function deliveryCard(context: RealismContext): CardDraft[] {
  const { assumed, perDelivery } = context.breakEven;
  const against = deliveryComparison(context);
  if (assumed === null || against === undefined || !assumed.gt(against.share)) return [];
  const { share, ...comparison } = against;
  return [
    {
      key: 'delivery',
      finding: `The plan counts on ${formatPercent(assumed)} of its savings`,
      yours: `${formatPercent(assumed)} of savings delivered, weighted by size.`,
      ...comparison,
      effect: times(assumed.minus(share), perDelivery),
      paths: largestDeliveries(context),
    },
  ];
}

/** More to be saved each year than trusts ever reported as recurrent. */
export function requiredCard(context: RealismContext): CardDraft[] {
  const { projection, year } = context;
  const required = requiredAgainstAchieved(projection, context.outcomes);
  const recurrent = required.achieved.find(({ view }) => view === 'recurrent-rate-reported');
  if (required.grade === 'clear' || required.ofSystemCost === undefined || recurrent === undefined) return [];
  const base = required.amountPerYear.div(required.ofSystemCost);
  return [
    {
      key: 'required-rate',
      heading: 'More than ever saved',
      finding: `${formatPercent(required.ofSystemCost)} of all cost must be saved each year`,
      yours: `${moneyInFittingUnit(required.amountPerYear)} a year closes the gap of doing nothing.`,
      ...heldAgainst(
        'recurrent-rate-reported',
        `Trusts reported ${formatPercent(recurrent.low)} to ${formatPercent(recurrent.high)} recurrent; measured, it was nearer ${formatPercent(required.achieved[2]?.low ?? ZERO)}.`,
      ),
      effect: maximum(times(required.ofSystemCost.minus(recurrent.high), base), ZERO).times(Math.max(year, 1)),
      paths: largestDeliveries(context),
    },
  ];
}

/** Savings counted as lasting that others could not make last. */
export function recurrentCard(context: RealismContext): CardDraft[] {
  const planned = plannedRecurrentShare(context);
  const own = context.record.overall?.recurrentShare;
  const against = own ?? judgementOf(context.projection, 'recurrentShare');
  if (planned === undefined || !planned.gt(against)) return [];
  const schemes = recurrenceCompared(context);
  const programmes = schemes.filter(({ scheme }) => scheme.profile.kind === 'PROGRAMME');
  const compared =
    own === undefined
      ? `More than a quarter of trusts’ savings was one-off: below ${formatPercent(against, 0)} recurred.`
      : `${formatPercent(against)} of what these bodies saved recurred.`;
  return [
    {
      key: 'recurrent-share',
      heading: 'Taken to last',
      finding: `${formatPercent(planned)} of ${own === undefined ? 'provider savings' : 'savings'} is taken to recur`,
      yours: `Savings of earlier years are still there in ${context.label}.`,
      ...heldAgainst('recurrent-share-2017-18', compared),
      ...(own === undefined ? {} : { source: 'The own record of this scenario' }),
      effect: times(planned.minus(against), maximum(sum(schemes.map(({ systemEffect }) => inTarget(context, systemEffect))), ZERO)),
      paths: largestFirst(programmes, ({ headline }) => inTarget(context, headline))
        .slice(0, ASKED)
        .map(({ scheme }) => `savings.${scheme.id}.recurrentShare`),
    },
  ];
}

/** Savings that nobody has identified. */
export function unidentifiedCard(context: RealismContext): CardDraft[] {
  const schemes = savingsIn(context).filter(({ scheme }) => scheme.category === 'UNIDENTIFIED');
  const counted = sum(schemes.map(({ systemEffect }) => inTarget(context, systemEffect)));
  if (counted.lte(ZERO)) return [];
  return [
    {
      key: 'unidentified',
      heading: 'Nobody has found it',
      finding: `${moneyInFittingUnit(counted)} rests on savings that nobody has identified`,
      yours: `${moneyInFittingUnit(counted)} is counted in ${context.label}.`,
      comparison: 'What is not identified has no record; the tool counts none of it unless told to.',
      source: TOOL_DEFAULT,
      notWhen: 'When the schemes are known and only not yet entered: then name them.',
      effect: counted,
      paths: schemes.map(({ scheme }) => deliveryPath(scheme)),
    },
  ];
}

/** Red and unidentified schemes beyond the tool's threshold (W2). */
export function redCard(context: RealismContext): CardDraft[] {
  const schemes = redOrUnidentified(context);
  const total = claimed(context, savingsIn(context));
  const limit = judgementOf(context.projection, 'redAndUnidentifiedShare');
  if (total.lte(ZERO) || !claimed(context, schemes).gt(times(limit, total))) return [];
  const share = claimed(context, schemes).div(total);
  return [
    {
      key: 'red-and-unidentified',
      heading: 'Rated red',
      finding: `${formatPercent(share)} of the plan is rated red or not identified`,
      yours: `${moneyInFittingUnit(claimed(context, schemes))} of ${moneyInFittingUnit(total)} in ${context.label}.`,
      comparison: `The tool asks from ${formatPercent(limit, 0)}.`,
      source: TOOL_DEFAULT,
      notWhen: 'When the ratings are old, or the schemes early in their life.',
      effect: claimed(context, schemes),
      paths: schemes.slice(0, ASKED).map(({ scheme }) => deliveryPath(scheme)),
    },
  ];
}

/** Contract reductions of which the system keeps only what the other member can release. */
export function tariffCards(context: RealismContext): CardDraft[] {
  return savingsIn(context).flatMap((outcome): CardDraft[] => {
    const { scheme } = outcome;
    const booked = inTarget(context, outcome.deliverable);
    const kept = inTarget(context, outcome.systemEffect);
    if (scheme.mechanism !== 'CONTRACT_REDUCTION' || !booked.gt(kept)) return [];
    const stated = inputAt(context.projection.frame.scenario, `savings.${scheme.id}.releaseShare`);
    return [
      {
        key: `tariff:${scheme.id}`,
        heading: 'Someone else pays',
        finding: `${moneyInFittingUnit(booked)} off a contract saves the system ${moneyInFittingUnit(kept)}`,
        yours: `${inWords(scheme)}: the commissioner books ${moneyInFittingUnit(booked)}; the provider can release ${formatPercent(outcome.systemFactor, 0)} of the income that it loses.`,
        comparison:
          stated?.source === undefined
            ? '35% is a tool default. Ask the provider for its own release.'
            : 'Ask the provider whether it agrees with the release.',
        source: stated?.source ?? TOOL_DEFAULT,
        notWhen: 'When the provider can close whole wards or clinics.',
        effect: minus(booked, kept),
        paths: [`savings.${scheme.id}.releaseShare`, deliveryPath(scheme)],
      },
    ];
  });
}

/** Savings that come late, from the tool's threshold of the back-loading index. */
export function backLoadingCard(context: RealismContext): CardDraft[] {
  const { index, grade, increases } = backLoadingOf(context.projection);
  if (index === undefined || grade === 'clear') return [];
  return [
    {
      key: 'back-loading',
      heading: 'Late in the plan',
      finding: `${moneyInFittingUnit(increases.at(-1) ?? ZERO)} of new savings comes in the last year`,
      yours: `Back-loading ${formatCount(index, 2)}; 0.5 is even, 1 is all in ${context.label}.`,
      comparison: `The tool asks from ${formatCount(judgementOf(context.projection, 'backLoadingAmber'), 2)}.`,
      source: TOOL_DEFAULT,
      notWhen: 'When a building or a contract decides the date.',
      effect: maximum(aboveEvenSpread(increases), ZERO),
      paths: largestDeliveries(context),
    },
  ];
}

/** From this top-3 share the plan rests on three schemes [J]. */
const TOP_THREE = new D('0.6');

export function concentrationCard(context: RealismContext): CardDraft[] {
  const { topThreeShare, shares, effectiveSchemes } = concentrationOf(context.projection);
  const largest = shares[0];
  if (
    topThreeShare === undefined ||
    effectiveSchemes === undefined ||
    largest === undefined ||
    shares.length <= ASKED ||
    topThreeShare.lt(TOP_THREE)
  )
    return [];
  const schemes = context.projection.savings.schemes;
  const name = schemes.get(largest.scheme)?.scheme;
  return [
    {
      key: 'concentration',
      heading: 'Few schemes carry it',
      finding: `Three schemes bring ${formatPercent(topThreeShare)} of the savings`,
      yours: `The plan counts like ${formatCount(effectiveSchemes, 1)} equal schemes; ${name === undefined ? largest.scheme : inWords(name)} alone brings ${moneyInFittingUnit(largest.amount)}.`,
      comparison: `The tool asks from ${formatPercent(TOP_THREE, 0)}.`,
      source: TOOL_DEFAULT,
      notWhen: 'When a large scheme is many small ones under one name.',
      effect: times(topThreeShare.minus(TOP_THREE), sum(shares.map(({ amount }) => amount))),
      paths: shares.slice(0, ASKED).map(({ scheme }) => deliveryPath({ id: scheme })),
    },
  ];
}
