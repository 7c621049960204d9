import { startOf, yearAfter } from '../../calendar/financial-year.ts';
import { ZERO, type Decimal } from '../../money/decimal.ts';
import { cashOf, type CashYear } from '../../engine/cash.ts';
import type { Frame } from '../../engine/frame.ts';
import { foldByYear, type Step } from '../../engine/ledger.ts';
import type { Projection } from '../../engine/project.ts';
import { inputsOf } from '../../scenario/inputs-of.ts';
import type { Scenario } from '../../scenario/schema.ts';
import { bridges, type Bar } from '../bridge.ts';
import { shiftSystem, type ShiftSystem } from '../shift-system.ts';
import { outcomesOf, type OrganisationOutcome, type Outcomes } from '../positions.ts';

/** Where a non-recurrent amount stands in the calculation (model-spec §3.5, §19 Underlying). */
export const ONE_OFF_KINDS = ['doNothing', 'savings', 'disposalAndImpairment', 'implementation', 'support', 'reserves'] as const;
export type OneOffKind = (typeof ONE_OFF_KINDS)[number];

/** What every explanation of one projection reads. */
export type Context = {
  readonly projection: Projection;
  readonly frame: Frame;
  readonly scenario: Scenario;
  readonly outcomes: Outcomes;
  readonly organisations: ReadonlyMap<string, OrganisationOutcome>;
  /** The bridge by year; the base year has none. */
  readonly bridge: readonly (readonly Bar[])[];
  /** Non-recurrent amounts by organisation and kind, in pounds by year. */
  readonly oneOff: (organisation: string, kind: OneOffKind) => readonly Decimal[];
  /** The label of a year index, also beyond the horizon; nothing where the base year cannot be read. */
  readonly label: (year: number) => string;
  /** The name of an organisation. */
  readonly name: (organisation: string) => string;
  /** A figure path that ends with a year. */
  readonly path: (year: number, ...parts: readonly string[]) => string;
  /** Cash of providers by year, worked out when first asked for. */
  readonly cash: () => ReadonlyMap<string, readonly (CashYear | undefined)[]>;
  /** All shifts together by year, worked out when first asked for. */
  readonly shiftSystem: () => ShiftSystem;
  /** The words of an input by its path, for those that the scenario has. */
  readonly inputLabels: () => ReadonlyMap<string, string>;
};

const KIND_OF_STEP: Readonly<Partial<Record<Step, OneOffKind>>> = {
  doNothing: 'doNothing',
  disposalAndImpairment: 'disposalAndImpairment',
  implementation: 'implementation',
  support: 'support',
  reserves: 'reserves',
};

/** The amount of a year; nil where the list has none. */
export function amountIn(amounts: readonly (Decimal | undefined)[] | undefined, year: number): Decimal {
  return amounts?.[year] ?? ZERO;
}

/** A function that is worked out when first asked for, and once. */
function once<T>(work: () => T): () => T {
  let known: { readonly found: T } | undefined;
  return () => (known ??= { found: work() }).found;
}

function build(projection: Projection): Context {
  const { frame } = projection;
  const outcomes = outcomesOf(projection);
  const oneOffs = foldByYear(projection.entries, frame.yearCount, (entry) =>
    entry.recurrent ? undefined : `${KIND_OF_STEP[entry.step] ?? 'savings'} ${entry.organisation}`,
  );
  const canBeRead = startOf(frame.scenario.baseYear) !== undefined;
  const label = (year: number): string => frame.years[year] ?? (canBeRead && year >= 0 ? yearAfter(frame.scenario.baseYear, year) : '');
  return {
    projection,
    frame,
    scenario: frame.scenario,
    outcomes,
    organisations: new Map(outcomes.organisations.map((each) => [each.id, each])),
    bridge: bridges(projection),
    oneOff: (organisation, kind) => oneOffs.get(`${kind} ${organisation}`) ?? [],
    label,
    name: (organisation) => frame.organisations.get(organisation)?.name ?? organisation,
    path: (year, ...parts) => [...parts, label(year)].join('.'),
    cash: once(() => cashOf(projection)),
    shiftSystem: once(() => shiftSystem(projection)),
    inputLabels: once(() => new Map(inputsOf(frame.scenario).map((located) => [located.path, located.label]))),
  };
}

const contexts = new WeakMap<Projection, Context>();

/** The context of a projection. Projections never change, so it is built once, when the first figure is explained. */
export function contextOf(projection: Projection): Context {
  let context = contexts.get(projection);
  if (context === undefined) {
    context = build(projection);
    contexts.set(projection, context);
  }
  return context;
}
