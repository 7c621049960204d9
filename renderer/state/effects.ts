import { create } from 'zustand';
import { ZERO, type Decimal } from '../../shared/money/decimal.ts';
import type { Scenario } from '../../shared/scenario/schema.ts';
import { resultsOf } from './projection.ts';
import { useView } from './view.ts';

/** What one change did to the reported position of the target year, in pounds; favourable positive. Null where one of the two could not be computed. */
export type Effect = { readonly label: string; readonly change: Decimal | null };

type EffectsState = {
  /** Whose changes these are. */
  readonly id: string | null;
  /** The latest first. */
  readonly effects: readonly Effect[];
};

const MOST_KEPT = 5;

/** The last changes with what each did to the outcome: for the outcome panel and the status bar. */
export const useEffects = create<EffectsState>()(() => ({ id: null, effects: [] }));

function reportedOf(scenario: Scenario): Decimal | null {
  const { projection, outcomes } = resultsOf(scenario, useView.getState().unit);
  if (projection.frame.leftOut.has('scenario')) return null;
  return outcomes.system.reported[projection.frame.target] ?? ZERO;
}

/** Notes a change of the scenario that is open. Both results are shown anyway, so that nothing is worked twice. */
export function noteEffect(id: string, { label, before, after }: { label: string; before: Scenario; after: Scenario }): void {
  if (before === after || before.targetYear !== after.targetYear) return;
  const [then, now] = [reportedOf(before), reportedOf(after)];
  const effect: Effect = { label, change: then === null || now === null ? null : now.minus(then) };
  const { id: known, effects } = useEffects.getState();
  useEffects.setState({ id, effects: [effect, ...(known === id ? effects : [])].slice(0, MOST_KEPT) });
}

/** What a change would do to the reported position of the target year, in pounds; null where it cannot be said. */
export function changeBetween(before: Scenario, after: Scenario): Decimal | null {
  const [then, now] = [reportedOf(before), reportedOf(after)];
  return then === null || now === null || before.targetYear !== after.targetYear ? null : now.minus(then);
}
