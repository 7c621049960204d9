import type { ReactNode } from 'react';
import type { Scenario } from '../../shared/scenario/schema.ts';
import { explainFigure } from '../state/explaining.ts';

/** A computed figure that opens to the sum that made it: by click, or by Enter where the focus is on it. */
export function Explains({
  path,
  trial,
  children,
}: {
  /** A path of `figurePaths`: `system.reported.2020/21`. */
  readonly path: string;
  /** The throw-away copy that the figure is of, where it is not of the scenario that is open. */
  readonly trial?: Scenario | undefined;
  readonly children: ReactNode;
}) {
  return (
    <button
      type="button"
      className="explains"
      onClick={() => {
        explainFigure(path, trial);
      }}
    >
      {children}
      <span className="vh">, explain</span>
    </button>
  );
}
