import type { Handlers } from '../../shared/contract/contract.ts';
import { Refused } from '../../shared/contract/dispatch.ts';
import type { LibraryRow } from '../../shared/contract/records.ts';
import { blankScenario } from '../../shared/scenario/blank.ts';
import type { ScenarioSummary } from '../store/types.ts';
import type { AppContext } from './context.ts';

/** More than any library holds: the page draws only the rows in view, so it takes the list whole. */
const WHOLE_LIBRARY = 100_000;
const DONE = { done: true } as const;

type Method = Extract<keyof Handlers, `library.${string}`>;

export function libraryHandlers(context: AppContext): Pick<Handlers, Method> {
  return { ...listing(context), ...making(context), ...changing(context) };
}

function listing({ session, shipped }: AppContext): Pick<Handlers, 'library.list' | 'library.shipped'> {
  return {
    'library.list': ({ search, bin }) => {
      const list = session.store.scenarios.list({ search, inBin: bin, orderBy: 'changed', limit: WHOLE_LIBRARY });
      return Promise.resolve({ rows: list.scenarios.map(rowOf), total: list.total, inBin: list.inBin });
    },
    'library.shipped': async () => {
      const files = await shipped.list();
      return {
        files: files.map(({ key, origin, scenario }) => ({ key, name: scenario.name, footprint: scenario.footprint.name, origin })),
      };
    },
  };
}

function making({
  session,
  shipped,
}: AppContext): Pick<Handlers, 'library.createBlank' | 'library.create' | 'library.createFromShipped' | 'library.duplicate'> {
  return {
    'library.createBlank': (system) => {
      const { store } = session;
      const blank = blankScenario(system);
      if (blank.kind === 'refused') throw new Refused('INVALID_YEARS', blank.problems.map(({ text }) => text).join(' '));
      return Promise.resolve({ id: store.scenarios.create({ scenario: blank.scenario, origin: 'MINE' }).summary.id });
    },
    'library.create': ({ scenario }) => Promise.resolve({ id: session.store.scenarios.create({ scenario, origin: 'MINE' }).summary.id }),
    'library.createFromShipped': async ({ key }) => {
      const { store } = session;
      const found = await shipped.find(key);
      if (found === undefined)
        throw new Refused('UNKNOWN_SAMPLE', 'That scenario does not come with this version of Footing. Choose another one.');
      return { id: store.scenarios.create({ scenario: found.scenario, origin: found.origin }).summary.id };
    },
    'library.duplicate': ({ id }) => {
      const { scenarios } = session.store;
      const name = `Copy of ${scenarios.read(id).summary.name}`.slice(0, 300);
      return Promise.resolve({ id: scenarios.duplicate(id, { name }).summary.id });
    },
  };
}

function changing({
  session,
  person,
}: AppContext): Pick<Handlers, 'library.rename' | 'library.bin' | 'library.restore' | 'library.deleteForEver'> {
  return {
    'library.rename': ({ id, name }) => {
      session.store.edits.commitEdit(id, { kind: 'setField', path: 'name', to: name }, { by: person() });
      return Promise.resolve(DONE);
    },
    'library.bin': ({ id }) => {
      session.store.scenarios.moveToBin(id);
      return Promise.resolve(DONE);
    },
    'library.restore': ({ id }) => {
      session.store.scenarios.restoreFromBin(id);
      return Promise.resolve(DONE);
    },
    'library.deleteForEver': ({ id }) => {
      session.store.scenarios.deleteForGood(id);
      return Promise.resolve(DONE);
    },
  };
}

function rowOf(summary: ScenarioSummary): LibraryRow {
  const { id, name, footprint, status, origin, illustrative, targetYear, headline, changedAt, deletedAt } = summary;
  return {
    id,
    name,
    footprint,
    status,
    origin,
    illustrative,
    targetYear,
    doNothing: headline?.doNothing ?? null,
    reported: headline?.reported ?? null,
    underlying: headline?.underlying ?? null,
    unidentified: headline?.unidentified ?? null,
    requiredMitigation: headline?.requiredMitigation ?? null,
    verdict: headline?.verdict ?? 'Not computed as it stands',
    changedAt,
    binnedAt: deletedAt ?? null,
  };
}
