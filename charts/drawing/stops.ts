import { plainLine } from './letters.ts';
import type { Box } from './marks.ts';
import type { ExhibitChartProps } from './ExhibitChart.ts';
import { rowsOf, type RowChartProps } from './RowCharts.ts';
import { rowBoxes } from './RowsChart.ts';
import { edgeBoxes, edgeWords } from './EdgeChart.ts';
import { figureText } from './scale.ts';
import { stackBoxes } from './StackChart.ts';
import { tornadoBoxes, tornadoWords } from './TornadoChart.ts';
import { pointBoxes } from './TrajectoryChart.ts';

/** A mark of a chart that can be walked to: what it is called, where it stands, and the key and year that tell which figure it is. */
export type ChartStop = {
  readonly key: string;
  /** Undefined where the mark is of the year, or the years, that the whole chart is of. */
  readonly year: string | undefined;
  readonly words: string;
  readonly box: Box;
};

function rowStops(props: RowChartProps): ChartStop[] {
  const drawn = rowsOf(props);
  const boxes = rowBoxes(drawn);
  return drawn.rows.flatMap(({ key, label, figure }, index) => {
    const box = boxes[index];
    return box === undefined ? [] : [{ key, year: undefined, words: `${plainLine(label)}: ${figure}`, box }];
  });
}

/** Marks that stand each in a box of its own. */
function boxed<Mark extends { readonly key: string }>(
  boxes: readonly Box[],
  marks: readonly Mark[],
  wordsOf: (mark: Mark) => string,
): ChartStop[] {
  return boxes.flatMap((box, index) => {
    const mark = marks[index];
    return mark === undefined ? [] : [{ key: mark.key, year: undefined, words: wordsOf(mark), box }];
  });
}

/** The marks of a chart in reading order: rows from top to bottom, lines and layers from year to year. */
export function chartStops({ series, ...shared }: ExhibitChartProps): ChartStop[] {
  switch (series.kind) {
    case 'stack':
      return stackBoxes({ series, ...shared }).flatMap(({ layer, index, box }) => {
        const amount = layer.amounts[index];
        const year = series.years[index];
        if (amount === undefined || year === undefined) return [];
        return [{ key: layer.key, year, words: `${layer.label}, ${year}: ${figureText(amount, shared.unit)}`, box }];
      });
    case 'lines':
      return pointBoxes({ series, ...shared }).flatMap(({ line, index, box }) => {
        const point = line.points[index];
        const year = series.years[index];
        if (point === undefined || year === undefined) return [];
        return [{ key: line.key, year, words: `${line.label}, ${year}: ${figureText(point, shared.unit)}`, box }];
      });
    case 'bridge':
      return rowStops({ series, ...shared });
    case 'positions':
      return rowStops({ series, ...shared });
    case 'sources':
      return rowStops({ series, ...shared });
    case 'reserves':
      return rowStops({ series, ...shared });
    case 'tornado':
      return boxed(tornadoBoxes({ series, width: shared.width }), series.rows, (mark) => tornadoWords(mark, shared.unit));
    case 'edge':
      return boxed(edgeBoxes({ series, ...shared }), series.points, edgeWords);
    case 'delivery':
    case 'fans':
      return [];
  }
}
