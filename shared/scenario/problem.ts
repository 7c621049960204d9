/**
 * What a rule of model-spec §15 has to say about a scenario, for the person who entered it.
 *
 * - `path`: where, as a figure path with ids in place of indexes: `savings.S2.benefitSplit`, `controlTotals.ACUTE.amountByYear.2020/21`.
 * - `text`: the field, what was read, what is allowed and the way out.
 * - `blocks`: the objects that are not computed because of it, as `savings:S2`; `scenario` where nothing can be computed;
 *   `ranges:` and a path where only the range of that input cannot be used.
 */
export type Problem = {
  readonly id: ProblemId;
  readonly path: string;
  readonly text: string;
  readonly severity: 'error' | 'warning';
  readonly blocks?: readonly string[];
};
export type ProblemId = `${'E' | 'W'}${number}`;
