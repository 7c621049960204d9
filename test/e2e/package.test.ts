import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Configuration } from 'electron-builder';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ElectronApp } from '../support/electron-app.ts';
import { packWithStub, packaging, unpacked, type Packed } from '../support/packed.ts';
import { failingProbes } from './electron-probes.ts';

const root = resolve(import.meta.dirname, '../..');
const output = mkdtempSync(join(tmpdir(), 'packed-'));
let packed: { linux: Packed; windows: Packed };

beforeAll(async () => {
  packed = await packWithStub(output);
});
afterAll(() => {
  rmSync(output, { recursive: true });
});

const SQLITE = 'node_modules/better-sqlite3';
const ARIMO = 'node_modules/@expo-google-fonts/arimo';
/** Everything that is in the archive, besides folders. What is added to the product is added here. */
function expected(binary: string): (string | RegExp)[] {
  const installed = (folder: string): string[] =>
    readdirSync(join(root, SQLITE, folder), { withFileTypes: true }).flatMap((entry) =>
      entry.isDirectory() ? installed(`${folder}/${entry.name}`) : [`${SQLITE}/${folder}/${entry.name}`],
    );
  return [
    'package.json',
    'LICENSE',
    'dist/licences.json',
    'dist/main/main.js',
    ...['app', 'file', 'export', 'backup', 'check'].map((name) => `dist/main/${name}-worker.cjs`),
    'dist/preload/preload.cjs',
    'dist/renderer/index.html',
    /^dist\/renderer\/assets\/[\w-]+\.js$/,
    /^dist\/renderer\/assets\/[\w-]+\.css$/,
    /^dist\/renderer\/assets\/inter-latin-opsz-[\w-]+\.woff2$/,
    /^dist\/renderer\/assets\/Arimo_400Regular-[\w-]+\.ttf$/,
    /^dist\/renderer\/assets\/Arimo_700Bold-[\w-]+\.ttf$/,
    'node_modules/@resvg/resvg-wasm/package.json',
    'node_modules/@resvg/resvg-wasm/index_bg.wasm',
    ...['package.json', 'LICENSE_FONT', '400Regular/Arimo_400Regular.ttf', '700Bold/Arimo_700Bold.ttf'].map((name) => `${ARIMO}/${name}`),
    ...readdirSync(join(root, 'scenarios'))
      .filter((name) => name.endsWith('.footing'))
      .map((name) => `scenarios/${name}`),
    `${SQLITE}/package.json`,
    `${SQLITE}/LICENSE`,
    ...installed('lib'),
    `${SQLITE}/prebuilds/${binary}.node`,
  ];
}

/** What is packed and stands on no list, and what stands on the list and is not packed. */
function differences({ names }: Packed, list: readonly (string | RegExp)[]): { unexpected: string[]; missing: string[] } {
  const files = names.filter((name) => !names.some((other) => other.startsWith(`${name}/`)));
  const fits = (name: string, pattern: string | RegExp): boolean => (typeof pattern === 'string' ? name === pattern : pattern.test(name));
  return {
    unexpected: files.filter((name) => !list.some((pattern) => fits(name, pattern))),
    missing: list.filter((pattern) => !files.some((name) => fits(name, pattern))).map(String),
  };
}

const BINARIES = [
  ['linux', 'linux-x64'],
  ['windows', 'win32-x64'],
] as const;

test.each(BINARIES)('the archive of %s holds exactly what is on the list', (platform, binary) => {
  expect(differences(packed[platform], expected(binary))).toEqual({ unexpected: [], missing: [] });
});

test('a source, a map, the loopback shell or another platform’s binary would be found', () => {
  const names = ['electron/main.ts', 'dist/main/main.js.map', 'dist/loopback/loopback.js', `${SQLITE}/prebuilds/darwin-arm64.node`];
  expect(differences({ ...packed.linux, names }, expected('linux-x64')).unexpected).toEqual(names);
});

test.each(BINARIES)('beside the archive of %s lies the binary, and nothing else', (platform, binary) => {
  const beside = join(packed[platform].folder, 'resources', 'app.asar.unpacked');
  const files = readdirSync(beside, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  expect(files.map(({ name }) => name)).toEqual([`${binary}.node`]);
});

test('the licences of what is in it lie beside the program', () => {
  const text = readFileSync(join(packed.linux.folder, 'LICENSE.third-party.txt'), 'utf8');
  for (const words of ['react ', 'decimal.js ', 'zod ', 'better-sqlite3 ', 'Permission is hereby granted', 'SIL OPEN FONT LICENSE'])
    expect(text).toContain(words);
});

test('the packed program runs: every rule holds, its workers work, and the page shows figures', async () => {
  const folder = unpacked(packed.linux);
  const app = await ElectronApp.start({
    appFolder: folder,
    environment: { FOOTING_DOUBLE_PACKAGED: '1' },
    files: [join(folder, 'scenarios', 'worked-example-b.footing')],
  });
  try {
    await expect.poll(() => app.evaluate('document.body.innerText'), { timeout: 20_000 }).toContain('Worked example B');
    expect((await app.recorded()).preferences['devTools']).toBe(false);
    expect(await app.call('backups.make', null)).toMatchObject({ ok: true });
    const { value } = (await app.call('library.createFromShipped', { key: 'worked-example-b.footing' })) as { value: { id: string } };
    const order = { source: { kind: 'LIBRARY', ...value }, unit: '£m', exhibits: [], formats: [], edits: [], override: null, madeAt: null };
    // A picture needs the rasteriser and the typeface of the package.
    expect(await app.call('export.copy', { order, exhibit: 'bridge' })).toMatchObject({
      ok: true,
      value: { png: expect.stringMatching(/^iVBORw0KGgo/) as string },
    });
    expect(await failingProbes(app)).toEqual([]);
    expect(existsSync(join(folder, 'dist', 'loopback'))).toBe(false);
  } finally {
    await app.end();
    rmSync(folder, { recursive: true });
  }
});

const configuration: Configuration = packaging();

test('every fuse is set as the security of the app asks', () => {
  expect(configuration.electronFuses).toEqual({
    runAsNode: false,
    enableCookieEncryption: true,
    enableNodeOptionsEnvironmentVariable: false,
    enableNodeCliInspectArguments: false,
    enableEmbeddedAsarIntegrityValidation: true,
    onlyLoadAppFromAsar: true,
    grantFileProtocolExtraPrivileges: false,
    resetAdHocDarwinSignature: true,
  });
});

test('nothing is published or updated, and the library outlives the program', () => {
  expect(configuration).toMatchObject({ appId: 'uk.footing.app', productName: 'Footing', publish: null, npmRebuild: false });
  expect(configuration.nsis).toMatchObject({ perMachine: false, deleteAppDataOnUninstall: false });
  expect(configuration.msi).toMatchObject({ perMachine: false });
  expect([configuration.win?.target, configuration.mac?.target, configuration.linux?.target]).toEqual([
    ['nsis', 'msi'],
    ['dmg', 'zip'],
    ['AppImage', 'deb'],
  ]);
  expect(configuration.fileAssociations).toMatchObject([{ ext: 'footing', role: 'Editor' }]);
});

test('the three platforms pack the same, but for their binaries and their icons', () => {
  const lists = [configuration.win, configuration.mac, configuration.linux].map((each) => each?.files as string[]);
  const withoutBinary = lists.map((list) => list.filter((name) => !name.includes('prebuilds')));
  expect(withoutBinary[1]).toEqual(withoutBinary[0]);
  expect(withoutBinary[2]).toEqual(withoutBinary[0]);
  expect(lists.map((list) => list.filter((name) => name.includes('prebuilds')))).toEqual(
    ['win32', 'darwin', 'linux'].map((platform) => [`!${SQLITE}/prebuilds/!(${platform}-\${arch}).node`]),
  );
  for (const list of lists) expect(list.some((name) => !name.startsWith('!'))).toBe(true);
  for (const icon of [configuration.win?.icon, configuration.mac?.icon, configuration.linux?.icon])
    expect(existsSync(join(root, String(icon)))).toBe(true);
});
