import { useMemo } from 'react';
import { ExhibitChart, chartHeight } from '../../../charts/drawing/ExhibitChart.ts';
import { PAGE } from '../../../charts/drawing/palette.ts';
import { SlideBridge, mostColumns } from '../../../charts/drawing/SlideBridge.ts';
import type { MoneyUnit } from '../../../shared/money/units.ts';
import type { Exhibit, Series } from '../../../shared/outcomes/exhibits/exhibit.ts';
import { MOST_BARS_ON_SLIDE, fewerBars } from '../../../shared/outcomes/exhibits/fewer-bars.ts';
import { ExhibitTables } from '../../components/ExhibitFigure.tsx';
import { roomWithin, useRoom, type Room } from '../../components/room.ts';

/** A chart is drawn for this width at least, and enlarged so that its text is read from the back of a room. */
const LEAST_WIDTH = 560;
const MOST_ENLARGED = 2.4;

/** How many times as large a chart is drawn: as much as its slide has room for. */
function enlargement(series: Series, unit: MoneyUnit, room: Room): number {
  const height = chartHeight({ series, unit, width: LEAST_WIDTH, palette: PAGE });
  return Math.max(1, Math.min(MOST_ENLARGED, room.height / height, room.width / LEAST_WIDTH));
}

function Chart({ series, unit, room }: { readonly series: Series; readonly unit: MoneyUnit; readonly room: Room }) {
  return useMemo(() => {
    if (room.width < 1 || room.height < 1) return null;
    if (series.kind === 'bridge') {
      const most = mostColumns({ bars: series.bars, unit, width: room.width, palette: PAGE });
      return <SlideBridge bars={fewerBars(series.bars, Math.min(MOST_BARS_ON_SLIDE, most))} unit={unit} {...room} palette={PAGE} />;
    }
    const enlarged = enlargement(series, unit, room);
    return (
      <div style={{ zoom: enlarged }}>
        <ExhibitChart series={series} unit={unit} width={Math.floor(room.width / enlarged)} palette={PAGE} />
      </div>
    );
  }, [series, unit, room]);
}

/** One exhibit on the whole window: its finding, what is shown, and the chart, or the table that says the same. */
export function Slide({ exhibit, unit, isTable }: { readonly exhibit: Exhibit; readonly unit: MoneyUnit; readonly isTable: boolean }) {
  const [measured, room] = useRoom<HTMLDivElement>(roomWithin);
  const { series } = exhibit;
  return (
    <>
      <header>
        <h1 id="slide-finding">{exhibit.finding}</h1>
        <p>{exhibit.subtitle}</p>
      </header>
      <div className="slide-body" ref={measured}>
        {series === undefined || isTable ? (
          <ExhibitTables exhibit={exhibit} />
        ) : (
          <div className="picture-ink" role="img" aria-label={exhibit.altText}>
            <Chart series={series} unit={unit} room={room} />
          </div>
        )}
      </div>
    </>
  );
}
