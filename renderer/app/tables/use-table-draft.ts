import { useDeferredValue, useMemo, useState } from 'react';
import type { TableField } from '../../../shared/tables/fields.ts';
import { lookAt, NO_TABLE, type TableDraft, type TableLook } from '../../../shared/tables/look.ts';
import { readTableFile, wordsOfFile } from './table-file.ts';

/** Longer text is not put into the field, which would be slow; it is named instead. */
const LONGEST_SHOWN = 300_000;

export type TableIn = {
  readonly draft: TableDraft;
  readonly look: TableLook;
  /** The file that the text came from, in words, or why one was not read. */
  readonly file: { readonly text: string; readonly isRefused: boolean } | null;
  readonly isShown: boolean;
  readonly change: (part: Partial<TableDraft>) => void;
  readonly type: (text: string) => void;
  readonly choose: (file: File) => Promise<void>;
};

type Known = { readonly fields: readonly TableField[]; readonly baseYear: string; readonly years: readonly string[] };

const firstLine = (text: string): string => text.slice(0, 2000).split(/\r\n|\n|\r/, 1)[0] ?? '';

/** A table on its way in: its text, what was said about it, and what it is seen to be. */
export function useTableDraft({ fields, baseYear, years }: Known): TableIn {
  const [draft, setDraft] = useState(NO_TABLE);
  const [file, setFile] = useState<TableIn['file']>(null);
  const settled = useDeferredValue(draft);
  const look = useMemo(() => lookAt(settled, { fields, baseYear, years }), [settled, fields, baseYear, years]);
  return {
    draft,
    look,
    file,
    isShown: draft.text.length <= LONGEST_SHOWN,
    change: (part) => {
      setDraft((before) => ({ ...before, ...part }));
    },
    // Where the headings are the same, somebody mends a cell; what was said about the columns still holds.
    type: (text) => {
      if (text === '') setFile(null);
      setDraft((before) => (firstLine(before.text) === firstLine(text) ? { ...before, text } : { ...NO_TABLE, text }));
    },
    choose: async (chosen) => {
      const read = await readTableFile(chosen);
      if (read.kind === 'refused') {
        setFile({ text: read.text, isRefused: true });
        return;
      }
      setFile({ text: wordsOfFile(chosen.name, read), isRefused: false });
      setDraft((before) =>
        firstLine(before.text) === firstLine(read.text) ? { ...before, text: read.text } : { ...NO_TABLE, text: read.text },
      );
    },
  };
}
