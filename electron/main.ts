import { join, resolve } from 'node:path';
import { BrowserWindow, Menu, app, dialog, session, shell } from 'electron';
import { PAGE_ORIGIN, registerPageScheme, servePage } from './desktop/bundle-protocol.ts';
import { nativeDialogs } from './desktop/dialogs.ts';
import { answerCalls } from './desktop/ipc.ts';
import { menuTemplate } from './desktop/menu.ts';
import { cutNetwork, holdInPlace, restrictSession } from './desktop/page-rules.ts';
import { bringForward, openWindow } from './desktop/window.ts';
import { appElsewhere, type RunningApp } from './machine/app-elsewhere.ts';
import { dataFolder, thisMachine } from './machine/data-folder.ts';
import { fileArguments } from './machine/file-arguments.ts';
import { logTo } from './machine/log-file.ts';

/* Electron's entry: composition only. */

const root = resolve(import.meta.dirname, '../..');
const databaseFolder = dataFolder(thisMachine());
app.setName('Footing');
app.setPath('userData', databaseFolder);
app.setPath('sessionData', join(databaseFolder, 'browser'));
const log = logTo(databaseFolder, () => new Date());
const { isPackaged } = app;
const rules = { origin: PAGE_ORIGIN, isPackaged };

/** Files handed over before the app is up wait here. */
const waiting = fileArguments(process.argv.slice(1), process.cwd());
let running: RunningApp | undefined;

function openFiles(paths: readonly string[]): void {
  if (running === undefined) waiting.push(...paths);
  else for (const path of paths) running.openFile(path);
  const window = BrowserWindow.getAllWindows()[0];
  if (window !== undefined) bringForward(window);
}

async function start(): Promise<void> {
  await app.whenReady();
  restrictSession(session.defaultSession, rules);
  servePage(join(root, 'dist', 'renderer'));
  const duties = {
    dialogs: nativeDialogs({ window: () => BrowserWindow.getAllWindows()[0], documentsFolder: app.getPath('documents') }),
    showFolder: async (folder: string) => void (await shell.openPath(folder)),
    quit: () => {
      app.quit();
    },
  };
  const started = await appElsewhere({ shell: 'electron', root, databaseFolder }, duties, log);
  running = started;
  answerCalls((method, input) => started.answer(method, input), { origin: PAGE_ORIGIN, log });
  closeBeforeQuit(started);
  Menu.setApplicationMenu(Menu.buildFromTemplate(menu(started)));
  openFiles(waiting.splice(0));
  await openWindow({ preload: join(root, 'dist', 'preload', 'preload.cjs'), isPackaged, stateFolder: databaseFolder, log });
}

/** The database is closed before the process ends, so that nothing has to be recovered at the next start. */
function closeBeforeQuit(started: RunningApp): void {
  let isClosed = false;
  app.on('will-quit', (event) => {
    if (isClosed) return;
    event.preventDefault();
    void started.close().then(() => {
      isClosed = true;
      app.quit();
    });
  });
}

function menu(started: RunningApp): ReturnType<typeof menuTemplate> {
  const actions = {
    command: (command: string) => {
      started.tell({ kind: 'COMMAND', command });
    },
    openDataFolder: () => void shell.openPath(databaseFolder),
  };
  return menuTemplate(actions, { platform: process.platform, isPackaged });
}

registerPageScheme();
cutNetwork(app);
app.on('web-contents-created', (_event, contents) => {
  holdInPlace(contents);
});
app.on('open-file', (event, path) => {
  event.preventDefault();
  openFiles([path]);
});
app.on('second-instance', (_event, words, folder) => {
  openFiles(fileArguments(words.slice(1), folder));
});
app.on('window-all-closed', () => {
  app.quit();
});

if (app.requestSingleInstanceLock()) {
  start().catch((error: unknown) => {
    log('Footing could not start', error);
    dialog.showErrorBox('Footing could not start', error instanceof Error ? error.message : String(error));
    app.exit(1);
  });
} else {
  app.quit();
}
