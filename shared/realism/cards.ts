import { ZERO, sum, type Decimal } from '../money/decimal.ts';
import { moneyInFittingUnit } from '../money/format.ts';
import { keptFor, TOOL_DEFAULT, type CardDraft, type RealismCard } from './card.ts';
import { activityCard, askCard, optimismCards, shiftCard, unfundedCards, waitingCards } from './cards-capital-and-shift.ts';
import {
  backLoadingCard,
  concentrationCard,
  deliveryCard,
  recurrentCard,
  redCard,
  requiredCard,
  tariffCards,
  unidentifiedCard,
} from './cards-savings.ts';
import { plugFindings } from './plug-finder.ts';
import { organisationName, type RealismContext } from './realism-context.ts';

/** Support that balance would need, or that the plan already counts. */
function supportCard(context: RealismContext): CardDraft[] {
  const { breakEven, projection, year } = context;
  const years = [...projection.settlement.support.values()].flatMap((each) => each[year] ?? []);
  const atStake = sum(years.map((each) => each.atStake));
  const earned = sum(years.map((each) => each.earned));
  if (atStake.isZero() || (earned.isZero() && !breakEven.dependsOnSupport)) return [];
  const below = breakEven.justBelow;
  const cliff =
    breakEven.dependsOnSupport && below !== null ? ` Just below break-even the system is ${moneyInFittingUnit(below.abs())} short.` : '';
  return [
    {
      key: 'support-cliff',
      heading: 'All or nothing',
      finding: breakEven.dependsOnSupport
        ? `Balance depends on ${moneyInFittingUnit(atStake)} of support`
        : `${moneyInFittingUnit(earned)} of support is counted`,
      yours: `${moneyInFittingUnit(earned)} is earned in ${context.label}, of ${moneyInFittingUnit(atStake)} at stake.${cliff}`,
      comparison: 'Support was a binary switch: met or missed, with nothing in between.',
      source: 'STF criteria 2016/17: HFMA, 7 July 2016; HSJ 7006253',
      notWhen: 'Later rules differ: the Financial Recovery Fund from 2019/20.',
      effect: atStake,
      paths: projection.frame.scenario.support.map(({ id }) => `support.${id}.allocationByYear.${context.label}`),
    },
  ];
}

/** A council that must still find money, or spends reserves to balance. */
function councilCards(context: RealismContext): CardDraft[] {
  const stated = context.projection.frame.scenario.reserves;
  return [...context.projection.settlement.reserves].flatMap(([id, years]): CardDraft[] => {
    const outcome = years[context.year];
    const mitigation: Decimal = outcome?.requiredMitigation ?? ZERO;
    const used: Decimal = outcome?.used ?? ZERO;
    if (outcome === undefined || (mitigation.isZero() && used.isZero())) return [];
    const name = organisationName(context, id);
    return [
      {
        key: `council:${id}`,
        heading: 'A lawful budget',
        finding: mitigation.isZero()
          ? `${name} spends ${moneyInFittingUnit(used)} of reserves`
          : `${name} must still find ${moneyInFittingUnit(mitigation)}`,
        yours: `${moneyInFittingUnit(used)} of reserves is used in ${context.label}; ${moneyInFittingUnit(outcome.closing)} is left.`,
        comparison: 'A council must by law set a balanced budget; reserves are spent once.',
        source: 'Local Government Finance Act 1988, section 114(3), as quoted by Arlingclose; CIPFA briefing, March 2016',
        notWhen: 'When members have agreed the savings and only the figure is missing.',
        effect: mitigation.plus(used),
        paths: stated.some(({ organisation }) => organisation === id) ? [`reserves.${id}.opening`, `reserves.${id}.minimum`] : [],
      },
    ];
  });
}

/** A baseline that is a plan, which has already assumed what it should show (W6). */
function baselineCard({ projection, outcomes }: RealismContext): CardDraft[] {
  if (projection.frame.scenario.baselineBasis !== 'PLAN' || (outcomes.system.reported[0] ?? ZERO).isZero()) return [];
  return [
    {
      key: 'baseline-is-plan',
      heading: 'Starts from a plan',
      finding: 'The base year is a plan, not an outturn',
      yours: `${moneyInFittingUnit(outcomes.system.reported[0] ?? ZERO)} in ${projection.frame.years[0] ?? ''}, as planned.`,
      comparison: 'Savings that the base year still had to make are taken as made.',
      source: TOOL_DEFAULT,
      notWhen: 'When the outturn is out and agrees with it.',
      effect: (outcomes.system.reported[0] ?? ZERO).abs(),
      paths: [],
    },
  ];
}

/**
 * The questions of the realism screen, worst first by £ at stake in the target year, then by key (product.md §3): each with the plan's number, what it is held against
 * with source and date, when that does not apply, and the inputs that would change it. A question answered with a reason stays, with the reason.
 */
export function realismCards(context: RealismContext): RealismCard[] {
  const { frame } = context.projection;
  if (frame.leftOut.has('scenario')) return [];
  const drafts = [
    ...deliveryCard(context),
    ...requiredCard(context),
    ...recurrentCard(context),
    ...unidentifiedCard(context),
    ...redCard(context),
    ...tariffCards(context),
    ...backLoadingCard(context),
    ...concentrationCard(context),
    ...unfundedCards(context),
    ...waitingCards(context),
    ...askCard(context),
    ...optimismCards(context),
    ...shiftCard(context),
    ...activityCard(context),
    ...supportCard(context),
    ...councilCards(context),
    ...baselineCard(context),
  ];
  return drafts
    .map((draft) => ({ ...draft, kept: keptFor(frame.scenario, draft.key) }))
    .sort((a, b) => b.effect.cmp(a.effect) || (a.key < b.key ? -1 : 1));
}

/**
 * Questions and findings that were answered with a reason, as the paper prints them; also those that no longer arise, because the reason was given for this plan.
 */
export function keptInWords(context: RealismContext): string[] {
  const { projection, outcomes } = context;
  const { keptAssumptions = [] } = projection.frame.scenario;
  if (keptAssumptions.length === 0) return [];
  const asked = new Map([
    ...plugFindings(projection, outcomes).map(({ key, title }) => [key, title] as const),
    ...realismCards(context).map(({ key, finding }) => [key, finding] as const),
  ]);
  return keptAssumptions.map(({ question, reason, owner, date }) => {
    const whose = [owner, date].filter((part) => part !== undefined && part !== '').join(', ');
    return `Kept, with reason: ${asked.get(question) ?? 'a question that no longer arises'}. ${reason}${whose === '' ? '' : ` (${whose})`}`;
  });
}
