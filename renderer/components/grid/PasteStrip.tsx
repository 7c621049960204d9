import { useEffect, useRef, useState } from 'react';
import { Icon } from '../Icon.tsx';
import { cellsWords, type PasteAnswers, type PastePlan, type PasteQuestion } from './paste-plan.ts';

type StripProps = {
  readonly plan: PastePlan;
  readonly answers: PasteAnswers;
  readonly onAnswers: (answers: PasteAnswers) => void;
  readonly onKeep: () => void;
  readonly onLeave: () => void;
};

/** The number of the pressed option, counted from 0. */
type Answer = (option: number) => void;

function answerTo(question: PasteQuestion, { answers, onAnswers }: StripProps): Answer {
  return (option) => {
    if (question.kind === 'convention') onAnswers({ ...answers, convention: option === 0 ? 'british' : 'continental' });
    else onAnswers({ ...answers, readings: { ...answers.readings, [question.unitKind]: option } });
  };
}

function optionsOf(question: PasteQuestion): readonly string[] {
  if (question.kind === 'reading') return question.options;
  return [`British: ${question.british}`, `Continental: ${question.continental}`];
}

function Question({ question, onAnswer }: { readonly question: PasteQuestion; readonly onAnswer: Answer }) {
  return (
    <p className="row">
      <b>{question.text}</b>
      {optionsOf(question).map((words, index) => (
        <button
          key={words}
          type="button"
          className="btn sm"
          onClick={() => {
            onAnswer(index);
          }}
        >
          <b>{index + 1}</b> {words}
        </button>
      ))}
    </p>
  );
}

function Refusals({ plan }: { readonly plan: PastePlan }) {
  return (
    <ul className="sg-refusals">
      {plan.refusals.map(({ where, text, why }) => (
        <li key={where}>
          <b>{where}</b>: {text === '' ? 'nothing' : `"${text}"`}. {why}
        </li>
      ))}
      {plan.jumps.map((words) => (
        <li key={words}>{words}</li>
      ))}
    </ul>
  );
}

function factsOf({ unchanged, biggest, beyond, addedRows, jumps }: PastePlan): string[] {
  const facts: string[] = [];
  if (biggest !== null) facts.push(`Biggest: ${biggest.where}, ${biggest.from} to ${biggest.to}.`);
  if (addedRows > 0) facts.push(`${String(addedRows)} new ${addedRows === 1 ? 'row' : 'rows'}.`);
  if (unchanged > 0) facts.push(`${cellsWords(unchanged)} as before.`);
  if (jumps.length > 0) facts.push(`${cellsWords(jumps.length)} become ten times as much, or a tenth.`);
  if (beyond.rows > 0) facts.push(`${String(beyond.rows)} ${beyond.rows === 1 ? 'row lies' : 'rows lie'} below the last row and stay out.`);
  if (beyond.columns > 0)
    facts.push(`${String(beyond.columns)} ${beyond.columns === 1 ? 'column lies' : 'columns lie'} past the last column and stay out.`);
  return facts;
}

export function headlineOf({ changes, refusals }: PastePlan): string {
  const refused = refusals.length === 0 ? '' : `, ${String(refusals.length)} refused`;
  return `${cellsWords(changes.length)} changed${refused}`;
}

function Choices({ plan, answers, onAnswers, canAddRows }: StripProps & { readonly canAddRows: boolean }) {
  return (
    <>
      {plan.canTakeSuggestions ? (
        <button
          type="button"
          className="btn sm"
          aria-pressed={answers.takesSuggestions}
          onClick={() => {
            onAnswers({ ...answers, takesSuggestions: !answers.takesSuggestions });
          }}
        >
          {answers.takesSuggestions ? 'Read as written' : 'Read these in the unit that fits'}
        </button>
      ) : null}
      {canAddRows && (plan.addedRows > 0 || !answers.addsRows) ? (
        <button
          type="button"
          className="btn sm"
          aria-pressed={answers.addsRows}
          onClick={() => {
            onAnswers({ ...answers, addsRows: !answers.addsRows });
          }}
        >
          {answers.addsRows ? 'Add no rows' : 'Add the rows that are missing'}
        </button>
      ) : null}
    </>
  );
}

/** What a paste would do, before it is done: a strip below the grid, never a dialog. Enter keeps all of it as one step, Esc leaves all as it was. */
export function PasteStrip(props: StripProps & { readonly canAddRows: boolean }) {
  const { plan, onKeep, onLeave } = props;
  const [isOpen, setIsOpen] = useState(false);
  const keep = useRef<HTMLButtonElement>(null);
  const strip = useRef<HTMLElement>(null);
  useEffect(() => {
    (keep.current ?? strip.current)?.focus();
  }, []);
  const { question } = plan;
  const answer = question === null ? null : answerTo(question, props);
  const canKeep = question === null && plan.edits.length > 0;
  return (
    <section
      ref={strip}
      className="sg-paste"
      aria-label="Paste, before it lands"
      tabIndex={-1}
      onKeyDown={(event) => {
        const option = Number(event.key) - 1;
        if (event.key === 'Escape') onLeave();
        else if (question !== null && answer !== null && optionsOf(question)[option] !== undefined) answer(option);
        else if (event.key === 'Enter' && event.target === strip.current && canKeep) onKeep();
        else return;
        event.preventDefault();
      }}
    >
      <p className="row" role="status">
        <Icon name="scenario" small />
        <b>{headlineOf(plan)}</b>
        <span className="t2">{factsOf(plan).join(' ')}</span>
      </p>
      {question === null || answer === null ? null : (
        <Question
          question={question}
          onAnswer={(option) => {
            answer(option);
            keep.current?.focus();
          }}
        />
      )}
      <div className="row">
        <button ref={keep} type="button" className="btn sm pri" aria-disabled={!canKeep} onClick={canKeep ? onKeep : undefined}>
          Keep <kbd>Enter</kbd>
        </button>
        <button type="button" className="btn sm" onClick={onLeave}>
          Leave all as it was <kbd>Esc</kbd>
        </button>
        <Choices {...props} />
        {plan.refusals.length + plan.jumps.length > 0 ? (
          <button
            type="button"
            className="btn q sm"
            aria-expanded={isOpen}
            onClick={() => {
              setIsOpen(!isOpen);
            }}
          >
            {isOpen ? 'Hide' : 'Show'} {plan.refusals.length + plan.jumps.length}
          </button>
        ) : null}
        {canKeep ? null : <span className="t2">{question === null ? 'There is nothing to keep.' : 'Answer first: press 1 or 2.'}</span>}
      </div>
      {isOpen ? <Refusals plan={plan} /> : null}
    </section>
  );
}
