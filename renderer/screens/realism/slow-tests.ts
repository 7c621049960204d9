import { useEffect } from 'react';
import type { Scenario } from '../../../shared/scenario/schema.ts';
import { isSameModel, useRealismTests } from '../../state/realism-tests.ts';
import type { RealismParts } from '../../state/realism-parts.ts';

/** Edits that follow one another quickly are waited for. */
const PAUSE = 300;

const TEXT = {
  tornado: 'One input at a time',
  edges: 'Two levers at once',
  failures: 'One scheme failing',
  slipSets: 'Schemes that come late',
} as const;

/** The slow tests of the scenario that is looked at: begun after a pause, ended when somebody leaves. */
export function useSlowTests(scenario: Scenario): void {
  useEffect(() => {
    const timer = setTimeout(() => {
      useRealismTests.getState().start(scenario);
    }, PAUSE);
    return () => {
      clearTimeout(timer);
    };
  }, [scenario]);
  useEffect(() => useRealismTests.getState().cancel, []);
}

export type SlowResult<Part extends keyof RealismParts> = {
  readonly result: RealismParts[Part];
  /** Whether it is of an earlier scenario than the one shown. */
  readonly isEarlier: boolean;
  /** What is being done about it, in words; empty where nothing is. */
  readonly words: string;
};

/** One of the slow tests as far as it has got, for the scenario that is looked at. */
export function useSlowTest<Part extends keyof RealismParts>(part: Part, scenario: Scenario): SlowResult<Part> {
  const { parts, of, step, running, failure } = useRealismTests();
  const isEarlier = of !== null && !isSameModel(of, scenario);
  const isAwaited = parts[part] === undefined || isEarlier;
  const share = step === null ? '' : `: ${TEXT[step.part].toLowerCase()}, ${String(step.done)} of ${String(step.of)}`;
  const working = running === null ? 'Not worked out: it was stopped.' : `The whole plan is calculated again for each step${share}.`;
  return { result: parts[part], isEarlier, words: isAwaited ? (failure ?? working) : '' };
}
