import { moneyInFittingUnit } from '../../../shared/money/format.ts';
import type { RealismCard } from '../../../shared/realism/card.ts';
import type { OpenDocument } from '../../state/document.ts';
import { canGoToInputs } from '../../state/going-to.ts';
import { Answers } from './Answers.tsx';
import { Card } from './Card.tsx';
import { Kept } from './Kept.tsx';

function QuestionCard({ open, card }: { readonly open: OpenDocument; readonly card: RealismCard }) {
  const { yours, comparison, source, notWhen, effect } = card;
  return (
    <Card
      open={open}
      question={card.key}
      kicker={card.heading}
      title={card.finding}
      lines={[
        { label: 'Yours', text: yours },
        {
          label: 'Compare',
          text: (
            <>
              {comparison} <span className="t3">{source}.</span>
            </>
          ),
        },
        ...(notWhen === '' ? [] : [{ label: 'Not if', text: notWhen }]),
        ...(effect.isZero() ? [] : [{ label: 'At stake', text: moneyInFittingUnit(effect) }]),
      ]}
      path={card.paths[0]}
    />
  );
}

/** Reasons that were given for questions which no longer arise: they stand in the paper until somebody takes them away. */
function Bygone({ open, asked }: { readonly open: OpenDocument; readonly asked: ReadonlySet<string> }) {
  const bygone = (open.scenario.keptAssumptions ?? []).filter(({ question }) => !asked.has(question));
  if (bygone.length === 0) return null;
  return (
    <section aria-labelledby="bygone">
      <h2 className="ex" id="bygone">
        Reasons for questions that no longer arise
      </h2>
      {bygone.map(({ id, question }) => (
        <div key={id} className="card">
          <Kept open={open} question={question} />
          {canGoToInputs() ? <Answers open={open} question={question} title={question} path={undefined} /> : null}
        </div>
      ))}
    </section>
  );
}

/** The questions, worst first by £ at stake: your number, what it is held against, when that does not apply. */
export function Questions({
  open,
  cards,
  asked,
}: {
  readonly open: OpenDocument;
  readonly cards: readonly RealismCard[];
  /** Keys of all that is asked, plugs too. */
  readonly asked: ReadonlySet<string>;
}) {
  return (
    <>
      <p className="lead sm t2">
        {cards.length === 0
          ? 'Nothing is asked: no figure of this plan is held against evidence yet. Enter savings, capital or shifts.'
          : 'Worst first, by £ at stake. A reason you give is printed in the paper.'}
      </p>
      {cards.map((card) => (
        <QuestionCard key={card.key} open={open} card={card} />
      ))}
      <Bygone open={open} asked={asked} />
    </>
  );
}
