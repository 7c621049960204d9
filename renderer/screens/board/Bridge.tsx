import { useMemo } from 'react';
import { bridgeExhibit } from '../../../shared/outcomes/exhibits/bridge-exhibit.ts';
import { ExhibitFigure } from '../../components/ExhibitFigure.tsx';
import type { BoardPart } from './board-part.ts';

/** The one picture of the board: from do nothing to what is reported in the target year, bar by bar, with its table. */
export function Bridge({ results, unit, trial }: BoardPart) {
  const bridge = useMemo(() => bridgeExhibit(results), [results]);
  if (results.projection.frame.leftOut.has('scenario')) return null;
  return (
    <ExhibitFigure exhibit={bridge} projection={results.projection} unit={unit} trial={trial} titleId="bridge-finding" keys="T" isFitted />
  );
}
