import type { Scenario } from '../../shared/scenario/schema.ts';
import type { Project, StoredOutcomes } from './types.ts';

/**
 * The outcomes of a scenario. An engine that fails on it must not cost the user the edit: the failure is stored as the reason why there are no figures,
 * and is said wherever they would stand.
 */
export function outcomesBy(project: Project, scenario: Scenario): StoredOutcomes {
  try {
    return project(scenario);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { kind: 'notComputed', engineVersion: 'none', reason: `The computation failed: ${reason}` };
  }
}
