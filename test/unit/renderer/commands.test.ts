import { beforeAll, expect, test, vi } from 'vitest';
import type * as Commands from '../../../renderer/app/commands.ts';
import type * as Keys from '../../../renderer/app/keys.ts';

let commands: typeof Commands;
let keys: typeof Keys;

/** The list of commands belongs to the page and looks at the window when it is read. */
beforeAll(async () => {
  vi.stubGlobal('window', {});
  vi.stubGlobal('location', { hash: '', pathname: '/' });
  vi.stubGlobal('sessionStorage', { getItem: () => null });
  commands = await import('../../../renderer/app/commands.ts');
  keys = await import('../../../renderer/app/keys.ts');
});

test('every command has an id and a label of its own', () => {
  const { COMMANDS } = commands;
  expect(new Set(COMMANDS.map(({ id }) => id)).size).toBe(COMMANDS.length);
  expect(new Set(COMMANDS.map(({ label }) => label)).size).toBe(COMMANDS.length);
});

test('no two commands answer to the same keys', () => {
  const all = commands.COMMANDS.flatMap(({ keys: own, otherKeys }) => [...(own === undefined ? [] : [own]), ...(otherKeys ?? [])]);
  expect(all.length).toBeGreaterThan(10);
  expect(all.filter((each, index) => all.indexOf(each) !== index)).toEqual([]);
});

test('no command takes a key that reloads, closes or zooms the window', () => {
  const taken = new Set(commands.COMMANDS.flatMap(({ keys: own, otherKeys }) => [own, ...(otherKeys ?? [])]));
  expect(['Mod+R', 'Mod+Shift+R', 'F5', 'Mod+W', 'Mod+Q', 'Mod+0', 'Mod++', 'Mod+-'].filter((each) => taken.has(each))).toEqual([]);
});

test('keys are said in the words of the machine', () => {
  expect(keys.keyWords('Mod+Shift+Z')).toMatch(/^(Ctrl|⌘) Shift Z$/);
  expect(keys.keyWords('Delete')).toBe('Del');
});
