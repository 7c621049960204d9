import { appendFileSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { inspect } from 'node:util';

const LARGEST_BYTES = 1_000_000;

export type Log = (text: string, error?: unknown) => void;

/** Notes faults for whoever looks into them, in `footing.log` of the data folder; the file before it is kept, older ones are not. Nothing leaves the machine. */
export function logTo(folder: string, now: () => Date): Log {
  const path = join(folder, 'footing.log');
  return (text, error) => {
    const line = `${now().toISOString()} ${text}${error === undefined ? '' : `\n${inspect(error, { depth: 4, maxStringLength: 500 })}`}\n`;
    try {
      if (sizeOf(path) > LARGEST_BYTES) renameSync(path, join(folder, 'footing.earlier.log'));
      appendFileSync(path, line);
    } catch {
      // Where the log itself cannot be written, the console is what is left.
      process.stderr.write(line);
    }
  };
}

function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0;
}
