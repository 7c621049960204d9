import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Exporting, Ports } from '../../cli/ports.ts';
import { run } from '../../cli/run.ts';
import { summarySchema, type Summary } from '../../shared/outcomes/summary-schema.ts';
import { writeScenarioFile } from '../../shared/scenario/file.ts';
import type { Scenario } from '../../shared/scenario/schema.ts';

const MAIN = fileURLToPath(new URL('../../cli/main.ts', import.meta.url));

/** What a run of the command left behind. */
export type Outcome = { readonly code: number | null; readonly out: string; readonly errors: string };

/** The path of a shipped scenario. */
export function shipped(name: string): string {
  return fileURLToPath(new URL(`../../scenarios/${name}.footing`, import.meta.url));
}

/** Runs the command as a person starts it: in a process of its own, on the same Node. */
export function footing(...args: readonly string[]): Outcome {
  const child = spawnSync(process.execPath, [MAIN, ...args], { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
  return { code: child.status, out: child.stdout, errors: child.stderr };
}

/** What stands in any file that a run reads: its content, a reader, or the error that the system would throw. */
export type FileStub = string | Uint8Array | Error | Ports['readFile'];

/** Runs the command in this process. */
export function runHere(args: readonly string[], file: FileStub = '', exporting?: Exporting): Outcome {
  let [out, errors] = ['', ''];
  const code = run(args, {
    readFile: (path, limit) => {
      if (typeof file === 'function') return file(path, limit);
      if (file instanceof Error) throw file;
      const bytes = typeof file === 'string' ? new TextEncoder().encode(file) : file;
      return bytes.subarray(0, limit);
    },
    print: (text) => (out += text),
    printError: (text) => (errors += text),
    exporting,
  });
  if (typeof code !== 'number') throw new Error('This command waits for workers. Run it with footing().');
  return { code, out, errors };
}

/** A scenario as the text of a sealed file. */
export function fileText(scenario: Scenario): string {
  return writeScenarioFile(scenario, { engineVersion: '0.0.0' });
}

/** The JSON that `project --json` printed, held against the schema of the summary. */
export function summaryIn({ out }: Outcome): Summary {
  return summarySchema.parse(JSON.parse(out));
}
