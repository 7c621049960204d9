import { useEffect, useLayoutEffect, useRef, useState, type KeyboardEvent } from 'react';
import { Echo } from './Echo.tsx';
import { readTyped, type EntryRules, type EntryVerdict, type Kept } from './entry.ts';
import type { SheetCell } from './sheet.ts';

/** Where the grid goes after an entry; null where the focus has gone elsewhere already. */
export type After = { readonly rows: number; readonly columns: number } | 'stay' | null;

/** How an entry ends: kept as read, kept as typed because it cannot be read, or left. */
export type EntryEnd =
  | { readonly kind: 'keep'; readonly kept: Kept; readonly after: After }
  | { readonly kind: 'draft'; readonly text: string; readonly message: string; readonly after: After }
  | { readonly kind: 'leave' };

export type EditorProps = {
  readonly cell: SheetCell;
  /** What the field is called: row, column, unit. */
  readonly label: string;
  readonly initial: string;
  /** Typing overwrites the cell, so that arrows move on; opened with F2 they move in the text. */
  readonly isOverwriting: boolean;
  readonly rules: EntryRules;
  readonly foresee: (kept: Kept) => string | null;
  readonly onEnd: (end: EntryEnd) => void;
};

/** Typing rests for so long before the effect on the outcome is worked out, in milliseconds. */
const REST = 200;

const AFTER: Readonly<Record<string, (event: KeyboardEvent) => After>> = {
  Enter: (event) => ({ rows: event.shiftKey ? -1 : 1, columns: 0 }),
  Tab: (event) => ({ rows: 0, columns: event.shiftKey ? -1 : 1 }),
};
const AFTER_OVERWRITING: Readonly<Record<string, After>> = {
  ArrowUp: { rows: -1, columns: 0 },
  ArrowDown: { rows: 1, columns: 0 },
  ArrowLeft: { rows: 0, columns: -1 },
  ArrowRight: { rows: 0, columns: 1 },
};

function endOf(verdict: EntryVerdict, { text, after }: { text: string; after: After }): EntryEnd {
  if (verdict.kind === 'kept') return { kind: 'keep', kept: verdict.kept, after };
  return { kind: 'draft', text, message: verdict.text, after };
}

/** What an edit would do to the outcome, once typing rests. */
function useForeseen(verdict: EntryVerdict, foresee: EditorProps['foresee']): string | null {
  const [foreseen, setForeseen] = useState<{ reads: string; words: string | null } | null>(null);
  const reads = verdict.kind === 'kept' && verdict.kept.edits.length > 0 ? verdict.kept.reads : null;
  const latest = useRef({ verdict, foresee });
  latest.current = { verdict, foresee };
  useEffect(() => {
    if (reads === null) return undefined;
    const timer = setTimeout(() => {
      const { verdict: now, foresee: work } = latest.current;
      if (now.kind === 'kept') setForeseen({ reads, words: work(now.kept) });
    }, REST);
    return () => {
      clearTimeout(timer);
    };
  }, [reads]);
  return foreseen?.reads === reads ? foreseen.words : null;
}

/** Ends an entry once, also where the field is taken away while something stands in it. */
function useEnd(read: () => EntryEnd, { isTouched, onEnd }: { isTouched: boolean; onEnd: EditorProps['onEnd'] }): (end: EntryEnd) => void {
  const hasEnded = useRef(false);
  const isThere = useRef(false);
  const latest = useRef({ read, isTouched, onEnd });
  latest.current = { read, isTouched, onEnd };
  const end = (how: EntryEnd): void => {
    if (hasEnded.current) return;
    hasEnded.current = true;
    latest.current.onEnd(how);
  };
  useLayoutEffect(() => {
    isThere.current = true;
    return () => {
      isThere.current = false;
      queueMicrotask(() => {
        if (!isThere.current && latest.current.isTouched) end(latest.current.read());
      });
    };
  }, []);
  return end;
}

/** The field in a cell, with what it reads as below it. Enter and Tab keep, Esc leaves; what cannot be read is kept as it was typed. */
export function CellEditor({ cell, label, initial, isOverwriting, rules, foresee, onEnd }: EditorProps) {
  const [text, setText] = useState(initial);
  const [isAsking, setIsAsking] = useState(false);
  const [isTouched, setIsTouched] = useState(isOverwriting);
  const field = useRef<HTMLInputElement>(null);
  const verdict = readTyped(text, cell, rules);
  const foreseen = useForeseen(verdict, foresee);
  const end = useEnd(() => endOf(verdict, { text, after: null }), { isTouched, onEnd });
  useLayoutEffect(() => {
    field.current?.focus({ preventScroll: true });
    field.current?.setSelectionRange(initial.length, initial.length);
  }, [initial]);
  const pick = (kept: Kept): void => {
    end({ kind: 'keep', kept, after: { rows: 1, columns: 0 } });
  };
  const answer = (event: KeyboardEvent): boolean => {
    if (!isAsking || verdict.kind !== 'ask') return false;
    const option = verdict.options[Number(event.key) - 1];
    if (option !== undefined) pick(option.kept);
    else if (event.key !== 'Escape') return false;
    setIsAsking(false);
    return true;
  };
  const press = (event: KeyboardEvent): void => {
    const after = AFTER[event.key]?.(event) ?? (isOverwriting && !event.shiftKey ? AFTER_OVERWRITING[event.key] : undefined);
    if (answer(event)) event.preventDefault();
    else if (event.key === 'Escape') {
      event.preventDefault();
      end({ kind: 'leave' });
    } else if (after !== undefined && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      if (verdict.kind === 'ask' && !isAsking) setIsAsking(true);
      else if (!isAsking) end(endOf(verdict, { text, after }));
    }
  };
  return (
    <>
      <input
        ref={field}
        className="sg-field"
        aria-label={label}
        aria-invalid={verdict.kind === 'refused'}
        value={text}
        spellCheck={cell.kind === 'text'}
        autoComplete="off"
        onChange={(event) => {
          setText(event.target.value);
          setIsTouched(true);
          setIsAsking(false);
        }}
        onKeyDown={press}
        onBlur={() => {
          // The window itself lost the focus: the field still has it inside the page.
          if (document.activeElement === field.current) return;
          end(isTouched ? endOf(verdict, { text, after: null }) : { kind: 'leave' });
        }}
      />
      {cell.kind === 'text' && verdict.kind === 'kept' ? null : (
        <Echo verdict={verdict} isAsking={isAsking} foreseen={foreseen} onPick={pick} />
      )}
    </>
  );
}
