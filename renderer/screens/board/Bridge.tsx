import { useMemo } from 'react';
import { bridgeExhibit } from '../../../shared/outcomes/exhibits/bridge-exhibit.ts';
import type { Exhibit } from '../../../shared/outcomes/exhibits/exhibit.ts';
import type { ShownFigures } from '../../../shared/outcomes/shown-figures.ts';
import { bridgesByYear } from '../../../shared/outcomes/tables-bridge.ts';
import { ExhibitFigure } from '../../components/ExhibitFigure.tsx';
import type { BoardPart } from './board-part.ts';

/** In tables the board has room for what led to the target year. */
function withYears(bridge: Exhibit, figures: ShownFigures): Exhibit {
  return figures.projection.frame.yearCount < 2 ? bridge : { ...bridge, tables: [...bridge.tables, bridgesByYear(figures)] };
}

/** The one picture of the board: from do nothing to what is reported in the target year, bar by bar, with its table. */
export function Bridge({ results, unit, trial }: BoardPart) {
  const bridge = useMemo(() => withYears(bridgeExhibit(results), results.figures), [results]);
  if (results.projection.frame.leftOut.has('scenario')) return null;
  return (
    <ExhibitFigure exhibit={bridge} projection={results.projection} unit={unit} trial={trial} titleId="bridge-finding" keys="T" isFitted />
  );
}
