import type { Screen } from '../state/view.ts';
import { useDocument } from '../state/document.ts';
import { useView } from '../state/view.ts';
import { makeCopyOfOpenFile, openFile, openShipped, saveFileAs } from './file-actions.ts';

/** One thing that a person can do: the palette, the shortcut sheet, the keys and the menu of the shell all come from this list. */
export type Command = {
  readonly id: string;
  readonly label: string;
  readonly group: 'Go to' | 'Scenario' | 'File' | 'View' | 'Help';
  /** Keys as "Mod+1"; Mod is Ctrl, or Command on a Mac. */
  readonly keys?: string;
  /** Other words that people look for it by. */
  readonly synonyms?: string;
  readonly isAvailable: () => boolean;
  readonly run: () => void;
};

const always = (): boolean => true;
const hasDocument = (): boolean => useDocument.getState().open !== null;
const hasLibraryScenario = (): boolean => useDocument.getState().open?.kind === 'library';
const hasCopy = (): boolean => useDocument.getState().open?.kind === 'copy';

function steps(direction: 'undo' | 'redo'): string | null {
  const { open } = useDocument.getState();
  return open?.kind === 'library' ? open.steps[direction] : null;
}

const go = (screen: Screen) => () => {
  useView.getState().show(screen);
};
const lay = (overlay: 'palette' | 'shortcuts' | 'about' | 'backups' | 'new') => () => {
  useView.getState().lay(overlay);
};

export const COMMANDS: readonly Command[] = [
  {
    id: 'go.library',
    label: 'Library',
    group: 'Go to',
    keys: 'Mod+0',
    synonyms: 'scenarios start home',
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
  {
    id: 'scenario.new',
    label: 'New scenario…',
    group: 'Scenario',
    keys: 'Mod+N',
    synonyms: 'create blank sample',
    isAvailable: always,
    run: lay('new'),
  },
  {
    id: 'scenario.sample',
    label: 'Open the sample system',
    group: 'Scenario',
    synonyms: 'example try',
    isAvailable: always,
    run: () => void openShipped('sample.footing'),
  },
  {
    id: 'scenario.undo',
    label: 'Undo',
    group: 'Scenario',
    keys: 'Mod+Z',
    isAvailable: () => steps('undo') !== null,
    run: () => void useDocument.getState().step('undo'),
  },
  {
    id: 'scenario.redo',
    label: 'Redo',
    group: 'Scenario',
    keys: 'Mod+Y',
    isAvailable: () => steps('redo') !== null,
    run: () => void useDocument.getState().step('redo'),
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
    keys: 'Mod+Shift+S',
    synonyms: 'send export share',
    isAvailable: hasLibraryScenario,
    run: () => void saveFileAs(),
  },
  {
    id: 'file.makeCopy',
    label: 'Make a copy to edit',
    group: 'File',
    synonyms: 'editable library',
    isAvailable: hasCopy,
    run: () => void makeCopyOfOpenFile(),
  },
  {
    id: 'view.millions',
    label: 'Show £m',
    group: 'View',
    synonyms: 'unit millions',
    isAvailable: always,
    run: () => {
      useView.getState().setUnit('£m');
    },
  },
  {
    id: 'view.thousands',
    label: 'Show £000',
    group: 'View',
    synonyms: 'unit thousands',
    isAvailable: always,
    run: () => {
      useView.getState().setUnit('£000');
    },
  },
  {
    id: 'view.pounds',
    label: 'Show £',
    group: 'View',
    synonyms: 'unit pounds',
    isAvailable: always,
    run: () => {
      useView.getState().setUnit('£');
    },
  },
  {
    id: 'view.light',
    label: 'Light theme',
    group: 'View',
    synonyms: 'colour',
    isAvailable: always,
    run: () => {
      useView.getState().setTheme('LIGHT');
    },
  },
  {
    id: 'view.dark',
    label: 'Dark theme',
    group: 'View',
    synonyms: 'colour night',
    isAvailable: always,
    run: () => {
      useView.getState().setTheme('DARK');
    },
  },
  {
    id: 'view.system',
    label: 'Theme of the system',
    group: 'View',
    synonyms: 'colour',
    isAvailable: always,
    run: () => {
      useView.getState().setTheme('SYSTEM');
    },
  },
  { id: 'view.palette', label: 'Find or do anything', group: 'View', keys: 'Mod+K', isAvailable: always, run: lay('palette') },
  {
    id: 'help.shortcuts',
    label: 'Shortcuts',
    group: 'Help',
    keys: '?',
    synonyms: 'keys keyboard',
    isAvailable: always,
    run: lay('shortcuts'),
  },
  { id: 'help.backups', label: 'Backups…', group: 'Help', synonyms: 'restore recover', isAvailable: always, run: lay('backups') },
  { id: 'help.about', label: 'About Footing', group: 'Help', synonyms: 'version licence engine', isAvailable: always, run: lay('about') },
];

const isMac = navigator.platform.startsWith('Mac');

/** Keys in the words of the machine: "Ctrl 1", "⌘ 1". */
export function keyWords(keys: string): string {
  return keys.replace('Mod', isMac ? '⌘' : 'Ctrl').replaceAll('+', ' ');
}

function keysOf(event: KeyboardEvent): string {
  const mod = isMac ? event.metaKey : event.ctrlKey;
  if (!mod) return event.key;
  const key = event.key.length === 1 ? event.key.toUpperCase() : event.key;
  return `Mod+${event.shiftKey ? 'Shift+' : ''}${key}`;
}

/** The command that a key press asks for, unless it is typed into a field that wants the letter itself. */
export function commandFor(event: KeyboardEvent): Command | undefined {
  const keys = keysOf(event);
  const inField = event.target instanceof HTMLElement && event.target.matches('input, textarea, select, [contenteditable]');
  if (inField && !keys.startsWith('Mod+')) return undefined;
  return COMMANDS.find((command) => command.keys === keys && command.isAvailable());
}

/** Runs a command by its id, if it is there and can be done now. */
export function runCommand(id: string): void {
  const command = COMMANDS.find((each) => each.id === id);
  if (command?.isAvailable() === true) command.run();
}
