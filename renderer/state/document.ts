import { create } from 'zustand';
import type { Failure } from '../../shared/contract/contract.ts';
import type { OpenScenario, RecipientCopy, Refusal, VersionRow } from '../../shared/contract/records.ts';
import { EditError } from '../../shared/scenario/draft.ts';
import type { Edit } from '../../shared/scenario/edit-kinds.ts';
import { applyEdit } from '../../shared/scenario/edits.ts';
import type { Scenario } from '../../shared/scenario/schema.ts';
import { ask } from './client.ts';
import { say } from './said.ts';

/** A sealed version of a scenario of the library, to read. */
export type SealedVersion = {
  readonly id: string;
  readonly scenario: Scenario;
  readonly status: VersionRow['status'];
  readonly version: VersionRow;
};
/** What the window shows: a scenario of the library; a sealed version of one, or a file that somebody sent, which nothing changes. */
export type OpenDocument =
  | ({ readonly kind: 'library' } & OpenScenario)
  | ({ readonly kind: 'version' } & SealedVersion)
  | ({ readonly kind: 'copy' } & RecipientCopy);
export type FromLibrary = Extract<OpenDocument, { kind: 'library' }>;

type DocumentState = {
  readonly open: OpenDocument | null;
  /** Something that did not go as asked, in words; it stays until it is put away. */
  readonly notice: Refusal | null;
  readonly openFromLibrary: (id: string) => Promise<boolean>;
  readonly openCopy: (file: RecipientCopy) => void;
  readonly close: () => void;
  /** Makes one change to the scenario that is open: saved before it shows, one step of undo. A recipient's copy takes none. */
  readonly edit: (edit: Edit, reason?: string) => Promise<boolean>;
  readonly step: (direction: 'undo' | 'redo') => Promise<void>;
  /** Gives the open scenario a status, with the name and role that stand behind it. */
  readonly sign: (given: { status: FromLibrary['status']; name: string; role: string }) => Promise<void>;
  readonly readVersion: (id: string, version: number) => Promise<void>;
  readonly refuse: (refusal: Refusal) => void;
  readonly putAway: () => void;
};

export function refusalOf(title: string, failure: Failure): Refusal {
  return { title, text: failure.text, details: [] };
}

const DRAFT_SAID = ' It is a draft again; the version that was signed stays as it was.';

/** Changes are made one after another: each names the revision that it was made on, and the one before it must have been saved. */
let lastChange: Promise<unknown> = Promise.resolve();
function inTurn<T>(change: () => Promise<T>): Promise<T> {
  const mine = lastChange.then(change);
  lastChange = mine.catch(() => undefined);
  return mine;
}

/** The document: what is open, and the edits made to it. Every change goes through the shell, which saves it before it answers. */
export const useDocument = create<DocumentState>()((set) => ({
  open: null,
  notice: null,
  openFromLibrary,
  openCopy: (file) => {
    set({ open: { kind: 'copy', ...file } });
  },
  close: () => {
    set({ open: null });
  },
  edit: (edit, reason) => inTurn(() => change(edit, reason)),
  step: (direction) => inTurn(() => step(direction)),
  sign: (given) => inTurn(() => sign(given)),
  readVersion,
  refuse: (refusal) => {
    set({ notice: refusal });
  },
  putAway: () => {
    set({ notice: null });
  },
}));

const show = (open: OpenDocument): void => {
  useDocument.setState({ open });
};
const tell = (title: string, failure: Failure): void => {
  useDocument.setState({ notice: refusalOf(title, failure) });
};

function opened(): FromLibrary | null {
  const { open } = useDocument.getState();
  return open?.kind === 'library' ? open : null;
}

async function openFromLibrary(id: string): Promise<boolean> {
  const reply = await ask('scenario.open', { id });
  if (reply.ok) show({ kind: 'library', ...reply.value });
  else tell('The scenario could not be opened', reply.failure);
  return reply.ok;
}

/** After a change that was refused the page shows what is stored, which may be newer than what it held. */
async function refused(title: string, id: string, failure: Failure): Promise<false> {
  tell(title, failure);
  const reply = await ask('scenario.open', { id });
  if (reply.ok && opened()?.id === id) show({ kind: 'library', ...reply.value });
  return false;
}

/** What a change made of the scenario that is open. Where its status went with it, who signed it is read anew. */
async function settled(before: FromLibrary, after: FromLibrary): Promise<void> {
  if (opened()?.id !== before.id) return;
  if (after.status === before.status) show(after);
  else await openFromLibrary(before.id);
}

async function change(edit: Edit, reason: string | undefined): Promise<boolean> {
  const open = opened();
  if (open === null) return false;
  const scenario = edited(open.scenario, edit);
  if (scenario instanceof EditError) {
    useDocument.setState({ notice: { title: 'Nothing was changed', text: scenario.message, details: [] } });
    return false;
  }
  const reply = await ask('scenario.edit', { id: open.id, revision: open.revision, edit, reason: reason ?? null });
  if (!reply.ok) return refused('Nothing was changed', open.id, reply.failure);
  const { label, isNewDraft, ...now } = reply.value;
  await settled(open, { ...open, ...now, scenario });
  if (label !== '') say(`${label}.${isNewDraft ? DRAFT_SAID : ''}`);
  return true;
}

async function step(direction: 'undo' | 'redo'): Promise<void> {
  const open = opened();
  if (open === null) return;
  const reply = await ask(direction === 'undo' ? 'scenario.undo' : 'scenario.redo', { id: open.id, revision: open.revision });
  if (!reply.ok) {
    await refused(direction === 'undo' ? 'Nothing was undone' : 'Nothing was redone', open.id, reply.failure);
    return;
  }
  const { label, isNewDraft, ...now } = reply.value;
  await settled(open, { ...open, ...now });
  say(`${direction === 'undo' ? 'Undone' : 'Redone'}: ${label}.${isNewDraft ? DRAFT_SAID : ''}`);
}

async function sign(given: { status: FromLibrary['status']; name: string; role: string }): Promise<void> {
  const open = opened();
  if (open === null) return;
  const reply = await ask('scenario.setStatus', { id: open.id, ...given });
  if (reply.ok) show({ kind: 'library', ...reply.value });
  else tell('The status was not changed', reply.failure);
}

async function readVersion(id: string, version: number): Promise<void> {
  const reply = await ask('scenario.openVersion', { id, version });
  if (!reply.ok) {
    tell('The version could not be opened', reply.failure);
    return;
  }
  const { scenario, version: sealed } = reply.value;
  show({ kind: 'version', id, scenario, status: sealed.status, version: sealed });
}

/** The scenario after an edit, or why the edit does not fit it. */
function edited(scenario: Scenario, edit: Edit): Scenario | EditError {
  try {
    return applyEdit(scenario, edit).scenario;
  } catch (error) {
    if (error instanceof EditError) return error;
    throw error;
  }
}
