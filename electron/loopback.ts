import { existsSync, mkdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Dialogs } from './app/ports.ts';
import { openInBrowser, showFolder } from './loopback/browser.ts';
import { serveLoopback } from './loopback/server.ts';
import { appElsewhere } from './machine/app-elsewhere.ts';
import { dataFolder, thisMachine } from './machine/data-folder.ts';
import { fileArguments } from './machine/file-arguments.ts';
import { logTo } from './machine/log-file.ts';

/* The loopback shell's entry: the same app behind 127.0.0.1. Started by scripts/start.ts where Electron cannot run, and by end-to-end tests. */

const root = resolve(import.meta.dirname, '../..');
const machine = thisMachine();
const databaseFolder = dataFolder(machine);
/** Why there is no window of its own; given by who starts this. */
const reason = machine.environment['FOOTING_WHY_LOOPBACK'];

/** A page in a browser opens files by itself. What it saves goes where the person finds it, and the answer says where. */
function loopbackDialogs(): Dialogs {
  const documents = join(homedir(), 'Documents');
  const folder = machine.environment['FOOTING_SAVE_FOLDER'] ?? (existsSync(documents) ? documents : databaseFolder);
  return {
    chooseFileToOpen: () => Promise.resolve(undefined),
    chooseWhereToSave: ({ fileName }) => Promise.resolve(join(folder, fileName)),
    chooseFolder: () => Promise.resolve(folder),
  };
}

async function start(): Promise<void> {
  mkdirSync(databaseFolder, { recursive: true });
  let stop = (): void => undefined;
  const duties = {
    dialogs: loopbackDialogs(),
    showFolder: async (folder: string) => {
      if (!(await showFolder(folder, machine))) process.stdout.write(`The data folder is ${folder}\n`);
    },
    quit: () => {
      stop();
    },
  };
  const log = logTo(databaseFolder, () => new Date());
  const app = await appElsewhere({ shell: 'loopback', root, databaseFolder }, duties, log);
  const server = await serveLoopback({ pageFolder: join(root, 'dist', 'renderer'), answer: (method, input) => app.answer(method, input) });
  stop = () => {
    void Promise.all([app.close(), server.close()]).then(() => process.exit(0));
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  process.stdout.write(
    `Footing is at ${server.address}${reason === undefined ? '' : ` (in a browser, because ${reason})`}. Ctrl+C stops it.\n`,
  );
  for (const path of fileArguments(process.argv.slice(2), process.cwd())) app.openFile(path);
  await openInBrowser(server.address, machine);
}

start().catch((error: unknown) => {
  process.stderr.write(`Footing could not start: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
