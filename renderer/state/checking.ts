import { useEffect, useState } from 'react';
import type { Check } from '../../shared/engine/checks.ts';
import type { Results } from './projection.ts';

/** How long the footing of every table may wait for a moment in which nobody types. */
const LATEST = 600;

/**
 * The checks of the results shown, once they are worked: footing every table takes longer than a keystroke may, so it waits until the page is idle. Null until
 * then, so that a count is never that of figures which are no longer on screen.
 */
export function useChecks(results: Results | null): readonly Check[] | null {
  const [worked, setWorked] = useState<{ readonly results: Results; readonly checks: readonly Check[] } | null>(null);
  useEffect(() => {
    if (results === null) return undefined;
    const waiting = requestIdleCallback(
      () => {
        setWorked({ results, checks: results.checks });
      },
      { timeout: LATEST },
    );
    return () => {
      cancelIdleCallback(waiting);
    };
  }, [results]);
  return worked !== null && worked.results === results ? worked.checks : null;
}
