import { randomUUID } from 'node:crypto';
import { mkdirSync, readFileSync } from 'node:fs';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import type { About, AppPorts } from '../app/ports.ts';
import { chartExportElsewhere } from '../export/export-elsewhere.ts';
import { fileWorkElsewhere } from '../files/work-elsewhere.ts';
import { storedOutcomes } from '../projection/outcomes.ts';
import { openStore } from '../store/open.ts';
import type { ShellDuties } from './app-elsewhere.ts';
import type { AppPlace } from './app-messages.ts';
import type { Log } from './log-file.ts';

/** Where Footing and its database lie, and what the shell does for the app. */
type Shell = AppPlace & ShellDuties & { readonly log: Log };

/** The ports of the app on this machine; what differs between the shells is given. */
export function machinePorts({
  shell,
  root,
  databaseFolder,
  dialogs,
  showFolder,
  quit,
  log,
}: Shell): AppPorts & { readonly close: () => Promise<void> } {
  mkdirSync(databaseFolder, { recursive: true });
  const files = fileWorkElsewhere();
  const exporting = chartExportElsewhere();
  const now = (): Date => new Date();
  return {
    now,
    newId: randomUUID,
    openStore: () => openStore({ folder: databaseFolder, ports: { now, newId: randomUUID, project: storedOutcomes } }),
    dialogs,
    files,
    exporting,
    showFolder,
    quit,
    about: { shell, platform: process.platform, version: versionAt(root), licences: licencesAt(root) },
    databaseFolder,
    shippedFolder: join(root, 'scenarios'),
    accountName: accountName(),
    repeat: (work, everyMs) => {
      const timer = setInterval(work, everyMs);
      return () => {
        clearInterval(timer);
      };
    },
    log,
    close: async () => {
      await Promise.all([files.close(), exporting.close()]);
    },
  };
}

const manifestSchema = z.object({ version: z.string() });
const licencesSchema = z.array(z.object({ name: z.string(), version: z.string(), licence: z.string() }));

function versionAt(root: string): string {
  return manifestSchema.parse(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))).version;
}

/** Written by the build, from what went into the bundles. */
function licencesAt(root: string): About['licences'] {
  return licencesSchema.parse(JSON.parse(readFileSync(join(root, 'dist', 'licences.json'), 'utf8')));
}

function accountName(): string {
  try {
    return userInfo().username;
  } catch {
    // Some containers run under a number that has no name.
    return '';
  }
}
