import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach } from 'vitest';
import { openStore } from '../../electron/store/open.ts';
import type { OpenedStore, Store, StoreOpening, StorePorts } from '../../electron/store/types.ts';
import { testPorts } from './store-ports.ts';

const folders: string[] = [];
const stores: Store[] = [];

afterEach(() => {
  for (const store of stores.splice(0)) closeQuietly(store);
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

function closeQuietly(store: Store): void {
  try {
    store.close();
  } catch {
    // A test may have closed it, or taken its folder away.
  }
}

/** A folder of its own for a test, gone afterwards. */
export function testFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'footing-store-'));
  folders.push(folder);
  return folder;
}

/** Opens a folder, whatever comes of it; a store is closed after the test. */
export async function opening(folder: string, ports: StorePorts = testPorts()): Promise<StoreOpening> {
  const opened = await openStore({ folder, ports });
  if (opened.kind === 'opened') stores.push(opened.store);
  return opened;
}

/** Opens a folder that must open without trouble. */
export async function opened(folder: string, ports: StorePorts = testPorts()): Promise<OpenedStore> {
  return kept(await opening(folder, ports));
}

/** A store that a way on from trouble gave, closed after the test like any other. */
export function kept(result: StoreOpening): OpenedStore {
  if (result.kind === 'trouble') throw new Error(result.trouble.text);
  stores.push(result.store);
  return result;
}

/** A new store in a folder of its own. */
export async function newStore(ports: StorePorts = testPorts()): Promise<{ store: Store; folder: string }> {
  const folder = testFolder();
  const { store } = await opened(folder, ports);
  return { store, folder };
}
