import { openGrid } from '../../components/grid/open-grid.ts';
import type { GridAction } from '../../components/grid/grid-keys.ts';
import type { Command } from './command.ts';
import { isOn } from './when.ts';

const isShown = (): boolean => isOn('scenario')() && openGrid() !== null;

function act(action: GridAction): () => void {
  return () => {
    const grid = openGrid();
    grid?.focus();
    grid?.actions()[action]();
  };
}

const inGrid = (action: GridAction, label: string, { keys, synonyms }: { keys: string; synonyms: string }): Command => ({
  id: `grid.${action}`,
  label,
  group: 'Grid',
  keysInside: keys,
  synonyms: `cell table ${synonyms}`,
  isAvailable: isShown,
  run: act(action),
});

export const gridCommands: readonly Command[] = [
  inGrid('find', 'Find in the grid', { keys: 'Mod+F', synonyms: 'search look' }),
  inGrid('goTo', 'Go to a row', { keys: 'Mod+G', synonyms: 'jump number label' }),
  inGrid('edit', 'Edit the cell', { keys: 'F2', synonyms: 'type change' }),
  inGrid('list', 'Open the list of the cell', { keys: 'Alt+ArrowDown', synonyms: 'choose choice' }),
  inGrid('note', 'Source, range and note of the cell', { keys: 'Shift+F2', synonyms: 'owner date confidence low high provenance comment' }),
  inGrid('clear', 'Clear what is selected', { keys: 'Delete', synonyms: 'blank empty remove' }),
  inGrid('fillDown', 'Fill down', { keys: 'Mod+D', synonyms: 'copy below' }),
  inGrid('fillRight', 'Fill right', { keys: 'Mod+R', synonyms: 'copy across' }),
  inGrid('selectAll', 'Select all cells', { keys: 'Mod+A', synonyms: 'everything' }),
  inGrid('selectColumn', 'Select the column', { keys: 'Mod+ ', synonyms: 'whole' }),
  inGrid('selectRow', 'Select the row', { keys: 'Shift+ ', synonyms: 'whole' }),
  inGrid('widen', 'Widen the column', { keys: 'Alt+Shift+ArrowRight', synonyms: 'width size' }),
  inGrid('narrow', 'Narrow the column', { keys: 'Alt+Shift+ArrowLeft', synonyms: 'width size' }),
];
