import type { Edit, SingleEdit } from '../../../shared/scenario/edit-kinds.ts';
import type { Input } from '../../../shared/scenario/input.ts';
import type { CellUnit } from '../../../shared/money/units.ts';
import type { Shown } from '../../../shared/outcomes/shown-table.ts';

/* What a grid shows, as content: sections of the editor make sheets out of a scenario and its results, the grid draws them and hands back edits.
   A sheet holds no behaviour; two sheets of the same scenario and unit are the same content. */

/** One column. `unit` stands in the header, once, and never in the cells. */
export type SheetColumn = {
  readonly id: string;
  readonly label: string;
  /** Columns side by side with the same group stand under one heading: "Counts for the system, £m". */
  readonly group?: string;
  readonly unit?: string;
  readonly width: number;
  readonly align: 'left' | 'right';
};

export type Choice = { readonly value: string; readonly label: string };

/** How a computed figure stands: in money it is footed, else it is text that is ready to show. */
export type Derived = { readonly shown: Shown; readonly meaning?: 'plain' | 'outcome' | 'attention' } | { readonly text: string };

/** One cell. Paths are those of edits and of `inputsOf`: `savings.S2.delivery`. */
export type SheetCell =
  /** A figure that is entered, with all that is known about it; `input` is null where the cell is blank. `stands` is what holds while it is blank, in words. */
  | {
      readonly kind: 'input';
      readonly path: string;
      readonly unit: CellUnit;
      readonly input: Input | null;
      readonly stands?: string;
      /** The months are a moment, counted from April of this year: they read and are typed as one, "Oct 2020". */
      readonly momentFrom?: string;
    }
  /** Words that are entered: a name, a note, an owner. */
  | { readonly kind: 'text'; readonly path: string; readonly text: string; readonly isRequired?: boolean }
  /** One of a list; a blank value is the field left out, where `canBeBlank`. */
  | {
      readonly kind: 'choice';
      readonly path: string;
      readonly chosen: string;
      readonly choices: readonly Choice[];
      readonly canBeBlank?: boolean;
      /** The edit that a choice means, where it is more than setting the field: another kind of profile, say. */
      readonly onChoice?: (value: string) => Edit;
    }
  /** Yes or no. */
  | { readonly kind: 'flag'; readonly path: string; readonly isSet: boolean }
  /** Computed: tinted, never typed over; Enter explains the figure at the path, where there is one. */
  | { readonly kind: 'derived'; readonly figure?: string; readonly derived: Derived }
  /** Nothing can stand here. */
  | { readonly kind: 'none' };

/** What stands in the gutter of a row, with its words. */
export type RowMark = { readonly icon: 'warn' | 'lock'; readonly text: string };

export type SheetRow = {
  /** Stable over edits, so that the selection stays where it was. */
  readonly key: string;
  readonly label: string;
  /** The label can be typed over: the path of the name. */
  readonly labelPath?: string;
  /** 0 for a heading or a plain row; rows below a heading stand one deeper and fold with it. */
  readonly level: number;
  readonly kind: 'heading' | 'item' | 'computed' | 'total';
  /** The item of the scenario that the row stands for: it can be duplicated, moved and deleted. */
  readonly item?: { readonly list: string; readonly key: string };
  readonly marks?: readonly RowMark[];
  /** One for each column of the sheet. */
  readonly cells: readonly SheetCell[];
};

export type Sheet = {
  /** Stable: column widths and the remembered cell are kept under it. */
  readonly id: string;
  /** What a screen reader calls the grid. */
  readonly label: string;
  /** The heading over the row labels. */
  readonly rowHeading: string;
  /** The width of the row labels, where the usual one does not fit, in pixels at the usual size of text. */
  readonly labelWidth?: number;
  readonly columns: readonly SheetColumn[];
  readonly rows: readonly SheetRow[];
  /** What is said where there is no row. */
  readonly empty: string;
  /**
   * A further item, where the sheet can grow: the edit that adds it, and the row that it will be, so that a table pasted past the last row finds its cells.
   * `ordinal` counts the new rows of one paste from 0.
   */
  readonly newRow?: (label: string, ordinal: number) => { readonly edit: SingleEdit; readonly row: SheetRow };
};
