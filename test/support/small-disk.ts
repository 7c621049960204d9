import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export type SmallDisk = { readonly folder: string; readonly makeReadOnly: () => void; readonly remove: () => void };

/** A disk of its own with room for so many bytes; nothing where this machine does not let us make one (it takes root on Linux). */
export function smallDisk(bytes: number): SmallDisk | undefined {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return undefined;
  const folder = mkdtempSync(join(tmpdir(), 'small-disk-'));
  const mount = (...how: string[]) => spawnSync('mount', [...how, folder], { stdio: 'ignore' }).status === 0;
  if (!mount('-t', 'tmpfs', '-o', `size=${String(bytes)}`, 'tmpfs')) {
    rmSync(folder, { recursive: true });
    return undefined;
  }
  return {
    folder,
    makeReadOnly: () => {
      if (!mount('-o', 'remount,ro')) throw new Error('The small disk could not be made read-only.');
    },
    remove: () => {
      spawnSync('umount', [folder]);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
