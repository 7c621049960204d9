import { D, ZERO, isBelow, maximum, minus, sum, times, type Decimal } from '../money/decimal.ts';
import { formatCount, formatPercent, moneyInFittingUnit } from '../money/format.ts';
import { monthLabel } from '../calendar/financial-year.ts';
import { figureOf, outsideView } from '../evidence/evidence.ts';
import { operationalMonth } from '../engine/capital-charges.ts';
import { combinedOptimismBound } from '../engine/capital-funding.ts';
import { capitalNeededBy, figure } from '../engine/frame.ts';
import { shiftSystem } from '../outcomes/shift-system.ts';
import { heldAgainst, type CardDraft } from './card.ts';
import { capitalAsked, plannedReduction } from './evidence-panel.ts';
import { inTarget, inWords, savingsIn, type RealismContext } from './realism-context.ts';

/** Schemes that wait for a capital scheme. */
function waitingFor(context: RealismContext, capital: string) {
  const { frame } = context.projection;
  return savingsIn(context).filter(({ scheme }) =>
    capitalNeededBy(frame.scenario, scheme.id, scheme.capitalDependencies).some(({ id }) => id === capital),
  );
}

/** Savings that wait for capital which fails its funding test. */
export function unfundedCards(context: RealismContext): CardDraft[] {
  const { funding } = context.projection.capital;
  return [...funding.plans.values()].flatMap(({ scheme, total }): CardDraft[] => {
    if (funding.funded.has(scheme.id)) return [];
    const lost = sum(
      waitingFor(context, scheme.id).map(({ effective, afterGate }) => minus(inTarget(context, effective), inTarget(context, afterGate))),
    );
    const refusal = funding.refusals.get(scheme.id) ?? 'it is not funded';
    return [
      {
        key: `capital-unfunded:${scheme.id}`,
        heading: 'Needs what is not there',
        finding: lost.isZero()
          ? `${moneyInFittingUnit(total)} of capital has no funding`
          : `${moneyInFittingUnit(lost)} waits for capital with no funding`,
        yours: `${inWords(scheme)} needs ${moneyInFittingUnit(total)}; ${refusal}.`,
        ...heldAgainst('capital-bids', 'One bid in three succeeded: £2.3bn allocated of £8.7bn asked.'),
        effect: lost.isZero() ? total : lost,
        paths: [`capital.${scheme.id}.priority`, `capital.${scheme.id}.operationalMonth`],
      },
    ];
  });
}

/** Savings and shifts of the target year that wait for funded capital: what hangs on its date. */
export function waitingCards(context: RealismContext): CardDraft[] {
  const { funding } = context.projection.capital;
  return [...funding.plans.values()].flatMap(({ scheme, total }): CardDraft[] => {
    const waiting = waitingFor(context, scheme.id);
    const atStake = sum(waiting.map(({ systemEffect }) => inTarget(context, systemEffect)));
    if (!funding.funded.has(scheme.id) || atStake.lte(ZERO)) return [];
    const opens = monthLabel(context.projection.frame.scenario.baseYear, operationalMonth(scheme));
    return [
      {
        key: `capital-date:${scheme.id}`,
        heading: 'Hangs on a building',
        finding: `${moneyInFittingUnit(atStake)} of savings waits for ${scheme.name}`,
        yours: `${inWords(scheme)}, ${moneyInFittingUnit(total)}, is taken to open in ${opens}.`,
        ...heldAgainst('capital-paid', 'Of 143 schemes worth £2.7bn, £1.2bn had been paid by 2023 and 55 were complete.'),
        effect: atStake,
        paths: [`capital.${scheme.id}.slippageMonths`, `capital.${scheme.id}.operationalMonth`],
      },
    ];
  });
}

const MILLION = new D(1_000_000);

/** STP capital asked for beyond the mean share of a footprint. */
export function askCard(context: RealismContext): CardDraft[] {
  const asked = capitalAsked(context);
  const mean = (figureOf(outsideView('capital-mean-share'), 'achieved') ?? ZERO).times(MILLION);
  if (!asked.gt(mean)) return [];
  const plans = [...context.projection.capital.funding.plans.values()].filter(({ scheme }) =>
    scheme.funding.some(({ source }) => source === 'STP_PDC'),
  );
  return [
    {
      key: 'capital-ask',
      heading: 'More than a fair share',
      finding: `${moneyInFittingUnit(asked)} of STP capital is asked for, ${formatCount(asked.div(mean), 1)} times the mean`,
      yours: `${moneyInFittingUnit(asked)}, after optimism bias.`,
      ...heldAgainst('capital-mean-share', `${moneyInFittingUnit(mean)} is £2.6bn over 44 footprints.`),
      effect: asked.minus(mean),
      paths: plans.map(({ scheme }) => `capital.${scheme.id}.priority`),
    },
  ];
}

/** Buildings costed below the Treasury's starting bound of optimism bias. */
export function optimismCards(context: RealismContext): CardDraft[] {
  return [...context.projection.capital.funding.plans.values()].flatMap(({ scheme, optimismBias, total }): CardDraft[] => {
    const nonStandard = scheme.optimismBias?.nonStandardShare;
    const bound = combinedOptimismBound(nonStandard === undefined ? ZERO : figure(nonStandard));
    const reason = scheme.optimismBias?.mitigation?.note ?? scheme.optimismBias?.mitigation?.source;
    if (scheme.assetClass !== 'BUILDING' || total.isZero() || reason !== undefined || !optimismBias.lt(bound)) return [];
    const base = total.div(optimismBias.plus(1));
    return [
      {
        key: `optimism-bias:${scheme.id}`,
        heading: 'Costed too early',
        finding: `${inWords(scheme)} allows ${formatPercent(optimismBias)} for cost to rise`,
        yours: `${moneyInFittingUnit(base)} before and ${moneyInFittingUnit(total)} after optimism bias; no reason is given for less.`,
        ...heldAgainst('bias-standard', `The starting bound is ${formatPercent(bound)} until a business case removes it.`),
        effect: times(base, bound.minus(optimismBias)),
        paths: [`capital.${scheme.id}.optimismBias.mitigation`, `capital.${scheme.id}.optimismBias.upperBound`],
      },
    ];
  });
}

const effectSaid = (amount: Decimal): string =>
  isBelow(amount, ZERO) ? `it costs ${moneyInFittingUnit(amount.abs())}` : `it is worth ${moneyInFittingUnit(amount)}`;

/** Shifts that the plan scores above what they bring inside the horizon. */
export function shiftCard(context: RealismContext): CardDraft[] {
  const shifts = [...context.projection.shifts.schemes.values()];
  const { headline, systemEffect } = shiftSystem(context.projection);
  const [claim, effect] = [inTarget(context, headline), inTarget(context, systemEffect)];
  if (shifts.length === 0 || !claim.gt(effect)) return [];
  const years = String(context.year);
  return [
    {
      key: 'shift-pays',
      heading: 'Too fast',
      finding: `The shift must pay inside ${years} years`,
      yours: `The plan scores it at +${moneyInFittingUnit(claim)}; ${effectSaid(effect)}.`,
      ...heldAgainst('shift-break-even', 'Even well-designed schemes are unlikely to break even within five years.'),
      effect: claim.minus(effect),
      paths: shifts.flatMap(({ activity: { scheme } }) => [`shifts.${scheme.id}.delivery`, `shifts.${scheme.id}.activityPerYear`]),
    },
  ];
}

/** Activity that must fall where it has always risen. */
export function activityCard(context: RealismContext): CardDraft[] {
  const reduction = plannedReduction(context);
  const planned = sum([...context.projection.shifts.schemes.values()].map(({ plannedTariff }) => inTarget(context, plannedTariff)));
  if (reduction === undefined) return [];
  const trend = figureOf(outsideView('trend-secondary'), 'achieved') ?? ZERO;
  return [
    {
      key: 'activity',
      heading: 'Against the trend',
      finding: `Activity falls by ${formatPercent(reduction)} a year where it has risen`,
      yours: `${moneyInFittingUnit(planned)} of contract is moved by ${context.label}.`,
      ...heldAgainst('trend-secondary', `Secondary care was on course to grow by ${formatPercent(trend)} a year.`),
      effect: maximum(inTarget(context, shiftSystem(context.projection).headline), ZERO),
      paths: [...context.projection.shifts.schemes.keys()].map((id) => `shifts.${id}.activityPerYear`),
    },
  ];
}
