import { randomUUID } from 'node:crypto';
import { flushCompileCache } from 'node:module';
import { basename } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { contentOf } from '../../electron/store/content-table.ts';
import { openStore } from '../../electron/store/open.ts';
import type { CommitResult, Store } from '../../electron/store/types.ts';
import { drawsFrom } from '../support/seeded-draws.ts';
import { said } from '../support/said.ts';
import { smallScenario } from '../support/small-scenario.ts';
import { plainOutcomes } from '../support/store-ports.ts';

/* Edits a library, saves versions and makes backups until it is killed. Started by the fault tests as: node store-child.ts FOLDER SEED */

const [folder = '', seed = '0'] = process.argv.slice(2);
const draw = drawsFrom(Number(seed));
const by = { name: 'A. Writer' };

// The next child starts in a third of the time; one that is killed would keep nothing of what it compiled.
flushCompileCache();
said('started');
const opening = await openStore({
  folder,
  ports: { now: () => new Date(), newId: randomUUID, project: (scenario) => plainOutcomes(scenario) },
});
if (opening.kind === 'trouble') said(`trouble ${opening.trouble.text}`);
else await workUntilKilled(opening.store);

async function workUntilKilled(store: Store): Promise<never> {
  const [first] = store.scenarios.list().scenarios;
  const id = first?.id ?? store.scenarios.create({ scenario: smallScenario(), origin: 'MINE' }).summary.id;
  said('opened');
  let backup: Promise<void> | undefined;
  for (;;) {
    const chosen = draw(12);
    if (chosen === 0) said(`version ${String(store.versions.save(id, { by, label: 'On the way' }).number)}`);
    else if (chosen === 1) backup ??= makeBackup(store).finally(() => (backup = undefined));
    else stepped(step(store, id, chosen));
    await setImmediate();
  }
}

function step(store: Store, id: string, chosen: number): CommitResult {
  const { undo, redo } = store.scenarios.read(id);
  if (chosen === 2 && undo !== undefined) return store.edits.undo(id, { by });
  if (chosen === 3 && redo !== undefined) return store.edits.redo(id, { by });
  const to = `0.${String(draw(1_000_000) + 1_000_000)}`;
  return store.edits.commitEdit(id, { kind: 'setInputField', path: 'savings.S1.delivery', field: 'value', to }, { by });
}

function stepped({ summary, scenario, label }: CommitResult): void {
  if (label !== undefined) said(`step ${String(summary.revision)} ${contentOf(scenario).content_hash}`);
}

async function makeBackup(store: Store): Promise<void> {
  said('backing-up');
  said(`backup ${basename((await store.backups.make()).path)}`);
}
