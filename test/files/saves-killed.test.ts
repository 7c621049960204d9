import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { contentOf, numberOf } from './telling-content.ts';

const KILLS = 60;
const AT_ONCE = 3;
const LONGEST_LIFE_MS = 40;
const SEED = Number(process.env['FOOTING_KILL_SEED'] ?? 20_201);

const folder = mkdtempSync(join(tmpdir(), 'killed-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** Moments from a seed, so that a run can be repeated; which step a moment meets also depends on the machine. */
function momentsFrom(seed: number): number[] {
  let state = seed >>> 0;
  return Array.from({ length: KILLS }, () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return (state / 2 ** 32) * LONGEST_LIFE_MS;
  });
}

/** Lets a child save to a name and kills it a while after its first save began. */
async function killedWhileSaving({ path, first, lifeMs }: { path: string; first: number; lifeMs: number }): Promise<NodeJS.Signals | null> {
  const script = fileURLToPath(new URL('./save-until-killed.ts', import.meta.url));
  const child = spawn(process.execPath, [script, path, String(first)], { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = once(child, 'exit');
  await Promise.race([once(child.stdout, 'data'), ended]);
  await wait(lifeMs);
  child.kill('SIGKILL');
  const [, signal] = (await ended) as [number | null, NodeJS.Signals | null];
  return signal;
}

/** What a killed save may leave: the file whole, its backup whole, and temporary files under their own name. */
function faultsLeft(place: string): string[] {
  return readdirSync(place).flatMap((name) => {
    if (/^\.footing-[0-9a-f]{12}\.tmp$/.test(name)) return [];
    const number = numberOf(readFileSync(join(place, name), 'utf8'));
    return number === undefined ? [`${name} is half-written`] : [];
  });
}

/** One row of kills on one file, each continuing where the one before left off. */
async function rowOfKills(row: number, moments: readonly number[]): Promise<{ faults: string[]; seen: Set<number>; left: number }> {
  const place = mkdtempSync(join(folder, 'row-'));
  const path = join(place, `plan ${String(row)}.footing`);
  const faults: string[] = [];
  const seen = new Set<number>();
  for (const [index, lifeMs] of moments.entries()) {
    const signal = await killedWhileSaving({ path, first: index * 1000, lifeMs });
    if (signal !== 'SIGKILL') faults.push(`kill ${String(index)}: the child had ended by itself`);
    faults.push(...faultsLeft(place).map((fault) => `row ${String(row)}, kill ${String(index)} after ${String(lifeMs)} ms: ${fault}`));
    if (existsSync(path)) seen.add(numberOf(readFileSync(path, 'utf8')) ?? -1);
  }
  return { faults, seen, left: readdirSync(place).filter((name) => name.endsWith('.tmp')).length };
}

test('a content that is cut or mixed is told from a whole one', () => {
  expect(numberOf(contentOf(7))).toBe(7);
  expect(numberOf(contentOf(7).slice(0, -1))).toBeUndefined();
  expect(numberOf('')).toBeUndefined();
  expect(numberOf(contentOf(7).replace('save 7 line 3000', 'save 6 line 3000'))).toBeUndefined();
});

test(`${String(KILLS)} kills while saving leave no half-written file (seed ${String(SEED)})`, { timeout: 180_000 }, async () => {
  const moments = momentsFrom(SEED);
  const rows = Array.from({ length: AT_ONCE }, (_, row) => moments.filter((__, index) => index % AT_ONCE === row));
  const ended = await Promise.all(rows.map((each, row) => rowOfKills(row, each)));
  expect(ended.flatMap(({ faults }) => faults)).toEqual([]);
  // The kills met saves: files were replaced many times, and some saves were cut off before they were in place.
  expect(ended.reduce((total, { seen }) => total + seen.size, 0)).toBeGreaterThan(KILLS / 4);
  expect(ended.reduce((total, { left }) => total + left, 0)).toBeGreaterThan(0);
});
