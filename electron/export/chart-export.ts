import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { exhibitTables } from '../../charts/export/exhibit-clipboard.ts';
import {
  fileNamesOf,
  openExhibitPress,
  type ExhibitPress,
  type ExportedFile,
  type ExportOrder,
} from '../../charts/export/exhibit-files.ts';
import { exportSheet, originOfSheet, stopsOf, type ExportSheet } from '../../charts/export/export-sheet.ts';
import type { Refusal } from '../../shared/contract/records.ts';
import { stampLines } from '../../shared/outcomes/exhibits/origin-stamp.ts';
import { nodeDisk, type Disk } from '../files/disk.ts';
import { savingRefused } from '../files/disk-words.ts';
import { TargetExists, writeWhole } from '../files/write-whole.ts';
import type { ChartOrder, Copied, ExportOutcome, ExportProgress, ExportRun, ExportWork, Look } from './export-work.ts';
import { freeNames, namesThere } from './file-names.ts';

/** Does the work on the thread that asks. The app hands it to a worker, see export-worker.ts: drawing makes a page of its own of the thread it is done on. */
export function chartExport(disk: Disk = nodeDisk): ExportWork {
  let opening: Promise<ExhibitPress> | undefined;
  let isStopped = false;
  const press = (): Promise<ExhibitPress> => (opening ??= openExhibitPress());
  return {
    look: (order) => Promise.resolve(lookOf(order)),
    copy: async (order, exhibit) => {
      const sheet = exportSheet({ ...order, exhibits: [exhibit] });
      return copied(sheet, order, await press());
    },
    run: (run, tell) => {
      isStopped = false;
      return exported(run, { press, disk, tell, isStopped: () => isStopped });
    },
    stop: () => {
      isStopped = true;
    },
  };
}

function lookOf(order: ChartOrder): Look {
  const sheet = exportSheet(order);
  const exhibits = sheet.all.map(({ series, tables: _tables, ...words }) => ({ ...words, hasPicture: series !== undefined }));
  const origin = originOfSheet(sheet, order);
  return { exhibits, ready: sheet.ready, marks: origin.marks, stamp: stampLines(origin) };
}

function printed(sheet: ExportSheet, order: ChartOrder): ExportOrder {
  return { exhibits: sheet.chosen, formats: order.formats, origin: originOfSheet(sheet, order), unit: order.unit };
}

function copied(sheet: ExportSheet, order: ChartOrder, press: ExhibitPress): Copied | undefined {
  const [exhibit] = sheet.chosen;
  if (exhibit === undefined) return undefined;
  const print = printed(sheet, { ...order, formats: ['png'] });
  const [picture] = press(print);
  const { finding, subtitle, altText } = exhibit;
  return { png: picture?.bytes, ...exhibitTables(exhibit, print.origin), finding, subtitle, altText };
}

type Tools = {
  readonly press: () => Promise<ExhibitPress>;
  readonly disk: Disk;
  readonly tell: (progress: ExportProgress) => void;
  readonly isStopped: () => boolean;
};

async function exported(run: ExportRun, tools: Tools): Promise<ExportOutcome> {
  const { order, folder } = run;
  const sheet = exportSheet(order);
  const stops = stopsOf(sheet);
  if (stops.length > 0 && (order.override ?? '').trim() === '') return { kind: 'notReady', ready: sheet.ready };
  const print = printed(sheet, order);
  const names = fileNamesOf(print);
  if (names.length === 0) return { kind: 'refused', refusal: nothingToExport(sheet) };
  try {
    const asked = await unasked(run, names, tools.disk);
    if (asked.length > 0) return { kind: 'wouldReplace', names: asked };
    const files = await made(print, { names, tools });
    return files === undefined ? { kind: 'stopped', written: 0 } : await written(files, run, tools);
  } catch (error) {
    return { kind: 'refused', refusal: savingRefused(join(folder, names[0] ?? ''), error) };
  }
}

/** Files in the way that the person has not been asked about. */
async function unasked({ folder, way, agreed }: ExportRun, names: readonly string[], disk: Disk): Promise<string[]> {
  if (way === 'KEEP_BOTH') return [];
  const there = await namesThere(names, folder, disk);
  return way === 'REPLACE' ? there.filter((name) => !agreed.includes(name)) : there;
}

/** All files of an order in memory; undefined where the run was stopped. Between files whatever waits for this thread has its turn. */
async function made(
  print: ExportOrder,
  { names, tools }: { names: readonly string[]; tools: Tools },
): Promise<readonly ExportedFile[] | undefined> {
  const files: ExportedFile[] = [];
  const say = (): void => {
    tools.tell({ done: files.length, total: names.length, name: names[files.length] ?? '' });
  };
  say();
  await nextTurn();
  for (const file of (await tools.press())(print)) {
    files.push(file);
    say();
    await nextTurn();
    if (tools.isStopped()) return undefined;
  }
  return files;
}

async function written(files: readonly ExportedFile[], { folder, way, agreed }: ExportRun, tools: Tools): Promise<ExportOutcome> {
  const { disk, isStopped } = tools;
  const free =
    way === 'KEEP_BOTH'
      ? await freeNames(
          files.map(({ name }) => name),
          folder,
          disk,
        )
      : new Map<string, string>();
  const names: string[] = [];
  for (const { name, bytes } of files) {
    if (isStopped()) return { kind: 'stopped', written: names.length };
    const path = join(folder, free.get(name) ?? name);
    try {
      await writeWhole({ path, bytes, over: way === 'REPLACE' && agreed.includes(name) ? 'existing' : 'nothing' }, disk);
    } catch (error) {
      return { kind: 'refused', refusal: halfWay(path, error, { written: names.length, total: files.length }) };
    }
    names.push(free.get(name) ?? name);
    await nextTurn();
  }
  return { kind: 'done', names };
}

/** Why a file was not written, and what became of the others. */
function halfWay(path: string, error: unknown, { written: count, total }: { written: number; total: number }): Refusal {
  const known = error instanceof TargetExists ? Object.assign(new Error(error.message), { code: 'EEXIST' }) : error;
  const refusal = savingRefused(path, known);
  const before = count === 0 ? 'No file of this export was written.' : `${String(count)} of ${String(total)} files were written before it.`;
  return { ...refusal, title: 'The export was not finished', text: `${refusal.text} ${before}` };
}

function nothingToExport({ chosen }: ExportSheet): Refusal {
  const names = chosen.map(({ name }) => name).join(', ');
  return {
    title: 'Nothing was exported',
    text:
      chosen.length === 0
        ? 'Nothing of what was chosen can be shown of this scenario. Choose an exhibit of the list, or see the problems of the scenario.'
        : `What was chosen (${names}) has a table and no picture. Choose CSV as well.`,
    details: [],
  };
}
