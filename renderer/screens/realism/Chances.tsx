import { groupThousands } from '../../../shared/money/format.ts';
import type { MoneyUnit } from '../../../shared/money/units.ts';
import type { SimulationResults } from '../../../shared/realism/simulation/results.ts';
import { ExhibitPicture, ExhibitTables } from '../../components/ExhibitFigure.tsx';
import { ExhibitMenu } from '../../components/ExhibitMenu.tsx';
import { ViewSwitch } from '../../components/ViewSwitch.tsx';
import { useChances, useDrawing } from '../../state/chances.ts';
import type { OpenDocument } from '../../state/document.ts';
import { useExhibitView } from '../../state/exhibits.ts';
import { canGoToInputs, goToInput } from '../../state/going-to.ts';
import type { Results } from '../../state/projection.ts';
import { useSimulation, type Simulation } from '../../state/simulation.ts';
import { chanceWords, findingOf } from './chance-words.ts';
import { DrawsButton } from './DrawsButton.tsx';
import { useRealismExhibit, type Shown as ShownExhibit } from './realism-exhibit.ts';

type Part = { readonly open: OpenDocument; readonly results: Results; readonly unit: MoneyUnit };

/** Nothing is uncertain, so nothing is drawn: what to do about it. */
function Certain({ open }: { readonly open: OpenDocument }) {
  const [first] = open.scenario.savings;
  return (
    <section className="exhibit" aria-labelledby="chances">
      <h2 className="ex" id="chances">
        No chance is shown, because every figure is stated as certain
      </h2>
      <p className="sm t2">
        Give the figures that you are least sure of a range: low, likely and high, such as 70% | 85% | 100% for the delivery of a scheme.{' '}
        {first !== undefined && canGoToInputs() ? (
          <button
            type="button"
            className="lnk"
            onClick={() => {
              goToInput(`savings.${first.id}.delivery`);
            }}
          >
            Go to the first scheme
          </button>
        ) : null}
      </p>
    </section>
  );
}

/** How far the draws are, and the way to stop them or to begin again. */
function Progress({
  open,
  simulation,
  isEarlier,
}: {
  readonly open: OpenDocument;
  readonly simulation: Simulation;
  readonly isEarlier: boolean;
}) {
  const { start, cancel } = useSimulation();
  const { status, share, results, problem } = simulation;
  if (status === 'done' && !isEarlier) return null;
  const isRunning = status === 'running' && !isEarlier;
  const words = isRunning
    ? `Drawing: ${groupThousands(String(results?.drawn ?? 0))}${results === null ? '' : ` of ${groupThousands(String(results.draws))}`} draws. What is shown fills as it runs.`
    : (problem ?? 'Not drawn for the scenario as it is now.');
  return (
    <div className="sm t2 row working">
      {isEarlier ? <b className="at">As of an earlier scenario.</b> : null}
      {isRunning ? <progress value={share} max={1} aria-label="Draws" /> : null}
      <span>{words}</span>
      <button
        type="button"
        className="btn sm"
        onClick={() => {
          if (isRunning) cancel();
          else start(open.scenario);
        }}
      >
        {isRunning ? 'Stop' : 'Draw'}
      </button>
    </div>
  );
}

/** What the draws show so far: in words, as fans or as the table that says the same. */
function Shown({
  open,
  shown,
  results,
  unit,
}: Pick<Part, 'open' | 'unit'> & { readonly shown: ShownExhibit; readonly results: SimulationResults }) {
  const view = useExhibitView((state) => state.view);
  const { exhibit } = shown;
  const { projection } = shown.results;
  return (
    <>
      <div className="exh">
        <div>
          <h2 className="ex" id="chances">
            {findingOf(results)}
          </h2>
          <p className="exs">{exhibit.subtitle}</p>
        </div>
        <span className="row">
          <ViewSwitch />
          <ExhibitMenu exhibit={exhibit} scenario={open.scenario} unit={unit} />
        </span>
      </div>
      <p className="sm t2 chance-words">{chanceWords(results)}</p>
      {view === 'chart' ? <ExhibitPicture exhibit={exhibit} projection={projection} unit={unit} /> : <ExhibitTables exhibit={exhibit} />}
    </>
  );
}

/** The chance of balance and the spread of the position, at three correlations; drawn while somebody looks, and never shown as fresh for another scenario. */
export function Chances({ open, results, unit }: Part) {
  useDrawing(open.scenario);
  const of = useSimulation((state) => state.scenario);
  const { simulation, isEarlier } = useChances(open.scenario);
  const drawn = simulation.results;
  const shown = useRealismExhibit('probability', { results, unit }, { of, isEarlier, simulation: drawn ?? undefined });
  if (simulation.status === 'certain' && !isEarlier) return <Certain open={open} />;
  return (
    <section className={isEarlier ? 'exhibit earlier' : 'exhibit'} aria-labelledby="chances" data-exhibit="probability">
      {drawn === null || shown === undefined ? (
        <h2 className="ex" id="chances">
          The chance of balance
        </h2>
      ) : (
        <Shown open={open} results={drawn} shown={shown} unit={unit} />
      )}
      <Progress open={open} simulation={simulation} isEarlier={isEarlier} />
      {simulation.status === 'done' && !isEarlier ? <DrawsButton open={open} /> : null}
    </section>
  );
}
