import { create } from 'zustand';
import type { OutputOf } from '../../shared/contract/contract.ts';
import { ask } from './client.ts';
import { refusalOf, useDocument } from './document.ts';
import { say } from './said.ts';

type Saving = OutputOf<'files.saveAs'>;
type WouldReplace = Extract<Saving, { kind: 'WOULD_REPLACE' }>;

type SavingState = {
  /** A file that saving would replace; nothing happens to it before the person has said so. */
  readonly pending: (WouldReplace & { readonly id: string }) | null;
  readonly save: (id: string) => Promise<void>;
  readonly replace: () => Promise<void>;
  readonly leave: () => void;
};

/** Saving a scenario of the library as a file, and the question before one is replaced. */
export const useSaving = create<SavingState>()((set, get) => {
  const settle = (id: string, saving: Saving): void => {
    if (saving.kind === 'REFUSED') useDocument.getState().refuse(saving.refusal);
    else if (saving.kind === 'WOULD_REPLACE') set({ pending: { ...saving, id } });
    else if (saving.kind === 'SAVED') say(`Saved ${saving.fileName} in ${saving.folder}`);
  };
  return {
    pending: null,
    save: async (id) => {
      const reply = await ask('files.saveAs', { id });
      if (reply.ok) settle(id, reply.value);
      else useDocument.getState().refuse(refusalOf('The file was not saved', reply.failure));
    },
    replace: async () => {
      const { pending } = get();
      if (pending === null) return;
      set({ pending: null });
      const reply = await ask('files.replace', { id: pending.id, handle: pending.handle });
      if (reply.ok) settle(pending.id, reply.value);
      else useDocument.getState().refuse(refusalOf('The file was not replaced', reply.failure));
    },
    leave: () => {
      set({ pending: null });
      say('The old file is as it was; nothing was saved.');
    },
  };
});
