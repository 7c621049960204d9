import { Figure } from '../../components/Figure.tsx';
import { ZERO } from '../../../shared/money/decimal.ts';
import type { Bar } from '../../../shared/outcomes/bridge.ts';
import { bridgeExhibit } from '../../../shared/outcomes/exhibits/bridge-exhibit.ts';
import type { BoardPart } from './board-part.ts';

function rowClass(bar: Bar): string {
  if (bar.bar === 'reported') return 'sub tot';
  if (bar.bar === 'headlinePlan') return 'sub';
  return bar.kind === 'position' ? 'opens' : 'in';
}

/** The bridge as a column of figures that foots, one column a year: bars add to the headline plan, and on to the reported position. */
export function Bridge(part: BoardPart) {
  const { figures, projection, verdict } = part.results;
  const years = projection.frame.years.map((_, year) => year).slice(1);
  const bars = figures.bars[projection.frame.target] ?? [];
  const amountIn = (bar: Bar, year: number): Bar => figures.bars[year]?.find((each) => each.bar === bar.bar) ?? { ...bar, amount: ZERO };
  return (
    <section aria-labelledby="bridge-finding" className="bridge-part">
      <h2 className="ex" id="bridge-finding">
        {bridgeExhibit({ figures, verdict }).finding}
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
                      nil={bar.kind === 'position' ? 'digits' : 'dash'}
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
