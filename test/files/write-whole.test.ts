import { Buffer } from 'node:buffer';
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { nodeDisk, type Disk } from '../../electron/files/disk.ts';
import { stampOf, stateSince } from '../../electron/files/file-stamp.ts';
import { ReadBackDiffers, TargetExists, writeWhole } from '../../electron/files/write-whole.ts';
import { faultyDisk } from './faulty-disk.ts';

let folder: string;
let target: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'files-'));
  target = join(folder, 'plan.footing');
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

const OLD = Buffer.from('the old content\n');
const NEW = Buffer.from(`the new content ${'£'.repeat(5000)}\n`);
const names = (): string[] => readdirSync(folder).sort();

test('a new file has the content, and nothing else is left', async () => {
  const stamp = await writeWhole({ path: target, bytes: NEW, over: 'nothing' });
  expect(readFileSync(target)).toEqual(NEW);
  expect(names()).toEqual(['plan.footing']);
  expect(await stateSince(target, stamp)).toBe('SAME');
});

test('a file that is there is not replaced unasked', async () => {
  writeFileSync(target, OLD);
  await expect(writeWhole({ path: target, bytes: NEW, over: 'nothing' })).rejects.toThrow(TargetExists);
  expect(readFileSync(target)).toEqual(OLD);
  expect(names()).toEqual(['plan.footing']);
});

test('a file that is replaced stays as .bak, time after time', async () => {
  writeFileSync(target, OLD);
  await writeWhole({ path: target, bytes: NEW, over: 'existing' });
  expect([readFileSync(target), readFileSync(`${target}.bak`)]).toEqual([NEW, OLD]);
  await writeWhole({ path: target, bytes: OLD, over: 'existing' });
  expect([readFileSync(target), readFileSync(`${target}.bak`)]).toEqual([OLD, NEW]);
  expect(names()).toEqual(['plan.footing', 'plan.footing.bak']);
});

test('a save after one that ended between backup and replacement leaves nothing over', async () => {
  writeFileSync(target, OLD);
  await nodeDisk.link(target, `${target}.bak`);
  await writeWhole({ path: target, bytes: NEW, over: 'existing' });
  expect([readFileSync(target), readFileSync(`${target}.bak`)]).toEqual([NEW, OLD]);
  expect(names()).toEqual(['plan.footing', 'plan.footing.bak']);
});

test('the rights of a replaced file are kept', async () => {
  writeFileSync(target, OLD);
  chmodSync(target, 0o640);
  await writeWhole({ path: target, bytes: NEW, over: 'existing' });
  if (process.platform !== 'win32') expect(statSync(target).mode & 0o777).toBe(0o640);
  expect(readFileSync(target)).toEqual(NEW);
});

test('a link stays a link; the file that it leads to is replaced', async () => {
  mkdirSync(join(folder, 'real'));
  writeFileSync(join(folder, 'real', 'plan.footing'), OLD);
  symlinkSync(join(folder, 'real', 'plan.footing'), target);
  await writeWhole({ path: target, bytes: NEW, over: 'existing' });
  expect(names()).toEqual(['plan.footing', 'real']);
  expect(readFileSync(join(folder, 'real', 'plan.footing'))).toEqual(NEW);
});

test('what an interrupted save left is taken away an hour later, and nothing else is', async () => {
  for (const name of ['.footing-0123456789ab.tmp', '.footing-ba9876543210.tmp', '.footing-mine.tmp', 'other.tmp'])
    writeFileSync(join(folder, name), '');
  const old = new Date(Date.now() - 7_200_000);
  for (const name of names().filter((each) => each !== '.footing-ba9876543210.tmp')) utimesSync(join(folder, name), old, old);
  await writeWhole({ path: target, bytes: NEW, over: 'nothing' });
  expect(names()).toEqual(['.footing-ba9876543210.tmp', '.footing-mine.tmp', 'other.tmp', 'plan.footing']);
});

test.each([
  ['in Welsh', 'Cynllun ariannol – Bae Abertawe ŵŷ'],
  ['of two composed letters', 'Re\u0301sume\u0301'],
  ['right to left', 'خطة'],
  ['in emoji', '💷 plan 🏥'],
  ['with quotes and dots', 'a "plan"... (final) #2 %20 & more'],
  ['of the longest that disks take', 'x'.repeat(251 - '.footing'.length)],
])('a name %s is written and replaced', async (_, name) => {
  const path = join(folder, `${name.replaceAll(process.platform === 'win32' ? '"' : '\0', '')}.footing`);
  await writeWhole({ path, bytes: OLD, over: 'nothing' });
  await writeWhole({ path, bytes: NEW, over: 'existing' });
  expect([readFileSync(path), readFileSync(`${path}.bak`)]).toEqual([NEW, OLD]);
});

test('a path deep in folders is written', async () => {
  const deep = join(folder, ...Array.from({ length: 12 }, (_, index) => `folder ${String(index)} with a long name`));
  mkdirSync(deep, { recursive: true });
  expect(deep.length).toBeGreaterThan(260);
  await writeWhole({ path: join(deep, 'plan.footing'), bytes: NEW, over: 'nothing' });
  expect(readFileSync(join(deep, 'plan.footing'))).toEqual(NEW);
});

test('what reads back otherwise than it was written is not moved into place', async () => {
  writeFileSync(target, OLD);
  const flipped = Buffer.from(NEW);
  flipped[100] = (flipped[100] ?? 0) ^ 1;
  const disk: Disk = { ...nodeDisk, readFile: (() => Promise.resolve(flipped)) as unknown as Disk['readFile'] };
  await expect(writeWhole({ path: target, bytes: NEW, over: 'existing' }, disk)).rejects.toThrow(ReadBackDiffers);
  expect(readFileSync(target)).toEqual(OLD);
  expect(names()).toEqual(['plan.footing']);
});

const STEPS = ['openNew', 'write', 'sync', 'readFile', 'link', 'rename', 'chmod', 'lstat', 'realpath'] as const;
const FAULTS = STEPS.flatMap((operation) => ['ENOSPC', 'EIO', 'EDQUOT', 'EROFS'].map((code) => ({ operation, code })));

test.each(FAULTS)('$code at $operation leaves what is replaced whole, and nothing beside it but its backup', async (fault) => {
  writeFileSync(target, OLD);
  const disk = faultyDisk(fault);
  await expect(writeWhole({ path: target, bytes: NEW, over: 'existing' }, disk)).rejects.toMatchObject({ code: fault.code });
  expect(disk.used.has(fault.operation)).toBe(true);
  expect(readFileSync(target)).toEqual(OLD);
  expect(names().filter((name) => name !== 'plan.footing.bak')).toEqual(['plan.footing']);
});

test.each(FAULTS.filter(({ operation }) => !['rename', 'chmod', 'lstat'].includes(operation)))(
  '$code at $operation leaves no part of a new file',
  async (fault) => {
    await expect(writeWhole({ path: target, bytes: NEW, over: 'nothing' }, faultyDisk(fault))).rejects.toMatchObject({ code: fault.code });
    expect(names()).toEqual([]);
  },
);

test.each(['EPERM', 'ENOTSUP', 'ENOSYS', 'EMLINK'])('a disk without links (%s) is written all the same', async (code) => {
  await writeWhole({ path: target, bytes: OLD, over: 'nothing' }, faultyDisk({ operation: 'link', code }));
  await expect(writeWhole({ path: target, bytes: NEW, over: 'nothing' }, faultyDisk({ operation: 'link', code }))).rejects.toThrow(
    TargetExists,
  );
  await writeWhole({ path: target, bytes: NEW, over: 'existing' }, faultyDisk({ operation: 'link', code }));
  expect([readFileSync(target), readFileSync(`${target}.bak`)]).toEqual([NEW, OLD]);
  expect(names()).toEqual(['plan.footing', 'plan.footing.bak']);
});

test.each(['openFolder', 'syncFolder'])('a system that cannot flush a folder (%s) does not fail the save', async (operation) => {
  await writeWhole({ path: target, bytes: NEW, over: 'nothing' }, faultyDisk({ operation, code: 'EPERM' }));
  expect(readFileSync(target)).toEqual(NEW);
});

test('a folder that does not show what is in it takes files', async () => {
  await writeWhole({ path: target, bytes: NEW, over: 'nothing' }, faultyDisk({ operation: 'readdir', code: 'EACCES' }));
  expect(readFileSync(target)).toEqual(NEW);
});

test('a file that is held for a moment is replaced once it is free', async () => {
  writeFileSync(target, OLD);
  let refusals = 2;
  const disk: Disk = {
    ...nodeDisk,
    rename: (from, to) => {
      refusals -= 1;
      return refusals >= 0 ? Promise.reject(Object.assign(new Error('held'), { code: 'EBUSY' })) : nodeDisk.rename(from, to);
    },
  };
  await writeWhole({ path: target, bytes: NEW, over: 'existing' }, disk);
  expect(readFileSync(target)).toEqual(NEW);
});

test('a change on the disk is seen, a copy of the same content is none', async () => {
  const stamp = await writeWhole({ path: target, bytes: OLD, over: 'nothing' });
  writeFileSync(target, OLD);
  utimesSync(target, new Date(0), new Date(0));
  expect(await stateSince(target, stamp)).toBe('SAME');
  writeFileSync(target, Buffer.from('the odd content\n'));
  expect(await stateSince(target, stamp)).toBe('CHANGED');
  writeFileSync(target, NEW);
  expect(await stateSince(target, stamp)).toBe('CHANGED');
  rmSync(target);
  expect(await stateSince(target, stamp)).toBe('GONE');
});

test('a file that grew within the same tick of the clock is seen', async () => {
  writeFileSync(target, OLD);
  utimesSync(target, 1000, 1000);
  const stamp = await stampOf(target, OLD);
  writeFileSync(target, NEW);
  utimesSync(target, 1000, 1000);
  expect(await stateSince(target, stamp)).toBe('CHANGED');
});
