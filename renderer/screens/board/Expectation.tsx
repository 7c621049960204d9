import { useState } from 'react';
import { parseEntry } from '../../../shared/money/parse.ts';
import { moneyInSentence } from '../../../shared/money/format.ts';
import type { Decimal } from '../../../shared/money/decimal.ts';
import type { MoneyUnit } from '../../../shared/money/units.ts';
import type { Shown } from '../../../shared/outcomes/shown-table.ts';

/** The question before the first lever: what a reader guessed is worth more to them than what they are told. It can be passed over. */
export function Question({
  year,
  unit,
  onAnswer,
}: {
  readonly year: string;
  readonly unit: MoneyUnit;
  readonly onAnswer: (guess: Decimal | null) => void;
}) {
  const [typed, setTyped] = useState('');
  const [refusal, setRefusal] = useState('');
  const keep = (): void => {
    const read = parseEntry(typed, { unit: { kind: 'money', shownIn: unit } });
    if (read.kind === 'parsed' && read.entry.form === 'amount') onAnswer(read.entry.amount);
    else setRefusal(read.kind === 'parsed' ? 'Enter one amount.' : read.text);
  };
  return (
    <form
      className="expect"
      onSubmit={(event) => {
        event.preventDefault();
        keep();
      }}
    >
      <label htmlFor="expected">Before you move one: what do you expect of {year}?</label>
      <input
        id="expected"
        className="fld"
        placeholder={unit}
        value={typed}
        aria-invalid={refusal !== ''}
        aria-describedby={refusal === '' ? undefined : 'expected-refusal'}
        onChange={(event) => {
          setTyped(event.target.value);
          setRefusal('');
        }}
      />
      <button type="submit" className="btn q sm" disabled={typed.trim() === ''}>
        Keep
      </button>
      <button
        type="button"
        className="btn q sm"
        onClick={() => {
          onAnswer(null);
        }}
      >
        Skip
      </button>
      {refusal === '' ? null : (
        <span id="expected-refusal" role="alert" className="at wide">
          {refusal}
        </span>
      )}
    </form>
  );
}

/** What the copy gives, what the plan gives, and what the reader expected. */
export function Answer({
  guess,
  planned,
  trial,
  year,
  unit,
}: {
  readonly guess: Decimal | null | undefined;
  readonly planned: Shown;
  readonly trial: Shown;
  readonly year: string;
  readonly unit: MoneyUnit;
}) {
  const said = ({ figure }: Shown): string => moneyInSentence(figure, { unit });
  return (
    <p className="answer" role="status">
      {year} on the copy <b>{said(trial)}</b>, as planned {said(planned)}.
      {guess === null || guess === undefined ? null : ` You expected ${moneyInSentence(guess, { unit })}.`}
    </p>
  );
}
