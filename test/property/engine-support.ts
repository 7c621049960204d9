import { D, canonical, type Decimal } from '../../shared/money/decimal.ts';
import { outcomesOf, type Outcomes } from '../../shared/outcomes/positions.ts';
import { project, type Projection } from '../../shared/engine/project.ts';
import { scenarioSchema, type Scenario } from '../../shared/scenario/schema.ts';

/** Pounds by which two ways to the same figure may differ: far above the 34th digit of any amount drawn, far below a penny. */
export const CLOSE = new D('0.000001');

export function isClose(a: Decimal, b: Decimal): boolean {
  return a.minus(b).abs().lte(CLOSE);
}

/** A scenario projected, with its outcomes. */
export function run(scenario: Scenario): { projection: Projection; outcomes: Outcomes } {
  const projection = project(scenario);
  return { projection, outcomes: outcomesOf(projection) };
}

const COMPARED = ['doNothing', 'headline', 'beforeSupport', 'reported', 'underlying', 'exitRunRate'] as const;

/** Every position of every organisation and year, as named figures. */
export function positionsOf(outcomes: Outcomes): Map<string, Decimal> {
  const figures = new Map<string, Decimal>();
  for (const body of [...outcomes.organisations, { id: 'SYSTEM', ...outcomes.system }]) {
    for (const measure of COMPARED) body[measure].forEach((amount, year) => figures.set(`${body.id} ${measure} ${String(year)}`, amount));
  }
  return figures;
}

/** The names of figures that differ between two runs, each with both amounts; empty where all agree. */
export function differences(first: Map<string, Decimal>, second: Map<string, Decimal>): string[] {
  return [...first].flatMap(([name, amount]) => {
    const other = second.get(name);
    return other !== undefined && isClose(amount, other) ? [] : [`${name}: ${amount.toString()} and ${String(other)}`];
  });
}

/** A scenario with something changed in its written form, read again by the schema. */
export function changed(scenario: Scenario, change: (written: Scenario) => void): Scenario {
  const written = structuredClone(scenario);
  change(written);
  return scenarioSchema.parse(written);
}

/** Every £ input of a scenario multiplied by a factor: amounts, prices, minima, caps and step costs alike. */
export function scaledBy(scenario: Scenario, factor: Decimal): Scenario {
  const scale = (part: unknown): unknown => {
    if (Array.isArray(part)) return part.map(scale);
    if (typeof part !== 'object' || part === null) return part;
    const isMoney = Object.hasOwn(part, 'unit') && Reflect.get(part, 'unit') === '£';
    return Object.fromEntries(
      Object.entries(part).map(([key, item]: [string, unknown]) => {
        const isFigure = isMoney && typeof item === 'string' && ['value', 'low', 'likely', 'high'].includes(key);
        if (isMoney && key === 'range') return [key, scale({ ...asObject(item), unit: '£' })];
        return [key, isFigure ? canonical(new D(item).times(factor)) : scale(item)];
      }),
    );
  };
  const scaled = scale(scenario);
  return scenarioSchema.parse(withoutRangeUnits(scaled));
}

function asObject(part: unknown): object {
  return typeof part === 'object' && part !== null ? part : {};
}

function withoutRangeUnits(part: unknown): unknown {
  if (Array.isArray(part)) return part.map(withoutRangeUnits);
  if (typeof part !== 'object' || part === null) return part;
  const isRange = Object.hasOwn(part, 'low') && Object.hasOwn(part, 'high');
  return Object.fromEntries(
    Object.entries(part).flatMap(([key, item]: [string, unknown]) => (isRange && key === 'unit' ? [] : [[key, withoutRangeUnits(item)]])),
  );
}
