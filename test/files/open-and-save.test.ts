import { Buffer } from 'node:buffer';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, expect, test } from 'vitest';
import { nodeDisk, type Disk } from '../../electron/files/disk.ts';
import { fileWork, type FileWork, type OpenedFile } from '../../electron/files/file-work.ts';
import { fileWorkElsewhere } from '../../electron/files/work-elsewhere.ts';
import type { Scenario } from '../../shared/scenario/schema.ts';
import { shippedScenario } from '../support/shipped-scenario.ts';
import { smallDisk } from '../support/small-disk.ts';
import { smallScenario } from '../support/small-scenario.ts';
import { errno } from './faulty-disk.ts';

let folder: string;
let path: string;
const elsewhere = fileWorkElsewhere();
const here = fileWork();

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'scenario-files-'));
  path = join(folder, 'plan.footing');
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});
afterAll(() => elsewhere.close());

const status = { stage: 'DRAFT' as const };
const scenario = smallScenario();
const renamed = (name: string): Scenario => ({ ...scenario, name });

async function saved(work: FileWork, content: Scenario = scenario): Promise<void> {
  expect(await work.save({ path, scenario: content, status })).toMatchObject({ kind: 'saved' });
}

/** The words of a refusal; fails where the file was opened. */
function refusedText(opened: OpenedFile): string {
  if (opened.kind === 'opened') throw new Error('The file was opened.');
  return [opened.refusal.title, opened.refusal.text, ...opened.refusal.details].join(' | ');
}

test.each([
  ['on this thread', here],
  ['in the worker', elsewhere],
])('what is saved opens again as it was, %s', async (_, work) => {
  await saved(work);
  expect(await work.open(path)).toMatchObject({ kind: 'opened', content: { scenario, seal: 'intact', status: 'DRAFT', differences: [] } });
  expect(readdirSync(folder)).toEqual(['plan.footing']);
});

test('the worker does several things at once, each with its own answer', async () => {
  const paths = Array.from({ length: 8 }, (_, index) => join(folder, `plan ${String(index)}.footing`));
  await Promise.all(paths.map((each, index) => elsewhere.save({ path: each, scenario: renamed(`Plan ${String(index)}`), status })));
  const opened = await Promise.all(paths.map((each) => elsewhere.open(each)));
  expect(opened.map((each) => (each.kind === 'opened' ? each.content.scenario.name : each.kind))).toEqual(
    paths.map((_, index) => `Plan ${String(index)}`),
  );
});

test('a worker that is ended leaves nobody waiting, and the next request starts another', async () => {
  await saved(here);
  const work = fileWorkElsewhere();
  const lost = expect(work.open(path)).rejects.toThrow('it was ended');
  await work.close();
  await lost;
  expect(await work.open(path)).toMatchObject({ kind: 'opened' });
  await work.close();
});

test('a status travels with the file', async () => {
  await here.save({ path, scenario, status: { stage: 'APPROVED', name: 'Officer', role: 'Director of finance', date: '2018-03-29' } });
  expect(await here.open(path)).toMatchObject({ content: { status: 'APPROVED' } });
});

test('a file that was changed after it was sealed opens with a broken seal', async () => {
  await saved(here);
  const text = readFileSync(path, 'utf8');
  writeFileSync(path, text.replace('Vale Hospitals', 'Dale Hospitals'));
  expect(await here.open(path)).toMatchObject({ kind: 'opened', content: { seal: 'broken' } });
});

test('a file written by hand, without seal or results, opens as such', async () => {
  writeFileSync(path, JSON.stringify({ format: 'footing-scenario', formatVersion: 1, scenario }));
  expect(await here.open(path)).toMatchObject({ kind: 'opened', content: { seal: 'absent', engine: null, differences: [] } });
});

test('figures that this version computes otherwise are said, the largest first', async () => {
  await saved(here);
  const file = JSON.parse(readFileSync(path, 'utf8')) as { results: { system: Record<string, Record<string, string>> }; seal?: unknown };
  const reported = file.results.system['reported']?.['2020/21'] ?? '';
  expect(reported).toMatch(/^-?\d/);
  file.results.system['reported'] = { ...file.results.system['reported'], '2020/21': '123456.78' };
  file.results.system['underlying'] = {
    ...file.results.system['underlying'],
    '2020/21': (Number(file.results.system['underlying']?.['2020/21']) + 0.001).toFixed(3),
  };
  delete file.seal;
  writeFileSync(path, JSON.stringify(file));
  const opened = await here.open(path);
  const differences = opened.kind === 'opened' ? opened.content.differences : [];
  expect(differences).toHaveLength(1);
  expect(differences[0]).toMatch(/^System, reported, 2020\/21: the file says £123,456\.78, this version computes \(?£/);
});

test.each(['worked-example-a', 'worked-example-b', 'norfolk-waveney-2016'])(
  'the shipped %s saves and opens without a difference',
  async (name) => {
    await saved(here, shippedScenario(name));
    expect(await here.open(path)).toMatchObject({ kind: 'opened', content: { seal: 'intact', differences: [] } });
  },
);

test.each([
  ['nothing at all', '', 'damaged'],
  ['other text', 'Dear all, please find attached', 'no Footing scenario'],
  ['other JSON', '{"name":"package"}', 'no Footing scenario'],
  ['a file that breaks off', '{"format":"footing-scenario","formatVersion":1,"scenario":{"name":', 'line 1'],
  [
    'a file of a newer version',
    '{"format":"footing-scenario","formatVersion":99,"engine":"9.1.0","scenario":{}}',
    'Footing 9.1.0 or later',
  ],
  ['a field that is unknown', '{"format":"footing-scenario","formatVersion":1,"scenario":{"name":"A","colour":"red"}}', 'colour'],
])('%s is refused in words that name the file', async (_, text, words) => {
  writeFileSync(path, text);
  const refused = refusedText(await here.open(path));
  expect(refused).toContain(words);
  expect(refused).not.toMatch(/undefined|Error:|ENO/);
  expect(readFileSync(path, 'utf8')).toBe(text);
});

test('bytes that are no text are refused, not replaced by signs', async () => {
  await saved(here);
  const bytes = readFileSync(path);
  bytes[200] = 0xff;
  writeFileSync(path, bytes);
  expect(refusedText(await here.open(path))).toContain('UTF-8');
});

test('a file beyond the limit is refused without being read', async () => {
  writeFileSync(path, '');
  truncateSync(path, 3_000_000_000);
  expect(refusedText(await here.open(path))).toContain('20 MB');
});

test.each([
  ['a file that is gone', () => undefined, 'not there any more'],
  ['a folder', () => mkdirSync(path), 'not a plain file'],
  ['a link in a circle', () => symlinkSync(path, path), 'leads in a circle'],
  ['a pipe', () => spawnSync('mkfifo', [path]), process.platform === 'win32' ? 'not there any more' : 'not a plain file'],
])('%s is refused in words', async (_, prepare, words) => {
  prepare();
  expect(refusedText(await here.open(path))).toContain(words);
});

test('a text that was dropped opens like a file, and is refused like one', async () => {
  await saved(here);
  expect(await elsewhere.openText({ fileName: 'plan.footing', text: readFileSync(path, 'utf8') })).toMatchObject({
    content: { scenario, seal: 'intact' },
  });
  expect(refusedText(await elsewhere.openText({ fileName: 'letter.txt', text: 'Dear all' }))).toContain('letter.txt');
});

test('a question names what would be replaced, and only a yes to that very file replaces it', async () => {
  await saved(here, renamed('Plan of March'));
  const asked = await here.save({ path, scenario: renamed('Plan of June'), status });
  if (asked.kind !== 'wouldReplace') throw new Error(asked.kind);
  expect(asked.question).toContain('plan.footing is already in');
  expect(asked.question).toContain('It holds "Plan of March".');
  expect(await here.open(path)).toMatchObject({ content: { scenario: { name: 'Plan of March' } } });

  writeFileSync(path, 'somebody else was here');
  const again = await here.save({ path, scenario: renamed('Plan of June'), status, replacing: asked.seen });
  if (again.kind !== 'wouldReplace') throw new Error(again.kind);
  expect(again.question).toContain('no scenario that Footing can open');
  expect(readFileSync(path, 'utf8')).toBe('somebody else was here');

  expect(await here.save({ path, scenario: renamed('Plan of June'), status, replacing: again.seen })).toMatchObject({ kind: 'saved' });
  expect(await here.open(path)).toMatchObject({ content: { scenario: { name: 'Plan of June' } } });
  expect(readFileSync(`${path}.bak`, 'utf8')).toBe('somebody else was here');
});

test('a folder of that name is no file to replace', async () => {
  mkdirSync(path);
  expect(await here.save({ path, scenario, status })).toMatchObject({
    kind: 'refused',
    refusal: { text: expect.stringContaining('there is a folder of this name') as string },
  });
});

test.each([
  ['ENOSPC', 'the disk is full'],
  ['EDQUOT', 'share of the disk'],
  ['EACCES', 'you may not write there'],
  ['EROFS', 'read-only'],
  ['ENAMETOOLONG', 'too long'],
  ['EIO', 'did not answer'],
  ['ESOMETHING', 'the disk refused'],
])('%s is said in words, with where and the way out', async (code, words) => {
  const disk: Disk = { ...nodeDisk, open: () => Promise.reject(errno(code)) };
  const result = await fileWork(disk).save({ path, scenario, status });
  if (result.kind !== 'refused') throw new Error(result.kind);
  expect(result.refusal.text).toContain(words);
  expect(result.refusal.text).toContain(folder);
  expect(result.refusal.text).toContain('your work is safe in the library');
  expect(result.refusal.details).toEqual([`Error code: ${code}`]);
});

test('a name that is too long is refused in words', async () => {
  const result = await here.save({ path: join(folder, `${'x'.repeat(300)}.footing`), scenario, status });
  expect(result).toMatchObject({ kind: 'refused', refusal: { text: expect.stringContaining('too long') as string } });
  expect(readdirSync(folder)).toEqual([]);
});

/** A disk that is full after so many bytes: a real one where this machine lets us, else one that says so. */
function fullDisk(): { folder: string; work: FileWork; remove: () => void } {
  const small = smallDisk(65_536);
  if (small !== undefined) {
    writeFileSync(join(small.folder, 'filling'), Buffer.alloc(65_536 - 16_384));
    return { folder: small.folder, work: here, remove: small.remove };
  }
  const disk: Disk = { ...nodeDisk, open: () => Promise.reject(errno('ENOSPC')) };
  return { folder, work: fileWork(disk), remove: () => undefined };
}

test('a full disk: said in words, the original intact, nothing left over', async () => {
  const disk = fullDisk();
  try {
    const target = join(disk.folder, 'plan.footing');
    writeFileSync(target, 'the original');
    const before = readdirSync(disk.folder);
    const asked = await disk.work.save({ path: target, scenario: shippedScenario('worked-example-b'), status });
    const result =
      asked.kind === 'wouldReplace'
        ? await disk.work.save({ path: target, scenario: shippedScenario('worked-example-b'), status, replacing: asked.seen })
        : asked;
    expect(result).toMatchObject({ kind: 'refused', refusal: { text: expect.stringContaining('the disk is full') as string } });
    expect(readFileSync(target, 'utf8')).toBe('the original');
    expect(readdirSync(disk.folder)).toEqual(before);
  } finally {
    disk.remove();
  }
});

test('a read-only disk: said in words, the original intact and still to be opened', async () => {
  const small = smallDisk(1_048_576);
  if (small === undefined) {
    const disk: Disk = { ...nodeDisk, open: () => Promise.reject(errno('EROFS')) };
    expect(await fileWork(disk).save({ path, scenario, status })).toMatchObject({ kind: 'refused' });
    return;
  }
  try {
    const target = join(small.folder, 'plan.footing');
    expect(await here.save({ path: target, scenario, status })).toMatchObject({ kind: 'saved' });
    small.makeReadOnly();
    const opened = await here.open(target);
    const seen = opened.kind === 'opened' ? opened.stamp : undefined;
    expect(seen).toBeDefined();
    const result = await here.save({ path: target, scenario: renamed('Other'), status, replacing: seen });
    expect(result).toMatchObject({ kind: 'refused', refusal: { text: expect.stringContaining('the folder is read-only') as string } });
    expect(await here.open(target)).toMatchObject({ content: { scenario: { name: scenario.name } } });
  } finally {
    small.remove();
  }
});
