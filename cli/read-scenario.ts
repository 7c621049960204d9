import { basename } from 'node:path';
import { FILE_LIMITS } from '../shared/scenario/strict-json.ts';
import { readScenarioFile } from '../shared/scenario/file.ts';
import { readingText, type FileReading, type ScenarioFile } from '../shared/scenario/file-reading.ts';
import type { Ports } from './ports.ts';
import { warn } from './speak.ts';

/** A file that cannot be used. The text says what happened, where, what is allowed and the way out. */
export class FileError extends Error {
  readonly code: string;

  constructor(code: string, text: string) {
    super(text);
    this.code = code;
    this.name = 'FileError';
  }
}

/** What the system's codes mean to a person, and the way out. */
const SYSTEM_WORDS: Readonly<Record<string, readonly [code: string, text: string]>> = {
  ENOENT: ['not-found', 'There is no such file. Check the path; one with spaces goes in quotation marks.'],
  ENOTDIR: ['not-found', 'There is no such file: a part of the path is a file and no folder. Check the path.'],
  EISDIR: ['is-a-folder', 'This is a folder. Give the path of a .footing file in it.'],
  EACCES: ['no-permission', 'You may not read this file. Ask its owner for permission, or for a copy.'],
  EPERM: ['no-permission', 'You may not read this file. Ask its owner for permission, or for a copy.'],
  ENAMETOOLONG: ['not-found', 'The path is longer than the system allows. Check it.'],
  ELOOP: ['not-found', 'The path leads round in a circle of links. Check it.'],
  EMFILE: ['busy', 'The system has too many files open. Close some programs and try again.'],
};

/** The code that the system gives a fault: ENOENT, EACCES. */
export function systemCode(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}

function bytesOf(path: string, ports: Ports): Uint8Array {
  try {
    return ports.readFile(path, FILE_LIMITS.bytes + 1);
  } catch (error) {
    const code = systemCode(error);
    const known = code === undefined ? undefined : SYSTEM_WORDS[code];
    if (known !== undefined) throw new FileError(known[0], `${path}: ${known[1]}`);
    throw new FileError(
      'unreadable',
      `${path} could not be read (${code ?? 'unknown fault'}). Copy it to a folder of this machine and try again.`,
    );
  }
}

function textOf(bytes: Uint8Array, path: string): string {
  const name = basename(path);
  if (bytes.length === 0)
    throw new FileError(
      'empty',
      `${name} is empty: it has 0 bytes. A scenario file is a text that starts with {. Ask the sender for a fresh copy.`,
    );
  if (bytes.length > FILE_LIMITS.bytes) throw unusable({ kind: 'too-large', limit: 'bytes', allowed: FILE_LIMITS.bytes, line: 1 }, name);
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new FileError(
      'not-text',
      `${name} is no text in UTF-8, and was not opened. A scenario file is a text that starts with {. Your file is untouched. Check that it is the right file, or save it as UTF-8.`,
    );
  }
}

function unusable(reading: FileReading, name: string): FileError {
  return new FileError(reading.kind, readingText(reading, name));
}

/** A scenario file that was opened, and what a person should know about its seal, if anything. */
export type OpenedFile = { readonly file: ScenarioFile; readonly seal: 'intact' | 'absent' | 'broken'; readonly sealText: string };

/** Opens a scenario file. A file that was changed after it was sealed opens too, and says so: who writes files by hand changes them. Throws FileError. */
export function openScenario(path: string, ports: Ports): OpenedFile {
  const name = basename(path);
  const reading = readScenarioFile(textOf(bytesOf(path, ports), path));
  if (reading.kind === 'opened') return { file: reading.file, seal: reading.seal, sealText: readingText(reading, name) };
  if (reading.kind === 'altered') {
    const text =
      `${name} was changed after it was sealed: its content does not match its seal. The figures are those of the file as it is now. ` +
      'If you did not change it, ask the sender for a fresh copy; if you did, take out its "seal".';
    return { file: reading.file, seal: 'broken', sealText: text };
  }
  throw unusable(reading, name);
}

/** Says on the side that a file was changed after it was sealed. */
export function warnOfSeal(opened: OpenedFile, ports: Ports): void {
  if (opened.seal === 'broken') warn(ports, 'altered', opened.sealText);
}
