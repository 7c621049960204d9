import { ONE, ZERO, type Decimal } from '../../../shared/money/decimal.ts';
import { formatCount, formatPercent, formatPercentagePoints } from '../../../shared/money/format.ts';
import type { EdgePoint, TwoWayEdge } from '../../../shared/realism/two-way-edge.ts';
import { BarTrack, type TrackScale } from '../../components/BarTrack.tsx';
import type { OpenDocument } from '../../state/document.ts';
import { SlowState } from './SlowState.tsx';
import { useSlowTest } from './slow-tests.ts';

type Words = { readonly title: string; readonly along: string; readonly needed: string; readonly said: (setting: Decimal) => string };

function pointsWords(setting: Decimal): string {
  if (setting.isZero()) return 'as stated';
  return `${setting.isNegative() ? '−' : '+'}${formatPercentagePoints(setting.abs(), 2)}`;
}

const WORDS: Readonly<Record<TwoWayEdge['id'], Words>> = {
  'delivery-by-slip': {
    title: 'Each month that capital slips, more must be delivered',
    along: 'Capital later by',
    needed: 'Delivery needed',
    said: (setting) => (setting.isZero() ? 'as stated' : `${formatCount(setting)} months`),
  },
  'release-by-growth': {
    title: 'The more activity grows, the more cost must leave with the income',
    along: 'Activity growth',
    needed: 'Release needed',
    said: pointsWords,
  },
};

const isReached = ({ needed }: EdgePoint): boolean => needed !== undefined && needed.lte(ONE);

/** What is so, whichever way it goes: the finding is read off the points and not assumed. */
function findingOf({ id, points }: TwoWayEdge): string {
  const known = points.flatMap(({ needed }) => needed ?? []);
  const [first, last] = [known[0], known.at(-1)];
  const { title, needed } = WORDS[id];
  if (first === undefined || last === undefined) return `${needed}: ${points[0]?.text ?? 'nothing to set against each other'}`;
  if (!points.some(isReached)) return `${needed}: more than there is, at every point`;
  return last.gt(first) ? title : `${needed}: from ${formatPercent(first)} to ${formatPercent(last)}`;
}

function EdgeTable({ edge }: { readonly edge: TwoWayEdge }) {
  const { along, needed, said } = WORDS[edge.id];
  const most = edge.points.reduce((so, point) => (point.needed?.gt(so) === true ? point.needed : so), ONE);
  const scale: TrackScale = { least: ZERO, most };
  return (
    <table className="tbl lines edge">
      <thead>
        <tr>
          <th scope="col">{along}</th>
          <th scope="col" className="num">
            {needed}
          </th>
          <th scope="col">Of the whole</th>
        </tr>
      </thead>
      <tbody>
        {edge.points.map((point) => (
          <tr key={point.setting.toString()}>
            <th scope="row">{said(point.setting)}</th>
            <td className="num">{point.needed === undefined ? <span className="t3">n/a</span> : formatPercent(point.needed)}</td>
            <td className="tk wraps">
              {point.needed === undefined ? (
                <span className="mi t3">{point.text}</span>
              ) : (
                <BarTrack bars={[{ to: point.needed, look: isReached(point) ? 'position' : 'worsens' }]} scale={scale} />
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Two levers at once: how much of the one it takes to balance at each setting of the other (model-spec §11.3). */
export function Edges({ open, year }: { readonly open: OpenDocument; readonly year: string }) {
  const { result, isEarlier, words } = useSlowTest('edges', open.scenario);
  if (result !== undefined && result.length === 0 && !isEarlier) return null;
  return (
    <section className={isEarlier ? 'exhibit earlier' : 'exhibit'} aria-label="Two levers at once">
      <SlowState words={words} isEarlier={isEarlier} scenario={open.scenario} />
      <div className="edges">
        {(result ?? []).map((edge) => (
          <div key={edge.id}>
            <h2 className="ex">{findingOf(edge)}</h2>
            <p className="exs">What it takes for {year} to balance as reported, by one lever and the other</p>
            <EdgeTable edge={edge} />
          </div>
        ))}
      </div>
    </section>
  );
}
