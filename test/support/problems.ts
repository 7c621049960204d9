import type { Problem } from '../../shared/scenario/problem.ts';
import { validate } from '../../shared/scenario/validate.ts';
import { smallScenario, type Written } from './small-scenario.ts';

export type Change = (written: Written) => void;

/** What one rule says about the small scenario after a change. */
export function problemsOf(id: string, change?: Change): Problem[] {
  return validate(smallScenario(change)).filter((problem) => problem.id === id);
}

/** The texts of what one rule says about the small scenario after a change. */
export function textsOf(id: string, change?: Change): string[] {
  return problemsOf(id, change).map(({ text }) => text);
}
