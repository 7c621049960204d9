import { Buffer } from 'node:buffer';
import { basename, dirname } from 'node:path';
import type { Refusal } from '../../shared/contract/records.ts';
import { FILE_LIMITS } from '../../shared/scenario/strict-json.ts';
import { nodeDisk, type Disk } from './disk.ts';
import { savingRefused } from './disk-words.ts';
import { hashOfBytes, stateSince, type FileStamp } from './file-stamp.ts';
import { readFromDisk } from './read-file.ts';
import { TargetExists, writeWhole } from './write-whole.ts';

/** What a person is asked before a file is replaced; `seen` is the file that the question speaks of. */
export type ReplaceQuestion = { readonly kind: 'wouldReplace'; readonly question: string; readonly seen: FileStamp };
export type SavedFile =
  { readonly kind: 'saved'; readonly stamp: FileStamp } | ReplaceQuestion | { readonly kind: 'refused'; readonly refusal: Refusal };

export type TextToSave = {
  readonly path: string;
  readonly text: string;
  /** The file that the person agreed to replace, as it was when they were asked. Without it nothing is replaced. */
  readonly replacing?: FileStamp | undefined;
};

/** Saves a text: a scenario file, or a table. A file that is there is replaced only where the person agreed to just that file; what it was stays as NAME.bak. */
export async function saveToDisk({ path, text, replacing }: TextToSave, disk: Disk = nodeDisk): Promise<SavedFile> {
  try {
    const isAgreed = replacing !== undefined && (await stateSince(path, replacing, disk)) === 'SAME';
    const bytes = Buffer.from(text, 'utf8');
    return { kind: 'saved', stamp: await writeWhole({ path, bytes, over: isAgreed ? 'existing' : 'nothing' }, disk) };
  } catch (error) {
    if (error instanceof TargetExists) return questionAbout(path, disk);
    return { kind: 'refused', refusal: savingRefused(path, error) };
  }
}

/** Names what would be lost, so that nobody says yes to the wrong file. */
async function questionAbout(path: string, disk: Disk): Promise<SavedFile> {
  try {
    if ((await disk.stat(path)).isDirectory()) return { kind: 'refused', refusal: savingRefused(path, isFolder()) };
    const read = await readFromDisk(path, disk);
    const holds = read.kind === 'read' ? `It holds "${read.reading.file.scenario.name}".` : 'It is no scenario that Footing can open.';
    const question = `${basename(path)} is already in ${dirname(path)}. ${holds} Replace it? What it holds now is kept beside it as ${basename(path)}.bak, in place of any earlier one.`;
    return { kind: 'wouldReplace', question, seen: read.kind === 'read' ? read.stamp : await stampUnread(path, disk) };
  } catch (error) {
    return { kind: 'refused', refusal: savingRefused(path, error) };
  }
}

/** The stamp of a file that is none of ours; one that is larger than any of ours is told by size and time alone. */
async function stampUnread(path: string, disk: Disk): Promise<FileStamp> {
  const { size, mtimeMs, ino } = await disk.stat(path);
  return { size, modifiedMs: mtimeMs, inode: ino, hash: size > FILE_LIMITS.bytes ? '' : hashOfBytes(await disk.readFile(path)) };
}

function isFolder(): Error {
  return Object.assign(new Error('There is a folder of this name.'), { code: 'EISDIR' });
}
