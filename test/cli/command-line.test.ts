import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { item, smallScenario } from '../support/small-scenario.ts';
import { fileText, footing, runHere, shipped, summaryIn, type Outcome } from './command-line.ts';

const folder = mkdtempSync(join(tmpdir(), 'footing-command-line-'));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

function written(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

/** A fault is told in words with a code, on the error side alone, and never as a stack trace. */
function expectTold({ code, out, errors }: Outcome, told: { code: number; as: string; words: RegExp }): void {
  expect(code).toBe(told.code);
  expect(out).toBe('');
  expect(errors).toMatch(new RegExp(`^Error ${told.as}: `));
  expect(errors).toMatch(told.words);
  expect(errors).not.toMatch(/^\s+at /m);
}

const small = fileText(smallScenario());

describe('arguments', () => {
  test.each<[args: string[], words: RegExp]>([
    [[], /^Error usage: No command was given\..*\nUsage: footing project FILE/],
    [[''], /"" is no command of footing/],
    [['projct', 'x'], /Did you mean project\?/],
    [['exlpain', 'x'], /Did you mean explain\?/],
    [['zzzzzz'], /is no command of footing\. Allowed: project, check, explain, stress, export, schema\./],
    [['project'], /needs a file/],
    [['project', ''], /needs a file/],
    [['project', 'a', 'b'], /takes one file, and was given 2/],
    [['schema', 'a'], /takes no file, and was given "a"/],
    [['project', 'a', '--jso'], /"--jso" is no option of footing project\. Did you mean --json\?/],
    [['project', 'a', '--draws', '5'], /Allowed: --json, --unit, --year, --real, --help\./],
    [['project', 'a', '--json', '--json'], /--json is given twice/],
    [['project', 'a', '--json=yes'], /--json takes no value/],
    [['project', 'a', '--unit'], /--unit needs a value after it: --unit UNIT/],
    [['project', 'a', '--unit', '--json'], /--unit needs a value after it/],
    [['project', 'a', '--unit='], /--unit needs a value after it/],
    [['project', 'a', '--unit', '£bn'], /--unit: read "£bn"\. Allowed: £, £000, £m\./],
    [['project', 'a', '--unit', '__proto__'], /--unit: read "__proto__"/],
    [['project', 'a', '--constructor'], /"--constructor" is no option/],
    [['check', 'a', '--unit', '£m'], /"--unit" is no option of footing check/],
    [['explain', 'a'], /needs a figure/],
    [['explain', 'a', '--figure', 'system.reported.2020/21', '--depth', '0'], /--depth: read "0"\. Allowed: a whole number from 1 to 6/],
    [['explain', 'a', '--figure', 'x', '--depth', '1e9'], /--depth: read "1e9"/],
    [['explain', 'a', '--figure', 'x', '--depth', '2.5'], /--depth: read "2\.5"/],
    [['x'.repeat(100_000)], /is no command of footing/],
  ])('%j', (args, words) => {
    const outcome = runHere(args, small);
    expectTold(outcome, { code: 1, as: 'usage', words });
    expect(outcome.errors).toContain('Usage: ');
    expect(outcome.errors.length).toBeLessThan(2000);
  });

  test.each<[args: string[], words: RegExp]>([
    [['--help'], /^Usage: footing COMMAND/],
    [['-h'], /^Usage: footing COMMAND/],
    [['help'], /^Usage: footing COMMAND/],
    [['help', 'explain'], /^Usage: footing explain FILE --figure PATH/],
    [['project', '--help'], /^Usage: footing project FILE .*\[--unit UNIT\]/],
    [['project', 'missing', '--unit', 'x', '--help'], /^Usage: footing project/],
    [['--version'], /^footing \d+\.\d+\.\d+, engine \d+\.\d+\.\d+, file format 1\n$/],
  ])('%j is answered well, in lines that fit', (args, words) => {
    const { code, out, errors } = runHere(args);
    expect([code, errors]).toEqual([0, '']);
    expect(out).toMatch(words);
    expect(out.split('\n').filter((line) => line.length > 100)).toEqual([]);
  });

  test('a word may follow its option or stand behind an equals sign, before or after the file', () => {
    const usual = runHere(['project', 'a', '--unit', '£000', '--year', '2018/19'], small);
    expect(runHere(['project', '--year=2018/19', '--unit=000', 'a'], small)).toEqual(usual);
    expect(usual.out).toContain('Organisations, 2018/19\n');
    expect(usual.out).toContain('£000');
  });

  test('after -- a file may begin with a hyphen', () => {
    expect(runHere(['check', '--', '--json'], small).code).toBe(0);
  });

  test('a year is one of the projected years', () => {
    const outcome = runHere(['project', 'a', '--year', '2020/2'], small);
    expectTold(outcome, {
      code: 1,
      as: 'usage',
      words: /--year: read "2020\/2", .* Did you mean 2020\/21\? Allowed: 2018\/19, 2019\/20, 2020\/21\./,
    });
    expectTold(runHere(['project', 'a', '--year', '2017/18'], small), { code: 1, as: 'usage', words: /no projected year/ });
  });
});

describe('files that cannot be used', () => {
  test('a file that is not there', () => {
    expectTold(footing('project', join(folder, 'no such.footing')), {
      code: 2,
      as: 'not-found',
      words: /no such\.footing: There is no such file\./,
    });
  });

  test('a folder', () => {
    expectTold(footing('check', folder), {
      code: 2,
      as: 'is-a-folder',
      words: /This is a folder\. Give the path of a \.footing file in it\./,
    });
  });

  test('a path through a file, and a link that leads round in a circle', () => {
    const file = written('plan.footing', small);
    expectTold(footing('check', join(file, 'more')), { code: 2, as: 'not-found', words: /There is no such file/ });
    const round = Object.assign(new Error('ELOOP'), { code: 'ELOOP' });
    expectTold(runHere(['check', 'round'], round), { code: 2, as: 'not-found', words: /circle of links/ });
  });

  test('a file that may not be read, and a fault that nobody foresaw', () => {
    const denied = Object.assign(new Error('EACCES: permission denied'), { code: 'EACCES' });
    expectTold(runHere(['project', 'plan.footing'], denied), {
      code: 2,
      as: 'no-permission',
      words: /You may not read this file\. Ask its owner/,
    });
    const strange = Object.assign(new Error('EIO'), { code: 'EIO' });
    expectTold(runHere(['project', 'plan.footing'], strange), { code: 2, as: 'unreadable', words: /could not be read \(EIO\)/ });
  });

  test('an empty file', () => {
    expectTold(footing('project', written('empty.footing', '')), { code: 2, as: 'empty', words: /empty\.footing is empty/ });
  });

  test('a file of bytes that are no text', () => {
    const bytes = Uint8Array.from({ length: 4096 }, (_, index) => (index * 89) % 256);
    expectTold(footing('project', written('picture.footing', bytes)), {
      code: 2,
      as: 'not-text',
      words: /picture\.footing is no text in UTF-8/,
    });
  });

  test('a file larger than any that is read, without waiting for its end', () => {
    const endless = (_path: string, limit: number): Uint8Array => new Uint8Array(limit);
    expectTold(runHere(['project', 'endless'], endless), { code: 2, as: 'too-large', words: /larger than 20 MB/ });
    const large = written('large.footing', new Uint8Array(20_000_001));
    expectTold(footing('project', large), { code: 2, as: 'too-large', words: /larger than 20 MB/ });
  });

  test.each<[name: string, content: string, as: string, words: RegExp]>([
    ['text.footing', 'Dear all, please find attached', 'not-ours', /text\.footing is not a Footing scenario/],
    ['other.json', '{"format":"other"}', 'not-ours', /is not a Footing scenario/],
    ['newer.footing', '{"format":"footing-scenario","formatVersion":7}', 'newer', /Needs a Footing that reads format 7/],
    ['cut.footing', small.slice(0, small.length / 2), 'damaged', /cut\.footing, line \d+, column \d+: found the end of the file/],
    ['wrong.footing', '{"format":"footing-scenario","formatVersion":1,"scenario":{}}', 'invalid', /name: read nothing; allowed: a text/],
    ['huge.footing', small.replace(/"value": "84000000"/, '"value": 1e9999'), 'invalid', /read "1e9999"/],
    ['deep.footing', `{"format":${'['.repeat(5000)}`, 'too-large', /brackets stand more than/],
    ['polluted.footing', small.replace('"format"', '"__proto__": {"x": 1}, "format"'), 'damaged', /the key "__proto__"/],
  ])('%s', (name, content, as, words) => {
    expectTold(runHere(['project', name], content), { code: 2, as, words });
  });

  test('what a file holds cannot speak through an error', () => {
    const { errors } = runHere(['check', 'x'], '{"format":"footing-scenario","formatVersion":1,"\u001b[31mred\u0007":1}');
    expect(errors).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f]/u);
  });
});

describe('files with something to say', () => {
  const broken = fileText(smallScenario((change) => (item(change.capital, 'C1').funding = [{ source: 'COUNCIL_BORROWING', share: '1' }])));

  test('a file that was changed after it was sealed is used, and says so', () => {
    const changed = small.replace('Small scenario', 'Small changed scenario');
    const outcome = runHere(['project', 'plan.footing', '--json'], changed);
    expect(outcome.code).toBe(0);
    expect(outcome.errors).toMatch(/^Warning altered: plan\.footing was changed after it was sealed/);
    expect(summaryIn(outcome).scenario.name).toBe('Small changed scenario');
    expect(runHere(['check', 'plan.footing'], changed).out).toContain('was changed after it was sealed');
    expect(runHere(['check', 'plan.footing'], small).out).toContain('its content is what was sealed');
  });

  test('a file with errors that leave something uncomputed prints what it can and ends with 2', () => {
    for (const args of [
      ['project', 'x'],
      ['project', 'x', '--json'],
      ['explain', 'x', '--figure', 'system.reported.2020/21'],
    ]) {
      const { code, out, errors } = runHere(args, broken);
      expect(code).toBe(2);
      expect(out).not.toBe('');
      expect(errors).toMatch(/^Warning left-out: Not computed, because of problems: capital:C1, .*footing check FILE says why/);
    }
  });

  test('check names every problem and every check, and ends with 2 for an error', () => {
    const { code, out } = runHere(['check', 'x'], broken);
    expect(code).toBe(2);
    expect(out).toMatch(/Problems: 1 error, /);
    expect(out).toMatch(/E9 error, capital\.C1\.funding\.COUNCIL_BORROWING/);
    expect(out).toMatch(/^ {2}C14 holds {2}/m);
    expect(out.split('\n').filter((line) => line.length > 100)).toEqual([]);
  });

  test('a blank population is a warning, and leaves the exit code at 0', () => {
    const blank = fileText(smallScenario((change) => (change.populationByYear = {})));
    expect(runHere(['project', 'x'], blank).code).toBe(0);
    expect(runHere(['check', 'x'], blank).code).toBe(0);
  });

  test('a check that fails ends with 3', () => {
    const signed = { position: '5', role: 'Director of finance' };
    const failing = fileText(smallScenario((change) => (item(change.organisations, 'CCG').signedOffBaseline = signed)));
    // The simulation's own check, C11, is made by check alone: a projection draws nothing.
    for (const [command, told] of [
      ['project', 'C14 of 13 checks failed'],
      ['check', 'C14 of 14 checks failed'],
    ] as const) {
      const { code, out } = runHere([command, 'x'], failing);
      expect(code).toBe(3);
      expect(out).toContain(told);
    }
  });

  test('check --json holds the seal, the problems, what is left out and the checks', () => {
    const found: unknown = JSON.parse(runHere(['check', 'x', '--json'], broken).out);
    expect(found).toMatchObject({ seal: 'intact', masterCheck: { id: 'master', holds: true, detail: 'All 14 checks hold' } });
    expect(found).toHaveProperty('checks.10.id', 'C11');
    expect(found).toHaveProperty('leftOut.0.object', 'capital:C1');
    expect(found).toHaveProperty('problems.0.id', 'E9');
  });
});

describe('explain', () => {
  test('a figure with its terms, and the paths one level down', () => {
    const { code, out } = footing('explain', shipped('worked-example-b'), '--figure', 'organisations.ACUTE.reported.2020/21');
    expect(code).toBe(0);
    expect(out).toContain('(6,008,812.00)');
    expect(out).toContain('organisations.ACUTE.riskShare.2020/21');
    expect(out.split('\n').filter((line) => line.length > 100)).toEqual([]);
  });

  test('deeper levels follow, each figure once', () => {
    const args = ['explain', 'x', '--figure', 'system.reported.2020/21', '--json'];
    const flat = JSON.parse(runHere(args, small).out) as { terms: { path?: string }[] };
    const deep = JSON.parse(runHere([...args, '--depth', '3'], small).out) as { deeper: { path: string }[] };
    const below = deep.deeper.map(({ path }) => path);
    expect(below).toEqual(expect.arrayContaining(flat.terms.flatMap(({ path }) => path ?? [])));
    expect(new Set(below).size).toBe(below.length);
    expect(below.length).toBeGreaterThan(flat.terms.length);
    expect(flat).not.toHaveProperty('deeper');
  });

  test('a path that leads nowhere is wrong usage, with the nearest', () => {
    const outcome = runHere(['explain', 'x', '--figure', 'system.reportd.2020/21'], small);
    expectTold(outcome, { code: 1, as: 'usage', words: /Nearest: system\.reported\.2020\/21/ });
  });

  test('a figure that is not computed gives the reason', () => {
    const broken = fileText(
      smallScenario((change) => (item(change.capital, 'C1').funding = [{ source: 'COUNCIL_BORROWING', share: '1' }])),
    );
    const outcome = runHere(['explain', 'x', '--figure', 'capital.C1.spend.2020/21'], broken);
    expectTold(outcome, { code: 2, as: 'not-computed', words: /capital\.C1\.spend\.2020\/21: .*Council borrowing/ });
  });
});

describe('as a program', () => {
  test('project --json prints JSON and nothing else', () => {
    const { code, out, errors } = footing('project', shipped('worked-example-a'), '--json');
    expect([code, errors]).toEqual([0, '']);
    expect(Object.keys(JSON.parse(out) as object).slice(0, 5)).toEqual(['scenario', 'engine', 'years', 'system', 'organisations']);
  });

  test('the same file gives the same bytes', () => {
    expect(footing('project', shipped('worked-example-b')).out).toBe(footing('project', shipped('worked-example-b')).out);
  });

  test('a reader that closes early is no fault', async () => {
    const main = fileURLToPath(new URL('../../cli/main.ts', import.meta.url));
    const child = spawn(process.execPath, [main, 'schema']);
    let errors = '';
    child.stderr.on('data', (piece: Buffer) => (errors += piece.toString()));
    child.stdout.destroy();
    const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
    expect([code, errors]).toEqual([0, '']);
  });

  test('the shipped files are read as they stand', () => {
    for (const name of ['worked-example-a', 'worked-example-b', 'norfolk-waveney-2016']) {
      expect(runHere(['check', name], readFileSync(shipped(name))).code).toBe(0);
    }
  });
});
