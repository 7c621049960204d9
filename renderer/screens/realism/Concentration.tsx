import type { MoneyUnit } from '../../../shared/money/units.ts';
import { ExhibitFigure } from '../../components/ExhibitFigure.tsx';
import type { Results } from '../../state/projection.ts';
import { useRealismExhibit } from './realism-exhibit.ts';

/** How far the savings rest on few schemes, and how late they come; nothing where nothing is saved. */
export function Concentration({ results, unit }: { readonly results: Results; readonly unit: MoneyUnit }) {
  const shown = useRealismExhibit('concentration', { results, unit });
  if (shown === undefined) return null;
  return <ExhibitFigure exhibit={shown.exhibit} projection={results.projection} unit={unit} titleId="concentration-finding" />;
}
