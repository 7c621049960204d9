// Writes docs/mutation.md from the last run of `npm run mutation`, and fails where a folder is below the score that we hold ourselves to.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { posix, resolve } from 'node:path';
import { z } from 'zod';

const LEAST_SCORE = 80;
const COMMAND = 'npm run mutation';

const reportSchema = z.object({
  files: z.record(z.string(), z.object({ mutants: z.array(z.object({ status: z.string() })) })),
});

/** Mutants of one file or of several: found by a test, not found, and left out of the score. */
export interface MutationCount {
  killed: number;
  timedOut: number;
  survived: number;
  notCovered: number;
  /** Mutants that do not compile or run, or that are switched off: they say nothing of the tests. */
  invalid: number;
}

const FIELD_OF_STATUS: Readonly<Record<string, keyof MutationCount>> = {
  Killed: 'killed',
  Timeout: 'timedOut',
  Survived: 'survived',
  NoCoverage: 'notCovered',
};

function countOf(statuses: readonly string[]): MutationCount {
  const count: MutationCount = { killed: 0, timedOut: 0, survived: 0, notCovered: 0, invalid: 0 };
  for (const status of statuses) count[FIELD_OF_STATUS[status] ?? 'invalid'] += 1;
  return count;
}

/** The share of mutants that a test noticed, in per cent; undefined where there was none to notice. */
export function mutationScore({ killed, timedOut, survived, notCovered }: MutationCount): number | undefined {
  const found = killed + timedOut;
  const all = found + survived + notCovered;
  return all === 0 ? undefined : (100 * found) / all;
}

/** Counts by file and by folder, in code point order, and for all together. */
export function summarise(report: unknown): { files: Map<string, MutationCount>; folders: Map<string, MutationCount>; all: MutationCount } {
  const statuses = Object.entries(reportSchema.parse(report).files)
    .map(([path, { mutants }]) => ({ path, statuses: mutants.map(({ status }) => status) }))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
  const folders = [...new Set(statuses.map(({ path }) => posix.dirname(path)))];
  const within = (folder: string): string[] =>
    statuses.filter(({ path }) => posix.dirname(path) === folder).flatMap((file) => file.statuses);
  return {
    files: new Map(statuses.map((file) => [file.path, countOf(file.statuses)])),
    folders: new Map(folders.map((folder) => [folder, countOf(within(folder))])),
    all: countOf(statuses.flatMap((file) => file.statuses)),
  };
}

function row(name: string, count: MutationCount): string {
  const score = mutationScore(count);
  const cells = [
    name,
    score === undefined ? '–' : `${score.toFixed(1)}%`,
    count.killed,
    count.timedOut,
    count.survived,
    count.notCovered,
    count.invalid,
  ];
  return `| ${cells.map(String).join(' | ')} |`;
}

function table(first: string, counts: ReadonlyMap<string, MutationCount>): string {
  const head = `| ${first} | score | killed | timed out | survived | not covered | invalid |\n|---|--:|--:|--:|--:|--:|--:|`;
  return [head, ...[...counts].map(([name, count]) => row(`\`${name}\``, count))].join('\n');
}

/** The report as people read it. */
export function mutationPage(report: unknown): string {
  const { files, folders, all } = summarise(report);
  const survivors = all.survived + all.notCovered;
  return `# Mutation testing

Stryker changes the code in one small way at a time and runs the tests: a change that no test notices has *survived*. The score is the share of
changes that a test noticed (killed, or ran for ever and timed out), among all that could be noticed. We hold each folder to ${String(LEAST_SCORE)}% or more.

Made by \`${COMMAND}\`; do not edit by hand. Survivors one by one stand in \`reports/mutation/index.html\` after a run.

**All: ${(mutationScore(all) ?? 0).toFixed(1)}%, ${String(survivors)} survivors** (${String(all.survived)} that tests ran through, ${String(all.notCovered)} that no test reaches).

${table('folder', folders)}

${table('file', files)}
`;
}

/** Folders below the least score. */
export function foldersBelow(report: unknown): string[] {
  return [...summarise(report).folders].filter(([, count]) => (mutationScore(count) ?? 100) < LEAST_SCORE).map(([folder]) => folder);
}

function main(): void {
  const root = resolve(import.meta.dirname, '..');
  const path = resolve(root, 'reports/mutation/mutation.json');
  if (!existsSync(path)) throw new Error(`There is no reports/mutation/mutation.json. Run "${COMMAND}", which makes it.`);
  const report: unknown = JSON.parse(readFileSync(path, 'utf8'));
  writeFileSync(resolve(root, 'docs/mutation.md'), mutationPage(report));
  const below = foldersBelow(report);
  process.stdout.write(
    `docs/mutation.md written; ${below.length > 0 ? `below ${String(LEAST_SCORE)}%: ${below.join(', ')}` : 'every folder holds'}\n`,
  );
  process.exitCode = below.length > 0 ? 1 : 0;
}

if (import.meta.main) main();
