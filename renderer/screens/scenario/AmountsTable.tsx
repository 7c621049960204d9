import type { Decimal } from '../../../shared/money/decimal.ts';
import { formatMoney } from '../../../shared/money/format.ts';
import type { MoneyUnit } from '../../../shared/money/units.ts';
import { Explains } from '../../components/Explains.tsx';

export type AmountsRow = {
  readonly key: string;
  readonly label: string;
  readonly amounts: readonly Decimal[];
  readonly isTotal?: boolean;
  /** The figure behind each amount, where there is one. */
  readonly figures?: readonly string[];
};

function Amount({
  amount,
  unit,
  places,
  isOutcome,
}: {
  readonly amount: Decimal;
  readonly unit: MoneyUnit;
  readonly places: number;
  readonly isOutcome: boolean;
}) {
  const text = formatMoney(amount, { unit, places });
  const isBelow = text.startsWith('(');
  const tone = !isOutcome || text === '–' ? '' : isBelow ? 'adv' : amount.isZero() ? '' : 'fav';
  return (
    <span className={`n ${isBelow ? 'neg' : text === '–' ? 't3' : ''} ${tone}`} title={`£${amount.toFixed(2)}`}>
      {text}
    </span>
  );
}

/** A small table of amounts to read: each explained by a press where something explains it, the total ruled. */
export function AmountsTable({
  caption,
  columns,
  rows,
  unit,
  places,
  areOutcomes,
}: {
  readonly caption: string;
  readonly columns: readonly string[];
  readonly rows: readonly AmountsRow[];
  readonly unit: MoneyUnit;
  readonly places: number;
  /** Totals help or hurt those whom they stand for, and are coloured so; costs are not. */
  readonly areOutcomes?: boolean;
}) {
  return (
    <div className="amounts" tabIndex={0} role="region" aria-label={caption}>
      <table className="tbl lines">
        <thead>
          <tr>
            <th scope="col">{unit}</th>
            {columns.map((column) => (
              <th key={column} scope="col" className="num">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, label, amounts, isTotal, figures }) => (
            <tr key={key} className={isTotal === true ? 'tot' : ''}>
              <th scope="row">{label}</th>
              {amounts.map((amount, index) => {
                const figure = figures?.[index];
                const shown = <Amount amount={amount} unit={unit} places={places} isOutcome={isTotal === true && areOutcomes === true} />;
                return (
                  <td key={columns[index] ?? String(index)} className="num">
                    {figure === undefined ? shown : <Explains path={figure}>{shown}</Explains>}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
