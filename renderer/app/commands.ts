import { useDocument } from '../state/document.ts';
import { currentOf, useLibrary } from '../state/library.ts';
import { hasLibrary } from '../state/startup.ts';
import { useView, type Overlay, type Screen } from '../state/view.ts';
import { makeCopyOfOpenFile, openFile, openShipped } from './file-actions.ts';
import { openItem, saveFile, scenarioToSave, selectedRow, stepName, takeStep } from './library-actions.ts';

export const COMMAND_GROUPS = ['Go to', 'Scenario', 'Library', 'File', 'View', 'Help'] as const;

/** One thing that a person can do: the palette, the shortcut sheet, the keys and the menu of the shell all come from this list. */
export type Command = {
  readonly id: string;
  readonly label: string;
  readonly group: (typeof COMMAND_GROUPS)[number];
  /** Keys as "Mod+1"; Mod is Ctrl, or Command on a Mac. */
  readonly keys?: string;
  /** Keys that do the same on some machines and are not printed. */
  readonly otherKeys?: readonly string[];
  /** The keys hold only where the focus is inside the element with this id. */
  readonly inside?: string;
  /** In a field these keys belong to the text that is typed there. */
  readonly yieldsToFields?: boolean;
  /** Other words that people look for it by. */
  readonly synonyms?: string;
  readonly isAvailable: () => boolean;
  readonly run: () => void;
};

const always = (): boolean => true;
const hasDocument = (): boolean => useDocument.getState().open !== null;
const hasCopy = (): boolean => useDocument.getState().open?.kind === 'copy' && hasLibrary();
const hasLibraryScenario = (): boolean => useDocument.getState().open?.kind === 'library' && useView.getState().screen !== 'library';
const hasSelected = (): boolean => selectedRow('library') !== null;
const hasBinned = (): boolean => selectedRow('bin') !== null;

const go = (screen: Screen) => () => {
  useView.getState().show(screen);
};
const lay = (overlay: Overlay) => () => {
  useView.getState().lay(overlay);
};
const onSelected = (where: 'library' | 'bin', act: (row: { id: string; name: string }) => void) => () => {
  const row = selectedRow(where);
  if (row !== null) act({ id: row.id, name: row.name });
};

const GRID = 'library-grid';

const going: readonly Command[] = [
  {
    id: 'go.library',
    label: 'Library',
    group: 'Go to',
    keys: 'Mod+L',
    synonyms: 'scenarios start home list',
    isAvailable: always,
    run: go('library'),
  },
  {
    id: 'go.board',
    label: 'Board',
    group: 'Go to',
    keys: 'Mod+1',
    synonyms: 'verdict bridge summary',
    isAvailable: hasDocument,
    run: go('board'),
  },
];

const scenario: readonly Command[] = [
  {
    id: 'scenario.new',
    label: 'New blank system…',
    group: 'Scenario',
    keys: 'Mod+N',
    synonyms: 'create scenario start mine',
    isAvailable: hasLibrary,
    run: lay('new'),
  },
  {
    id: 'scenario.sample',
    label: 'New copy of the sample system',
    group: 'Scenario',
    synonyms: 'example try open fictional',
    isAvailable: hasLibrary,
    run: () => void openShipped('sample.footing'),
  },
  {
    id: 'scenario.undo',
    label: 'Undo',
    group: 'Scenario',
    keys: 'Mod+Z',
    yieldsToFields: true,
    isAvailable: () => stepName('undo') !== null,
    run: () => void takeStep('undo'),
  },
  {
    id: 'scenario.redo',
    label: 'Redo',
    group: 'Scenario',
    keys: 'Mod+Y',
    otherKeys: ['Mod+Shift+Z'],
    yieldsToFields: true,
    isAvailable: () => stepName('redo') !== null,
    run: () => void takeStep('redo'),
  },
];

const library: readonly Command[] = [
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

const file: readonly Command[] = [
  {
    id: 'scenario.versions',
    label: 'Versions and sign-off…',
    group: 'Scenario',
    synonyms: 'status draft assured approved snapshot seal',
    isAvailable: hasLibraryScenario,
    run: lay('versions'),
  },
  {
    id: 'scenario.history',
    label: 'History of changes…',
    group: 'Scenario',
    synonyms: 'audit log who when why',
    isAvailable: hasLibraryScenario,
    run: lay('history'),
  },
  {
    id: 'file.open',
    label: 'Open file…',
    group: 'File',
    keys: 'Mod+O',
    synonyms: 'footing load',
    isAvailable: always,
    run: () => void openFile(),
  },
  {
    id: 'file.saveAs',
    label: 'Save a file…',
    group: 'File',
    keys: 'Mod+S',
    synonyms: 'send export share',
    isAvailable: () => scenarioToSave() !== null,
    run: () => void saveFile(),
  },
  {
    id: 'file.makeCopy',
    label: 'Make a copy to edit',
    group: 'File',
    synonyms: 'editable library',
    isAvailable: hasCopy,
    run: () => void makeCopyOfOpenFile(),
  },
];

const unit = (id: string, name: '£' | '£000' | '£m', synonyms: string): Command => ({
  id,
  label: `Show ${name}`,
  group: 'View',
  synonyms: `unit ${synonyms}`,
  isAvailable: always,
  run: () => {
    useView.getState().setUnit(name);
  },
});
const theme = (id: string, label: string, { name, synonyms }: { name: 'LIGHT' | 'DARK' | 'SYSTEM'; synonyms: string }): Command => ({
  id,
  label,
  group: 'View',
  synonyms: `colour appearance mode ${synonyms}`,
  isAvailable: always,
  run: () => {
    useView.getState().setTheme(name);
  },
});

const view: readonly Command[] = [
  { id: 'view.palette', label: 'Find or do anything', group: 'View', keys: 'Mod+K', isAvailable: always, run: lay('palette') },
  unit('view.millions', '£m', 'millions'),
  unit('view.thousands', '£000', 'thousands'),
  unit('view.pounds', '£', 'pounds'),
  theme('view.light', 'Light theme', { name: 'LIGHT', synonyms: 'day bright' }),
  theme('view.dark', 'Dark theme', { name: 'DARK', synonyms: 'night black' }),
  theme('view.system', 'Theme of the system', { name: 'SYSTEM', synonyms: 'automatic' }),
];

const help: readonly Command[] = [
  {
    id: 'help.shortcuts',
    label: 'Shortcuts',
    group: 'Help',
    keys: '?',
    synonyms: 'keys keyboard',
    isAvailable: always,
    run: lay('shortcuts'),
  },
  { id: 'help.backups', label: 'Backups…', group: 'Help', synonyms: 'restore recover', isAvailable: hasLibrary, run: lay('backups') },
  {
    id: 'help.about',
    label: 'About Footing',
    group: 'Help',
    synonyms: 'version licence engine data folder',
    isAvailable: always,
    run: lay('about'),
  },
];

export const COMMANDS: readonly Command[] = [...going, ...scenario, ...library, ...file, ...view, ...help];

/** Runs a command by its id, if it is there and can be done now. */
export function runCommand(id: string): void {
  const command = COMMANDS.find((each) => each.id === id);
  if (command?.isAvailable() === true) command.run();
}
