import { z } from 'zod';
import { create } from 'zustand';
import type { Scenario } from '../../shared/scenario/schema.ts';
import { unpacked } from './decimals-between-threads.ts';
import type { RealismParts, RealismStep } from './realism-parts.ts';

type RealismTestsState = {
  /** What was worked out, of the scenario named: it may be an earlier one than the one that is open. */
  readonly parts: RealismParts;
  readonly of: Scenario | null;
  /** What is being worked out for `running`, and how far; null while nothing is. */
  readonly running: Scenario | null;
  readonly step: Pick<RealismStep, 'part' | 'done' | 'of'> | null;
  /** Why it stopped, where it stopped by itself. */
  readonly failure: string | null;
  readonly start: (scenario: Scenario) => void;
  readonly cancel: () => void;
};

const told = z.custom<RealismStep | null>((content) => content === null || (typeof content === 'object' && 'part' in content));
const FAILED = 'These tests stopped, because something went wrong in them. Nothing that you entered is touched. Run them again.';

/** Fields that say something about a scenario and move no figure. */
const SILENT: ReadonlySet<string> = new Set(['keptAssumptions', 'name', 'description']);

/** Whether two scenarios are the same model: a reason that is kept moves no figure. Edits share what they do not touch, so nothing has to be read through. */
export function isSameModel(one: Scenario, other: Scenario): boolean {
  if (one === other) return true;
  const fields = [...new Set([...Object.keys(one), ...Object.keys(other)])].filter((field) => !SILENT.has(field));
  return fields.every((field) => Reflect.get(one, field) === Reflect.get(other, field));
}

let worker: Worker | null = null;
function end(): void {
  worker?.terminate();
  worker = null;
}

/** The slow tests of realism, worked out in a thread of their own while somebody looks at them; whoever leaves ends them. */
export const useRealismTests = create<RealismTestsState>()((set, get) => {
  const hear = (scenario: Scenario, step: RealismStep | null): void => {
    if (step === null) {
      end();
      set({ running: null, step: null });
      return;
    }
    const { of, parts } = get();
    const { worked, ...progress } = step;
    if (worked === undefined) set({ step: progress });
    else set({ step: progress, of: scenario, parts: of === scenario ? { ...parts, ...worked } : worked });
  };
  return {
    parts: {},
    of: null,
    running: null,
    step: null,
    failure: null,
    start: (scenario) => {
      const { of, running, parts } = get();
      if (running !== null && isSameModel(running, scenario)) return;
      end();
      if (of !== null && isSameModel(of, scenario) && parts.slipSets !== undefined) return;
      const started = new Worker(new URL('./realism-worker.ts', import.meta.url), { type: 'module' });
      worker = started;
      set({ running: scenario, step: null, failure: null });
      started.addEventListener('message', (event: MessageEvent<unknown>) => {
        if (worker === started) hear(scenario, told.parse(unpacked(event.data)));
      });
      started.addEventListener('error', () => {
        if (worker !== started) return;
        end();
        set({ running: null, step: null, failure: FAILED });
      });
      started.postMessage(scenario);
    },
    cancel: () => {
      end();
      set({ running: null, step: null });
    },
  };
});
