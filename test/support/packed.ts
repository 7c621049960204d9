import { chmodSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { extractAll, listPackage } from '@electron/asar';
import { Arch, Platform, build, type Configuration } from 'electron-builder';
import { parse } from 'yaml';

const root = resolve(import.meta.dirname, '../..');

/** The packaging as it is written. */
export function packaging(): Configuration {
  return parse(readFileSync(join(root, 'electron-builder.yml'), 'utf8')) as Configuration;
}

export type Packed = { readonly folder: string; readonly archive: string; readonly names: readonly string[] };

/** Files that stand where Electron's own would, so that packing needs no network. */
function stubOfElectron(folder: string): string {
  mkdirSync(folder, { recursive: true });
  const { version } = JSON.parse(readFileSync(join(root, 'node_modules', 'electron', 'package.json'), 'utf8')) as { version: string };
  const files = { version, electron: '#!/bin/sh\n', 'electron.exe': 'MZ', LICENSE: 'stub', 'LICENSES.chromium.html': 'stub' };
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  chmodSync(join(folder, 'electron'), 0o755);
  return folder;
}

/** Packs the built app for Linux and Windows into a folder, as `npm run package` does but for the binary of Electron itself: no fuses, no resources. */
export async function packWithStub(output: string): Promise<{ linux: Packed; windows: Packed }> {
  // What is given here comes on top of electron-builder.yml.
  const config: Configuration = {
    electronDist: stubOfElectron(join(output, 'stub')),
    electronFuses: null,
    disableAsarIntegrity: true,
    directories: { output },
    win: { signAndEditExecutable: false },
  };
  const targets = new Map([...Platform.LINUX.createTarget('dir', Arch.x64), ...Platform.WINDOWS.createTarget('dir', Arch.x64)]);
  await build({ targets, config, projectDir: root, publish: 'never' });
  return { linux: packedAt(join(output, 'linux-unpacked')), windows: packedAt(join(output, 'win-unpacked')) };
}

function packedAt(folder: string): Packed {
  const archive = join(folder, 'resources', 'app.asar');
  const names = listPackage(archive, { isPack: false }).map((name) => name.replaceAll('\\', '/').replace(/^\//, ''));
  return { folder, archive, names };
}

/** Unpacks an archive, what lies beside it included, so that its program runs from plain files. */
export function unpacked({ archive }: Packed): string {
  const folder = mkdtempSync(join(tmpdir(), 'unpacked-'));
  extractAll(archive, folder);
  return folder;
}
