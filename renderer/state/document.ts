import { create } from 'zustand';
import type { Failure } from '../../shared/contract/contract.ts';
import type { OpenScenario, RecipientCopy, Refusal, VersionRow } from '../../shared/contract/records.ts';
import { EditError } from '../../shared/scenario/draft.ts';
import type { Edit } from '../../shared/scenario/edit-kinds.ts';
import { applyEdit, type Edited } from '../../shared/scenario/edits.ts';
import type { Scenario } from '../../shared/scenario/schema.ts';
import { ask } from './client.ts';
import { noteEffect } from './effects.ts';
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
  /** Changes that are shown and not yet kept: while there are any, the window says that it is saving. */
  readonly unsaved: number;
  /** Something that did not go as asked, in words; it stays until it is put away. */
  readonly notice: Refusal | null;
  readonly openFromLibrary: (id: string) => Promise<boolean>;
  readonly openCopy: (file: RecipientCopy) => void;
  readonly close: () => void;
  /** Makes one change to the scenario that is open: shown at once, true once it is kept, one step of undo. A recipient's copy takes none. */
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
/** Steps and signatures under way: what they leave is known to the shell alone, so that no edit is shown before it. */
let awaited = 0;
function inTurn<T>(change: () => Promise<T>): Promise<T> {
  const mine = lastChange.then(change);
  lastChange = mine.catch(() => undefined);
  return mine;
}
function awaitedInTurn<T>(change: () => Promise<T>): Promise<T> {
  awaited += 1;
  return inTurn(change).finally(() => (awaited -= 1));
}
/** By scenario: the revision that its next change is made on, also where another scenario has been opened meanwhile. */
const revisions = new Map<string, number>();
/** By scenario: how often what is stored took the place of what was shown. Edits made before that are no longer there to be kept. */
const taken = new Map<string, number>();
const takenOf = (id: string): number => taken.get(id) ?? 0;

/** The document: what is open, and the edits made to it. Every change goes through the shell, which saves it before it answers. */
export const useDocument = create<DocumentState>()((set) => ({
  open: null,
  unsaved: 0,
  notice: null,
  openFromLibrary: (id) => awaitedInTurn(() => openFromLibrary(id)),
  openCopy: (file) => {
    set({ open: { kind: 'copy', ...file } });
  },
  close: () => {
    set({ open: null });
  },
  edit: (edit, reason) => (awaited > 0 ? inTurn(() => change({ edit, reason }, (keeping) => keeping())) : change({ edit, reason }, inTurn)),
  step: (direction) => awaitedInTurn(() => step(direction)),
  sign: (given) => awaitedInTurn(() => sign(given)),
  readVersion,
  refuse: (refusal) => {
    set({ notice: refusal });
  },
  putAway: () => {
    set({ notice: null });
  },
}));

const show = (open: OpenDocument): void => {
  if (open.kind === 'library') revisions.set(open.id, open.revision);
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
  taken.set(id, takenOf(id) + 1);
  tell(title, failure);
  const reply = await ask('scenario.open', { id });
  if (reply.ok && opened()?.id === id) show({ kind: 'library', ...reply.value });
  return false;
}

/** What a step made of the scenario that is open. Where its status went with it, who signed it is read anew. */
async function settled(before: FromLibrary, after: FromLibrary): Promise<void> {
  if (opened()?.id !== before.id) return;
  if (after.status === before.status) show(after);
  else await openFromLibrary(before.id);
}

type Wanted = { readonly edit: Edit; readonly reason: string | undefined };
type Turn = (keeping: () => Promise<boolean>) => Promise<boolean>;

/** Shows the scenario as the edit leaves it, and keeps it in its turn. What is refused is taken back from the screen. */
function change({ edit, reason }: Wanted, turn: Turn): Promise<boolean> {
  const open = opened();
  if (open === null) return Promise.resolve(false);
  const edited = editedBy(open.scenario, edit);
  if (edited instanceof EditError) {
    useDocument.setState({ notice: { title: 'Nothing was changed', text: edited.message, details: [] } });
    return Promise.resolve(false);
  }
  const { scenario, label } = edited;
  // The step can be taken back from the moment it shows: taking it back waits its turn.
  const steps = scenario === open.scenario ? open.steps : { undo: label, redo: null };
  useDocument.setState(({ unsaved }) => ({ open: { ...open, scenario, steps }, unsaved: unsaved + 1 }));
  noteEffect(open.id, { label, before: open.scenario, after: scenario });
  const made = takenOf(open.id);
  return turn(() => keep(open.id, { edit, reason, made })).finally(() => {
    useDocument.setState(({ unsaved }) => ({ unsaved: unsaved - 1 }));
  });
}

async function keep(id: string, { edit, reason, made }: Wanted & { readonly made: number }): Promise<boolean> {
  if (made !== takenOf(id)) return false;
  const revision = revisions.get(id) ?? 0;
  const reply = await ask('scenario.edit', { id, revision, edit, reason: reason ?? null });
  if (!reply.ok) return refused('Nothing was changed', id, reply.failure);
  const { label, isNewDraft, ...now } = reply.value;
  revisions.set(id, now.revision);
  const open = opened();
  if (open?.id === id) {
    show({ ...open, ...now });
    // Who signed it is read anew, once nothing that is shown still waits to be kept.
    if (isNewDraft && useDocument.getState().unsaved === 1) await openFromLibrary(id);
  }
  if (label !== '') say(`${label}.${isNewDraft ? DRAFT_SAID : ''}`);
  return true;
}

/** Whether a change is still under way: which steps there are to take is not known before it has come through. */
export function isSettling(): boolean {
  return awaited > 0 || useDocument.getState().unsaved > 0;
}

/** Takes a step in its turn; nothing happens where the changes before it have left none to take. */
async function step(direction: 'undo' | 'redo'): Promise<void> {
  const open = opened();
  if (open === null || open.steps[direction] === null) return;
  const reply = await ask(direction === 'undo' ? 'scenario.undo' : 'scenario.redo', { id: open.id, revision: open.revision });
  if (!reply.ok) {
    await refused(direction === 'undo' ? 'Nothing was undone' : 'Nothing was redone', open.id, reply.failure);
    return;
  }
  const { label, isNewDraft, ...now } = reply.value;
  noteEffect(open.id, { label: `${direction === 'undo' ? 'Undone' : 'Redone'}: ${label}`, before: open.scenario, after: now.scenario });
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

/** What an edit makes of the scenario, or why it does not fit it. */
function editedBy(scenario: Scenario, edit: Edit): Edited | EditError {
  try {
    return applyEdit(scenario, edit);
  } catch (error) {
    if (error instanceof EditError) return error;
    throw error;
  }
}
