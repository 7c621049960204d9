import { D, ONE, ZERO, canonical, maximum, minus, plus, times, type Decimal } from '../money/decimal.ts';
import { project } from '../engine/project.ts';
import { leftOutOfPositions } from '../engine/frame.ts';
import type { Input } from '../scenario/input.ts';
import { inputsOf, replaceInput, type LocatedInput } from '../scenario/inputs-of.ts';
import type { Scenario } from '../scenario/schema.ts';
import { outcomesOf } from './positions.ts';

/* What a plan does not know (product.md §3, Board): figures that nobody sourced, or in which little confidence is stated, by what they could move. */

/** Why an input is held to be unknown: nobody says where it comes from, or it is stated with low confidence. */
export type Unknown = LocatedInput & { readonly why: 'unsourced' | 'low confidence' };

/** How far an input was moved: to the ends of its range, a tenth of itself either way, or by one where only whole numbers have a meaning. */
export type Basis = 'range' | 'tenth' | 'one';

/** What moving an unknown input does to the system's reported position of the target year, in pounds: the larger of its two ends, as a size. */
export type UnknownEffect = { readonly effect: Decimal; readonly basis: Basis };

const TENTH = new D('0.1');
const PLACES = 20;

/** Inputs that are held against the plan and never used in it, whatever they say. */
const NEVER_USED: ReadonlySet<string> = new Set(['publishedFigures', 'ownRecord', 'judgements', 'populationByYear', 'simulation']);

function whyOf({ source, confidence }: Input): Unknown['why'] | undefined {
  if (confidence === 'L') return 'low confidence';
  return source === undefined || source.trim() === '' ? 'unsourced' : undefined;
}

/** Every input that is unsourced or of low confidence, in the order of the schema. */
export function unknownsOf(scenario: Scenario): Unknown[] {
  return inputsOf(scenario).flatMap((located) => {
    const why = whyOf(located.input);
    return why === undefined || NEVER_USED.has(located.kind.split('.')[0] ?? '') ? [] : [{ ...located, why }];
  });
}

/** Where an input is moved to, either way, and on what ground. Nothing where it is nil and has no range: a tenth of nothing says nothing. */
function endsOf({ value, unit, range }: Input): { basis: Basis; ends: Decimal[] } {
  if (range !== undefined) return { basis: 'range', ends: [new D(range.low), new D(range.high)] };
  const amount = new D(value);
  if (unit === 'months' || unit === 'years') return { basis: 'one', ends: [minus(amount, ONE), plus(amount, ONE)] };
  const tenth = times(amount, TENTH);
  return { basis: 'tenth', ends: tenth.isZero() ? [] : [minus(amount, tenth), plus(amount, tenth)] };
}

type Standing = { readonly reported: Decimal; readonly leftOut: number };

/** The system's reported position of the target year, and how many objects it is without. */
function positionOf(scenario: Scenario): Standing {
  const projection = project(scenario);
  const reported = outcomesOf(projection).system.reported[projection.frame.target] ?? ZERO;
  return { reported, leftOut: leftOutOfPositions(projection.frame).length };
}

const standings = new WeakMap<Scenario, Standing>();

/** Where a scenario stands that many inputs are moved in: a scenario never changes, so it is worked once. */
function standingOf(scenario: Scenario): Standing {
  let standing = standings.get(scenario);
  if (standing === undefined) standings.set(scenario, (standing = positionOf(scenario)));
  return standing;
}

/**
 * The effect of one unknown input on the target year: the whole scenario is recalculated at either end of its range, or, where it has none, at a tenth more and a
 * tenth less, or at a month or year more and less (model-spec §10). An end at which the input is not allowed, so that an object would be left out, is no end.
 */
export function effectOfUnknown(scenario: Scenario, unknown: Unknown): UnknownEffect {
  const { basis, ends } = endsOf(unknown.input);
  const now = standingOf(scenario);
  const sizes = ends.map((end) => {
    const input = { ...unknown.input, value: canonical(end.toDecimalPlaces(PLACES)) };
    const moved = positionOf(replaceInput(scenario, unknown.path, input));
    return moved.leftOut > now.leftOut ? ZERO : minus(moved.reported, now.reported).abs();
  });
  return { basis, effect: sizes.reduce(maximum, ZERO) };
}
