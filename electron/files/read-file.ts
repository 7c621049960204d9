import { basename } from 'node:path';
import { readingText, type FileReading } from '../../shared/scenario/file-reading.ts';
import { readScenarioFile } from '../../shared/scenario/file.ts';
import { FILE_LIMITS } from '../../shared/scenario/strict-json.ts';
import type { Refusal } from '../../shared/contract/records.ts';
import { nodeDisk, type Disk } from './disk.ts';
import { openingRefused } from './disk-words.ts';
import { hashOfBytes, type FileStamp } from './file-stamp.ts';

export type OpenedReading = Extract<FileReading, { kind: 'opened' | 'altered' }>;
export type ReadFile =
  | { readonly kind: 'read'; readonly reading: OpenedReading; readonly stamp: FileStamp }
  | { readonly kind: 'refused'; readonly refusal: Refusal };
export type ReadText = Extract<ReadFile, { kind: 'refused' }> | { readonly kind: 'read'; readonly reading: OpenedReading };

/**
 * Reads a scenario file from the disk. Never throws for what a disk or a file may hold: what cannot be opened is refused in words, and nothing is changed. The
 * size is looked at before anything is read, and what is no plain file (a pipe, a device) is not read at all.
 */
export async function readFromDisk(path: string, disk: Disk = nodeDisk): Promise<ReadFile> {
  try {
    // Looked at before it is opened, because opening a pipe waits for whoever writes to it.
    const found = await disk.stat(path);
    if (!found.isFile()) return { kind: 'refused', refusal: notPlain(path) };
    if (found.size > FILE_LIMITS.bytes) return refusedAs(TOO_LARGE, path);
    const bytes = await disk.readFile(path);
    const read = readText(decoded(bytes), basename(path));
    if (read.kind === 'refused') return read;
    return { ...read, stamp: { size: bytes.length, modifiedMs: found.mtimeMs, inode: found.ino, hash: hashOfBytes(bytes) } };
  } catch (error) {
    return { kind: 'refused', refusal: openingRefused(path, error) };
  }
}

/** Reads a scenario file whose text is at hand, such as one that was dropped on the window; nothing where the bytes were no text. */
export function readText(text: string | undefined, fileName: string): ReadText {
  if (text === undefined) return { kind: 'refused', refusal: notText(fileName) };
  const reading = readScenarioFile(text);
  return reading.kind === 'opened' || reading.kind === 'altered' ? { kind: 'read', reading } : refusedAs(reading, fileName);
}

/** The text of the bytes; nothing where they are not UTF-8, so that no letter is replaced unsaid. */
function decoded(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function refusedAs(reading: FileReading, path: string): { kind: 'refused'; refusal: Refusal } {
  const [text = '', ...details] = readingText(reading, basename(path)).split('\n');
  const listed = details.map((line) => line.replace(/^- /, ''));
  return { kind: 'refused', refusal: { title: TITLES[reading.kind] ?? 'The file was not opened', text, details: listed } };
}

const TITLES: Readonly<Partial<Record<FileReading['kind'], string>>> = {
  'not-ours': 'This is no Footing scenario',
  newer: 'This file needs a newer Footing',
  damaged: 'This file is damaged',
  invalid: 'This file does not fit',
  'too-large': 'This file is too large',
};

const TOO_LARGE: FileReading = { kind: 'too-large', limit: 'bytes', allowed: FILE_LIMITS.bytes, line: 1 };

function notPlain(path: string): Refusal {
  const text = `${basename(path)} is not a plain file and was not opened. Nothing was changed. Open a file that ends in .footing.`;
  return { title: 'The file was not opened', text, details: [] };
}

function notText(fileName: string): Refusal {
  const text = `${basename(fileName)} holds bytes that are no UTF-8 text, and was not opened. Your file is untouched. Ask the sender for a fresh copy.`;
  return { title: 'This file is damaged', text, details: [] };
}
