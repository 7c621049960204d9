import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { newStore, opened } from '../support/store-folder.ts';

test('settings are kept by name over a restart; one that cannot be read is as if it had never been made', async () => {
  const { store, folder } = await newStore();
  store.settings.write('theme', 'DARK');
  store.settings.write('window', { width: 1280, panels: ['outcome'] });
  store.settings.write('theme', 'LIGHT');
  store.close();
  const database = new Database(store.path);
  database.exec("INSERT INTO settings VALUES ('broken', '{')");
  database.close();
  const { store: again } = await opened(folder);
  expect(again.settings.read('theme')).toBe('LIGHT');
  expect(again.settings.read('unknown')).toBeUndefined();
  expect(again.settings.read('broken')).toBeUndefined();
  expect(again.settings.all()).toEqual({ theme: 'LIGHT', window: { width: 1280, panels: ['outcome'] } });
});

test('recent files are listed latest first, each once, twenty at most', async () => {
  const { store } = await newStore();
  for (let index = 1; index <= 22; index += 1)
    store.recents.add({ path: `plans/${String(index)}.footing`, name: `${String(index)}.footing` });
  store.recents.add({ path: 'plans/5.footing', name: '5.footing' });
  const names = store.recents.list().map(({ name }) => name);
  expect(names.slice(0, 3)).toEqual(['5.footing', '22.footing', '21.footing']);
  expect(names).toHaveLength(20);
  expect(new Set(names).size).toBe(20);
  store.recents.remove('plans/22.footing');
  expect(store.recents.list()).toHaveLength(19);
});
