import { itemsCsv } from '../../../shared/tables/item-table.ts';
import { KINDS, type TableKind } from '../../../shared/tables/kinds.ts';
import { capitalised } from '../../../shared/scenario/labels.ts';
import { useDocument } from '../../state/document.ts';
import { useSavingTable } from '../../state/saving-table.ts';
import { useShownSheet } from '../../state/shown-sheet.ts';
import { sheetCsv } from './sheet-csv.ts';

function save(what: string, text: string): void {
  const name = useDocument.getState().open?.scenario.name ?? '';
  void useSavingTable.getState().save({ title: `${what} of ${name}`.slice(0, 300), text });
}

/** Saves all savings schemes or all baseline lines of the open scenario as a table that reads back to the same. */
export function exportItems(kind: TableKind): void {
  const { open } = useDocument.getState();
  if (open !== null) save(capitalised(KINDS[kind].nouns), itemsCsv(open.scenario, kind));
}

/** Saves the grid on screen as a table. */
export function exportShownSheet(): void {
  const { sheet } = useShownSheet.getState();
  if (sheet !== null) save(sheet.label, sheetCsv(sheet));
}
