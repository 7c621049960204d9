import type { Frame } from '../../engine/frame.ts';
import { controlTotalTests, type ControlTotalTest } from './control-totals.ts';
import { normalProbability, normalQuantile } from './normal.ts';
import { RandomStream } from './random-stream.ts';
import { reducedFormOf, type ReducedForm } from './reduced-form/reduced-form.ts';
import type { Cell } from './reduced-form/cell.ts';
import { TRIANGLE_NUMBERS, triangularQuantile } from './triangle.ts';
import { isCertain, setMostLikely, setStated, setVariable, variablesOf, type DistributionKind, type Variable } from './variables.ts';

/** A stretch of draws: which, from which seed, and at which correlations (model-spec §11.2). */
export type DrawRequest = {
  readonly seed: number;
  readonly correlations: readonly number[];
  /** The first draw, counted from 0. */
  readonly first: number;
  readonly count: number;
};

/** System positions of a stretch of draws at one correlation, in pounds. Lists hold one amount a draw. */
export type DrawColumns = {
  readonly correlation: number;
  /** By year, the base year first. */
  readonly reported: readonly Float64Array[];
  readonly beforeSupport: readonly Float64Array[];
  /** In the target year. */
  readonly underlying: Float64Array;
  /** How many of the draws meet each control total, in the order of `controlTotals`. */
  readonly met: readonly number[];
};
export type DrawBlock = { readonly first: number; readonly count: number; readonly columns: readonly DrawColumns[] };

/** System positions of one case. */
export type SystemPositions = {
  readonly reported: readonly number[];
  readonly beforeSupport: readonly number[];
  readonly underlying: readonly number[];
};

/** How a draw is mixed: the shared factor and the weight of each variable's own number, at a correlation. */
type Mix = { readonly shared: number; readonly own: number; readonly correlation: number };

/** Variables that set one figure that need not be whole: their cells, places among all variables, directions and triangles. */
type Singles = {
  readonly cells: readonly Cell[];
  readonly indexes: Int32Array;
  readonly directions: Int8Array;
  readonly triangles: Float64Array;
};
type Placed = { readonly variable: Variable; readonly index: number };

function isSingle({ variable: { members, approval } }: Placed): boolean {
  return approval === undefined && members.length === 1 && members[0]?.isWhole === false && members[0].pert === undefined;
}

function singlesOf(placed: readonly Placed[]): Singles {
  const members = placed.flatMap(({ variable }) => variable.members);
  return {
    cells: members.map(({ cell }) => cell),
    indexes: Int32Array.from(placed, ({ index }) => index),
    directions: Int8Array.from(placed, ({ variable }) => variable.direction),
    triangles: Float64Array.from(members.flatMap(({ triangle }) => [...triangle])),
  };
}

/** Adds up the organisations of one year. */
function systemIn({ length }: ReducedForm, amounts: Float64Array, year: number): number {
  let total = 0;
  for (let place = year; place < amounts.length; place += length) total += amounts[place] ?? 0;
  return total;
}

function emptyColumns(
  form: ReducedForm,
  tests: readonly ControlTotalTest[],
  { correlation, count }: { correlation: number; count: number },
) {
  const byYear = (): Float64Array[] => Array.from({ length: form.length }, () => new Float64Array(count));
  return { correlation, reported: byYear(), beforeSupport: byYear(), underlying: new Float64Array(count), met: tests.map(() => 0) };
}

/**
 * Draws of one scenario: made once from a frame, then asked for stretches of draws in any order and of any length. A draw is the same whichever stretch it is in,
 * so it does not matter how many workers share the work. Pure but for its own scratch lists; one simulator answers one caller at a time.
 */
export class Simulator {
  readonly variables: readonly Variable[];
  readonly form: ReducedForm;
  readonly #target: number;
  readonly #tests: readonly ControlTotalTest[];
  /** Uniform numbers of the draw, one a variable, and the normals of those that move with the shared factor. */
  readonly #uniforms: Float64Array;
  readonly #normals: Float64Array;
  readonly #singles: Singles;
  readonly #others: readonly Placed[];
  #factor = 0;
  #stream: { readonly seed: number; readonly numbers: RandomStream; next: number } | undefined;

  /** `distribution` is how ranges are read. */
  constructor(frame: Frame, { distribution = 'triangular' }: { distribution?: DistributionKind } = {}) {
    this.form = reducedFormOf(frame);
    this.variables = variablesOf(this.form, distribution);
    this.#target = frame.target;
    this.#tests = controlTotalTests(frame, this.form);
    const drawn = this.variables.map((variable, index) => ({ variable, index })).filter(({ variable }) => !isCertain(variable));
    this.#singles = singlesOf(drawn.filter(isSingle));
    this.#others = drawn.filter((each) => !isSingle(each));
    this.#uniforms = new Float64Array(this.variables.length);
    this.#normals = new Float64Array(this.variables.length);
  }

  /** Whether anything carries a range or a chance; without one every draw is the same, and no chance is shown. */
  get isUncertain(): boolean {
    return !this.variables.every(isCertain);
  }

  /** The organisations whose control totals are tested, null for the system, in the order of `DrawColumns.met`. */
  get controlTotals(): readonly (string | null)[] {
    return this.#tests.map(({ organisation }) => organisation);
  }

  /** Positions of a stretch of draws at every correlation asked for. */
  draw({ seed, correlations, first, count }: DrawRequest): DrawBlock {
    this.#goTo(seed, first);
    const columns = correlations.map((correlation) => emptyColumns(this.form, this.#tests, { correlation, count }));
    for (let row = 0; row < count; row += 1) {
      this.#nextNumbers();
      for (const column of columns) {
        this.#setDraw(column.correlation);
        this.form.run();
        this.#record(column, row);
      }
    }
    return { first, count, columns };
  }

  /** Sets the variables to one draw and works it, so that single draws can be looked at. */
  setTo({ seed, correlation, draw }: { seed: number; correlation: number; draw: number }): void {
    this.#goTo(seed, draw);
    this.#nextNumbers();
    this.#setDraw(correlation);
    this.form.run();
  }

  /** Sets every figure to what is stated, or to its most likely value, and works it. */
  setToCase(kind: 'stated' | 'most likely'): SystemPositions {
    if (kind === 'stated') setStated(this.variables);
    else setMostLikely(this.variables);
    this.form.run();
    const { positions, length } = this.form;
    const byYear = (amounts: Float64Array): number[] => Array.from({ length }, (_, year) => systemIn(this.form, amounts, year));
    return {
      reported: byYear(positions.reported),
      beforeSupport: byYear(positions.beforeSupport),
      underlying: byYear(positions.underlying),
    };
  }

  /** Each draw takes one number for the shared factor and one for each variable, whatever the correlation. */
  #goTo(seed: number, draw: number): void {
    const known = this.#stream?.seed === seed && this.#stream.next <= draw ? this.#stream : undefined;
    const stream = known ?? { seed, numbers: new RandomStream(seed), next: 0 };
    stream.numbers.skip((draw - stream.next) * (1 + this.variables.length));
    stream.next = draw;
    this.#stream = stream;
  }

  #nextNumbers(): void {
    const stream = this.#stream;
    if (stream === undefined) return;
    this.#factor = normalQuantile(stream.numbers.uniform());
    for (let index = 0; index < this.#uniforms.length; index += 1) {
      const uniform = stream.numbers.uniform();
      this.#uniforms[index] = uniform;
      if (this.variables[index]?.direction !== 0) this.#normals[index] = normalQuantile(uniform);
    }
    stream.next += 1;
  }

  /** One-factor Gaussian copula: zᵢ = √ρ Z₀ + √(1 − ρ) εᵢ, uᵢ = Φ(zᵢ). Without correlation uᵢ is the uniform number itself. */
  #setDraw(correlation: number): void {
    const shared = Math.sqrt(correlation) * this.#factor;
    const own = Math.sqrt(1 - correlation);
    for (const { variable, index } of this.#others)
      setVariable(variable, this.#shareAt(index, variable.direction, { shared, own, correlation }));
    this.#setSingles({ shared, own, correlation });
  }

  /** Where a draw stands in the range of a variable. */
  #shareAt(index: number, direction: number, { shared, own, correlation }: Mix): number {
    if (direction === 0 || correlation === 0) return this.#uniforms[index] ?? 0;
    return normalProbability(direction * shared + own * (this.#normals[index] ?? 0));
  }

  /** The variables that set one figure, in lists laid out for it: most are such, and most of a draw is here. */
  #setSingles(mix: Mix): void {
    const { cells, indexes, directions, triangles } = this.#singles;
    for (let single = 0; single < cells.length; single += 1) {
      const cell = cells[single];
      if (cell === undefined) continue;
      const u = this.#shareAt(indexes[single] ?? 0, directions[single] ?? 0, mix);
      cell.amount = triangularQuantile(triangles, u, TRIANGLE_NUMBERS * single);
    }
  }

  #record(column: ReturnType<typeof emptyColumns>, row: number): void {
    const { length, positions } = this.form;
    const { reported, beforeSupport, underlying } = positions;
    for (let year = 0; year < length; year += 1) {
      const [reportedColumn, beforeColumn] = [column.reported[year], column.beforeSupport[year]];
      if (reportedColumn === undefined || beforeColumn === undefined) continue;
      let [reportedSum, beforeSum] = [0, 0];
      for (let place = year; place < reported.length; place += length) {
        reportedSum += reported[place] ?? 0;
        beforeSum += beforeSupport[place] ?? 0;
      }
      reportedColumn[row] = reportedSum;
      beforeColumn[row] = beforeSum;
    }
    column.underlying[row] = systemIn(this.form, underlying, this.#target);
    for (let test = 0; test < this.#tests.length; test += 1)
      if (this.#tests[test]?.isMet() === true) column.met[test] = (column.met[test] ?? 0) + 1;
  }
}
