import { basename } from 'node:path';
import type { Handlers } from '../../shared/contract/contract.ts';
import type { ShellEvent } from '../../shared/contract/records.ts';
import type { Backup } from '../store/types.ts';
import { applicationHandlers } from './application.ts';
import { backupHandlers } from './backups.ts';
import type { AppContext, KnownFile } from './context.ts';
import { EventQueue } from './event-queue.ts';
import { fileHandlers, openPath } from './files.ts';
import { exportHandlers } from './exporting.ts';
import { FirstRun } from './first-run.ts';
import { HandleTable } from './handle-table.ts';
import { libraryHandlers } from './library.ts';
import { LibrarySession } from './library-session.ts';
import type { AppPorts } from './ports.ts';
import { scenarioHandlers } from './scenario.ts';
import { settingsHandlers, settingsOf } from './settings.ts';
import { ShippedScenarios } from './shipped-scenarios.ts';

const BACKUP_LOOK_MS = 300_000;

/** The app without a window: what both shells serve to a page. */
export type App = {
  readonly handlers: Handlers;
  /** Opens a file that the system handed over, and tells the page. */
  readonly openFile: (path: string) => Promise<void>;
  readonly tell: (event: ShellEvent) => void;
  /** Lets go of the database. Whoever waits for an event is answered. */
  readonly close: () => void;
};

export async function startApp(ports: AppPorts): Promise<App> {
  const events = new EventQueue();
  const session = new LibrarySession(await ports.openStore());
  const context = contextOf(ports, session, events);
  const firstRun = new FirstRun(context.shipped);
  const stopBackups = ports.repeat(() => {
    void backUpIfDue(context);
  }, BACKUP_LOOK_MS);
  return {
    handlers: handlersOf(context, firstRun),
    openFile: async (path) => {
      firstRun.giveWayToFile();
      const opened = await openPath(context, path);
      if (opened.kind === 'OPENED') events.add({ kind: 'FILE_OPENED', file: opened.file });
      if (opened.kind === 'REFUSED') events.add({ kind: 'FILE_REFUSED', refusal: opened.refusal });
    },
    tell: (event) => {
      events.add(event);
    },
    close: () => {
      stopBackups();
      events.close();
      session.close();
    },
  };
}

function contextOf(ports: AppPorts, session: LibrarySession, events: EventQueue): AppContext {
  const { newId } = ports;
  return {
    ports,
    session,
    events,
    shipped: new ShippedScenarios({ folder: ports.shippedFolder, files: ports.files }),
    files: new HandleTable<KnownFile>({ newId, keyOf: ({ path, fileName }) => path ?? `dropped:${fileName}` }),
    backups: new HandleTable<Backup>({ newId, keyOf: ({ path }) => path }),
    folders: new HandleTable<string>({ newId, keyOf: (folder) => folder }),
    person: () => ({ name: settingsOf(session.storeIfOpen, ports.accountName).userName.trim() || 'Name not given' }),
  };
}

function handlersOf(context: AppContext, firstRun: FirstRun): Handlers {
  return {
    ...applicationHandlers(context, firstRun),
    ...settingsHandlers(context),
    ...libraryHandlers(context),
    ...scenarioHandlers(context),
    ...fileHandlers(context),
    ...exportHandlers(context),
    ...backupHandlers(context),
  };
}

async function backUpIfDue({ session, events, ports }: AppContext): Promise<void> {
  try {
    const backup = await session.storeIfOpen?.backups.makeIfDue();
    if (backup !== undefined) events.add({ kind: 'BACKUP_MADE', at: backup.at });
  } catch (error) {
    ports.log(`No backup was made in ${basename(ports.databaseFolder)}`, error);
  }
}
