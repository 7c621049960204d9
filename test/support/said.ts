import { writeSync } from 'node:fs';

/** Closes each line, so that one cut short by a kill is told from a whole one. */
export const END_OF_LINE = ' .';

const PIPE_IS_FULL = 'EAGAIN';
const pause = new Int32Array(new SharedArrayBuffer(4));

/** Says on stdout, in a child process, that something is done for certain. The line is in the pipe before this returns, also where the reader is slow. */
export function said(line: string): void {
  let left = Buffer.from(`${line}${END_OF_LINE}\n`);
  while (left.length > 0) {
    try {
      left = left.subarray(writeSync(1, left));
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === PIPE_IS_FULL)) throw error;
      Atomics.wait(pause, 0, 0, 2);
    }
  }
}
