import type { Handlers } from '../../shared/contract/contract.ts';
import { ENGINE_VERSION } from '../../shared/engine/project.ts';
import { backupOf, rowsOf } from './backups.ts';
import type { AppContext } from './context.ts';
import type { FirstRun } from './first-run.ts';
import { startWords, waysOnFrom } from './start-words.ts';

const DONE = { done: true } as const;

type Method = Extract<keyof Handlers, `app.${string}` | `events.${string}`>;

/** Handlers about the app itself: what it is, how it started, and what it tells without being asked. */
export function applicationHandlers(context: AppContext, firstRun: FirstRun): Pick<Handlers, Method> {
  const { ports, session, events } = context;
  const startup = (): Promise<Awaited<ReturnType<Handlers['app.startup']>>> => startupOf(context, firstRun);
  return {
    'app.info': () => Promise.resolve({ ...ports.about, engine: ENGINE_VERSION, databaseFolder: ports.databaseFolder }),
    'app.startup': startup,
    'app.recover': async ({ way, handle }) => {
      await session.recover(way, handle === null ? undefined : backupOf(context, handle));
      return startup();
    },
    'app.openDataFolder': async () => {
      await ports.showFolder(ports.databaseFolder);
      return DONE;
    },
    'app.quit': () => {
      ports.quit();
      return Promise.resolve(DONE);
    },
    'events.next': ({ after }) => events.next(after),
  };
}

async function startupOf(context: AppContext, firstRun: FirstRun): ReturnType<Handlers['app.startup']> {
  const { opening } = context.session;
  if (opening.kind === 'trouble') {
    const { trouble } = opening;
    const backups = rowsOf(context, trouble.goodBackups);
    return { database: 'SET_ASIDE', text: trouble.text, backups, ways: waysOnFrom(trouble), isFirstRun: false, sampleId: null };
  }
  const { notes, store } = opening;
  const sampleId = await firstRun.sampleId(opening);
  return {
    ...startWords(notes),
    backups: rowsOf(context, store.backups.list()),
    ways: [],
    isFirstRun: firstRun.opensSample(opening),
    sampleId,
  };
}
