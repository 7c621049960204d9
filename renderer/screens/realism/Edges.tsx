import type { MoneyUnit } from '../../../shared/money/units.ts';
import { ExhibitFigure } from '../../components/ExhibitFigure.tsx';
import type { OpenDocument } from '../../state/document.ts';
import type { Results } from '../../state/projection.ts';
import { useRealismTests } from '../../state/realism-tests.ts';
import { useRealismExhibit } from './realism-exhibit.ts';
import { SlowState } from './SlowState.tsx';
import { useSlowTest } from './slow-tests.ts';

type Part = { readonly open: OpenDocument; readonly results: Results; readonly unit: MoneyUnit };

function Edge({ id, open, results, unit }: Part & { readonly id: 'delivery-by-slip' | 'release-by-growth' }) {
  const of = useRealismTests((state) => state.of);
  const { result, isEarlier } = useSlowTest('edges', open.scenario);
  const shown = useRealismExhibit(id, { results, unit }, { of, isEarlier, edges: result });
  if (shown === undefined) return null;
  const { exhibit } = shown;
  // Where no setting is met by a share there is no edge to draw, and a sentence says all.
  if (result?.find((edge) => edge.id === id)?.points.every(({ needed }) => needed === undefined) === true) {
    return <p className="sm t2">{exhibit.finding}.</p>;
  }
  return (
    <div className={isEarlier ? 'earlier' : undefined}>
      <ExhibitFigure exhibit={exhibit} projection={shown.results.projection} unit={unit} titleId={`${id}-finding`} />
    </div>
  );
}

/** Two levers at once: how much of the one it takes to balance at each setting of the other (model-spec §11.3). */
export function Edges({ open, results, unit }: Part) {
  const { result, isEarlier, words } = useSlowTest('edges', open.scenario);
  if (result !== undefined && result.length === 0 && !isEarlier) return null;
  return (
    <section aria-label="Two levers at once">
      <SlowState words={words} isEarlier={isEarlier} scenario={open.scenario} />
      <div className="edges">
        <Edge id="delivery-by-slip" open={open} results={results} unit={unit} />
        <Edge id="release-by-growth" open={open} results={results} unit={unit} />
      </div>
    </section>
  );
}
