import { expect, test } from 'vitest';
import { EventQueue } from '../../electron/app/event-queue.ts';
import { fileNameFor } from '../../electron/app/file-name.ts';
import { HandleTable } from '../../electron/app/handle-table.ts';
import { startWords, waysOnFrom } from '../../electron/app/start-words.ts';
import type { ShellEvent } from '../../shared/contract/records.ts';

const command = (name: string): ShellEvent => ({ kind: 'COMMAND', command: name });

test('events that came before are handed out at once, each once', async () => {
  const queue = new EventQueue();
  queue.add(command('one'));
  queue.add(command('two'));
  expect(await queue.next(0)).toEqual({ last: 2, events: [command('one'), command('two')] });
  queue.add(command('three'));
  expect(await queue.next(2)).toEqual({ last: 3, events: [command('three')] });
});

test('who waits is answered by the next event, and so is a second page', async () => {
  const queue = new EventQueue();
  const waiting = Promise.all([queue.next(0), queue.next(0)]);
  queue.add(command('one'));
  expect(await waiting).toEqual([
    { last: 1, events: [command('one')] },
    { last: 1, events: [command('one')] },
  ]);
});

test('where nothing happens, nobody waits for ever', async () => {
  expect(await new EventQueue(5).next(0)).toEqual({ last: 0, events: [] });
});

test('at the end everybody is let go, also who comes later', async () => {
  const queue = new EventQueue();
  const waiting = queue.next(0);
  queue.close();
  expect(await waiting).toEqual({ last: 0, events: [] });
  expect(await queue.next(0)).toEqual({ last: 0, events: [] });
});

test('a page that counts from an earlier life of the shell begins anew', async () => {
  const queue = new EventQueue();
  queue.add(command('one'));
  expect(await queue.next(57)).toEqual({ last: 1, events: [command('one')] });
});

test('the queue does not grow without end', async () => {
  const queue = new EventQueue();
  for (let number = 1; number <= 1000; number += 1) queue.add(command(String(number)));
  const { last, events } = await queue.next(0);
  expect(last).toBe(1000);
  expect(events).toHaveLength(200);
  expect(events.at(-1)).toEqual(command('1000'));
});

test('a thing keeps its handle, and the handle says nothing of it', () => {
  let count = 0;
  const table = new HandleTable<{ path: string; note: string }>({ newId: () => `h${String((count += 1))}`, keyOf: ({ path }) => path });
  const handle = table.handleOf({ path: 'plans/one', note: 'first' });
  expect(handle).toBe('h1');
  expect(table.handleOf({ path: 'plans/one', note: 'second' })).toBe('h1');
  expect(table.handleOf({ path: 'plans/two', note: '' })).toBe('h2');
  expect(table.find('h1')?.note).toBe('second');
  expect(table.known('plans/one')?.note).toBe('second');
  expect([table.find('plans/one'), table.known('plans/three')]).toEqual([undefined, undefined]);
});

test.each([
  ['Balanced plan', 'Balanced plan.footing'],
  ['Balanced: plan/March "v2"', 'Balanced plan March v2.footing'],
  ['Cynllun Bae Abertawe ŵŷ', 'Cynllun Bae Abertawe ŵŷ.footing'],
  ['...hidden...', 'hidden.footing'],
  ['ends in dots. . ', 'ends in dots.footing'],
  ['CON', 'scenario CON.footing'],
  ['lpt1', 'scenario lpt1.footing'],
  ['???', 'scenario.footing'],
  ['a\u0000b\nc', 'a b c.footing'],
  ['💷'.repeat(200), `${'💷'.repeat(120)}.footing`],
])('the scenario %j is suggested as the file %j', (name, fileName) => {
  expect(fileNameFor(name)).toBe(fileName);
});

const notes = { isNew: false, purgedFromBin: 0, setAside: [] };

test('a quiet start says nothing', () => {
  expect(startWords(notes)).toEqual({ database: 'FINE', text: '' });
  expect(startWords({ ...notes, isNew: true })).toEqual({ database: 'NEW', text: '' });
});

test('what happened at start is said', () => {
  const { database, text } = startWords({ ...notes, migratedFrom: 1, purgedFromBin: 2, setAside: ['old.db'] });
  expect(database).toBe('MIGRATED');
  expect(text).toContain('A backup of it as it was is kept.');
  expect(text).toContain('2 scenarios that had been in the bin for 90 days were deleted');
  expect(text).toContain('A damaged library');
  expect(text).not.toContain('old.db');
});

test('the ways on from damage, the one that loses least first', () => {
  const backup = { path: 'b', kind: 'DAILY' as const, at: '2018-03-29T12:00:00Z', bytes: 1, scenarios: 1 };
  expect(waysOnFrom({ kind: 'damaged', text: '', setAside: 'old.db', goodBackups: [backup] })).toEqual(['BACKUP', 'READABLE', 'EMPTY']);
  expect(waysOnFrom({ kind: 'damaged', text: '', setAside: 'old.db', goodBackups: [] })).toEqual(['READABLE', 'EMPTY']);
  expect(waysOnFrom({ kind: 'missing', text: '', goodBackups: [backup] })).toEqual(['BACKUP', 'EMPTY']);
});
