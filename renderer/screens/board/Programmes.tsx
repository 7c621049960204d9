import { useMemo } from 'react';
import { Figure } from '../../components/Figure.tsx';
import { foot } from '../../../shared/money/foot.ts';
import { sum, ZERO, type Decimal } from '../../../shared/money/decimal.ts';
import { programmesOf } from '../../../shared/outcomes/programmes.ts';
import type { Shown } from '../../../shared/outcomes/shown-table.ts';
import type { BoardPart } from './board-part.ts';

/** A column whose parts add up as shown to a total that is rounded plainly. */
function column(amounts: readonly Decimal[], step: Decimal): { parts: Shown[]; total: Shown } {
  const footed = foot(amounts, step);
  return {
    parts: amounts.map((exact, index) => ({ exact, figure: footed.figures[index] ?? ZERO })),
    total: { exact: sum(amounts), figure: footed.total },
  };
}

/** What each programme claims and what of it counts, largest first; both columns foot. */
export function Programmes({ results, unit }: BoardPart) {
  const { figures, projection } = results;
  const year = projection.frame.target;
  const programmes = useMemo(() => programmesOf(projection, year), [projection, year]);
  if (programmes.length === 0) return null;
  const claimed = column(
    programmes.map((each) => each.claimed),
    figures.step,
  );
  const counts = column(
    programmes.map((each) => each.counts),
    figures.step,
  );
  return (
    <section aria-labelledby="programmes">
      <h2 className="ex" id="programmes">
        What each programme is worth
      </h2>
      <p className="exs">
        {figures.label(year)}, {unit}. What it claims, and what of it the system keeps.
      </p>
      <table className="tbl lines">
        <thead>
          <tr>
            <th scope="col">Programme</th>
            <th scope="col" className="num">
              Claimed
            </th>
            <th scope="col" className="num">
              Counts
            </th>
          </tr>
        </thead>
        <tbody>
          {programmes.map((programme, index) => (
            <tr key={programme.key}>
              <th scope="row" className="wraps">
                {programme.name}
              </th>
              <td className="num">
                <Figure shown={claimed.parts[index] ?? claimed.total} unit={unit} />
              </td>
              <td className="num b">
                <Figure shown={counts.parts[index] ?? counts.total} unit={unit} />
              </td>
            </tr>
          ))}
          <tr className="tot">
            <th scope="row">All programmes</th>
            <td className="num">
              <Figure shown={claimed.total} unit={unit} />
            </td>
            <td className="num">
              <Figure shown={counts.total} unit={unit} />
            </td>
          </tr>
        </tbody>
      </table>
    </section>
  );
}
