import { useId, useLayoutEffect, useRef, useState, type KeyboardEvent } from 'react';
import type { After, EditorProps } from './CellEditor.tsx';
import { choicesFor, chosen, readTyped } from './entry.ts';
import type { Choice, SheetCell } from './sheet.ts';

type ChoiceProps = Omit<EditorProps, 'cell' | 'foresee' | 'isOverwriting' | 'rules'> & {
  readonly cell: Extract<SheetCell, { kind: 'choice' }>;
};

const BLANK: Choice = { value: '', label: 'Blank' };

function offered(cell: ChoiceProps['cell'], typed: string): readonly Choice[] {
  const found = choicesFor(typed, cell.choices);
  return cell.canBeBlank === true && typed.trim() === '' ? [BLANK, ...found] : found;
}

const AFTER: Readonly<Record<string, (event: KeyboardEvent) => After>> = {
  Enter: () => 'stay',
  Tab: (event) => ({ rows: 0, columns: event.shiftKey ? -1 : 1 }),
};

const optionId = (id: string, index: number): string => `${id}-${String(index)}`;

/** The list below the cell. A click takes a choice and leaves the focus in the field. */
function Choices({
  id,
  label,
  choices,
  marked,
  chosenValue,
  onTake,
}: {
  readonly id: string;
  readonly label: string;
  readonly choices: readonly Choice[];
  readonly marked: number;
  readonly chosenValue: string;
  readonly onTake: (choice: Choice) => void;
}) {
  useLayoutEffect(() => {
    document.getElementById(optionId(id, marked))?.scrollIntoView({ block: 'nearest' });
  }, [id, marked]);
  return (
    <div id={`${id}-list`} role="listbox" aria-label={label} className="sg-list">
      {choices.length === 0 ? <span className="t3">None of the list. Esc leaves the cell as it was.</span> : null}
      {choices.map((choice, index) => (
        <div
          key={choice.value}
          id={optionId(id, index)}
          role="option"
          aria-selected={choice.value === chosenValue}
          className={index === marked ? 'sg-option on' : 'sg-option'}
          onMouseDown={(event) => {
            event.preventDefault();
          }}
          onClick={() => {
            onTake(choice);
          }}
        >
          {choice.label}
        </div>
      ))}
    </div>
  );
}

/** An entry ends once, though leaving the field follows upon the key that ended it. */
function useOnce(onEnd: EditorProps['onEnd']): EditorProps['onEnd'] {
  const hasEnded = useRef(false);
  return (how) => {
    if (hasEnded.current) return;
    hasEnded.current = true;
    onEnd(how);
  };
}

/** The choice that is marked when the list opens: the one that stands in the cell, or the first that fits what is typed already. */
function firstMarked(choices: readonly Choice[], { initial, chosenValue }: { initial: string; chosenValue: string }): number {
  return initial === ''
    ? Math.max(
        choices.findIndex((choice) => choice.value === chosenValue),
        0,
      )
    : 0;
}

/** A field that narrows a list by what is typed; the list stands below the cell. Enter takes the marked choice, Esc leaves the cell as it was. */
export function ChoiceEditor({ cell, label, initial, onEnd }: ChoiceProps) {
  const [typed, setTyped] = useState(initial);
  const choices = offered(cell, typed);
  const [marked, setMarked] = useState(() => firstMarked(choices, { initial, chosenValue: cell.chosen }));
  const field = useRef<HTMLInputElement>(null);
  const id = useId();
  useLayoutEffect(() => {
    field.current?.focus({ preventScroll: true });
  }, []);
  const end = useOnce(onEnd);
  const take = (choice: Choice | undefined, after: After): void => {
    const verdict = choice === undefined ? readTyped(typed, cell) : chosen(choice, cell);
    if (verdict.kind === 'kept') end({ kind: 'keep', kept: verdict.kept, after });
    else end({ kind: 'draft', text: typed, message: verdict.text, after });
  };
  const press = (event: KeyboardEvent): void => {
    const after = AFTER[event.key]?.(event);
    const move = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.ctrlKey || event.metaKey) return;
    if (event.key === 'Escape') end({ kind: 'leave' });
    else if (after !== undefined) take(choices[marked], after);
    else if (move !== undefined && event.altKey) end({ kind: 'leave' });
    else if (move !== undefined) setMarked(Math.max(0, Math.min(marked + move, choices.length - 1)));
    else return;
    event.preventDefault();
  };
  return (
    <>
      <input
        ref={field}
        className="sg-field"
        role="combobox"
        aria-label={label}
        aria-expanded="true"
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={choices.length > 0 ? optionId(id, marked) : undefined}
        value={typed}
        placeholder={cell.choices.find((choice) => choice.value === cell.chosen)?.label ?? ''}
        autoComplete="off"
        onChange={(event) => {
          setTyped(event.target.value);
          setMarked(0);
        }}
        onKeyDown={press}
        onBlur={() => {
          if (document.activeElement === field.current) return;
          if (typed === '') end({ kind: 'leave' });
          else take(choices.length === 1 ? choices[0] : undefined, null);
        }}
      />
      <Choices
        id={id}
        label={label}
        choices={choices}
        marked={marked}
        chosenValue={cell.chosen}
        onTake={(choice) => {
          take(choice, 'stay');
        }}
      />
    </>
  );
}
