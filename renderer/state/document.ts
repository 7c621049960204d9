import { create } from 'zustand';
import type { Failure } from '../../shared/contract/contract.ts';
import type { OpenScenario, RecipientCopy, Refusal } from '../../shared/contract/records.ts';
import type { Scenario } from '../../shared/scenario/schema.ts';
import { ask } from './client.ts';

/** What the window shows: a scenario of the library, or a file that somebody sent, which nothing changes. */
export type OpenDocument = ({ readonly kind: 'library' } & OpenScenario) | ({ readonly kind: 'copy' } & RecipientCopy);

type DocumentState = {
  readonly open: OpenDocument | null;
  /** Something that did not go as asked, in words; it stays until it is put away. */
  readonly notice: Refusal | null;
  readonly openFromLibrary: (id: string) => Promise<boolean>;
  readonly openCopy: (file: RecipientCopy) => void;
  readonly close: () => void;
  readonly step: (direction: 'undo' | 'redo') => Promise<void>;
  readonly refuse: (refusal: Refusal) => void;
  readonly putAway: () => void;
};

export function refusalOf(title: string, failure: Failure): Refusal {
  return { title, text: failure.text, details: [] };
}

/** The document: what is open, and the edits made to it. Every change goes through the shell, which saves it before it answers. */
export const useDocument = create<DocumentState>()((set, get) => ({
  open: null,
  notice: null,
  openFromLibrary: async (id) => {
    const reply = await ask('scenario.open', { id });
    if (!reply.ok) {
      set({ notice: refusalOf('The scenario could not be opened', reply.failure) });
      return false;
    }
    set({ open: { kind: 'library', ...reply.value } });
    return true;
  },
  openCopy: (file) => {
    set({ open: { kind: 'copy', ...file } });
  },
  close: () => {
    set({ open: null });
  },
  step: async (direction) => {
    const { open } = get();
    if (open?.kind !== 'library') return;
    const reply = await ask(direction === 'undo' ? 'scenario.undo' : 'scenario.redo', { id: open.id, revision: open.revision });
    if (!reply.ok) set({ notice: refusalOf(direction === 'undo' ? 'Nothing was undone' : 'Nothing was redone', reply.failure) });
    else set({ open: { ...open, ...reply.value } });
  },
  refuse: (refusal) => {
    set({ notice: refusal });
  },
  putAway: () => {
    set({ notice: null });
  },
}));

/** The scenario that is open, if any. */
export function openScenarioOf(open: OpenDocument | null): Scenario | null {
  return open === null ? null : open.scenario;
}
