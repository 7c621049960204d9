import { closeSync, existsSync, mkdirSync, openSync, readSync, writeFileSync, writeSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { madeAtOf } from '../charts/export/made-at.ts';
import { drawBlocks } from './drawing.ts';
import { EXIT, type Exporting } from './ports.ts';
import { run } from './run.ts';
import { fail } from './speak.ts';

const CHUNK = 1 << 20;

/** Reads in pieces, so that a device or a pipe that never ends stops at the limit. */
function readFile(path: string, limit: number): Uint8Array {
  const file = openSync(path, 'r');
  try {
    const pieces: Uint8Array[] = [];
    let length = 0;
    while (length < limit) {
      const piece = new Uint8Array(Math.min(CHUNK, limit - length));
      const read = readSync(file, piece);
      if (read === 0) break;
      pieces.push(piece.subarray(0, read));
      length += read;
    }
    return Buffer.concat(pieces, length);
  } finally {
    closeSync(file);
  }
}

/** Loads what charts are drawn with, which takes longer than any other command does in all. */
async function openExporting(): Promise<Exporting> {
  const { openExhibitPress } = await import('../charts/export/exhibit-files.ts');
  return {
    press: await openExhibitPress(),
    now: () => madeAtOf(new Date()),
    makeFolder: (path) => {
      mkdirSync(path, { recursive: true });
    },
    exists: existsSync,
    writeFile: (path, bytes) => {
      writeFileSync(path, bytes);
    },
  };
}

/** Lines go out one by one: a million draws are more than a text can hold. */
function writeLines(path: string, lines: Iterable<string>): void {
  const file = openSync(path, 'w');
  try {
    for (const line of lines) writeSync(file, line);
  } finally {
    closeSync(file);
  }
}

const stressing = { draw: drawBlocks, workers: Math.min(availableParallelism(), 16), exists: existsSync, writeLines };

const args = process.argv.slice(2);

const ports = {
  readFile,
  print: (text: string): void => {
    process.stdout.write(text);
  },
  printError: (text: string): void => {
    process.stderr.write(text);
  },
};

/** A reader that has seen enough closes its end (`footing … | head`): that is no fault, and there is nobody left to tell. */
function endQuietly(error: NodeJS.ErrnoException): void {
  if (error.code === 'EPIPE') process.exit(process.exitCode ?? EXIT.good);
  process.exit(EXIT.file);
}

process.stdout.on('error', endQuietly);
process.stderr.on('error', endQuietly);

try {
  const exporting = args[0] === 'export' ? await openExporting() : undefined;
  process.exitCode = await run(args, { ...ports, exporting, stressing });
} catch (error) {
  const detail = error instanceof Error ? error.message : String(error);
  fail(ports, 'fault', `Footing itself failed: ${detail} Nothing was changed. Keep the file, and report this as a fault of Footing.`);
  process.exitCode = EXIT.check;
}
