import { ExhibitFigure } from '../../components/ExhibitFigure.tsx';
import { exhibitsFor } from '../../state/exhibits.ts';
import type { BoardPart } from './board-part.ts';

/** The one picture of the board: from do nothing to what is reported in the target year, bar by bar, with its table. */
export function Bridge({ results, unit, trial }: BoardPart) {
  const bridge = exhibitsFor(results, unit).find(({ id }) => id === 'bridge');
  if (bridge === undefined) return null;
  return (
    <ExhibitFigure exhibit={bridge} projection={results.projection} unit={unit} trial={trial} titleId="bridge-finding" keys="T" isFitted />
  );
}
