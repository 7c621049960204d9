import { basename, dirname, extname } from 'node:path';
import type { Handlers, OutputOf } from '../../shared/contract/contract.ts';
import { Refused } from '../../shared/contract/dispatch.ts';
import type { FileStatus } from '../../shared/scenario/file-envelope.ts';
import type { OpenedFile } from '../files/file-work.ts';
import { stateSince } from '../files/file-stamp.ts';
import type { SavedFile } from '../files/save-file.ts';
import type { WorkingCopy } from '../store/types.ts';
import type { AppContext, KnownFile } from './context.ts';
import { fileNameFor } from './file-name.ts';
import { recentRows } from './recent-files.ts';

export type Opening = OutputOf<'files.open'>;
type Saving = OutputOf<'files.saveAs'>;
type Method = Extract<keyof Handlers, `files.${string}`>;

export function fileHandlers(context: AppContext): Pick<Handlers, Method> {
  return { ...opening(context), ...saving(context), ...savingTables(context), ...watching(context) };
}

/** Opens a file of the disk as a recipient's copy, from wherever it was asked for, and notes it as opened lately. */
export async function openPath(context: AppContext, path: string): Promise<Opening> {
  const opened = await context.ports.files.open(path);
  if (opened.kind === 'opened') context.session.storeIfOpen?.recents.add({ path, name: basename(path) });
  return openingOf(context, opened, { fileName: basename(path), path });
}

function opening(context: AppContext): Pick<Handlers, 'files.open' | 'files.openRecent' | 'files.openDropped' | 'files.makeCopy'> {
  const { ports, session } = context;
  return {
    'files.open': async () => {
      const path = await ports.dialogs.chooseFileToOpen();
      return path === undefined ? { kind: 'CANCELLED' } : openPath(context, path);
    },
    'files.openRecent': ({ handle }) => openPath(context, pathOf(known(context, handle))),
    'files.openDropped': async ({ fileName, text }) => openingOf(context, await ports.files.openText({ fileName, text }), { fileName }),
    'files.makeCopy': ({ handle }) => {
      const { scenario } = known(context, handle);
      if (scenario === undefined) throw new Refused('FILE_NOT_OPEN', 'That file is not open any more. Open it again, then make a copy.');
      return Promise.resolve({ id: session.store.scenarios.create({ scenario, origin: 'MINE' }).summary.id });
    },
  };
}

function openingOf(context: AppContext, opened: OpenedFile, file: KnownFile): Opening {
  if (opened.kind === 'refused') return { kind: 'REFUSED', refusal: opened.refusal };
  const { content, stamp, signed } = opened;
  const { scenario, seal } = content;
  const handle = context.files.handleOf({ ...file, stamp, scenario, signed, isAltered: seal === 'broken' });
  return { kind: 'OPENED', file: { handle, fileName: file.fileName, ...content } };
}

function saving(context: AppContext): Pick<Handlers, 'files.saveAs' | 'files.replace'> {
  const { ports, session } = context;
  return {
    'files.saveAs': async ({ id }) => {
      const copy = session.store.scenarios.read(id);
      const chosen = await ports.dialogs.chooseWhereToSave({ fileName: fileNameFor(copy.scenario.name) });
      if (chosen === undefined) return { kind: 'CANCELLED' };
      return saveTo(context, copy, { path: extname(chosen) === '' ? `${chosen}.footing` : chosen });
    },
    'files.replace': ({ id, handle }) => {
      const file = known(context, handle);
      return saveTo(context, session.store.scenarios.read(id), { path: pathOf(file), replacing: file.askedAbout });
    },
  };
}

function savingTables(context: AppContext): Pick<Handlers, 'files.saveTable'> {
  const { ports } = context;
  return {
    'files.saveTable': async ({ title, text, replacing }) => {
      const file = replacing === null ? undefined : known(context, replacing);
      const chosen = file === undefined ? await ports.dialogs.chooseWhereToSave({ fileName: fileNameFor(title, 'csv') }) : pathOf(file);
      if (chosen === undefined) return { kind: 'CANCELLED' };
      const path = extname(chosen) === '' ? `${chosen}.csv` : chosen;
      return savedAs(context, path, await ports.files.saveText({ path, text, replacing: file?.askedAbout }));
    },
  };
}

async function saveTo(
  context: AppContext,
  copy: WorkingCopy,
  { path, replacing }: { path: string; replacing?: KnownFile['askedAbout'] },
): Promise<Saving> {
  const saved = await context.ports.files.save({ path, scenario: copy.scenario, status: fileStatusOf(copy), replacing });
  if (saved.kind === 'saved') context.session.store.recents.add({ path, name: basename(path) });
  return savedAs(context, path, saved);
}

/** How saving ended, as the page takes it. */
function savedAs(context: AppContext, path: string, saved: SavedFile): Saving {
  if (saved.kind === 'refused') return { kind: 'REFUSED', refusal: saved.refusal };
  const named = { fileName: basename(path), folder: dirname(path), handle: context.files.handleOf(knownAfter(saved, path)) };
  if (saved.kind === 'wouldReplace') return { kind: 'WOULD_REPLACE', ...named, question: saved.question };
  return { kind: 'SAVED', ...named, at: context.ports.now().toISOString() };
}

function knownAfter(saved: Exclude<SavedFile, { kind: 'refused' }>, path: string): KnownFile {
  const file = { fileName: basename(path), path };
  return saved.kind === 'saved' ? { ...file, stamp: saved.stamp } : { ...file, stamp: saved.seen, askedAbout: saved.seen };
}

/** Who signed a scenario of the library, as a file says it. */
export function fileStatusOf({ summary }: WorkingCopy): FileStatus {
  const given = summary.statusGiven;
  if (given === undefined) return { stage: summary.status };
  return { stage: summary.status, name: given.by.name, role: given.by.role, date: given.at.slice(0, 10) };
}

function watching(context: AppContext): Pick<Handlers, 'files.recent' | 'files.changedOnDisk'> {
  return {
    'files.recent': async () => ({ rows: await recentRows(context) }),
    'files.changedOnDisk': async ({ handle }) => {
      const { path, stamp } = known(context, handle);
      // What was dropped on the window has no place on the disk that could change.
      return { state: path === undefined || stamp === undefined ? 'SAME' : await stateSince(path, stamp) };
    },
  };
}

/** What is known of a file that the page holds a handle of. Refused where it holds none. */
export function known(context: AppContext, handle: string): KnownFile {
  const file = context.files.find(handle);
  if (file === undefined) throw new Refused('UNKNOWN_FILE', 'That file is not known any more. Find it with Open.');
  return file;
}

function pathOf({ path, fileName }: KnownFile): string {
  if (path === undefined)
    throw new Refused('FILE_WITHOUT_PLACE', `${fileName} was dropped on the window, so its place is not known. Find it with Open.`);
  return path;
}
