import { ZERO, maximum, type Decimal } from '../../../shared/money/decimal.ts';
import { foot } from '../../../shared/money/foot.ts';
import { formatMoney } from '../../../shared/money/format.ts';
import { displayStep, usualPlaces, type MoneyUnit } from '../../../shared/money/units.ts';
import type { SavingsOutcome } from '../../../shared/engine/savings.ts';
import { placeInPercent } from '../../../charts/drawing/scale.ts';
import { Explains } from '../../components/Explains.tsx';
import type { Results } from '../../state/projection.ts';
import { ladderFinding, ladderOf, type Rung } from './ladder-rungs.ts';
import { shortYear } from './sheets/sheet-context.ts';

type LadderPart = { readonly outcome: SavingsOutcome; readonly results: Results; readonly unit: MoneyUnit };

/** Ladders are read to a place more than tables are: £m to two (guide §3). */
export function placesOfLadder(unit: MoneyUnit): number {
  return unit === '£m' ? 2 : usualPlaces(unit);
}

function Amount({ amount, exact, unit }: { readonly amount: Decimal; readonly exact: Decimal; readonly unit: MoneyUnit }) {
  const text = formatMoney(amount, { unit, places: placesOfLadder(unit), nil: exact.isZero() ? 'dash' : 'digits' });
  return (
    <span className={text.startsWith('(') ? 'n neg' : text === '–' ? 'n t3' : 'n'} title={`£${exact.toFixed(2)}`}>
      {text}
    </span>
  );
}

/** The bar of a rung in the target year: what is claimed and what counts stand on the line, what is lost hangs from the rung above. */
function Bar({
  from,
  to,
  most,
  isTotal,
}: {
  readonly from: Decimal;
  readonly to: Decimal;
  readonly most: Decimal;
  readonly isTotal: boolean;
}) {
  const place = (amount: Decimal): number => placeInPercent(amount, { least: ZERO, most });
  const [left, right] = [Math.min(place(from), place(to)), Math.max(place(from), place(to))];
  if (right - left < 0.01) return <span className="ladder-track" />;
  const look = isTotal ? 'ladder-bar' : place(to) < place(from) ? 'ladder-bar lost' : 'ladder-bar won';
  return (
    <span className="ladder-track">
      <span className={look} style={{ left: `${String(left)}%`, width: `${String(Math.max(right - left, 1))}%` }} />
    </span>
  );
}

/** A column of the ladder as it is shown: it adds up from what is claimed to what counts. */
function footed(rungs: readonly Rung[], year: number, unit: MoneyUnit): readonly Decimal[] {
  const step = displayStep({ unit, places: placesOfLadder(unit) });
  const parts = rungs.slice(0, -1).map(({ amounts }) => amounts[year] ?? ZERO);
  const { figures, total } = foot(parts, step, { pin: 0 });
  return [...figures, total];
}

/** From what a scheme claims to what counts for the system, rung by rung and year by year (model-spec §5.3). */
export function Ladder({ outcome, results, unit }: LadderPart) {
  const { frame } = results.projection;
  const rungs = ladderOf(outcome);
  const years = frame.years.map((_, year) => year).slice(1);
  const columns = new Map(years.map((year) => [year, footed(rungs, year, unit)]));
  const most = rungs.flatMap(({ levels }) => levels.map((level) => level[frame.target] ?? ZERO)).reduce(maximum, ZERO);
  return (
    <section className="ladder" aria-labelledby="ladder-finding">
      <h3 className="ex" id="ladder-finding">
        {ladderFinding(outcome, { year: frame.target, unit })}
      </h3>
      <table className="tbl">
        <thead>
          <tr>
            <th scope="col">{unit}</th>
            {years.map((year) => (
              <th key={year} scope="col" className="num">
                {shortYear(frame.years[year] ?? '')}
              </th>
            ))}
            <th scope="col" className="ladder-picture" aria-hidden="true">
              {frame.years[frame.target]}
            </th>
          </tr>
        </thead>
        <tbody>
          {rungs.map((rung, index) => (
            <tr key={rung.key} className={index === rungs.length - 1 ? 'tot' : index === 0 ? 'opens' : ''}>
              <th scope="row">{rung.label}</th>
              {years.map((year) => (
                <td key={year} className="num">
                  <Explains path={`schemes.${outcome.scheme.id}.${rung.figure}.${frame.years[year] ?? ''}`}>
                    <Amount amount={columns.get(year)?.[index] ?? ZERO} exact={rung.amounts[year] ?? ZERO} unit={unit} />
                  </Explains>
                </td>
              ))}
              <td className="ladder-picture" aria-hidden="true">
                <Bar
                  from={rung.levels[0][frame.target] ?? ZERO}
                  to={rung.levels[1][frame.target] ?? ZERO}
                  most={most}
                  isTotal={index === 0 || index === rungs.length - 1}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
