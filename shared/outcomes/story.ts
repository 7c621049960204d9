import { D, ZERO, isAtLeast, isBelow, minus, type Decimal } from '../money/decimal.ts';
import { formatPercent, groupThousands, moneyInFittingUnit, withArticle } from '../money/format.ts';
import type { Projection } from '../engine/project.ts';
import type { BreakEvenFigures } from './summary.ts';
import type { Outcomes } from './positions.ts';
import type { Verdict } from './verdict.ts';

/** Below this an amount is nil to the penny. */
const HALF_A_PENNY = new D('0.005');

const BLANK =
  'Start with the baseline: what each organisation receives and spends in the base year, and what the members pay each other. Until then every figure is nil.';

/** A run of words; strong ones carry the point. */
export type Words = { readonly text: string; readonly strong?: true };
/** One of the three tests of the verdict, in words. */
export type TestWords = { readonly holds: boolean | null; readonly text: string };

const inWords = (amount: Decimal): string => moneyInFittingUnit(amount.abs());

/** An amount within the tolerance of nil is nil. */
const showsNil = (amount: Decimal): boolean => amount.abs().lt(HALF_A_PENNY);

function councilClause(projection: Projection): string {
  const short = [...projection.settlement.reserves.values()].filter(
    (years) => !(years[projection.frame.target]?.requiredMitigation ?? ZERO).isZero(),
  ).length;
  if (short === 0) return '';
  return short === 1 ? ', and the council could not set a lawful budget' : `, and ${String(short)} councils could not set a lawful budget`;
}

/** Whether nothing that earns, costs or saves has been entered: then every figure is nil, and nil must not read as a plan that balances. */
function isBlank({ frame: { scenario } }: Projection): boolean {
  return [scenario.lines, scenario.flows, scenario.savings, scenario.shifts, scenario.prevention].every((list) => list.length === 0);
}

/** The verdict as a board member could repeat it: position, and whether councils could set a lawful budget (product.md §3, Board). */
export function headlineOf(projection: Projection, outcomes: Outcomes, verdict: Verdict): string {
  const year = projection.frame.years[projection.frame.target] ?? '';
  const reported = outcomes.system.reported[projection.frame.target] ?? ZERO;
  const councils = councilClause(projection);
  if (isBlank(projection)) return 'Nothing has been entered yet';
  if (isBelow(reported, ZERO)) return `${inWords(reported)} short of balance in ${year}${councils}`;
  if (!verdict.unidentified.isZero() && isBelow(minus(reported, verdict.unidentified), ZERO)) {
    return `Balance in ${year} rests on ${inWords(verdict.unidentified)} of savings that nobody has identified${councils}`;
  }
  const position = showsNil(reported) ? `Balanced in ${year}` : `${inWords(reported)} better than balance in ${year}`;
  const support = verdict.underlying
    ? ''
    : `, but ${inWords(outcomes.system.underlying[projection.frame.target] ?? ZERO)} short underlying`;
  return `${position}${support}${councils}`;
}

function planWords(headline: Decimal): string {
  if (showsNil(headline)) return 'The plan adds up to exactly balance. ';
  return isBelow(headline, ZERO)
    ? `The plan leaves ${inWords(headline)} to find. `
    : `The plan adds up to ${withArticle(inWords(headline))} surplus. `;
}

function deliveryWords(breakEven: BreakEvenFigures): Words[] {
  const { share } = breakEven.reported;
  if (share === null) return [{ text: `As reported, it ${breakEven.reported.text}. ` }];
  const assumed = breakEven.assumed === null ? '' : `; the plan assumes ${formatPercent(breakEven.assumed)}`;
  return [{ text: 'To balance, ' }, { text: formatPercent(share), strong: true }, { text: ` of savings must be delivered${assumed}. ` }];
}

/** What is known beyond one projection: a share that was delivered before, with whose and when, and the chance that draws show, of how many; `certain` where nothing is ranged, `awaited` until it is known, so that what stands below does not jump. */
export type BeyondProjection = {
  readonly before?: { readonly share: Decimal; readonly label: string } | undefined;
  readonly chance?: { readonly text: string; readonly draws: number } | 'certain' | 'awaited' | undefined;
};

function beforeWords(before: BeyondProjection['before']): Words[] {
  return before === undefined ? [] : [{ text: `Delivered before: ${formatPercent(before.share)} (${before.label}). ` }];
}

function chanceWords(chance: BeyondProjection['chance']): Words[] {
  if (chance === undefined) return [];
  if (chance === 'certain') return [{ text: 'No chance is shown, because every figure is stated as certain. ' }];
  if (chance === 'awaited') return [{ text: 'Its chance of balance is being worked out, from draws within its ranges. ' }];
  const draws = groupThousands(String(chance.draws));
  return [{ text: 'Its chance of balance is ' }, { text: chance.text, strong: true }, { text: `, of ${draws} draws within its ranges. ` }];
}

/** The paragraph under the verdict: what the plan claims, what of it does not survive, what must be delivered, what was before, and the chance (product.md §3, Board). */
export function paragraphOf(
  projection: Projection,
  outcomes: Outcomes,
  { breakEven, before, chance }: BeyondProjection & { readonly breakEven: BreakEvenFigures },
): Words[] {
  if (isBlank(projection)) return [{ text: BLANK }];
  const year = projection.frame.target;
  const headline = outcomes.system.headline[year] ?? ZERO;
  const lost = minus(headline, outcomes.system.reported[year] ?? ZERO);
  const words: Words[] = [{ text: planWords(headline) }];
  if (isAtLeast(lost, ZERO) && !showsNil(lost)) {
    words.push({ text: `${inWords(lost)} of what it claims does not survive`, strong: true });
    words.push({ text: ' timing, capital, overlap, delivery, and income that one member loses when another saves. ' });
  }
  return [...words, ...deliveryWords(breakEven), ...beforeWords(before), ...chanceWords(chance)];
}

/** The three tests of the target year in words: in year, against control totals, underlying (model-spec §10). */
export function testsOf(projection: Projection, outcomes: Outcomes, verdict: Verdict): TestWords[] {
  const year = projection.frame.target;
  const words = (name: string, position: Decimal): string => {
    if (showsNil(position)) return `${name}: balanced`;
    return isBelow(position, ZERO) ? `${name}: ${inWords(position)} short` : `${name}: ${inWords(position)} better`;
  };
  const variance = verdict.controlTotalVariance;
  if (isBlank(projection)) {
    return ['In year', 'NHS control totals', 'Underlying'].map((name) => ({ holds: null, text: `${name}: nothing to test yet` }));
  }
  return [
    { holds: verdict.inYear, text: words('In year', outcomes.system.reported[year] ?? ZERO) },
    { holds: verdict.controlTotal, text: variance === null ? 'NHS control totals: none set' : words('NHS control totals', variance) },
    { holds: verdict.underlying, text: words('Underlying', outcomes.system.underlying[year] ?? ZERO) },
  ];
}
