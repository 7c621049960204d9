import type { Decimal } from '../../../shared/money/decimal.ts';
import type { MoneyUnit } from '../../../shared/money/units.ts';
import type { Edit } from '../../../shared/scenario/edit-kinds.ts';
import type { Problem } from '../../../shared/scenario/problem.ts';
import type { Sheet, SheetCell, SheetColumn, SheetRow } from './sheet.ts';

/** Where the grid stands: the row, and the column unless it is that of the row labels. */
export type AtCell = { readonly row: SheetRow; readonly column: SheetColumn | null; readonly cell: SheetCell };

export type RowCommand = 'add' | 'duplicate' | 'remove' | 'moveUp' | 'moveDown';

export type GridProps = {
  readonly sheet: Sheet;
  /** The unit of every computed amount of the sheet, as its makers were told. */
  readonly unit: MoneyUnit;
  /** Whose drafts these are: the id of the scenario. What is half typed is kept by it and by the path of its cell. */
  readonly scenarioId: string;
  /** Makes an edit, one step of undo; true once it is kept. */
  readonly commit: (edit: Edit) => Promise<boolean>;
  /** All rules that the scenario breaks: each is shown at the cell of its path. */
  readonly problems?: readonly Problem[];
  /** The figures that the last edit changed, by `cellKey(row.key, column.id)`. Left out, the grid compares the sheet with the one before. */
  readonly changed?: ReadonlySet<string>;
  /** The yearly income of the whole system: an entry of more than a quarter of it is asked about. */
  readonly systemIncome?: Decimal | null;
  /** What an edit would do to the outcome, in words: "2020/21 would move (£0.3m)". Asked when typing rests. */
  readonly foresee?: (edit: Edit) => string | null;
  /** Told where the grid stands, whenever that changes. */
  readonly onAt?: (at: AtCell | null) => void;
  /** Keys that act on the item of a row: Ctrl+Enter adds, Ctrl+Shift+D duplicates, Ctrl+Delete removes, Alt+Shift+Up and Down move it. */
  readonly onRow?: (command: RowCommand, row: SheetRow | null) => void;
};

/** The grid of the editor: an ARIA grid with the keys of a spreadsheet, one Tab stop, of which only the rows in view are drawn. */
export function Grid({ sheet }: GridProps) {
  return <div role="grid" aria-label={sheet.label} />;
}
