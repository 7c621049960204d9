import { stat } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import type { OutputOf } from '../../shared/contract/contract.ts';
import type { AppContext } from './context.ts';

/** A network drive that sleeps must not hold up the list. */
const LONGEST_LOOK_MS = 500;

type RecentRow = OutputOf<'files.recent'>['rows'][number];

/** The files opened and saved lately, newest first, each with whether it is still there. */
export function recentRows(context: AppContext): Promise<RecentRow[]> {
  return Promise.all(
    context.session.store.recents.list().map(async ({ path, openedAt }) => ({
      handle: handleOf(context, path),
      fileName: basename(path),
      folder: dirname(path),
      openedAt,
      isThere: await isThere(path),
    })),
  );
}

/** The handle of a path; what is known of the file already stays known. */
function handleOf({ files }: AppContext, path: string): string {
  return files.handleOf(files.known(path) ?? { fileName: basename(path), path });
}

function isThere(path: string): Promise<boolean> {
  const looked = stat(path).then(
    () => true,
    () => false,
  );
  const tired = new Promise<boolean>((done) => {
    setTimeout(() => {
      done(false);
    }, LONGEST_LOOK_MS).unref();
  });
  return Promise.race([looked, tired]);
}
