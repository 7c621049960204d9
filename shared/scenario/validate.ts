import type { Problem } from './problem.ts';
import { agreementRules } from './rules/agreements.ts';
import { baselineRules } from './rules/baseline.ts';
import { boundRules } from './rules/bounds.ts';
import { capitalRules } from './rules/capital.ts';
import { growthRules } from './rules/growth.ts';
import { poolRules } from './rules/pools.ts';
import { referenceRules } from './rules/references.ts';
import { roleRules } from './rules/roles.ts';
import { indexOf, type Rule } from './rules/scenario-index.ts';
import { schemeRules } from './rules/schemes.ts';
import { shareRules } from './rules/shares.ts';
import { timingRules } from './rules/timing.ts';
import { yearRules } from './rules/years.ts';
import type { Scenario } from './schema.ts';

export type { Problem, ProblemId } from './problem.ts';
export { blockedObjects } from './blocked-objects.ts';

const RULES: readonly Rule[] = [
  yearRules,
  referenceRules,
  baselineRules,
  growthRules,
  boundRules,
  shareRules,
  schemeRules,
  poolRules,
  capitalRules,
  timingRules,
  agreementRules,
  roleRules,
];

/**
 * What model-spec §15 has to say about a scenario on its own, errors first; shape and units are the schema's matter.
 * A scenario with problems still opens and is kept as it is: `blockedObjects` says what is not computed. What needs results is in result-problems.ts.
 */
export function validate(scenario: Scenario): Problem[] {
  const index = indexOf(scenario);
  const problems = RULES.flatMap((rule) => rule(index));
  return [...problems.filter(({ severity }) => severity === 'error'), ...problems.filter(({ severity }) => severity === 'warning')];
}
