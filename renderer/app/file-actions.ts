import type { Refusal } from '../../shared/contract/records.ts';
import { ask, shell } from '../state/client.ts';
import { refusalOf, useDocument } from '../state/document.ts';
import { useLibrary } from '../state/library.ts';
import { say } from '../state/said.ts';
import { hasLibrary } from '../state/startup.ts';
import { useView } from '../state/view.ts';

function refuse(refusal: Refusal): void {
  useDocument.getState().refuse(refusal);
}

/** Opens a scenario of the library on its board. */
export async function openOnBoard(id: string): Promise<void> {
  if (!(await useDocument.getState().openFromLibrary(id))) return;
  useLibrary.getState().select(id);
  useView.getState().show('board');
}

/** Shows a file that was opened: a recipient's copy, on the board, read only. */
export function showCopy(file: Parameters<ReturnType<typeof useDocument.getState>['openCopy']>[0]): void {
  useDocument.getState().openCopy(file);
  useView.getState().show('board');
  say(`Opened ${file.fileName}, read only`);
}

async function settle(opening: Promise<Awaited<ReturnType<typeof ask<'files.open'>>>>): Promise<void> {
  const reply = await opening;
  if (!reply.ok) refuse(refusalOf('The file was not opened', reply.failure));
  else if (reply.value.kind === 'OPENED') showCopy(reply.value.file);
  else if (reply.value.kind === 'REFUSED') refuse(reply.value.refusal);
}

/** A browser has no dialog of the shell's: the page's own picker reads the text and hands it over. */
function pickInBrowser(): void {
  const picker = document.createElement('input');
  picker.type = 'file';
  picker.accept = '.footing,application/json';
  picker.addEventListener('change', () => {
    const file = picker.files?.[0];
    if (file !== undefined) void openDropped(file);
  });
  picker.click();
}

export async function openFile(): Promise<void> {
  if (shell === 'loopback') pickInBrowser();
  else await settle(ask('files.open', null));
}

export async function openRecent(handle: string): Promise<void> {
  await settle(ask('files.openRecent', { handle }));
  await useLibrary.getState().refresh();
}

/** Largest text that is handed to the shell, in bytes: the limit of the file format. */
const LARGEST_FILE = 20_971_520;

export async function openDropped(file: File): Promise<void> {
  if (file.size > LARGEST_FILE) {
    refuse({
      title: 'The file was not opened',
      text: `${file.name} is larger than 20 MB, the most that a scenario file may hold. Your file is untouched.`,
      details: [],
    });
    return;
  }
  await settle(ask('files.openDropped', { fileName: file.name, text: await file.text() }));
}

/** Makes an editable copy in the library of the file that is open, and opens it. */
export async function makeCopyOfOpenFile(): Promise<void> {
  const { open } = useDocument.getState();
  if (open?.kind !== 'copy' || !hasLibrary()) return;
  const reply = await ask('files.makeCopy', { handle: open.handle });
  if (!reply.ok) refuse(refusalOf('No copy was made', reply.failure));
  else {
    await useLibrary.getState().refresh();
    await openOnBoard(reply.value.id);
    say(`A copy of ${open.fileName} is in your library; the file stays as it is`);
  }
}

/** Puts a fresh copy of a scenario that comes with Footing into the library, and opens it. */
export async function openShipped(key: string): Promise<void> {
  const reply = await ask('library.createFromShipped', { key });
  if (!reply.ok) refuse(refusalOf('The scenario could not be opened', reply.failure));
  else {
    await useLibrary.getState().refresh();
    await openOnBoard(reply.value.id);
  }
}
