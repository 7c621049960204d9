import { create } from 'zustand';
import type { OutputOf } from '../../shared/contract/contract.ts';
import { ask } from './client.ts';
import { refusalOf, useDocument } from './document.ts';
import { say } from './said.ts';

type Saving = OutputOf<'files.saveTable'>;
type Table = { readonly title: string; readonly text: string };

type SavingTable = {
  /** A file that saving would replace; nothing happens to it before the person has said so. */
  readonly pending: (Extract<Saving, { kind: 'WOULD_REPLACE' }> & Table) | null;
  readonly save: (table: Table) => Promise<void>;
  readonly replace: () => Promise<void>;
  readonly leave: () => void;
};

/** Saving a table as a file of its own, and the question before one is replaced. */
export const useSavingTable = create<SavingTable>()((set, get) => {
  const send = async (table: Table, replacing: string | null): Promise<void> => {
    const reply = await ask('files.saveTable', { ...table, replacing });
    if (!reply.ok) useDocument.getState().refuse(refusalOf('The table was not saved', reply.failure));
    else if (reply.value.kind === 'REFUSED') useDocument.getState().refuse(reply.value.refusal);
    else if (reply.value.kind === 'WOULD_REPLACE') set({ pending: { ...reply.value, ...table } });
    else if (reply.value.kind === 'SAVED') say(`Saved ${reply.value.fileName} in ${reply.value.folder}`);
  };
  return {
    pending: null,
    save: (table) => send(table, null),
    replace: async () => {
      const { pending } = get();
      if (pending === null) return;
      set({ pending: null });
      await send({ title: pending.title, text: pending.text }, pending.handle);
    },
    leave: () => {
      set({ pending: null });
      say('The old file is as it was; no table was saved.');
    },
  };
});
