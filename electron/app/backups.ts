import type { Handlers } from '../../shared/contract/contract.ts';
import { Refused } from '../../shared/contract/dispatch.ts';
import type { Backup, BackupDifference } from '../store/types.ts';
import type { AppContext } from './context.ts';

type Method = Extract<keyof Handlers, `backups.${string}`>;
type BackupRow = Awaited<ReturnType<Handlers['backups.list']>>['rows'][number];

export function backupHandlers(context: AppContext): Pick<Handlers, Method> {
  const { session, events, ports } = context;
  return {
    'backups.list': () => Promise.resolve({ rows: rowsOf(context, session.store.backups.list()) }),
    'backups.make': async () => {
      const { backups } = session.store;
      await backups.make();
      events.add({ kind: 'BACKUP_MADE', at: ports.now().toISOString() });
      return { rows: rowsOf(context, backups.list()) };
    },
    'backups.compare': async ({ handle }) => {
      const differences = await session.store.backups.differences(backupOf(context, handle));
      return { rows: differences.map((each) => ({ name: each.name, difference: differenceWords(each) })) };
    },
    'backups.restoreAsCopy': async ({ handle }) => {
      const { backups } = session.store;
      const backup = backupOf(context, handle);
      const ids = (await backups.differences(backup)).filter(({ kind }) => kind !== 'onlyInLibrary').map(({ id }) => id);
      const restored = ids.length === 0 ? [] : await backups.restoreAsCopies(backup, { ids });
      return { restored: restored.length, text: restoredWords(restored.length) };
    },
  };
}

/** The rows of backups, each with its handle. */
export function rowsOf(context: AppContext, backups: readonly Backup[]): BackupRow[] {
  return backups.map((backup) => ({
    handle: context.backups.handleOf(backup),
    madeAt: backup.at,
    kind: backup.kind,
    scenarios: backup.scenarios,
    bytes: backup.bytes,
  }));
}

export function backupOf(context: AppContext, handle: string): Backup {
  const backup = context.backups.find(handle);
  if (backup === undefined) throw new Refused('UNKNOWN_BACKUP', 'That backup is not known any more. Look at the list of backups again.');
  return backup;
}

function differenceWords({ kind, changedInBackup, changedInLibrary }: BackupDifference): string {
  const day = (moment: string | undefined): string => moment?.slice(0, 16).replace('T', ' ') ?? 'an unknown time';
  if (kind === 'onlyInBackup') return `only in the backup, changed ${day(changedInBackup)}`;
  if (kind === 'onlyInLibrary') return `only in the library, changed ${day(changedInLibrary)}`;
  return `differs: changed ${day(changedInBackup)} in the backup, ${day(changedInLibrary)} in the library`;
}

function restoredWords(count: number): string {
  if (count === 0) return 'The backup holds nothing that the library does not hold as well. Nothing was changed.';
  const copies = count === 1 ? '1 scenario was' : `${String(count)} scenarios were`;
  return `${copies} brought into the library as new drafts. What was there stays as it is.`;
}
