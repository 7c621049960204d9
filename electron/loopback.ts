import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { startApp } from './app/app.ts';
import type { Dialogs } from './app/ports.ts';
import { openInBrowser, showFolder } from './loopback/browser.ts';
import { serveLoopback } from './loopback/server.ts';
import { answersOf } from './machine/answers.ts';
import { machinePorts } from './machine/app-ports.ts';
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
  };
}

async function start(): Promise<void> {
  const log = logTo(databaseFolder, () => new Date());
  let stop = (): void => undefined;
  const ports = machinePorts({
    shell: 'loopback',
    root,
    databaseFolder,
    dialogs: loopbackDialogs(),
    showFolder: async (folder) => {
      if (!(await showFolder(folder, machine))) process.stdout.write(`The data folder is ${folder}\n`);
    },
    quit: () => {
      stop();
    },
    log,
  });
  const app = await startApp(ports);
  const server = await serveLoopback({ pageFolder: join(root, 'dist', 'renderer'), answer: answersOf(app, log) });
  stop = () => {
    app.close();
    void Promise.all([server.close(), ports.close()]).then(() => process.exit(0));
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  process.stdout.write(
    `Footing is at ${server.address}${reason === undefined ? '' : ` (in a browser, because ${reason})`}. Ctrl+C stops it.\n`,
  );
  for (const path of fileArguments(process.argv.slice(2), process.cwd())) await app.openFile(path);
  await openInBrowser(server.address, machine);
}

start().catch((error: unknown) => {
  process.stderr.write(`Footing could not start: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
