import { join } from 'node:path';
import type { Disk } from '../files/disk.ts';
import { isErrno } from '../files/file-stamp.ts';

async function isThere(path: string, disk: Disk): Promise<boolean> {
  try {
    await disk.lstat(path);
    return true;
  } catch (error) {
    if (isErrno(error, 'ENOENT', 'ENOTDIR')) return false;
    throw error;
  }
}

/** Which of these names a folder holds already. */
export async function namesThere(names: readonly string[], folder: string, disk: Disk): Promise<string[]> {
  const there = await Promise.all(names.map((name) => isThere(join(folder, name), disk)));
  return names.filter((_, index) => there[index] === true);
}

/** A name for each that the folder does not hold: "bridge.svg" where that is free, else "bridge-2.svg" and so on. */
export async function freeNames(names: readonly string[], folder: string, disk: Disk): Promise<Map<string, string>> {
  const free = new Map<string, string>();
  for (const name of names) {
    const end = name.lastIndexOf('.');
    let candidate = name;
    for (let count = 2; await isThere(join(folder, candidate), disk); count += 1)
      candidate = `${name.slice(0, end)}-${String(count)}${name.slice(end)}`;
    free.set(name, candidate);
  }
  return free;
}
