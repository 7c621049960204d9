import type { Question, TableSettings } from '../../../shared/tables/questions.ts';
import type { SeenTable } from './seen-table.ts';
import type { TableIn } from './use-table-draft.ts';

/** What the table does not say itself: asked with what in it speaks for an answer. */
export function TableQuestions({ table, look }: { readonly table: TableIn; readonly look: SeenTable }) {
  const { said } = table.draft;
  return look.questions.map((question) => (
    <Asked
      key={question.id}
      question={question}
      answer={said[question.id] ?? question.suggested ?? ''}
      onAnswer={(answer) => {
        table.change({ said: answered(said, question, answer) });
      }}
    />
  ));
}

function Asked({
  question,
  answer,
  onAnswer,
}: {
  readonly question: Question;
  readonly answer: string;
  readonly onAnswer: (answer: string) => void;
}) {
  const evidence = `evidence-${question.id}`;
  return (
    <div className={answer === '' ? 'asked open' : 'asked'}>
      <label>
        <span className="lbl">{question.text}</span>
        <select
          className="fld"
          value={answer}
          aria-invalid={answer === ''}
          aria-describedby={evidence}
          onChange={(event) => {
            onAnswer(event.target.value);
          }}
        >
          {answer === '' ? <option value="">Choose…</option> : null}
          {question.choices.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      </label>
      <span className="t3 sm" id={evidence}>
        {question.evidence}
      </span>
    </div>
  );
}

function answered(said: TableSettings, { id, choices }: Question, answer: string): TableSettings {
  const chosen = choices.find(({ value }) => value === answer)?.value;
  switch (id) {
    case 'unit':
      return { ...said, unit: chosen === '£' || chosen === '£000' || chosen === '£m' ? chosen : null };
    case 'separators':
      return { ...said, separators: chosen === 'british' || chosen === 'continental' ? chosen : null };
    case 'shares':
      return { ...said, shares: chosen === 'PER_CENT' || chosen === 'FRACTION' ? chosen : null };
    case 'costs':
      return { ...said, costs: chosen === 'NEGATIVE' || chosen === 'AS_WRITTEN' ? chosen : null };
  }
}
