import { createHash } from 'node:crypto';
import { type Disk, nodeDisk } from './disk.ts';

/** What a file was like when Footing last read or wrote it. */
export type FileStamp = { readonly size: number; readonly modifiedMs: number; readonly inode: number; readonly hash: string };

export type DiskState = 'SAME' | 'CHANGED' | 'GONE';

export function hashOfBytes(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** The stamp of a file whose bytes are known already. */
export async function stampOf(path: string, bytes: Uint8Array, disk: Disk = nodeDisk): Promise<FileStamp> {
  const { size, mtimeMs, ino } = await disk.stat(path);
  return { size, modifiedMs: mtimeMs, inode: ino, hash: hashOfBytes(bytes) };
}

/** Whether a file is still what it was. Where only its time differs, as after a copy or a restore, the content decides. */
export async function stateSince(path: string, stamp: FileStamp, disk: Disk = nodeDisk): Promise<DiskState> {
  try {
    const { size, mtimeMs, ino } = await disk.stat(path);
    if (size !== stamp.size) return 'CHANGED';
    if (mtimeMs === stamp.modifiedMs && ino === stamp.inode) return 'SAME';
    return hashOfBytes(await disk.readFile(path)) === stamp.hash ? 'SAME' : 'CHANGED';
  } catch (error) {
    if (isErrno(error, 'ENOENT', 'ENOTDIR')) return 'GONE';
    throw error;
  }
}

export function isErrno(error: unknown, ...codes: readonly string[]): boolean {
  const code = errnoOf(error);
  return code !== undefined && codes.includes(code);
}

/** The code of an error of the file system, such as ENOSPC. */
export function errnoOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}
