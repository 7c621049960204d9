import { decimal } from '../../shared/money/decimal.ts';
import { exactPounds, formatMoney } from '../../shared/money/format.ts';
import type { MoneyUnit } from '../../shared/money/units.ts';

/** One amount in pounds as the shell gives it, in the unit shown; `n/a` where it could not be computed. Only outcomes are coloured (guide §3). */
export function Money({
  amount,
  unit,
  meaning = 'plain',
  nil = 'dash',
}: {
  readonly amount: string | null;
  readonly unit: MoneyUnit;
  readonly meaning?: 'plain' | 'outcome' | 'attention';
  readonly nil?: 'dash' | 'digits';
}) {
  if (amount === null) {
    return (
      <span className="n t3" title="Not computed as it stands">
        n/a
      </span>
    );
  }
  const exact = decimal(amount);
  const text = formatMoney(exact, { unit, nil });
  const isBelow = text.startsWith('(');
  const tone = meaning === 'attention' && !exact.isZero() ? 'at' : meaning === 'outcome' && isBelow ? 'adv' : '';
  return (
    <span className={`n ${isBelow ? 'neg' : ''} ${tone}`} title={exactPounds(exact)}>
      {text}
    </span>
  );
}
