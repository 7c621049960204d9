import type { Scenario } from '../../shared/scenario/schema.ts';
import type { JsonObject } from '../../shared/scenario/strict-json.ts';
import { fileResults } from './file-results.ts';
import { storedOutcomes } from './outcomes.ts';

/** What a file says of the run of a scenario: which engine, and its results, if there are any. */
export function outcomesForFile(scenario: Scenario): { engineVersion: string; results: JsonObject | undefined } {
  const outcomes = storedOutcomes(scenario);
  return { engineVersion: outcomes.engineVersion, results: fileResults(outcomes) };
}
