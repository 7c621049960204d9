import { useState } from 'react';
import { D, type Decimal } from '../../../shared/money/decimal.ts';
import { exactPounds, formatMoney, moneyInFittingUnit } from '../../../shared/money/format.ts';
import type { MoneyUnit } from '../../../shared/money/units.ts';
import type { TornadoBar } from '../../../shared/realism/tornado.ts';
import { BarTrack, scaleOfBars, type TrackBar, type TrackScale } from '../../components/BarTrack.tsx';
import { ExhibitMenu } from '../../components/ExhibitMenu.tsx';
import type { OpenDocument } from '../../state/document.ts';
import { goToInput } from '../../state/going-to.ts';
import type { Results } from '../../state/projection.ts';
import { useRealismTests } from '../../state/realism-tests.ts';
import { useRealismExhibit } from './realism-exhibit.ts';
import { SlowState } from './SlowState.tsx';
import { useSlowTest } from './slow-tests.ts';

type Part = { readonly open: OpenDocument; readonly results: Results; readonly unit: MoneyUnit };

const FIRST_ROWS = 10;
const NIL = new D(0);

function Change({ change, unit }: { readonly change: Decimal; readonly unit: MoneyUnit }) {
  const text = formatMoney(change, { unit, nil: 'digits' });
  return (
    <span className={`n ${text.startsWith('(') ? 'neg' : ''}`} title={exactPounds(change)}>
      {text}
    </span>
  );
}

/** From nil to the better end and to the worse one; where both ends lie on one side, to the further one. */
function barsOf({ low, high }: TornadoBar): TrackBar[] {
  const [most, least] = [D.max(low, high, NIL), D.min(low, high, NIL)];
  const bars: TrackBar[] = [];
  if (!most.isZero()) bars.push({ to: most, look: 'improves' });
  if (!least.isZero()) bars.push({ to: least, look: 'worsens' });
  return bars;
}

function Row({
  bar,
  scale,
  unit,
  canGo,
}: {
  readonly bar: TornadoBar;
  readonly scale: TrackScale;
  readonly unit: MoneyUnit;
  readonly canGo: boolean;
}) {
  const [path = ''] = bar.paths;
  const [worse, better] = bar.low.lte(bar.high) ? [bar.low, bar.high] : [bar.high, bar.low];
  const words = bar.low.lte(bar.high) ? `${bar.lowWords} / ${bar.highWords}` : `${bar.highWords} / ${bar.lowWords}`;
  return (
    <tr>
      <th scope="row" className="wraps">
        {canGo ? (
          <button
            type="button"
            className="to-input"
            title="Go to the input"
            onClick={() => {
              goToInput(path);
            }}
          >
            {bar.label}
          </button>
        ) : (
          bar.label
        )}
      </th>
      <td className="t3 wraps">{words}</td>
      <td className="num">
        <Change change={worse} unit={unit} />
      </td>
      <td className="tk">
        <BarTrack bars={barsOf(bar)} scale={scale} />
      </td>
      <td className="num">
        <Change change={better} unit={unit} />
      </td>
    </tr>
  );
}

function Bars({ bars, unit, open }: { readonly bars: readonly TornadoBar[] } & Pick<Part, 'unit' | 'open'>) {
  const [isWhole, setWhole] = useState(false);
  const scale = scaleOfBars(bars.flatMap(({ low, high }) => [low, high]));
  const shown = isWhole ? bars : bars.slice(0, FIRST_ROWS);
  return (
    <>
      <table className="tbl tornado">
        <colgroup>
          <col className="input" />
          <col className="ends" />
          <col className="figure" />
          <col />
          <col className="figure" />
        </colgroup>
        <thead>
          <tr>
            <th scope="col">Input</th>
            <th scope="col">Worse / better</th>
            <th scope="col" className="num">
              Worse
            </th>
            <th scope="col" />
            <th scope="col" className="num">
              Better
            </th>
          </tr>
        </thead>
        <tbody>
          {shown.map((bar) => (
            <Row key={bar.key} bar={bar} scale={scale} unit={unit} canGo={open.kind === 'library'} />
          ))}
        </tbody>
      </table>
      {bars.length > FIRST_ROWS ? (
        <p>
          <button
            type="button"
            className="btn q"
            aria-expanded={isWhole}
            onClick={() => {
              setWhole(!isWhole);
            }}
          >
            {isWhole ? `Show the first ${String(FIRST_ROWS)}` : `Show all ${String(bars.length)}`}
          </button>
        </p>
      ) : null}
    </>
  );
}

/** The same as a drawing for a paper: the rows here lead to their inputs. */
function Menu({ open, results, unit, isEarlier }: Part & { readonly isEarlier: boolean }) {
  const of = useRealismTests((state) => state.of);
  const { result } = useSlowTest('tornado', open.scenario);
  const shown = useRealismExhibit('tornado', { results, unit }, { of, isEarlier, tornado: result });
  return shown === undefined || isEarlier ? null : <ExhibitMenu exhibit={shown.exhibit} scenario={open.scenario} unit={unit} />;
}

function finding(bars: readonly TornadoBar[], year: string): string {
  const [widest] = bars;
  if (widest === undefined) return 'No input carries a range';
  return `${widest.label} moves ${year} most: by ${moneyInFittingUnit(widest.range)} from end to end`;
}

/** Each ranged input at both its ends, the whole plan calculated again: widest first, and neither end assumed to be the worse (model-spec §11.4). */
export function Tornado({ open, results, unit }: Part) {
  const { result, isEarlier, words } = useSlowTest('tornado', open.scenario);
  const { frame } = results.projection;
  const year = frame.years[frame.target] ?? '';
  const bars = result?.bars ?? [];
  return (
    <section className={isEarlier ? 'exhibit earlier' : 'exhibit'} aria-labelledby="tornado-finding" data-exhibit="tornado">
      <div className="exh">
        <div>
          <h2 className="ex" id="tornado-finding">
            {result === undefined ? 'What moves the position most' : finding(bars, year)}
          </h2>
          <p className="exs">
            Change of {year} before support, {unit}, one input at a time, the whole plan calculated again
          </p>
        </div>
        <Menu open={open} results={results} unit={unit} isEarlier={isEarlier} />
      </div>
      <SlowState words={words} isEarlier={isEarlier} scenario={open.scenario} />
      {bars.length === 0 ? null : <Bars bars={bars} unit={unit} open={open} />}
      {result !== undefined && result.withoutEffect.length > 0 ? (
        <p className="mi t3">
          Ranged, and without effect on {year}: {result.withoutEffect.join('; ')}.
        </p>
      ) : null}
      {result !== undefined && bars.length === 0 ? (
        <p className="sm t2">
          Every figure is stated as certain. Enter low, likely and high for those that you are least sure of, such as 70% | 85% | 100% for
          delivery.
        </p>
      ) : null}
    </section>
  );
}
