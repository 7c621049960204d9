import type { OutputOf } from '../../shared/contract/contract.ts';
import type { StartNotes, StartTrouble } from '../store/types.ts';

type Report = OutputOf<'app.startup'>;

/** What happened to the database at start, in words; empty where there is nothing to say. */
export function startWords({ isNew, migratedFrom, purgedFromBin, setAside }: StartNotes): { database: Report['database']; text: string } {
  const migrated =
    migratedFrom === undefined ? [] : ['The library was brought up to this version of Footing. A backup of it as it was is kept.'];
  const purged = purgedFromBin === 0 ? [] : [purgedWords(purgedFromBin)];
  const aside =
    setAside.length === 0
      ? []
      : ['A damaged library from an earlier start is still kept beside this one; Help, Open data folder shows it.'];
  const database = isNew ? 'NEW' : migratedFrom === undefined ? 'FINE' : 'MIGRATED';
  return { database, text: [...migrated, ...purged, ...aside].join(' ') };
}

function purgedWords(count: number): string {
  return count === 1
    ? '1 scenario that had been in the bin for 90 days was deleted for good.'
    : `${String(count)} scenarios that had been in the bin for 90 days were deleted for good.`;
}

/** The ways on that there are from trouble, the one that loses least first. */
export function waysOnFrom({ goodBackups, setAside }: StartTrouble): Report['ways'] {
  return [...(goodBackups.length > 0 ? (['BACKUP'] as const) : []), ...(setAside === undefined ? [] : (['READABLE'] as const)), 'EMPTY'];
}
