import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { END_OF_LINE } from './said.ts';

/* Work in a child process that is killed in the middle of it, as by a power cut of the program. The child says on stdout, line by line, what it has done for certain;
   after the kill a test holds what is on disk against what was said. */

/** Compiled modules of children, kept between them: without it each would compile the same files again. */
const COMPILED = join(tmpdir(), 'footing-test-compiled');

export interface Killing {
  /** The program: a file of test/support that says what it did with `said`. */
  script: string;
  args: readonly string[];
  /** The child is killed after it has said so many lines, and so many milliseconds have passed or the work of the test is done. */
  afterLines: number;
  thenMilliseconds?: number;
  meanwhile?: () => Promise<unknown>;
}

export interface Ended {
  /** What the child had said for certain; a line cut short by the kill is left out. */
  lines: string[];
  /** False where the child ended by itself before the kill came. */
  wasKilled: boolean;
}

/** Runs a program in a child process, kills it with SIGKILL, and gives back what it had said. Throws where the child failed by itself. */
export function runAndKill({ script, args, afterLines, thenMilliseconds = 0, meanwhile }: Killing): Promise<Ended> {
  mkdirSync(COMPILED, { recursive: true });
  const env = { ...process.env, NODE_COMPILE_CACHE: COMPILED };
  const child = spawn(process.execPath, [script, ...args], { stdio: ['ignore', 'pipe', 'pipe'], env });
  const lines: string[] = [];
  let complaint = '';
  const killSoon = async (): Promise<void> => {
    await meanwhile?.();
    setTimeout(() => child.kill('SIGKILL'), thenMilliseconds);
  };
  createInterface({ input: child.stdout }).on('line', (line) => {
    lines.push(line);
    if (lines.length === afterLines) void killSoon();
  });
  child.stderr.on('data', (chunk: Buffer) => (complaint += chunk.toString()));
  if (afterLines === 0) void killSoon();
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => {
      const wasKilled = signal === 'SIGKILL';
      if (wasKilled || code === 0)
        resolve({ lines: lines.filter((line) => line.endsWith(END_OF_LINE)).map((line) => line.slice(0, -END_OF_LINE.length)), wasKilled });
      else reject(new Error(`The child ended by itself (${String(code)}): ${complaint}`));
    });
  });
}
