// Writes docs/mutation.md from the last run of `npm run mutation`, and fails where a folder is below the score that we hold ourselves to.
// Parts of the code that were run apart are put together by naming their reports: `node scripts/mutation-report.ts money.json engine.json`.
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { posix, resolve } from 'node:path';
import { z } from 'zod';

const LEAST_SCORE = 80;
const COMMAND = 'npm run mutation';

const reportSchema = z.object({
  files: z.record(z.string(), z.object({ source: z.string().optional(), mutants: z.array(z.object({ status: z.string() })) })),
  testFiles: z.record(z.string(), z.object({ tests: z.array(z.unknown()) })).default({}),
  framework: z.object({ version: z.string() }).default({ version: 'unknown' }),
});
type Report = z.infer<typeof reportSchema>;

/** One run of Stryker: its report, and when it ended, as `2020-03-31 12:00`. */
export interface MutationRun {
  report: unknown;
  endedAt: string;
}

/** One report of several runs. No file may stand in two of them: which of two scores counts is not for this script to say. */
export function reportOf(runs: readonly MutationRun[]): Report {
  const merged: Report = { files: {}, testFiles: {}, framework: { version: 'unknown' } };
  for (const { report } of runs) {
    const { files, testFiles, framework } = reportSchema.parse(report);
    const twice = Object.keys(files).find((path) => path in merged.files);
    if (twice !== undefined) throw new Error(`${twice} stands in two reports. Name one report for each file.`);
    Object.assign(merged.files, files);
    Object.assign(merged.testFiles, testFiles);
    merged.framework = framework;
  }
  return merged;
}

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

function runRow({ report, endedAt }: MutationRun): string {
  const { files, testFiles, framework } = reportSchema.parse(report);
  const folders = [...new Set(Object.keys(files).map((path) => posix.dirname(path)))].sort();
  const testFolders = [...new Set(Object.keys(testFiles).map((path) => posix.dirname(path)))].sort();
  const tests = Object.values(testFiles).reduce((count, file) => count + file.tests.length, 0);
  const quoted = (paths: readonly string[]): string => paths.map((path) => `\`${path}\``).join(', ');
  const cells = [endedAt, quoted(folders), Object.keys(files).length, `${String(tests)} in ${quoted(testFolders)}`, framework.version];
  return `| ${cells.map(String).join(' | ')} |`;
}

function runTable(runs: readonly MutationRun[]): string {
  return ['| ended (UTC) | code | files | tests that were run | Stryker |\n|---|---|--:|---|---|', ...runs.map(runRow)].join('\n');
}

/** How the figures came about: by the command, or from runs over parts of the code, which may have used fewer tests than the command does. */
function originOf(runs: readonly MutationRun[]): string {
  if (runs.length === 1) return `Made by \`${COMMAND}\`.`;
  return `Put together from ${String(runs.length)} runs over parts of the code, each with the tests that stand below, by \`node scripts/mutation-report.ts\` with the
paths of their reports. \`${COMMAND}\` measures all of it in one run, with every unit test and golden test; it takes long.`;
}

/** Files whose code is no longer what was measured, in code point order. */
export function changedSince(runs: readonly MutationRun[], codeOf: (path: string) => string | undefined): string[] {
  return Object.entries(reportOf(runs).files)
    .filter(([path, { source }]) => source !== undefined && source !== codeOf(path))
    .map(([path]) => path)
    .sort();
}

/** What the page says beside the reports: the code as it stands, to name what has changed since it was measured, and the versions of the tools. */
export interface Surroundings {
  codeOf: (path: string) => string | undefined;
  tools: string;
}

/** The report as people read it. */
export function mutationPage(runs: readonly MutationRun[], { codeOf, tools }: Surroundings): string {
  const { files, folders, all } = summarise(reportOf(runs));
  const survivors = all.survived + all.notCovered;
  const changed = changedSince(runs, codeOf);
  const standing =
    changed.length === 0
      ? 'Every file was measured as it stands.'
      : `Changed since they were measured, so that their figures are of the code before: ${changed.map((path) => `\`${path}\``).join(', ')}.`;
  return `# Mutation testing

Stryker changes the code in one small way at a time and runs the tests: a change that no test notices has *survived*. The score is the share of
changes that a test noticed (killed, or ran for ever and timed out), among all that could be noticed. We hold each folder to ${String(LEAST_SCORE)}% or more.

${originOf(runs)} Do not edit by hand. Survivors one by one stand in
\`reports/mutation/index.html\` after a run.

**All: ${(mutationScore(all) ?? 0).toFixed(1)}%, ${String(survivors)} survivors** (${String(all.survived)} that tests ran through, ${String(all.notCovered)} that no test reaches).

${table('folder', folders)}

## What was measured

${runTable(runs)}

${standing} Tests written after a run are in no figure of it.

Tools: ${tools}.

## By file

${table('file', files)}

## What survives

Some changes cannot be noticed, because they change nothing that can be seen: a short cut that only saves time (what is nil is not added, what was worked
once is kept), a fallback for a place in a list that is always filled, a guard for the base year whose amounts are nil anyway, a guard against what
validation has refused before, and an order of working that differs in the 34th digit at most. They stay in the table as survivors; nobody has counted them out.
`;
}

/** Folders below the least score. */
export function foldersBelow(report: unknown): string[] {
  return [...summarise(report).folders].filter(([, count]) => (mutationScore(count) ?? 100) < LEAST_SCORE).map(([folder]) => folder);
}

/** Paths of reports, or the one that `npm run mutation` writes. */
function runsAt(root: string, named: readonly string[]): MutationRun[] {
  const paths = named.length > 0 ? named.map((path) => resolve(path)) : [resolve(root, 'reports/mutation/mutation.json')];
  return paths.map((path) => {
    if (!existsSync(path)) throw new Error(`There is no ${path}. Run "${COMMAND}", which makes reports/mutation/mutation.json.`);
    const report: unknown = JSON.parse(readFileSync(path, 'utf8'));
    return { report, endedAt: statSync(path).mtime.toISOString().slice(0, 16).replace('T', ' ') };
  });
}

const manifestSchema = z.object({ devDependencies: z.record(z.string(), z.string()) });

/** The tools that decide a score, with their versions: the manifest pins each to one. */
function toolsIn(root: string): string {
  const { devDependencies } = manifestSchema.parse(JSON.parse(readFileSync(resolve(root, 'package.json'), 'utf8')));
  return ['@stryker-mutator/core', '@stryker-mutator/vitest-runner', 'vitest', 'typescript', 'node', 'decimal.js']
    .map((name) => `${name} ${(devDependencies[name] ?? 'of no fixed version').replace(/^npm:.*@/, '')}`)
    .join(', ');
}

function main(): void {
  const root = resolve(import.meta.dirname, '..');
  const runs = runsAt(root, process.argv.slice(2));
  const codeOf = (path: string): string | undefined => {
    const full = resolve(root, path);
    return existsSync(full) ? readFileSync(full, 'utf8') : undefined;
  };
  writeFileSync(resolve(root, 'docs/mutation.md'), mutationPage(runs, { codeOf, tools: toolsIn(root) }));
  const below = foldersBelow(reportOf(runs));
  process.stdout.write(
    `docs/mutation.md written; ${below.length > 0 ? `below ${String(LEAST_SCORE)}%: ${below.join(', ')}` : 'every folder holds'}\n`,
  );
  process.exitCode = below.length > 0 ? 1 : 0;
}

if (import.meta.main) main();
