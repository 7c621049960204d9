import { Figure } from '../../components/Figure.tsx';
import { moneyInFittingUnit } from '../../../shared/money/format.ts';
import { ZERO, isBelow } from '../../../shared/money/decimal.ts';
import type { Bar } from '../../../shared/outcomes/bridge.ts';
import type { BoardPart } from './Board.tsx';

/** The finding of the bridge, from its own figures. */
function finding({ results }: BoardPart): string {
  const year = results.projection.frame.target;
  const headline = results.outcomes.system.headline[year] ?? ZERO;
  const reported = results.outcomes.system.reported[year] ?? ZERO;
  const name = (amount: typeof headline): string =>
    `${moneyInFittingUnit(amount.abs())} ${isBelow(amount, ZERO) ? 'shortfall' : 'surplus'}`;
  return `A ${name(headline)} on paper becomes a ${name(reported)}`;
}

function rowClass(bar: Bar): string {
  if (bar.bar === 'reported') return 'sub tot';
  if (bar.bar === 'headlinePlan') return 'sub';
  return bar.kind === 'position' ? 'opens' : 'in';
}

/** The bridge as a column of figures that foots, one column a year: bars add to the headline plan, and on to the reported position. */
export function Bridge(part: BoardPart) {
  const { figures, projection } = part.results;
  const years = projection.frame.years.map((_, year) => year).slice(1);
  const bars = figures.bars[projection.frame.target] ?? [];
  const amountIn = (bar: Bar, year: number): Bar => figures.bars[year]?.find((each) => each.bar === bar.bar) ?? { ...bar, amount: ZERO };
  return (
    <section aria-labelledby="bridge-finding" className="bridge-part">
      <h2 className="ex" id="bridge-finding">
        {finding(part)}
      </h2>
      <p className="exs">From do nothing to reported, {part.unit}. Reductions in brackets.</p>
      <div className="bridge-scroll" tabIndex={0} role="region" aria-labelledby="bridge-finding">
        <table className="tbl bridge">
          <thead>
            <tr>
              <th scope="col">Step</th>
              {years.map((year) => (
                <th key={year} scope="col" className={year === projection.frame.target ? 'num target' : 'num'}>
                  {figures.label(year)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {bars.map((bar) => (
              <tr key={bar.bar} className={rowClass(bar)}>
                <th scope="row">{bar.label}</th>
                {years.map((year) => (
                  <td key={year} className={year === projection.frame.target ? 'num target' : 'num'}>
                    <Figure
                      shown={figures.bar(amountIn(bar, year), year)}
                      unit={part.unit}
                      meaning={bar.kind === 'position' ? 'outcome' : 'plain'}
                    />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
