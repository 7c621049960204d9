import type { MenuItemConstructorOptions } from 'electron';

export type MenuActions = {
  /** Asks the page to do something; it knows what is selected and what is open. */
  readonly command: (name: MenuCommand) => void;
  readonly openDataFolder: () => void;
};

/** What the menu can ask of the page, as `COMMAND` events: ids of renderer/app/commands.ts. */
export const MENU_COMMANDS = [
  'go.library',
  'scenario.new',
  'file.open',
  'file.saveAs',
  'scenario.undo',
  'scenario.redo',
  'view.palette',
  'help.shortcuts',
  'help.backups',
  'help.about',
] as const;
export type MenuCommand = (typeof MENU_COMMANDS)[number];

type Item = MenuItemConstructorOptions;
const LINE: Item = { type: 'separator' };

/**
 * The application menu. The page handles its own keys, so most accelerators are shown and not registered. There is no reload: Ctrl+R fills right in a grid, and a
 * reload would throw away what is half typed.
 */
export function menuTemplate(actions: MenuActions, { platform, isPackaged }: { platform: NodeJS.Platform; isPackaged: boolean }): Item[] {
  const isMac = platform === 'darwin';
  const about = asked(actions, { label: 'About Footing', command: 'help.about' });
  const application: Item = {
    label: 'Footing',
    submenu: [
      about,
      LINE,
      { role: 'services' },
      LINE,
      { role: 'hide' },
      { role: 'hideOthers' },
      { role: 'unhide' },
      LINE,
      { role: 'quit' },
    ],
  };
  return [
    ...(isMac ? [application] : []),
    fileMenu(actions, isMac),
    editMenu(actions),
    viewMenu(isPackaged),
    helpMenu(actions, isMac ? [] : [LINE, about]),
  ];
}

function asked(actions: MenuActions, { label, command, accelerator }: { label: string; command: MenuCommand; accelerator?: string }): Item {
  const click = (): void => {
    actions.command(command);
  };
  return accelerator === undefined ? { label, click } : { label, click, accelerator, registerAccelerator: false };
}

function fileMenu(actions: MenuActions, isMac: boolean): Item {
  return {
    label: 'File',
    submenu: [
      asked(actions, { label: 'Library', command: 'go.library', accelerator: 'CmdOrCtrl+0' }),
      asked(actions, { label: 'New scenario…', command: 'scenario.new', accelerator: 'CmdOrCtrl+N' }),
      asked(actions, { label: 'Open file…', command: 'file.open', accelerator: 'CmdOrCtrl+O' }),
      asked(actions, { label: 'Save a file…', command: 'file.saveAs', accelerator: 'CmdOrCtrl+Shift+S' }),
      LINE,
      isMac ? { role: 'close' } : { role: 'quit' },
    ],
  };
}

function editMenu(actions: MenuActions): Item {
  return {
    label: 'Edit',
    submenu: [
      asked(actions, { label: 'Undo', command: 'scenario.undo', accelerator: 'CmdOrCtrl+Z' }),
      asked(actions, { label: 'Redo', command: 'scenario.redo', accelerator: 'CmdOrCtrl+Y' }),
      LINE,
      { role: 'cut' },
      { role: 'copy' },
      { role: 'paste' },
      { role: 'selectAll' },
    ],
  };
}

function viewMenu(isPackaged: boolean): Item {
  const tools: Item[] = isPackaged ? [] : [LINE, { role: 'toggleDevTools' }];
  return {
    label: 'View',
    submenu: [{ role: 'resetZoom' }, { role: 'zoomIn' }, { role: 'zoomOut' }, LINE, { role: 'togglefullscreen' }, ...tools],
  };
}

function helpMenu(actions: MenuActions, last: Item[]): Item {
  return {
    label: 'Help',
    role: 'help',
    submenu: [
      asked(actions, { label: 'Find or do anything', command: 'view.palette', accelerator: 'CmdOrCtrl+K' }),
      asked(actions, { label: 'Keyboard shortcuts', command: 'help.shortcuts' }),
      LINE,
      asked(actions, { label: 'Backups…', command: 'help.backups' }),
      { label: 'Open data folder', click: actions.openDataFolder },
      ...last,
    ],
  };
}
