import type { Edit } from '../../../shared/scenario/edit-kinds.ts';
import { dependentsOf } from '../../../shared/scenario/edits.ts';
import { keysOf, textIn } from '../../../shared/scenario/places.ts';
import type { Scenario } from '../../../shared/scenario/schema.ts';
import { revealCell } from '../../components/grid/reveal.ts';
import type { Sheet, SheetRow } from '../../components/grid/sheet.ts';
import { useDocument } from '../../state/document.ts';
import { useEntry } from '../../state/entry.ts';
import { copyNames, listOf, newItem } from './new-item.ts';

export type ItemAt = { readonly list: string; readonly key: string };

/** What an item belongs to, so that one added beside it goes to the same organisation. */
function organisationOf(scenario: Scenario, at: ItemAt | null): string | null {
  if (at === null) return null;
  const item = itemOf(scenario, at);
  return textIn(item, 'organisation') ?? textIn(item, 'fromOrganisation') ?? null;
}

function itemOf(scenario: Scenario, { list, key }: ItemAt): unknown {
  const items = listOf(scenario, list);
  return items[keysOf(items).indexOf(key)];
}

function keyOfNew(scenario: Scenario, list: string, item: object): string {
  const items = listOf(scenario, list);
  return keysOf([...items, item]).at(-1) ?? '';
}

const edit = (wanted: Edit): Promise<boolean> => useDocument.getState().edit(wanted);

/** Puts a new item below the one where the grid stands, or at the end, and goes to it. */
export async function addItem(scenario: Scenario, list: string): Promise<void> {
  const { here } = useEntry.getState();
  const beside = here?.item?.list === list ? here.item : null;
  const made = newItem(list, { scenario, organisation: groupOf(here?.rowKey) ?? organisationOf(scenario, beside) });
  if (made.kind === 'refused') {
    useDocument.getState().refuse({ title: 'Nothing was added', text: made.text, details: [] });
    return;
  }
  const items = listOf(scenario, list);
  const at = beside === null ? -1 : keysOf(items).indexOf(beside.key);
  const position = at < 0 ? items.length : at + 1;
  const key = keyOfNew(scenario, list, made.item);
  const done = edit({ kind: 'addItem', list, position, item: made.item });
  revealCell(`${list}.${key}.name`);
  await done;
}

/** The organisation of the heading where the grid stands. */
function groupOf(rowKey: string | undefined): string | null {
  return rowKey?.startsWith('group.') === true ? rowKey.slice('group.'.length) : null;
}

/** Puts a copy below an item. What stands for an organisation or a source alone has no second, so it is not copied. */
export async function duplicateItem(scenario: Scenario, at: ItemAt): Promise<void> {
  const item = itemOf(scenario, at);
  if (typeof item !== 'object' || item === null) return;
  const names = copyNames(scenario, { list: at.list, item });
  if (names.id === undefined) {
    const text = 'There is one for each organisation or source, so a copy would stand for the same. Add one for another instead.';
    useDocument.getState().refuse({ title: 'Nothing was copied', text, details: [] });
    return;
  }
  const done = edit({ kind: 'duplicateItem', ...at, ...names });
  revealCell(`${at.list}.${names.id}.name`);
  await done;
}

/** Rows of the same list that stand under the same heading. */
function neighbours(sheet: Sheet, row: SheetRow): readonly SheetRow[] {
  const index = sheet.rows.indexOf(row);
  const isEdge = (each: SheetRow): boolean => each.level < row.level || each.kind === 'total';
  const before = sheet.rows.slice(0, index).findLastIndex(isEdge);
  const after = sheet.rows.slice(index + 1).findIndex(isEdge);
  const end = after < 0 ? sheet.rows.length : index + 1 + after;
  return sheet.rows.slice(before + 1, end).filter(({ item }) => item?.list === row.item?.list);
}

/** Moves an item above the one before it, or below the one after it, as they stand in the table. */
export async function moveItem(scenario: Scenario, { sheet, row, by }: { sheet: Sheet; row: SheetRow; by: 1 | -1 }): Promise<void> {
  if (row.item === undefined) return;
  const rows = neighbours(sheet, row);
  const other = rows[rows.indexOf(row) + by]?.item;
  if (other === undefined) return;
  const position = keysOf(listOf(scenario, row.item.list)).indexOf(other.key);
  if (position >= 0) await edit({ kind: 'moveItem', ...row.item, position });
}

/** What would be left without the item, in words. */
export function dependentsInWords(scenario: Scenario, { list, key }: ItemAt): readonly string[] {
  return [...new Set(dependentsOf(scenario, { list, id: key }).map(({ label }) => label))];
}

/** Takes an item out; where others depend on it, somebody is asked first. Undo brings it back. */
export async function removeItem(scenario: Scenario, at: ItemAt): Promise<void> {
  if (!at.list.includes('.') && dependentsInWords(scenario, at).length > 0) useEntry.getState().askToRemove(at);
  else await edit({ kind: 'removeItem', ...at });
}
