import { useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import type { MoneyUnit } from '../../../shared/money/units.ts';
import { Icon } from '../Icon.tsx';
import { cellsWith, matchFrom, rowFor } from './find-cells.ts';
import type { GridView, Place } from './grid-view.ts';

export type Search = 'find' | 'goTo';

type BarProps = {
  readonly view: GridView;
  readonly unit: MoneyUnit;
  /** What was asked for; a new one each time. */
  readonly search: { readonly kind: Search };
  readonly at: Place;
  readonly onMove: (place: Place) => void;
  readonly onClose: () => void;
};

/** The field of both bars: Enter acts, Esc goes back to the grid. */
function Field({
  search,
  label,
  text,
  onText,
  onEnter,
  onClose,
}: {
  readonly search: BarProps['search'];
  readonly label: string;
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly onEnter: (isBack: boolean) => void;
  readonly onClose: () => void;
}) {
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, [search]);
  return (
    <input
      ref={field}
      className="fld"
      aria-label={label}
      placeholder={label}
      value={text}
      autoComplete="off"
      onChange={(event) => {
        onText(event.target.value);
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter') onEnter(event.shiftKey);
        else if (event.key === 'Escape') onClose();
        else return;
        event.preventDefault();
      }}
    />
  );
}

function Close({ onClose }: { readonly onClose: () => void }) {
  return (
    <button type="button" className="btn q sm" aria-label="Close the search" title="Close (Esc)" onClick={onClose}>
      <Icon name="cross" small />
    </button>
  );
}

/** Find: Enter goes from match to match, Shift+Enter back; the grid follows. */
function FindText({ view, unit, search, at, onMove, onClose }: BarProps) {
  const [text, setText] = useState('');
  const wanted = useDeferredValue(text);
  const matches = useMemo(() => cellsWith(view, { text: wanted, unit }), [view, unit, wanted]);
  const here = matches.findIndex((match) => match.row === at.row && match.column === at.column);
  const words = matches.length === 0 ? 'nothing found' : `${here < 0 ? '' : `${String(here + 1)} of `}${String(matches.length)} found`;
  return (
    <div className="sg-find" role="search">
      <Field
        search={search}
        label="Find in the grid"
        text={text}
        onText={setText}
        onClose={onClose}
        onEnter={(isBack) => {
          // Enter means what is typed now, also where the count is still that of a letter before.
          const now = wanted === text ? matches : cellsWith(view, { text, unit });
          const match = now[matchFrom(now, { from: at, isBack })];
          if (match !== undefined) onMove(match);
        }}
      />
      <span className="t2" role="status">
        {text.trim() === '' ? '' : words}
      </span>
      <span className="t3 mi">Enter next, Shift Enter back</span>
      <Close onClose={onClose} />
    </div>
  );
}

/** Go to a row by its number or its label. */
function GoTo({ view, search, at, onMove, onClose }: BarProps) {
  const [text, setText] = useState('');
  const row = rowFor(view, text);
  const label = view.rows[row]?.label;
  const words = label === undefined ? `No such row among ${String(view.rows.length)}` : `Row ${String(row + 1)}: ${label}`;
  return (
    <div className="sg-find" role="search">
      <Field
        search={search}
        label="Go to row number or label"
        text={text}
        onText={setText}
        onClose={onClose}
        onEnter={() => {
          if (row < 0) return;
          onMove({ row, column: at.column });
          onClose();
        }}
      />
      <span className="t2" role="status">
        {text.trim() === '' ? '' : words}
      </span>
      <Close onClose={onClose} />
    </div>
  );
}

export function FindBar(props: BarProps) {
  return props.search.kind === 'find' ? <FindText {...props} /> : <GoTo {...props} />;
}
