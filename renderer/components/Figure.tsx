import type { Decimal } from '../../shared/money/decimal.ts';
import { formatFooted } from '../../shared/money/format.ts';
import type { MoneyUnit } from '../../shared/money/units.ts';
import type { Shown } from '../../shared/outcomes/shown-table.ts';

type Meaning = 'plain' | 'outcome' | 'attention';

function toneOf(figure: Decimal, meaning: Meaning): string {
  if (meaning === 'attention') return 'at';
  return meaning === 'outcome' && figure.isNegative() && !figure.isZero() ? 'adv' : '';
}

/**
 * A figure of a table: brackets for what is below nil, hanging so that digits stand under digits (guide §3). Only outcomes and differences are coloured.
 * `shown` holds the figure after footing and the exact amount, which a moved figure carries as its title.
 */
export function Figure({
  shown,
  unit,
  meaning = 'plain',
  nil = 'dash',
}: {
  readonly shown: Shown;
  readonly unit: MoneyUnit;
  readonly meaning?: Meaning;
  /** How a true nil reads: a dash in a column, digits where the nil itself is the finding. */
  readonly nil?: 'dash' | 'digits';
}) {
  const text = formatFooted(shown, { unit, nil });
  const below = text.startsWith('(') ? 'neg' : '';
  return (
    <span className={`n ${below} ${toneOf(shown.figure, meaning)}`} title={`£${shown.exact.toFixed(2)}`}>
      {text}
    </span>
  );
}
