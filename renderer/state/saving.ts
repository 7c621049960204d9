import { create } from 'zustand';
import type { OutputOf } from '../../shared/contract/contract.ts';
import { ask } from './client.ts';
import { refusalOf, useDocument } from './document.ts';

type Saving = OutputOf<'files.saveAs'>;
type WouldReplace = Extract<Saving, { kind: 'WOULD_REPLACE' }>;
type Saved = Extract<Saving, { kind: 'SAVED' }>;

type SavingState = {
  readonly pending: (WouldReplace & { readonly id: string }) | null;
  readonly last: Saved | null;
  readonly question: (id: string, asked: WouldReplace) => void;
  readonly saved: (saved: Saved) => void;
  readonly replace: () => Promise<void>;
  readonly leave: () => void;
};

/** Saving a file: the question before one is replaced, and where the last one went. */
export const useSaving = create<SavingState>()((set, get) => ({
  pending: null,
  last: null,
  question: (id, asked) => {
    set({ pending: { ...asked, id } });
  },
  saved: (saved) => {
    set({ last: saved, pending: null });
  },
  replace: async () => {
    const { pending } = get();
    if (pending === null) return;
    set({ pending: null });
    const reply = await ask('files.replace', { id: pending.id, handle: pending.handle });
    if (!reply.ok) useDocument.getState().refuse(refusalOf('The file was not replaced', reply.failure));
    else if (reply.value.kind === 'REFUSED') useDocument.getState().refuse(reply.value.refusal);
    else if (reply.value.kind === 'SAVED') set({ last: reply.value });
  },
  leave: () => {
    set({ pending: null });
  },
}));
