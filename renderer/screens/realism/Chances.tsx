import { FanChart, fanText } from '../../../charts/drawing/FanChart.ts';
import { PAGE } from '../../../charts/drawing/palette.ts';
import { groupThousands } from '../../../shared/money/format.ts';
import type { MoneyUnit } from '../../../shared/money/units.ts';
import type { SimulationResults } from '../../../shared/realism/simulation/results.ts';
import { useRoom } from '../../components/room.ts';
import { ViewSwitch } from '../../components/ViewSwitch.tsx';
import { useChances, useDrawing } from '../../state/chances.ts';
import type { OpenDocument } from '../../state/document.ts';
import { useExhibitView } from '../../state/exhibits.ts';
import { canGoToInputs, goToInput } from '../../state/going-to.ts';
import { useSimulation, type Simulation } from '../../state/simulation.ts';
import { chanceWords, fanWords, findingOf, panelsOf } from './chance-words.ts';
import { ChancesTable } from './ChancesTable.tsx';
import { DrawsButton } from './DrawsButton.tsx';

type Drawn = { readonly results: SimulationResults; readonly unit: MoneyUnit };

const TINTS = { eight: 'var(--fan-1)', half: 'var(--fan-2)' } as const;

function Fans({ results, unit }: Drawn) {
  const [measured, { width }] = useRoom<HTMLDivElement>();
  const { mostLikely } = results;
  return (
    <div className="picture" ref={measured} role="img" aria-label={fanWords(results)}>
      {width < 1 ? null : (
        <div className="picture-ink">
          {FanChart({ panels: panelsOf(results), mostLikely: mostLikely.beforeSupport, unit, width, palette: PAGE, tints: TINTS })}
        </div>
      )}
    </div>
  );
}

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

function Shown({ open, results, unit, isWhole }: Drawn & { readonly open: OpenDocument; readonly isWhole: boolean }) {
  const view = useExhibitView((state) => state.view);
  return (
    <>
      <p className="sm t2 chance-words">{chanceWords(results)}</p>
      {view === 'chart' ? <Fans results={results} unit={unit} /> : <ChancesTable results={results} unit={unit} />}
      {isWhole ? <DrawsButton open={open} /> : null}
    </>
  );
}

/** The chance of balance and the spread of the position, at three correlations; drawn while somebody looks, and never shown as fresh for another scenario. */
export function Chances({ open, unit }: { readonly open: OpenDocument; readonly unit: MoneyUnit }) {
  useDrawing(open.scenario);
  const { simulation, isEarlier } = useChances(open.scenario);
  const { results, status } = simulation;
  if (status === 'certain' && !isEarlier) return <Certain open={open} />;
  return (
    <section className={isEarlier ? 'exhibit earlier' : 'exhibit'} aria-labelledby="chances">
      <div className="exh">
        <div>
          <h2 className="ex" id="chances">
            {results === null ? 'The chance of balance' : findingOf(results)}
          </h2>
          <p className="exs">
            Position before support, {unit}. Middle line, middle half, 8 in 10.
            {results === null ? '' : ` Dotted: everything at its most likely, ${fanText(results.mostLikely.beforeSupport, unit)}.`}
          </p>
        </div>
        <ViewSwitch />
      </div>
      <Progress open={open} simulation={simulation} isEarlier={isEarlier} />
      {results === null ? null : <Shown open={open} results={results} unit={unit} isWhole={status === 'done' && !isEarlier} />}
    </section>
  );
}
