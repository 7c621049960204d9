import { openItem, selectedRow } from '../library-actions.ts';
import { currentOf, useLibrary } from '../../state/library.ts';
import { hasLibrary } from '../../state/startup.ts';
import { useView } from '../../state/view.ts';
import type { Command } from './command.ts';
import { hasBinned, hasSelected } from './when.ts';

const onSelected = (where: 'library' | 'bin', act: (row: { id: string; name: string }) => void) => () => {
  const row = selectedRow(where);
  if (row !== null) act({ id: row.id, name: row.name });
};

const GRID = 'library-grid';

export const libraryCommands: readonly Command[] = [
  {
    id: 'library.open',
    label: 'Open the selected scenario',
    group: 'Library',
    keys: 'Enter',
    inside: GRID,
    isAvailable: hasSelected,
    run: () => {
      const item = currentOf(useLibrary.getState());
      if (item !== null) void openItem(item);
    },
  },
  {
    id: 'library.filter',
    label: 'Filter the library',
    group: 'Library',
    keys: 'Mod+F',
    synonyms: 'search find name footprint',
    isAvailable: () => useView.getState().screen === 'library' && useLibrary.getState().place !== 'FILES' && hasLibrary(),
    run: () => {
      document.getElementById('library-filter')?.focus();
    },
  },
  {
    id: 'library.duplicate',
    label: 'Duplicate the selected scenario',
    group: 'Library',
    keys: 'Mod+D',
    inside: GRID,
    synonyms: 'copy',
    isAvailable: hasSelected,
    run: onSelected('library', (row) => void useLibrary.getState().duplicate(row)),
  },
  {
    id: 'library.rename',
    label: 'Rename the selected scenario…',
    group: 'Library',
    keys: 'F2',
    inside: GRID,
    synonyms: 'name title',
    isAvailable: hasSelected,
    run: onSelected('library', (row) => {
      useLibrary.getState().put({ kind: 'RENAME', ...row });
    }),
  },
  {
    id: 'library.bin',
    label: 'Move the selected scenario to the bin',
    group: 'Library',
    keys: 'Delete',
    inside: GRID,
    synonyms: 'remove delete trash',
    isAvailable: hasSelected,
    run: onSelected('library', (row) => void useLibrary.getState().bin(row)),
  },
  {
    id: 'library.restore',
    label: 'Restore the selected scenario from the bin',
    group: 'Library',
    synonyms: 'bring back undelete',
    isAvailable: hasBinned,
    run: onSelected('bin', (row) => void useLibrary.getState().restore(row)),
  },
  {
    id: 'library.deleteForEver',
    label: 'Delete the selected scenario for ever…',
    group: 'Library',
    synonyms: 'remove bin',
    isAvailable: hasBinned,
    run: onSelected('bin', (row) => {
      useLibrary.getState().put({ kind: 'DELETE', ...row });
    }),
  },
  {
    id: 'library.showBin',
    label: 'Show the bin',
    group: 'Library',
    synonyms: 'deleted restore trash',
    isAvailable: hasLibrary,
    run: () => {
      useView.getState().show('library');
      useLibrary.getState().show('BIN');
    },
  },
  {
    id: 'library.showFiles',
    label: 'Show files on disk',
    group: 'Library',
    synonyms: 'recent opened lately',
    isAvailable: hasLibrary,
    run: () => {
      useView.getState().show('library');
      useLibrary.getState().show('FILES');
    },
  },
];
