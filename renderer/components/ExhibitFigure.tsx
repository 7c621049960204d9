import '../styles/exhibit.css';
import { useMemo } from 'react';
import { ExhibitChart } from '../../charts/drawing/ExhibitChart.ts';
import { PAGE } from '../../charts/drawing/palette.ts';
import { chartStops } from '../../charts/drawing/stops.ts';
import type { Projection } from '../../shared/engine/project.ts';
import type { MoneyUnit } from '../../shared/money/units.ts';
import type { Exhibit } from '../../shared/outcomes/exhibits/exhibit.ts';
import { figureOfMark } from '../../shared/outcomes/exhibits/figure-of-mark.ts';
import { useExhibitView } from '../state/exhibits.ts';
import { ChartStops } from './ChartStops.tsx';
import { ExhibitTable } from './ExhibitTable.tsx';
import { useMeasuredWidth } from './measured-width.ts';
import { ViewSwitch } from './ViewSwitch.tsx';

type ExhibitPart = { readonly exhibit: Exhibit; readonly projection: Projection; readonly unit: MoneyUnit };

/** The picture of an exhibit at the width that it has, drawn `scale` times as large; its marks are stops of the keyboard. */
export function ExhibitPicture({ exhibit, projection, unit, scale = 1 }: ExhibitPart & { readonly scale?: number }) {
  const [measured, whole] = useMeasuredWidth<HTMLDivElement>();
  const { series } = exhibit;
  const width = Math.floor(whole / scale);
  const drawn = useMemo(() => {
    if (series === undefined || width < 1) return null;
    const chart = { series, unit, width, palette: PAGE };
    const stops = chartStops(chart).flatMap((stop) => {
      const figure = figureOfMark(projection, { exhibit: exhibit.id, key: stop.key, year: stop.year });
      return figure === undefined ? [] : [{ ...stop, figure }];
    });
    return { picture: <ExhibitChart {...chart} />, stops };
  }, [series, exhibit.id, projection, unit, width]);
  return (
    <div className="picture" ref={measured}>
      {drawn === null ? null : (
        <>
          <div className="picture-ink" role="img" aria-label={exhibit.altText} style={{ zoom: scale }}>
            {drawn.picture}
          </div>
          <ChartStops stops={drawn.stops} label={`${exhibit.name}, its marks`} scale={scale} />
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
export function ExhibitFigure({
  exhibit,
  projection,
  unit,
  titleId,
  keys,
}: ExhibitPart & { readonly titleId: string; readonly keys?: string }) {
  const view = useExhibitView((state) => state.view);
  const isDrawn = exhibit.series !== undefined;
  return (
    <section className="exhibit" role="region" tabIndex={-1} aria-labelledby={titleId}>
      <div className="exh">
        <div>
          <h2 className="ex" id={titleId}>
            {exhibit.finding}
          </h2>
          <p className="exs">{exhibit.subtitle}</p>
        </div>
        {isDrawn ? <ViewSwitch keys={keys} /> : null}
      </div>
      {isDrawn && view === 'chart' ? (
        <ExhibitPicture exhibit={exhibit} projection={projection} unit={unit} />
      ) : (
        <ExhibitTables exhibit={exhibit} />
      )}
      {exhibit.notes.map((note) => (
        <p key={note} className="mi t3">
          {note}
        </p>
      ))}
    </section>
  );
}
