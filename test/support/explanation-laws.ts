import { canonical, D, ONE, type Decimal } from '../../shared/money/decimal.ts';
import type { Projection } from '../../shared/engine/project.ts';
import { explain, figurePaths, type Explained, type Factor, type Term } from '../../shared/outcomes/explain.ts';
import { inputAt } from '../../shared/scenario/inputs-of.ts';

/** Far below a penny, and far above the 34th digit of anything a scenario holds. */
const CLOSE = new D('0.000001');
const HALF = new D('0.5');

const isNear = (a: Decimal, b: Decimal): boolean => a.minus(b).abs().lte(CLOSE);

/** Every figure of a projection with its explanation; a path that is listed and not explained is a broken law of its own. */
export type Explanations = { readonly figures: ReadonlyMap<string, Explained>; readonly unexplained: readonly string[] };

export function explanationsOf(projection: Projection): Explanations {
  const figures = new Map<string, Explained>();
  const unexplained: string[] = [];
  for (const path of figurePaths(projection)) {
    const explanation = explain(projection, path);
    if (explanation.kind === 'explained') figures.set(path, explanation);
    else unexplained.push(path);
  }
  return { figures, unexplained };
}

/** Where an explanation leads one level down. */
export function deeperPaths({ terms, factors = [] }: Explained): string[] {
  return [...terms, ...factors].flatMap(({ path }) => (path === undefined ? [] : [path]));
}

function sumMisses({ terms, value }: Explained): boolean {
  const total = terms.reduce((sum, term) => sum.plus(term.amount), new D(0));
  return terms.length > 0 && !isNear(total, new D(value));
}

function productMisses({ factors = [], value }: Explained): boolean {
  const product = factors.reduce((whole, factor) => (factor.divides === true ? whole.div(factor.value) : whole.times(factor.value)), ONE);
  return factors.length > 0 && !isNear(product, new D(value));
}

/** A term is the figure it leads to, or takes it away, or is half of it (an average of two balances). */
function termMisses({ amount }: Term, figure: Decimal): boolean {
  const same = [figure, figure.times(HALF)].flatMap((each) => [each, each.neg()]);
  return !same.some((each) => isNear(each, new D(amount)));
}

/** A factor is the figure it leads to or its size, or one more or less than it; a yes or no says whether that figure passes. */
function factorMisses({ value, unit }: Factor, figure: Decimal): boolean {
  if (unit === 'yes or no') return false;
  const same = [figure, figure.neg(), ONE.plus(figure), ONE.minus(figure), figure.minus(ONE)];
  return !same.some((each) => isNear(each, new D(value)));
}

function linksMiss({ terms, factors = [] }: Explained, figures: ReadonlyMap<string, Explained>): string[] {
  const leadsWrong = (path: string | undefined, misses: (figure: Decimal) => boolean): string[] => {
    if (path === undefined) return [];
    const deeper = figures.get(path);
    if (deeper === undefined) return [`leads to ${path}, which is not there`];
    return misses(new D(deeper.value)) ? [`is not the figure of ${path}`] : [];
  };
  return [
    ...terms.flatMap((term) => leadsWrong(term.path, (figure) => termMisses(term, figure))),
    ...factors.flatMap((factor) => leadsWrong(factor.path, (figure) => factorMisses(factor, figure))),
  ];
}

function inputsMiss(projection: Projection, { inputs, terms, factors = [] }: Explained): string[] {
  const listed = new Set(inputs.map(({ path }) => path));
  const unlisted = [...terms, ...factors].flatMap(({ input }) =>
    input === undefined || listed.has(input) ? [] : [`names ${input} and does not list it`],
  );
  const wrong = inputs.flatMap(({ path, value, isDefault }) => {
    const entered = inputAt(projection.frame.scenario, path);
    if (isDefault !== (entered === undefined)) return [`says wrongly whether ${path} is entered`];
    return entered === undefined || entered.value === value ? [] : [`has another value of ${path}`];
  });
  return [...unlisted, ...wrong];
}

function isOrdered({ terms }: Explained): boolean {
  const sizes = terms.map((term) => new D(term.amount).abs());
  return sizes.every((size, index) => size.gt(0) && (index === 0 || size.lte(sizes[index - 1] ?? size)));
}

function lawsBroken(projection: Projection, path: string, explained: Explained, figures: ReadonlyMap<string, Explained>): string[] {
  const { value, label, sentence, formula, inputs } = explained;
  const isLeaf = deeperPaths(explained).length === 0;
  return [
    ...(explained.path === path && label !== '' && sentence.endsWith('.') && formula !== '' ? [] : ['lacks words']),
    ...(canonical(new D(value)) === value ? [] : ['is not in canonical form']),
    ...(sumMisses(explained) ? ['has terms that do not add up to it'] : []),
    ...(productMisses(explained) ? ['has factors that do not multiply to it'] : []),
    ...(isOrdered(explained) ? [] : ['has terms out of order']),
    ...linksMiss(explained, figures),
    ...inputsMiss(projection, explained),
    ...(isLeaf && inputs.length === 0 && !isNear(new D(value), new D(0)) ? ['ends at no input'] : []),
  ].map((law) => `${path} ${law}`);
}

/** The first circle that walking down comes into, as the paths of it; nothing where every walk ends. */
function circleIn(figures: ReadonlyMap<string, Explained>): string[] {
  const done = new Set<string>();
  const visit = (path: string, way: readonly string[]): string[] => {
    if (way.includes(path)) return [...way.slice(way.indexOf(path)), path];
    const explained = figures.get(path);
    if (explained === undefined || done.has(path)) return [];
    for (const deeper of deeperPaths(explained)) {
      const circle = visit(deeper, [...way, path]);
      if (circle.length > 0) return circle;
    }
    done.add(path);
    return [];
  };
  for (const path of figures.keys()) {
    const circle = visit(path, []);
    if (circle.length > 0) return circle;
  }
  return [];
}

/**
 * What is wrong with the explanations of a projection, one sentence each: every listed figure is explained; terms add up, factors multiply; each link leads to
 * the figure that it says; inputs are those of the scenario; what leads no deeper names inputs or is nil; and no walk goes round in a circle.
 */
export function explanationFaults(projection: Projection): string[] {
  const { figures, unexplained } = explanationsOf(projection);
  const faults = [...figures].flatMap(([path, explained]) => lawsBroken(projection, path, explained, figures));
  const circle = circleIn(figures);
  return [
    ...unexplained.map((path) => `${path} is listed and not explained`),
    ...faults,
    ...(circle.length > 0 ? [`circle: ${circle.join(' → ')}`] : []),
  ];
}

/** What is wrong with one figure and its links, explaining no more than it and what it leads to. */
function faultsAt(projection: Projection, path: string): { faults: string[]; deeper: string[] } {
  const explained = explain(projection, path);
  if (explained.kind !== 'explained') return { faults: [`${path} is ${explained.kind}`], deeper: [] };
  const deeper = deeperPaths(explained);
  const figures = new Map<string, Explained>();
  for (const each of deeper) {
    const explanation = explain(projection, each);
    if (explanation.kind === 'explained') figures.set(each, explanation);
  }
  return { faults: lawsBroken(projection, path, explained, figures), deeper };
}

/** What is wrong along one walk down from a figure, taking the turn that `choose` names at each level; a walk that comes back to where it was is a fault. */
export function walkFaults(projection: Projection, start: string, choose: (ways: number) => number): string[] {
  const way: string[] = [];
  for (let path: string | undefined = start; path !== undefined;) {
    if (way.includes(path)) return [`circle: ${[...way, path].join(' → ')}`];
    way.push(path);
    const { faults, deeper } = faultsAt(projection, path);
    if (faults.length > 0) return faults;
    path = deeper.length === 0 ? undefined : deeper[choose(deeper.length)];
  }
  return [];
}
