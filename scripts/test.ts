// Runs the named scripts of package.json one after another, all of them even when one fails, and closes with one line
// that sums everything: "N passed, N failed". A script that leaves reports/<name>.json is counted test by test.
import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { closingLine, sumOf, tallyOfStep, tallyOfTests, type Tally } from './tally.ts';

const root = resolve(import.meta.dirname, '..');
const names = process.argv.slice(2);
const WRITES_REPORT = /--outputFile\.json=(\S+)/;

function scriptOf(name: string): string {
  const manifest: unknown = JSON.parse(readFileSync(resolve(root, 'package.json'), 'utf8'));
  const scripts: unknown = typeof manifest === 'object' && manifest !== null && 'scripts' in manifest ? manifest.scripts : undefined;
  const script: unknown = typeof scripts === 'object' && scripts !== null ? Reflect.get(scripts, name) : undefined;
  if (typeof script !== 'string') throw new TypeError(`package.json has no script "${name}".`);
  return script;
}

function run(name: string): Tally {
  const started = performance.now();
  const report = WRITES_REPORT.exec(scriptOf(name))?.[1];
  // The report of an earlier run must never be counted for this one.
  if (report !== undefined) rmSync(resolve(root, report), { force: true });
  process.stdout.write(`\n— ${name}\n`);
  const { status } = spawnSync(`npm run --silent ${name}`, { cwd: root, shell: true, stdio: 'inherit' });
  const tally =
    report === undefined ? tallyOfStep(name, status ?? 1) : tallyOfTests({ name, report: reportAt(report), exitCode: status ?? 1 });
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  process.stdout.write(`— ${name}: ${closingLine(tally)} (${seconds} s)\n`);
  return tally;
}

/** The report that a script left; undefined where it left none, or died while writing. */
function reportAt(path: string): unknown {
  try {
    return JSON.parse(readFileSync(resolve(root, path), 'utf8'));
  } catch {
    return undefined;
  }
}

const total = sumOf(names.map(run));
if (total.failures.length > 0) process.stdout.write(`\nfailed:\n${total.failures.map((name) => `  ${name}`).join('\n')}\n`);
if (total.skipped.length > 0) process.stdout.write(`\nskipped here: ${total.skipped.join('; ')}\n`);
process.stdout.write(`\n${closingLine(total)}\n`);
process.exitCode = total.failed === 0 && total.passed > 0 ? 0 : 1;
