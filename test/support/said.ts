import { writeSync } from 'node:fs';

/** Closes each line, so that one cut short by a kill is told from a whole one. */
export const END_OF_LINE = ' .';

/** Says on stdout, in a child process, that something is done for certain. The line is in the pipe before this returns. */
export function said(line: string): void {
  writeSync(1, `${line}${END_OF_LINE}\n`);
}
