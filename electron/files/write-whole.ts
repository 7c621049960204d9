import { randomBytes } from 'node:crypto';
import { basename, dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { nodeDisk, type Disk } from './disk.ts';
import { errnoOf, isErrno, stampOf, type FileStamp } from './file-stamp.ts';

/** A file that may not be replaced is there already. */
export class TargetExists extends Error {
  readonly code = 'TARGET_EXISTS';

  constructor() {
    super('A file of this name is there already.');
    this.name = 'TargetExists';
  }
}

/** What was read back is not what was written: the disk or what stands between is faulty. The target was not touched. */
export class ReadBackDiffers extends Error {
  readonly code = 'READ_BACK_DIFFERS';

  constructor() {
    super('What was read back from the disk is not what was written.');
    this.name = 'ReadBackDiffers';
  }
}

export type Writing = { readonly path: string; readonly bytes: Uint8Array; readonly over: 'nothing' | 'existing' };

/** File systems that have no links, such as those of memory sticks and some network drives, say so in one of these ways. */
const NO_LINKS = ['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EINVAL', 'EMLINK', 'EXDEV', 'EACCES', 'UNKNOWN'];
const TEMPORARY = /^\.footing-[0-9a-f]{12}\.tmp$/;
const ABANDONED_AFTER_MS = 3_600_000;

/**
 * Writes a file so that at every moment, a crash included, its name leads to all of the old content or all of the new: written beside it, flushed, read back
 * and compared, then moved into place, and the folder flushed. What is replaced stays as NAME.bak. Throws TargetExists, ReadBackDiffers, or the error of
 * the file system; then the target is as it was and nothing is left beside it.
 */
export async function writeWhole({ path, bytes, over }: Writing, disk: Disk = nodeDisk): Promise<FileStamp> {
  const target = await followed(path, disk);
  const folder = dirname(target);
  await removeAbandoned(folder, disk);
  const temporary = temporaryIn(folder);
  try {
    await writeFlushed(temporary, bytes, disk);
    await compare(temporary, bytes, disk);
    if (over === 'nothing') await moveToFreeName(temporary, target, disk);
    else await replace(temporary, target, disk);
  } catch (error) {
    await remove(temporary, disk);
    throw error;
  }
  await flushFolder(folder, disk);
  return stampOf(target, bytes, disk);
}

/** Where a link leads, so that the file is replaced and not the link. */
async function followed(path: string, disk: Disk): Promise<string> {
  try {
    return await disk.realpath(path);
  } catch (error) {
    if (isErrno(error, 'ENOENT')) return path;
    throw error;
  }
}

/** Its name is short, because the name of the target may have all the length that the file system allows. */
function temporaryIn(folder: string): string {
  return join(folder, `.footing-${randomBytes(6).toString('hex')}.tmp`);
}

async function writeFlushed(path: string, bytes: Uint8Array, disk: Disk): Promise<void> {
  const file = await disk.open(path, 'wx', 0o666);
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}

async function compare(path: string, bytes: Uint8Array, disk: Disk): Promise<void> {
  if (!(await disk.readFile(path)).equals(bytes)) throw new ReadBackDiffers();
}

/** A link fails where the name is taken, so that nothing can slip in between looking and moving. */
async function moveToFreeName(temporary: string, target: string, disk: Disk): Promise<void> {
  try {
    await disk.link(temporary, target);
    await remove(temporary, disk);
  } catch (error) {
    if (isErrno(error, 'EEXIST')) throw new TargetExists();
    if (!isErrno(error, ...NO_LINKS)) throw error;
    if (await isThere(target, disk)) throw new TargetExists();
    await renamePatiently(temporary, target, disk);
  }
}

async function replace(temporary: string, target: string, disk: Disk): Promise<void> {
  if (await isThere(target, disk)) {
    await disk.chmod(temporary, (await disk.stat(target)).mode & 0o7777);
    await keepAsBackup(target, disk);
  }
  await renamePatiently(temporary, target, disk);
}

/** Gives the content that is about to be replaced the name NAME.bak, whole at every moment. */
async function keepAsBackup(target: string, disk: Disk): Promise<void> {
  const second = temporaryIn(dirname(target));
  try {
    await disk.link(target, second).catch(async (error: unknown) => {
      if (!isErrno(error, ...NO_LINKS)) throw error;
      await writeFlushed(second, await disk.readFile(target), disk);
    });
    await renamePatiently(second, join(dirname(target), `${basename(target)}.bak`), disk);
  } finally {
    // Where the backup already was this very file, the move did nothing and the second name is still there.
    await remove(second, disk);
  }
}

async function isThere(path: string, disk: Disk): Promise<boolean> {
  try {
    await disk.lstat(path);
    return true;
  } catch (error) {
    if (isErrno(error, 'ENOENT')) return false;
    throw error;
  }
}

const PATIENCE_MS = [20, 60, 150, 400];

/** On Windows a scanner or an indexer may hold a file for a moment. */
async function renamePatiently(from: string, to: string, disk: Disk): Promise<void> {
  for (const pause of PATIENCE_MS) {
    try {
      await disk.rename(from, to);
      return;
    } catch (error) {
      if (!isErrno(error, 'EPERM', 'EBUSY', 'EACCES')) throw error;
      await wait(pause);
    }
  }
  await disk.rename(from, to);
}

async function remove(path: string, disk: Disk): Promise<void> {
  await disk.unlink(path).catch((error: unknown) => {
    // What cannot be removed now is removed at a later save; the save itself has its own outcome.
    if (errnoOf(error) === undefined) throw error;
  });
}

/** Takes away what an interrupted save left behind, long enough ago that no other Footing can be writing it. */
async function removeAbandoned(folder: string, disk: Disk): Promise<void> {
  // A folder may take files and yet not show what is in it.
  const names = await disk.readdir(folder).catch(() => []);
  for (const name of names.filter((each) => TEMPORARY.test(each))) {
    const path = join(folder, name);
    const left = await disk.stat(path).catch(() => undefined);
    if (left !== undefined && Date.now() - left.mtimeMs > ABANDONED_AFTER_MS) await remove(path, disk);
  }
}

/** Makes the new name itself durable. Windows and some network drives cannot open a folder, and need not. */
async function flushFolder(folder: string, disk: Disk): Promise<void> {
  try {
    const handle = await disk.open(folder, 'r');
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
  } catch (error) {
    if (!isErrno(error, 'EISDIR', 'EPERM', 'EACCES', 'EINVAL', 'ENOTSUP', 'EBADF')) throw error;
  }
}
