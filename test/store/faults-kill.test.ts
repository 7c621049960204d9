import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { backupsIn } from '../../electron/store/backup-files.ts';
import { Connection } from '../../electron/store/connection.ts';
import { scenarioOf, type Content } from '../../electron/store/content-table.ts';
import { faultInFile } from '../../electron/store/soundness.ts';
import { canonicalJson } from '../../shared/scenario/canonical.ts';
import { runAndKill } from '../support/kill-child.ts';
import { drawsFrom } from '../support/seeded-draws.ts';
import { smallScenario } from '../support/small-scenario.ts';
import { opened, testFolder } from '../support/store-folder.ts';
import { plainOutcomes } from '../support/store-ports.ts';

const CHILD = fileURLToPath(new URL('./store-child.ts', import.meta.url));
const KILLS = 100;
const MINUTES = 60_000;

/** What the children of one folder have said for certain. */
interface Said {
  opened: boolean;
  revision: number;
  hash: string | undefined;
  versions: number;
  backups: string[];
}

interface Stored extends Content {
  revision: number;
  undo_position: number;
  versions: number;
  changes: number;
  reported: string;
  logged: string | null;
}

const STORED = `
  SELECT w.content, w.content_hash, w.format_version, s.revision, s.undo_position, o.reported,
    (SELECT count(*) FROM versions WHERE scenario_id = s.id) AS versions,
    (SELECT count(*) FROM assumption_history WHERE scenario_id = s.id) AS changes,
    (SELECT hash_after FROM edit_log WHERE scenario_id = s.id AND position = s.undo_position) AS logged
  FROM scenarios AS s JOIN working_copies AS w ON w.scenario_id = s.id JOIN outcome_sets AS o ON o.scenario_id = s.id AND o.version_id IS NULL`;

function hear(said: Said, lines: readonly string[]): void {
  for (const line of lines) {
    const [what, first = '', second] = line.split(' ');
    expect(what, line).not.toBe('trouble');
    if (what === 'opened') said.opened = true;
    if (what === 'step') [said.revision, said.hash] = [Number(first), second];
    if (what === 'version') said.versions = Number(first);
    if (what === 'backup') said.backups.push(first);
  }
}

/** Holds what is on disk against what was said: all of that is there, and at most one step more that there was no time to say. */
function verify(folder: string, said: Said): void {
  const path = join(folder, 'footing.sqlite');
  if (!existsSync(path)) return expect(said.opened).toBe(false);
  const connection = Connection.openToRead(path);
  try {
    expect([connection.pragma('integrity_check'), connection.all('PRAGMA foreign_key_check')]).toEqual(['ok', []]);
    const [stored, ...more] = connection.all<Stored>(STORED);
    expect(more).toEqual([]);
    if (stored === undefined) return expect(said.opened).toBe(false);
    expect([said.revision, said.revision + 1]).toContain(stored.revision);
    if (stored.revision === said.revision && said.hash !== undefined) expect(stored.content_hash).toBe(said.hash);
    expect([said.versions, said.versions + 1]).toContain(stored.versions);
    verifyWhole(stored);
    said.revision = stored.revision;
    said.hash = stored.content_hash;
    said.versions = stored.versions;
  } finally {
    connection.close();
  }
}

/** A step is there with all that belongs to it: content, log, history and outcomes. */
function verifyWhole(stored: Stored): void {
  const scenario = scenarioOf(stored);
  if (scenario === undefined) throw new Error('The working copy cannot be read.');
  const expected = plainOutcomes(scenario);
  expect(stored.reported).toBe(expected.kind === 'computed' ? expected.headline.reported : '');
  expect(stored.changes).toBe(stored.revision);
  if (stored.undo_position > 0) expect(stored.logged).toBe(stored.content_hash);
}

/** A backup has its name only when it is whole; the last one that was said is there. */
function verifyBackups(folder: string, said: Said, checked: Set<string>): void {
  const present = backupsIn(folder).map(({ path }) => path);
  for (const path of present.filter((each) => !checked.has(each))) {
    expect(faultInFile(path), path).toBeUndefined();
    checked.add(path);
  }
  const last = said.backups.at(-1);
  if (last !== undefined) expect(present.map((path) => path.slice(-last.length))).toContain(last);
}

/** Lets children work on one library and kills them one after another; says how often a backup was being made. */
async function killAgainAndAgain(folder: string, { seed, said }: { seed: number; said: Said }): Promise<{ whileBackingUp: number }> {
  const draw = drawsFrom(seed);
  const checked = new Set<string>();
  let whileBackingUp = 0;
  for (let kill = 1; kill <= KILLS; kill += 1) {
    const moment = { afterLines: 1 + draw(14), thenMilliseconds: draw(12) };
    const { lines, wasKilled } = await runAndKill({ script: CHILD, args: [folder, String(draw(1_000_000))], ...moment });
    expect(wasKilled, `seed ${String(seed)}, kill ${String(kill)}`).toBe(true);
    hear(said, lines);
    verify(folder, said);
    verifyBackups(folder, said, checked);
    const begun = lines.filter((line) => line === 'backing-up').length;
    if (begun > lines.filter((line) => line.startsWith('backup ')).length) whileBackingUp += 1;
  }
  return { whileBackingUp };
}

test(
  `a library whose program is killed ${String(2 * KILLS)} times in the middle of edits, versions and backups loses nothing that it said`,
  async () => {
    const lanes = [20171, 20181].map((seed) => ({
      folder: testFolder(),
      seed,
      said: { opened: false, revision: 0, hash: undefined, versions: 0, backups: [] },
    }));
    const kills = await Promise.all(lanes.map(({ folder, seed, said }) => killAgainAndAgain(folder, { seed, said })));
    for (const [index, { folder, said }] of lanes.entries()) {
      // Were the moments badly chosen, this test would show nothing.
      expect(said.revision).toBeGreaterThan(KILLS);
      expect(said.versions).toBeGreaterThan(5);
      expect(kills[index]?.whileBackingUp).toBeGreaterThan(5);
      expect(said.backups.length).toBeGreaterThan(0);

      const { store } = await opened(folder);
      const id = store.scenarios.list().scenarios[0]?.id ?? '';
      while (store.scenarios.read(id).undo !== undefined) store.edits.undo(id, { by: { name: 'A. Writer' } });
      expect(canonicalJson(store.scenarios.read(id).scenario)).toBe(canonicalJson(smallScenario()));
    }
  },
  5 * MINUTES,
);
