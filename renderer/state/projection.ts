import { useMemo } from 'react';
import type { Check } from '../../shared/engine/checks.ts';
import { project, type Projection } from '../../shared/engine/project.ts';
import type { MoneyUnit } from '../../shared/money/units.ts';
import { checksOf } from '../../shared/outcomes/displayed-checks.ts';
import { outcomesOf, type Outcomes } from '../../shared/outcomes/positions.ts';
import { ShownFigures } from '../../shared/outcomes/shown-figures.ts';
import { tablesOf, type Tables } from '../../shared/outcomes/tables.ts';
import { verdictOf, type Verdict } from '../../shared/outcomes/verdict.ts';
import { breakEven, type BreakEven } from '../../shared/realism/break-even.ts';
import type { Scenario } from '../../shared/scenario/schema.ts';

/** Everything that a screen reads of one scenario in one unit. Computed here for display; the shell computes again before it stores outcomes. */
export type Results = {
  readonly projection: Projection;
  readonly outcomes: Outcomes;
  readonly verdict: Verdict;
  readonly breakEven: BreakEven;
  readonly figures: ShownFigures;
  readonly tables: Tables;
  readonly checks: readonly Check[];
};

const known = new WeakMap<Scenario, Map<MoneyUnit, Results>>();

/** The results of a scenario. A scenario never changes, so each is worked once for each unit it is shown in. */
export function resultsOf(scenario: Scenario, unit: MoneyUnit): Results {
  const byUnit = known.get(scenario) ?? new Map<MoneyUnit, Results>();
  known.set(scenario, byUnit);
  const ready = byUnit.get(unit);
  if (ready !== undefined) return ready;
  const other = [...byUnit.values()][0];
  const projection = other?.projection ?? project(scenario);
  const outcomes = other?.outcomes ?? outcomesOf(projection);
  const source = { projection, outcomes, unit };
  const results: Results = {
    projection,
    outcomes,
    verdict: other?.verdict ?? verdictOf(projection, outcomes),
    breakEven: other?.breakEven ?? breakEven(projection),
    figures: new ShownFigures(source),
    tables: tablesOf(source),
    checks: checksOf(projection, { outcomes, unit }),
  };
  byUnit.set(unit, results);
  return results;
}

/** The results of the scenario given, or null where none is open. */
export function useResults(scenario: Scenario | null, unit: MoneyUnit): Results | null {
  return useMemo(() => (scenario === null ? null : resultsOf(scenario, unit)), [scenario, unit]);
}
