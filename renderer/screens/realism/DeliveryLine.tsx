import type { MoneyUnit } from '../../../shared/money/units.ts';
import { ExhibitPicture, ExhibitTables } from '../../components/ExhibitFigure.tsx';
import { ExhibitMenu } from '../../components/ExhibitMenu.tsx';
import { ViewSwitch } from '../../components/ViewSwitch.tsx';
import { useExhibitView } from '../../state/exhibits.ts';
import type { Results } from '../../state/projection.ts';
import { useRealismExhibit } from './realism-exhibit.ts';

/** What the plan assumes and needs, on one line with what was delivered before. Its finding is the heading of the screen, so it is not said twice. */
export function DeliveryLine({
  results,
  unit,
  titleId,
}: {
  readonly results: Results;
  readonly unit: MoneyUnit;
  readonly titleId: string;
}) {
  const view = useExhibitView((state) => state.view);
  const shown = useRealismExhibit('break-even', { results, unit });
  if (shown === undefined) return null;
  const { exhibit } = shown;
  const { projection } = results;
  return (
    <section className="exhibit" aria-labelledby={titleId} data-exhibit={exhibit.id}>
      <div className="exh">
        <p className="exs">{exhibit.subtitle}</p>
        <span className="row">
          <ViewSwitch />
          <ExhibitMenu exhibit={exhibit} scenario={projection.frame.scenario} unit={unit} />
        </span>
      </div>
      {view === 'chart' ? <ExhibitPicture exhibit={exhibit} projection={projection} unit={unit} /> : <ExhibitTables exhibit={exhibit} />}
    </section>
  );
}
