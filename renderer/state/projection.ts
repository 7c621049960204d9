import { useMemo } from 'react';
import { engineChecks, type Check } from '../../shared/engine/checks.ts';
import { project, type Projection } from '../../shared/engine/project.ts';
import type { MoneyUnit } from '../../shared/money/units.ts';
import { allProblems } from '../../shared/outcomes/all-problems.ts';
import { checksOf } from '../../shared/outcomes/displayed-checks.ts';
import { outcomesOf, type Outcomes } from '../../shared/outcomes/positions.ts';
import { ShownFigures } from '../../shared/outcomes/shown-figures.ts';
import { tablesOf, type Tables } from '../../shared/outcomes/tables.ts';
import { verdictOf, type Verdict } from '../../shared/outcomes/verdict.ts';
import { breakEven, type BreakEven } from '../../shared/realism/break-even.ts';
import type { Problem } from '../../shared/scenario/problem.ts';
import type { Scenario } from '../../shared/scenario/schema.ts';

/**
 * Everything that a screen reads of one scenario in one unit. Computed here for display; the shell computes again before it stores outcomes.
 * Each part is worked when it is first read, so that an edit costs what is on screen and no more.
 */
export type Results = {
  readonly projection: Projection;
  readonly outcomes: Outcomes;
  readonly verdict: Verdict;
  readonly breakEven: BreakEven;
  readonly figures: ShownFigures;
  readonly tables: Tables;
  /** What the rules say about the scenario and about what it came to. */
  readonly problems: readonly Problem[];
  /** Checks of the engine alone: all but C12, which foots every table there is. */
  readonly engineChecks: readonly Check[];
  readonly checks: readonly Check[];
};

/** What a scenario comes to in any unit. */
type Worked = Pick<Results, 'projection' | 'outcomes' | 'verdict' | 'breakEven' | 'problems' | 'engineChecks'>;

/** A part that is worked once, when it is first asked for. */
function once<T>(work: () => T): () => T {
  let known: { readonly part: T } | undefined;
  return () => (known ??= { part: work() }).part;
}

function workedOf(scenario: Scenario): Worked {
  const projection = project(scenario);
  const outcomes = outcomesOf(projection);
  const verdict = once(() => verdictOf(projection, outcomes));
  const balance = once(() => breakEven(projection));
  const problems = once(() => allProblems(projection, outcomes));
  const checks = once(() => engineChecks(projection));
  return {
    projection,
    outcomes,
    get verdict() {
      return verdict();
    },
    get breakEven() {
      return balance();
    },
    get problems() {
      return problems();
    },
    get engineChecks() {
      return checks();
    },
  };
}

function inUnit(worked: Worked, unit: MoneyUnit): Results {
  const { projection, outcomes } = worked;
  const source = { projection, outcomes, unit };
  const figures = once(() => new ShownFigures(source));
  const tables = once(() => tablesOf(source));
  const checks = once(() => checksOf(projection, { outcomes, unit }));
  return {
    projection,
    outcomes,
    get verdict() {
      return worked.verdict;
    },
    get breakEven() {
      return worked.breakEven;
    },
    get problems() {
      return worked.problems;
    },
    get engineChecks() {
      return worked.engineChecks;
    },
    get figures() {
      return figures();
    },
    get tables() {
      return tables();
    },
    get checks() {
      return checks();
    },
  };
}

type Known = { readonly worked: Worked; readonly byUnit: Map<MoneyUnit, Results> };
const known = new WeakMap<Scenario, Known>();

/** The results of a scenario. A scenario never changes, so each is worked once, and shown once for each unit. */
export function resultsOf(scenario: Scenario, unit: MoneyUnit): Results {
  const held = known.get(scenario) ?? { worked: workedOf(scenario), byUnit: new Map<MoneyUnit, Results>() };
  known.set(scenario, held);
  const ready = held.byUnit.get(unit) ?? inUnit(held.worked, unit);
  held.byUnit.set(unit, ready);
  return ready;
}

/** The results of the scenario given, or null where none is open. */
export function useResults(scenario: Scenario | null, unit: MoneyUnit): Results | null {
  return useMemo(() => (scenario === null ? null : resultsOf(scenario, unit)), [scenario, unit]);
}
