import '../styles/exhibit.css';
import { useMemo } from 'react';
import { ExhibitChart } from '../../charts/drawing/ExhibitChart.ts';
import { fittedBridge } from '../../charts/drawing/fitted-bridge.ts';
import { PAGE } from '../../charts/drawing/palette.ts';
import { chartStops } from '../../charts/drawing/stops.ts';
import type { Projection } from '../../shared/engine/project.ts';
import type { MoneyUnit } from '../../shared/money/units.ts';
import type { Exhibit } from '../../shared/outcomes/exhibits/exhibit.ts';
import { figureOfMark } from '../../shared/outcomes/exhibits/figure-of-mark.ts';
import type { Scenario } from '../../shared/scenario/schema.ts';
import { useExhibitView } from '../state/exhibits.ts';
import { ChartStops } from './ChartStops.tsx';
import { ExhibitMenu } from './ExhibitMenu.tsx';
import { ExhibitTable } from './ExhibitTable.tsx';
import { counted } from './counts.ts';
import { roomOnSheet, useRoom, type Room } from './room.ts';
import { ViewSwitch } from './ViewSwitch.tsx';

type ExhibitPart = {
  readonly exhibit: Exhibit;
  readonly projection: Projection;
  readonly unit: MoneyUnit;
  /** The throw-away copy that the figures are of, where they are not of the scenario that is open. */
  readonly trial?: Scenario | undefined;
  /** The rows of a bridge are as high as the window has room for. */
  readonly isFitted?: boolean;
};

/** The chart in its room, and its marks with the figures that they show; nothing before the room is known. */
function useDrawn({ exhibit, projection, unit, isFitted = false }: ExhibitPart, room: Room) {
  const { series, id } = exhibit;
  return useMemo(() => {
    if (series === undefined || room.width < 1) return null;
    const fitted = isFitted && series.kind === 'bridge' ? fittedBridge(series, room) : undefined;
    const chart = { unit, width: room.width, palette: PAGE, nil: 'digits' as const, ...(fitted ?? { series }) };
    const stops = chartStops(chart).flatMap((stop) => {
      const figure = figureOfMark(projection, { exhibit: id, key: stop.key, year: stop.year });
      return figure === undefined ? [] : [{ ...stop, figure }];
    });
    return { picture: <ExhibitChart {...chart} />, stops, nilSteps: fitted?.nilSteps ?? 0 };
  }, [series, id, projection, unit, isFitted, room]);
}

/** The picture of an exhibit at the width that it has; its marks are stops of the keyboard. */
export function ExhibitPicture(part: ExhibitPart) {
  const { exhibit, trial } = part;
  const [measured, room] = useRoom<HTMLDivElement>(roomOnSheet);
  const drawn = useDrawn(part, room);
  return (
    <div className="picture" ref={measured}>
      {drawn === null ? null : (
        <>
          <div className="picture-ink" role="img" aria-label={exhibit.altText}>
            {drawn.picture}
          </div>
          <ChartStops stops={drawn.stops} label={`${exhibit.name}, its marks`} trial={trial} />
          {drawn.nilSteps === 0 ? null : <p className="mi t3">{counted(drawn.nilSteps, 'step')} that are nil stand in the table.</p>}
        </>
      )}
    </div>
  );
}

/** The tables of an exhibit, one below another. */
export function ExhibitTables({ exhibit }: { readonly exhibit: Exhibit }) {
  return exhibit.tables.map((table) => <ExhibitTable key={table.id} table={table} label={table.title} />);
}

/**
 * An exhibit on the page: its finding as the title, what is shown, and the chart or the table that says the same. Where there is no chart there is no choice.
 * `titleId` is the id of its title, by which whoever shows it may lead there; `keys` are printed on the switch where they hold.
 */
export function ExhibitFigure({ titleId, keys, ...part }: ExhibitPart & { readonly titleId: string; readonly keys?: string }) {
  const { exhibit, projection, unit, trial } = part;
  const view = useExhibitView((state) => state.view);
  const isDrawn = exhibit.series !== undefined;
  return (
    <section className="exhibit" aria-labelledby={titleId} data-exhibit={trial === undefined ? exhibit.id : undefined}>
      <div className="exh">
        <div>
          <h2 className="ex" id={titleId}>
            {exhibit.finding}
          </h2>
          <p className="exs">{exhibit.subtitle}</p>
        </div>
        <span className="row">
          {isDrawn ? <ViewSwitch keys={keys} /> : null}
          <ExhibitMenu exhibit={exhibit} scenario={projection.frame.scenario} unit={unit} />
        </span>
      </div>
      {isDrawn && view === 'chart' ? <ExhibitPicture {...part} /> : <ExhibitTables exhibit={exhibit} />}
      {exhibit.notes.map((note) => (
        <p key={note} className="mi t3">
          {note}
        </p>
      ))}
    </section>
  );
}
