import { D, ONE, ZERO, decimal, type Decimal } from '../../money/decimal.ts';
import type { Unit } from '../input.ts';
import type { LocatedInput } from '../inputs-of.ts';
import type { Problem, ProblemId } from '../problem.ts';
import type { Rule, ScenarioIndex } from './scenario-index.ts';
import { endsOf, shown, shownAmount } from './wording.ts';

/** What a figure may be: at least (or more than) `least`, and at most `most` where there is a limit. */
type Bounds = {
  readonly least: Decimal;
  readonly isOpen?: true;
  readonly most?: Decimal;
  readonly below: ProblemId;
  readonly above: ProblemId;
};

const OVER_DELIVERY_LIMIT = new D('1.5');
const LONGEST_LIFE = new D(200);
const HUNDRED = new D(100);
const TWO = new D(2);

const ANY_SIZE: Bounds = { least: ZERO, below: 'E2', above: 'E14' };
const PART_OF_WHOLE: Bounds = { least: ZERO, most: ONE, below: 'E2', above: 'E14' };
const DELIVERY: Bounds = { least: ZERO, most: OVER_DELIVERY_LIMIT, below: 'E2', above: 'E19' };
const LIFE: Bounds = { least: ONE, most: LONGEST_LIFE, below: 'E14', above: 'E14' };
const DIVISOR: Bounds = { least: ZERO, isOpen: true, below: 'E14', above: 'E14' };

/** Positions and targets, which may be deficits; growth, which has a rule of its own (E5); and a pool, whose nil is rule E13. */
const UNBOUNDED: ReadonlySet<string> = new Set([
  'organisations.openingCash',
  'organisations.position',
  'controlTotals.amountByYear',
  'systemControlTotalByYear',
  'riskShares.targetByYear',
  'publishedFigures.amount',
  'series.rateByYear',
  'deflator.rateByYear',
  'pools.amountByYear',
  'prevention.returnOnInvestment',
]);

const SPECIAL: Readonly<Record<string, Bounds>> = {
  'savings.delivery': DELIVERY,
  'shifts.delivery': DELIVERY,
  'settings.deliveryByRating': DELIVERY,
  'capital.upperBound': ANY_SIZE,
  'shifts.occupancy': { least: ZERO, isOpen: true, most: ONE, below: 'E14', above: 'E14' },
  'shifts.lengthOfStayDays': { least: ZERO, below: 'E14', above: 'E14' },
  'stepGroups.stepSize': DIVISOR,
  'organisations.averagePayPerWte': DIVISOR,
};

function boundsOf(kind: string, unit: Unit): Bounds | undefined {
  if (UNBOUNDED.has(kind) || unit === 'months') return undefined;
  const special = SPECIAL[kind];
  if (special !== undefined) return special;
  if (unit === 'years') return LIFE;
  return unit === 'share' || unit === 'rate' ? PART_OF_WHOLE : ANY_SIZE;
}

function allowedText({ least, isOpen, most }: Bounds, unit: Unit): string {
  const from = shownAmount(least, unit);
  if (most === undefined) return isOpen ? `above ${from}` : `${from} or more`;
  return isOpen ? `above ${from}, up to ${shownAmount(most, unit)}` : `${from} to ${shownAmount(most, unit)}`;
}

/** Where a negative figure belongs instead (rule E2: the sign is never flipped in silence). */
function rightPlace({ kind, object }: LocatedInput, { scenario }: ScenarioIndex): string {
  const [list = '', field = ''] = kind.split('.');
  if (list === 'lines') {
    const isIncome = scenario.lines.find(({ id }) => `lines:${id}` === object)?.kind === 'INCOME';
    return isIncome
      ? 'If it is a cost, enter it as an expenditure line.'
      : 'If it is money received, enter it as an income line, such as a grant or client contribution.';
  }
  if (list === 'flows') return 'If the money goes the other way, swap payer and payee.';
  if (field === 'grossFullYearEffect' || kind === 'savings.amountByYear')
    return 'If the scheme costs money, enter implementation or running cost, or a prevention investment.';
  if (kind === 'savings.runningCostPerYear' || kind === 'savings.implementationCostByYear')
    return 'If it saves money, add it to the gross full-year effect.';
  if (kind === 'capital.baseCostByYear') return 'If it is money received, enter it as the proceeds of a disposal.';
  if (kind === 'reserves.opening') return 'If reserves are overdrawn, enter nil and the shortfall as a cost line.';
  return 'Enter the size; the field itself says which way it counts.';
}

/** What may have been meant by a share above its limit: 85 read as 8,500% is 85%. */
function tooLarge(amount: Decimal, { most }: Bounds, unit: Unit): string {
  if ((unit === 'share' || unit === 'rate') && most !== undefined && amount.gte(TWO) && amount.div(HUNDRED).lte(most)) {
    return `If ${shownAmount(amount.div(HUNDRED), unit)} was meant, enter it with its % sign.`;
  }
  return 'Lower it.';
}

type Point = { readonly words: string; readonly value: string; readonly blocks: string };

function pointsOf({ input, label, path, object }: LocatedInput): Point[] {
  const ends = endsOf(input).map(([end, value]) => ({ words: `${label}, ${end} of the range`, value, blocks: `ranges:${path}` }));
  return [{ words: label, value: input.value, blocks: object }, ...ends];
}

function outOfBounds(located: LocatedInput, bounds: Bounds, index: ScenarioIndex): Problem[] {
  const { unit } = located.input;
  const allowed = allowedText(bounds, unit);
  return pointsOf(located).flatMap(({ words, value, blocks }): Problem[] => {
    const amount = decimal(value);
    const isBelow = bounds.isOpen ? amount.lte(bounds.least) : amount.lt(bounds.least);
    const isAbove = bounds.most !== undefined && amount.gt(bounds.most);
    if (!isBelow && !isAbove) return [];
    const id = isBelow ? bounds.below : bounds.above;
    const wayOut = isAbove
      ? tooLarge(amount, bounds, unit)
      : id === 'E2'
        ? rightPlace(located, index)
        : 'Correct the figure, or leave it blank for the tool default.';
    return [
      {
        id,
        path: located.path,
        text: `${words}: read ${shown(value, unit)}. Allowed: ${allowed}. ${wayOut}`,
        severity: 'error',
        blocks: [blocks],
      },
    ];
  });
}

/** E19: more than the whole delivered is allowed to 150%, and said. */
function overDelivery(located: LocatedInput, bounds: Bounds): Problem[] {
  if (bounds !== DELIVERY) return [];
  const above = pointsOf(located).filter(({ value }) => decimal(value).gt(ONE) && decimal(value).lte(OVER_DELIVERY_LIMIT));
  return above.slice(0, 1).map(({ words, value }) => ({
    id: 'E19',
    path: located.path,
    text: `${words}: read ${shown(value, 'share')}. Over-delivery is assumed. Allowed: 0% to 150%, above 100% with a reason. Give the reason in the note, or lower it to 100%.`,
    severity: 'warning',
  }));
}

/** E18: low ≤ likely ≤ high. A range that is not so is left out, and its input counts as certain. */
function orderOfRange({ input, label, path }: LocatedInput): Problem[] {
  if (input.range === undefined) return [];
  const [low, likely, high] = [input.range.low, input.range.likely, input.range.high];
  const wrong: string[] = [];
  if (decimal(low).gt(decimal(likely))) wrong.push('The likely value must be at least the low one.');
  if (decimal(likely).gt(decimal(high))) wrong.push('The high value must be at least the likely one.');
  if (wrong.length === 0) return [];
  const read = `Read as low ${shown(low, input.unit)}, likely ${shown(likely, input.unit)}, high ${shown(high, input.unit)}.`;
  const text = `${label}: ${read} ${wrong.join(' ')} Kept as you typed it; until it is corrected the figure counts as certain.`;
  return [{ id: 'E18', path, text, severity: 'error', blocks: [`ranges:${path}`] }];
}

/** Whether a text is at a glance nil or more, and no more than 1: what nearly every input is, told without arithmetic. */
function isPlainPart(text: string): boolean {
  return text === '0' || text === '1' || text.startsWith('0.');
}

function isAtAGlanceInside({ input }: LocatedInput, bounds: Bounds): boolean {
  if (bounds.isOpen || bounds === LIFE) return false;
  const isInside = bounds.most === undefined ? (text: string): boolean => !text.startsWith('-') : isPlainPart;
  return isInside(input.value) && (input.range === undefined || (isInside(input.range.low) && isInside(input.range.high)));
}

/** E2, E14, E18 and E19: what single figures and their ranges may be (model-spec §1.2, §15). */
export const boundRules: Rule = (index) => {
  const problems: Problem[] = [];
  for (const located of index.inputs) {
    const bounds = boundsOf(located.kind, located.input.unit);
    if (bounds !== undefined && !isAtAGlanceInside(located, bounds))
      problems.push(...outOfBounds(located, bounds, index), ...overDelivery(located, bounds));
    if (located.input.range !== undefined) problems.push(...orderOfRange(located));
  }
  return problems;
};
