import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { MenuItemConstructorOptions } from 'electron';
import { afterAll, expect, test } from 'vitest';
import { MENU_COMMANDS, menuTemplate } from '../../electron/desktop/menu.ts';
import { openingBounds, readWindowState, writeWindowState, type WindowState } from '../../electron/desktop/window-state.ts';
import { dataFolder } from '../../electron/machine/data-folder.ts';
import { fileArguments } from '../../electron/machine/file-arguments.ts';
import { logTo } from '../../electron/machine/log-file.ts';

const folder = mkdtempSync(join(tmpdir(), 'desktop-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const screen = { x: 0, y: 0, width: 1920, height: 1040 };
const left = { x: -1280, y: 0, width: 1280, height: 1000 };
const saved: WindowState = { x: 100, y: 50, width: 1400, height: 900, isMaximized: false };

test('the window opens where it was', () => {
  expect(openingBounds(saved, [screen])).toEqual({ x: 100, y: 50, width: 1400, height: 900 });
  expect(openingBounds({ ...saved, x: -1200 }, [screen, left])).toMatchObject({ x: -1200 });
});

test.each([
  ['on a screen that is gone', { ...saved, x: -1360 }],
  ['almost wholly to the right', { ...saved, x: 1900 }],
  ['with its title bar above the screen', { ...saved, y: -40 }],
  ['with its title bar below the screen', { ...saved, y: 1000 }],
])('a window that was %s opens at its usual size', (_, state) => {
  expect(openingBounds(state, [screen])).toEqual({ width: 1280, height: 800 });
});

test('the window fits a small screen, and is never too small to use', () => {
  expect(openingBounds(undefined, [{ x: 0, y: 0, width: 1024, height: 700 }])).toEqual({ width: 1024, height: 700 });
  expect(openingBounds({ ...saved, width: 200, height: 100 }, [screen])).toMatchObject({ width: 960, height: 600 });
  expect(openingBounds(undefined, [])).toEqual({ width: 1280, height: 800 });
});

test('where the window was is kept, and a damaged note of it is none', () => {
  const path = join(folder, 'window.json');
  writeWindowState(path, saved);
  expect(readWindowState(path)).toEqual(saved);
  for (const text of ['{', '[]', '{"x":"a"}', '{"x":1.5,"y":0,"width":10,"height":10,"isMaximized":false}']) {
    writeFileSync(path, text);
    expect(readWindowState(path)).toBeUndefined();
  }
  expect(readWindowState(join(folder, 'absent.json'))).toBeUndefined();
  expect(() => {
    writeWindowState(join(folder, 'absent', 'window.json'), saved);
  }).not.toThrow();
});

function flat(items: readonly MenuItemConstructorOptions[]): MenuItemConstructorOptions[] {
  return items.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? flat(item.submenu) : [])]);
}

const commands: string[] = [];
let folderOpened = 0;
const actions = {
  command: (name: string) => void commands.push(name),
  openDataFolder: () => {
    folderOpened += 1;
  },
};
const menus = (['win32', 'darwin', 'linux'] as const).flatMap((platform) =>
  [true, false].map((isPackaged) => ({ platform, isPackaged, items: flat(menuTemplate(actions, { platform, isPackaged })) })),
);

test.each(menus)('the menu of $platform, packaged $isPackaged, cannot reload', ({ items, isPackaged }) => {
  const roles = items.map(({ role }) => role);
  expect(roles).not.toContain('reload');
  expect(roles).not.toContain('forceReload');
  expect(items.map(({ accelerator }) => String(accelerator)).filter((keys) => /\+R$|F5/i.test(keys))).toEqual([]);
  expect(roles.includes('toggleDevTools')).toBe(!isPackaged);
});

test.each(menus)('the menu of $platform reaches every command, and only those that the page has', ({ items }) => {
  commands.length = 0;
  folderOpened = 0;
  for (const { click } of items) (click as (() => void) | undefined)?.();
  expect([...new Set(commands)].sort()).toEqual([...MENU_COMMANDS].sort());
  expect(folderOpened).toBe(1);
  const folder = resolve(import.meta.dirname, '../../renderer/app/commands');
  const page = readdirSync(folder)
    .map((file) => readFileSync(resolve(folder, file), 'utf8'))
    .join('');
  expect(MENU_COMMANDS.filter((id) => !page.includes(`id: '${id}'`))).toEqual([]);
});

test('keys that the page handles are shown in the menu and not taken from it', () => {
  const withKeys = menus.flatMap(({ items }) => items.filter(({ accelerator }) => accelerator !== undefined));
  expect(withKeys.length).toBeGreaterThan(0);
  expect(withKeys.every(({ registerAccelerator }) => registerAccelerator === false)).toBe(true);
});

test('scenario files among the arguments are found, wherever they stand', () => {
  const words = [
    '.',
    '--no-sandbox',
    'plans/March.footing',
    'MARCH.FOOTING',
    '--file=x.footing',
    'letter.txt',
    resolve('/', 'whole.footing'),
  ];
  expect(fileArguments(words, folder)).toEqual([
    join(folder, 'plans', 'March.footing'),
    join(folder, 'MARCH.FOOTING'),
    resolve('/', 'whole.footing'),
  ]);
});

test('a file that is handed over as its address is found', () => {
  const path = join(folder, 'Plan ŵ & more.footing');
  expect(fileArguments([pathToFileURL(path).href], folder)).toEqual([path]);
  expect(fileArguments(['file://%zz.footing'], folder)).toHaveLength(1);
});

test.each([
  ['win32', { APPDATA: join('C', 'Roaming') }, join('C', 'Roaming', 'Footing')],
  ['win32', {}, join('home', 'AppData', 'Roaming', 'Footing')],
  ['darwin', {}, join('home', 'Library', 'Application Support', 'Footing')],
  ['linux', {}, join('home', '.config', 'Footing')],
  ['linux', { XDG_CONFIG_HOME: 'configured' }, join('configured', 'Footing')],
  ['linux', { FOOTING_DATA: 'chosen' }, 'chosen'],
  ['win32', { FOOTING_DATA: '' }, join('home', 'AppData', 'Roaming', 'Footing')],
] as const)('the data folder of %s with %j is %s', (platform, environment, expected) => {
  expect(dataFolder({ platform, environment, home: 'home' })).toBe(expected);
});

test('the log notes when and what, and keeps one file before it', () => {
  const log = logTo(folder, () => new Date('2018-03-29T12:00:00Z'));
  log('files.open failed (handler)', new Error('no such thing'));
  const path = join(folder, 'footing.log');
  expect(readFileSync(path, 'utf8')).toMatch(/^2018-03-29T12:00:00.000Z files\.open failed \(handler\)\nError: no such thing/);
  writeFileSync(path, 'x'.repeat(1_000_001));
  log('next');
  expect(readFileSync(path, 'utf8')).toBe('2018-03-29T12:00:00.000Z next\n');
  expect(readFileSync(join(folder, 'footing.earlier.log'), 'utf8')).toHaveLength(1_000_001);
});
