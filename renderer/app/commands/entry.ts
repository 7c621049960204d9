import { focusTable } from '../../screens/scenario/focus-table.ts';
import { currentTable, currentView } from '../../screens/scenario/current.ts';
import { canAddTo } from '../../screens/scenario/new-item.ts';
import { addItem, duplicateItem, moveItem, removeItem, type ItemAt } from '../../screens/scenario/row-actions.ts';
import { SECTIONS } from '../../screens/scenario/sections.ts';
import { useEntry } from '../../state/entry.ts';
import { useView } from '../../state/view.ts';
import type { Command } from './command.ts';
import { hasLibraryScenario } from './when.ts';

/** The item of the row where the table stands. */
function itemHere(): ItemAt | null {
  return currentView() === null ? null : (useEntry.getState().here?.item ?? null);
}

function move(by: 1 | -1): void {
  const table = currentTable();
  if (table !== null && table.row !== null) void moveItem(table.scenario, { sheet: table.sheet, row: table.row, by });
}

function onItem(act: (scenario: NonNullable<ReturnType<typeof currentView>>['scenario'], at: ItemAt) => Promise<void>): () => void {
  return () => {
    const shown = currentView();
    const at = itemHere();
    if (shown !== null && at !== null) void act(shown.scenario, at);
  };
}

const rowCommands: readonly Command[] = [
  {
    id: 'entry.add',
    label: 'Add a row to the table',
    group: 'Scenario',
    keys: 'Mod+Enter',
    synonyms: 'new scheme line organisation insert',
    isAvailable: () => canAddTo(currentView()?.view.list ?? null),
    run: () => {
      const shown = currentView();
      if (shown !== null && canAddTo(shown.view.list)) void addItem(shown.scenario, shown.view.list);
    },
  },
  {
    id: 'entry.duplicate',
    label: 'Duplicate the row',
    group: 'Scenario',
    keys: 'Mod+Shift+D',
    synonyms: 'copy scheme',
    isAvailable: () => itemHere() !== null,
    run: onItem(duplicateItem),
  },
  {
    id: 'entry.remove',
    label: 'Delete the row',
    group: 'Scenario',
    keys: 'Mod+Delete',
    synonyms: 'remove scheme',
    isAvailable: () => itemHere() !== null,
    run: onItem(removeItem),
  },
  {
    id: 'entry.moveUp',
    label: 'Move the row up',
    group: 'Scenario',
    synonyms: 'reorder order above',
    isAvailable: () => itemHere() !== null,
    run: () => {
      move(-1);
    },
  },
  {
    id: 'entry.moveDown',
    label: 'Move the row down',
    group: 'Scenario',
    synonyms: 'reorder order below',
    isAvailable: () => itemHere() !== null,
    run: () => {
      move(1);
    },
  },
];

/** One command for each table of the editor: the palette goes to any of them by name. */
const tables: readonly Command[] = SECTIONS.flatMap((section) =>
  section.views.map((view): Command => ({
    id: `entry.go.${section.id}.${view.id}`,
    label: section.views.length === 1 ? `Scenario: ${section.label}` : `Scenario: ${section.label}, ${view.label.toLowerCase()}`,
    group: 'Go to',
    synonyms: 'table enter section',
    isAvailable: hasLibraryScenario,
    run: () => {
      useEntry.getState().openSection(section.id, view.id);
      useView.getState().show('scenario');
      focusTable();
    },
  })),
);

export const entryCommands: readonly Command[] = [...rowCommands, ...tables];
