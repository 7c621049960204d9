import type { Scenario } from '../../../shared/scenario/schema.ts';
import { useRealismTests } from '../../state/realism-tests.ts';

/** What is being done about a slow test, and the way to stop it or to begin it again. */
export function SlowState({
  words,
  isEarlier,
  scenario,
}: {
  readonly words: string;
  readonly isEarlier: boolean;
  readonly scenario: Scenario;
}) {
  const { running, start, cancel } = useRealismTests();
  if (words === '') return null;
  return (
    <p className="sm t2 row working">
      {isEarlier ? <b className="at">As of an earlier scenario.</b> : null}
      <span>{words}</span>
      <button
        type="button"
        className="btn sm"
        onClick={() => {
          if (running === null) start(scenario);
          else cancel();
        }}
      >
        {running === null ? 'Work it out' : 'Stop'}
      </button>
    </p>
  );
}
