import type { ReactNode } from 'react';
import { keptFor } from '../../../shared/realism/card.ts';
import type { OpenDocument } from '../../state/document.ts';
import { canGoToInputs } from '../../state/going-to.ts';
import { Answers } from './Answers.tsx';
import { Kept } from './Kept.tsx';

export type CardLine = { readonly label: string; readonly text: ReactNode };

/** One question: what it is about, your number, what it is held against, when that does not apply; it is answered by a change or by a reason. */
export function Card({
  open,
  question,
  kicker,
  title,
  lines,
  path,
}: {
  readonly open: OpenDocument;
  /** Under which a reason is stored. */
  readonly question: string;
  readonly kicker: string;
  readonly title: string;
  readonly lines: readonly CardLine[];
  /** The input to change. */
  readonly path: string | undefined;
}) {
  const isKept = keptFor(open.scenario, question) !== undefined;
  return (
    <article className={isKept ? 'card is-kept' : 'card'} aria-label={title}>
      <p className="mi t3">{kicker}</p>
      <h3 className="b">{title}</h3>
      <dl>
        {lines.map(({ label, text }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      {isKept ? <Kept open={open} question={question} /> : null}
      {canGoToInputs() ? <Answers open={open} question={question} title={title} path={path} /> : null}
    </article>
  );
}
