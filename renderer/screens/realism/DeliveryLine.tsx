import { useMemo } from 'react';
import { DeliveryLineChart } from '../../../charts/drawing/DeliveryLineChart.ts';
import { PAGE } from '../../../charts/drawing/palette.ts';
import { formatPercent } from '../../../shared/money/format.ts';
import { useRoom } from '../../components/room.ts';
import { ViewSwitch } from '../../components/ViewSwitch.tsx';
import { useExhibitView } from '../../state/exhibits.ts';
import type { Results } from '../../state/projection.ts';
import { contextOf } from '../../state/realism-contexts.ts';
import { lineWords, marksOf, type SourcedMark } from './delivery-marks.ts';

type Marks = { readonly marks: readonly SourcedMark[] };

function Picture({ marks }: Marks) {
  const [measured, { width }] = useRoom<HTMLDivElement>();
  return (
    <div className="picture" ref={measured} role="img" aria-label={lineWords(marks)}>
      {width < 1 ? null : <div className="picture-ink">{DeliveryLineChart({ marks, width, palette: PAGE })}</div>}
    </div>
  );
}

function MarksTable({ marks }: Marks) {
  return (
    <div className="exhibit-table" tabIndex={0} role="region" aria-label="Delivery of savings, table">
      <table className="tbl lines marks">
        <thead>
          <tr>
            <th scope="col">Mark</th>
            <th scope="col" className="num">
              Delivery
            </th>
            <th scope="col">What it measures</th>
            <th scope="col">Source</th>
            <th scope="col">Not if</th>
          </tr>
        </thead>
        <tbody>
          {marks.map(({ key, kind, share, words, measures, source, notWhen }) => (
            <tr key={key}>
              <th scope="row">{words}</th>
              <td className="num b">{formatPercent(share, kind === 'evidence' ? 0 : 1)}</td>
              <td>{measures}</td>
              <td className="t3">{source}</td>
              <td className="t3">{notWhen}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** What the plan assumes and needs, on one line with what was achieved before; the table names what each measures, its source, and when it does not apply. */
export function DeliveryLine({ results }: { readonly results: Results }) {
  const view = useExhibitView((state) => state.view);
  const marks = useMemo(() => marksOf(contextOf(results)), [results]);
  return (
    <section className="exhibit" aria-label="Delivery of savings">
      <div className="exh">
        <p className="exs">Savings delivered, of those planned. Above: this plan. Below: what was delivered before.</p>
        <ViewSwitch />
      </div>
      {view === 'chart' ? <Picture marks={marks} /> : <MarksTable marks={marks} />}
    </section>
  );
}
