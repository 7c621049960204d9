import { basename } from 'node:path';
import { backupsIn } from './backup-files.ts';
import { StoreError } from './errors.ts';
import { faultOf } from './start-check.ts';
import type { Backup, StartTrouble } from './types.ts';

/** Enough to choose from; checking every backup of a large library would keep the user waiting. */
const MOST_OFFERED = 3;
const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];

/** The newest backups that are sound, newest first. */
export async function goodBackupsIn(folder: string): Promise<Backup[]> {
  const good: Backup[] = [];
  for (const backup of backupsIn(folder)) {
    if (good.length < MOST_OFFERED && (await isSound(backup))) good.push(backup);
  }
  return good;
}

/** A backup that cannot be read, or that a newer Footing made, is none to offer. */
async function isSound({ path }: Backup): Promise<boolean> {
  try {
    return (await faultOf(path)) === undefined;
  } catch (error) {
    if (error instanceof StoreError) return false;
    throw error;
  }
}

type Found = {
  readonly kind: StartTrouble['kind'];
  readonly folder: string;
  readonly fault?: string;
  readonly setAside?: string | undefined;
};

/** What to tell the user, and the backups to offer. */
export async function troubleOf({ kind, folder, fault, setAside }: Found): Promise<StartTrouble> {
  const goodBackups = await goodBackupsIn(folder);
  const text = [happened({ kind, folder, fault, setAside }), offer(goodBackups), waysOnWords(goodBackups, setAside)].join(' ');
  return { kind, text, setAside, goodBackups };
}

function happened({ kind, folder, fault = 'it cannot be read', setAside }: Found): string {
  const aside = setAside === undefined ? '' : `${basename(setAside)} in ${folder}`;
  if (kind === 'damaged') return `The library is damaged (${fault}). It was set aside as it is, as ${aside}.`;
  const known = setAside === undefined ? '' : ` A damaged one is set aside as ${aside}.`;
  return `There is no library in ${folder}, although there was one.${known}`;
}

function offer([newest]: readonly Backup[]): string {
  if (newest === undefined) return 'There is no backup that can be read.';
  const scenarios = newest.scenarios === 1 ? '1 scenario' : `${String(newest.scenarios)} scenarios`;
  return `The last good backup was made on ${momentWords(newest.at)} and holds ${scenarios}.`;
}

function waysOnWords(goodBackups: readonly Backup[], setAside: string | undefined): string {
  const ways = [
    ...(goodBackups.length > 0 ? ['open that backup'] : []),
    ...(setAside === undefined ? [] : ['open it with whatever can still be read from the damaged library']),
    'start with an empty library',
  ];
  const choice = ways.length === 1 ? ways.join('') : `${ways.slice(0, -1).join(', ')} or ${ways.at(-1) ?? ''}`;
  return `You can ${goodBackups.length > 0 ? choice : choice.replace('open it with whatever', 'open whatever')}. Whichever you choose, nothing is deleted.`;
}

/** "14 March 2018 at 09:30 UTC". */
function momentWords(at: string): string {
  const moment = new Date(at);
  const day = `${String(moment.getUTCDate())} ${MONTHS[moment.getUTCMonth()] ?? ''} ${String(moment.getUTCFullYear())}`;
  return `${day} at ${at.slice(11, 16)} UTC`;
}
