import { ZERO, decimal, type Decimal } from '../money/decimal.ts';
import { exactShort, formatPercent, formatPercentagePoints, formatCount } from '../money/format.ts';
import { project, type Projection } from '../engine/project.ts';
import type { Input } from '../scenario/input.ts';
import { inputAt, inputsOf, replaceInput, type LocatedInput } from '../scenario/inputs-of.ts';
import type { Scenario } from '../scenario/schema.ts';
import { systemIn } from './uniform-delivery.ts';

/* Tornado (model-spec §11.4, §19 (39)): each ranged input at both ends, everything else as stated, the whole model calculated again each time. */

/** One bar to be worked out: the inputs that move together (the years of one rate) and both ends in words. */
export type TornadoJob = {
  readonly key: string;
  readonly label: string;
  readonly paths: readonly string[];
  readonly lowWords: string;
  readonly highWords: string;
};

/** One bar: the change of the target-year position before support at the low and at the high end of the range, in pounds. Either may have either sign. */
export type TornadoBar = TornadoJob & { readonly low: Decimal; readonly high: Decimal; readonly range: Decimal };

export type Tornado = {
  /** Bars that move the position, widest range first, then by name. */
  readonly bars: readonly TornadoBar[];
  /** Ranged inputs that do not move it, in words. */
  readonly withoutEffect: readonly string[];
};

type End = 'low' | 'high';
type Ranged = LocatedInput & { readonly range: NonNullable<Input['range']> };

/** Rates by year are moved in every year at once (§19 (39)); any other input by itself. */
function keyOf({ path, kind, year }: LocatedInput): string {
  return kind.endsWith('rateByYear') && year !== undefined ? path.slice(0, -year.length - 1) : path;
}

function isSameSet(texts: readonly string[]): boolean {
  return new Set(texts).size === 1;
}

/** One end of a bar in words. Rates that differ by year are said as what they move by. */
function endWords(inputs: readonly Ranged[], end: End): string {
  const [first] = inputs;
  if (first === undefined) return '';
  const isRate = first.kind.endsWith('rateByYear');
  const moves = inputs.map(({ input, range }) => decimal(range[end]).minus(decimal(input.value)));
  if (isRate && isSameSet(moves.map((move) => move.toFixed()))) {
    const move = moves[0] ?? ZERO;
    return `${move.isNeg() ? '−' : '+'}${formatPercentagePoints(move.abs(), 2).replace(/\.?0+pp$/, 'pp')}`;
  }
  const said = inputs.map(({ input, range }) => inUnit(decimal(range[end]), input.unit));
  return isSameSet(said) ? (said[0] ?? '') : said.join(', ');
}

function inUnit(amount: Decimal, unit: Input['unit']): string {
  switch (unit) {
    case '£':
      return exactShort(amount);
    case 'share':
    case 'rate':
      return formatPercent(amount, 2).replace(/\.?0+%/, '%');
    case 'months':
      return `${formatCount(amount)} ${amount.eq(1) ? 'month' : 'months'}`;
    default:
      return formatCount(amount, amount.isInteger() ? 0 : 2);
  }
}

function labelOfGroup(inputs: readonly LocatedInput[]): string {
  const [first] = inputs;
  if (first === undefined) return '';
  return inputs.length > 1 && first.year !== undefined ? first.label.replace(`, ${first.year}`, '') : first.label;
}

/** Every bar of a scenario's tornado. A range that cannot be used (rules E2, E18, E19) counts as certain and gives none. */
export function tornadoJobs({ frame }: Projection): TornadoJob[] {
  const groups = new Map<string, Ranged[]>();
  for (const located of inputsOf(frame.scenario)) {
    const { range } = located.input;
    if (range === undefined || frame.leftOut.has(`ranges:${located.path}`)) continue;
    const key = keyOf(located);
    groups.set(key, [...(groups.get(key) ?? []), { ...located, range }]);
  }
  return [...groups].map(([key, inputs]) => ({
    key,
    label: labelOfGroup(inputs),
    paths: inputs.map(({ path }) => path),
    lowWords: endWords(inputs, 'low'),
    highWords: endWords(inputs, 'high'),
  }));
}

/** The scenario with every input of a bar at one end of its own range. */
function atEnd(scenario: Scenario, paths: readonly string[], end: End): Scenario {
  return paths.reduce((moved, path) => {
    const input = inputAt(moved, path);
    return input?.range === undefined ? moved : replaceInput(moved, path, { ...input, value: input.range[end] });
  }, scenario);
}

const positionOf = (projection: Projection): Decimal => systemIn(projection.positions.beforeSupport, projection.frame.target);

/** Works out one bar: two projections of the whole model. Neither end is assumed to be the adverse one. */
export function tornadoBar(base: Projection, job: TornadoJob): TornadoBar {
  const before = positionOf(base);
  const at = (end: End): Decimal => positionOf(project(atEnd(base.frame.scenario, job.paths, end))).minus(before);
  const low = at('low');
  const high = at('high');
  return { ...job, low, high, range: high.minus(low).abs() };
}

/** Bars in order: the widest range first, equal ranges by name. */
export function tornadoFrom(bars: readonly TornadoBar[]): Tornado {
  const moves = (bar: TornadoBar): boolean => !bar.low.isZero() || !bar.high.isZero();
  return {
    bars: bars.filter(moves).sort((a, b) => b.range.cmp(a.range) || (a.label < b.label ? -1 : a.label > b.label ? 1 : 0)),
    withoutEffect: bars.filter((bar) => !moves(bar)).map(({ label }) => label),
  };
}

/**
 * The whole tornado of a projection. It takes two projections a ranged input, so a large system gives it to a worker, which goes through `tornadoJobs` one by one
 * and can stop between any two.
 */
export function tornadoOf(projection: Projection): Tornado {
  return tornadoFrom(tornadoJobs(projection).map((job) => tornadoBar(projection, job)));
}
