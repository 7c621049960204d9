import { useMemo, useState, type ClipboardEvent } from 'react';
import type { Decimal } from '../../../shared/money/decimal.ts';
import type { MoneyUnit } from '../../../shared/money/units.ts';
import { clipboardText } from './cell-text.ts';
import { readTable, writeHtmlTable, writeTable } from './clipboard-table.ts';
import { cellsWords, NO_ANSWERS, planPaste, type PasteAnswers, type PastePlan } from './paste-plan.ts';
import { planClear } from './fill.ts';
import { cellAt } from './grid-view.ts';
import { sizeOf, type Area } from './selection.ts';
import type { Edits } from './use-edits.ts';
import type { Standing } from './use-place.ts';

/** A paste that waits to be kept or left. */
export type PendingPaste = {
  readonly plan: PastePlan;
  readonly answers: PasteAnswers;
  readonly setAnswers: (answers: PasteAnswers) => void;
  readonly keep: () => void;
  readonly leave: () => void;
};

export type Clipboard = {
  readonly paste: PendingPaste | null;
  readonly onCopy: (event: ClipboardEvent) => void;
  readonly onCut: (event: ClipboardEvent) => void;
  readonly onPaste: (event: ClipboardEvent) => void;
};

/** More cells than a plan holds: 30 organisations with ten lines each fill a hundredth of it. */
const MOST_CELLS = 100_000;

type Held = { readonly table: readonly (readonly string[])[]; readonly selected: Area; readonly answers: PasteAnswers };

function tableOf({ view, area }: Standing, unit: MoneyUnit): string[][] {
  const { rows, columns } = sizeOf(area);
  return Array.from({ length: rows }, (_, row) =>
    Array.from({ length: columns }, (__, column) => clipboardText(cellAt(view, { row: area.top + row, column: area.left + column }), unit)),
  );
}

type Context = {
  readonly standing: Standing;
  readonly edits: Edits;
  readonly unit: MoneyUnit;
  readonly systemIncome: Decimal | null;
  readonly say: (words: string) => void;
  /** Gives the grid the focus back after a strip was answered. */
  readonly focus: () => void;
};

export function useClipboard({ standing, edits, unit, systemIncome, say, focus }: Context): Clipboard {
  const [held, setHeld] = useState<Held | null>(null);
  const { view } = standing;
  const plan = useMemo(() => (held === null ? null : planPaste({ ...held, view, unit, systemIncome })), [held, view, unit, systemIncome]);
  const close = (): void => {
    setHeld(null);
    focus();
  };
  const copy = (event: ClipboardEvent): boolean => {
    if (event.target !== event.currentTarget) return false;
    event.preventDefault();
    const table = tableOf(standing, unit);
    event.clipboardData.setData('text/plain', writeTable(table));
    event.clipboardData.setData('text/html', writeHtmlTable(table));
    say(`${cellsWords(table.length * (table[0]?.length ?? 0))} copied`);
    return true;
  };
  const paste: PendingPaste | null =
    held === null || plan === null
      ? null
      : {
          plan,
          answers: held.answers,
          setAnswers: (answers) => {
            setHeld({ ...held, answers });
          },
          keep: () => {
            standing.select(plan.area);
            close();
            void edits.make(plan);
          },
          leave: close,
        };
  return {
    paste,
    onCopy: (event) => {
      copy(event);
    },
    onCut: (event) => {
      if (copy(event)) void edits.make(planClear(view, standing.area));
    },
    onPaste: (event) => {
      if (event.target !== event.currentTarget) return;
      event.preventDefault();
      const table = readTable(event.clipboardData.getData('text/plain'));
      const count = table.reduce((cells, row) => cells + row.length, 0);
      if (count === 0) say('There is no text to paste on the clipboard.');
      else if (count > MOST_CELLS)
        say(`${cellsWords(count)} are too many for one paste: ${cellsWords(MOST_CELLS)} at most. Nothing was changed.`);
      else setHeld({ table, selected: standing.area, answers: NO_ANSWERS });
    },
  };
}
