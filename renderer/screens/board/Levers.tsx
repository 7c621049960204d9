import '../../styles/levers.css';
import { useMemo, useState } from 'react';
import type { MoneyUnit } from '../../../shared/money/units.ts';
import { leversOf, movesWords } from '../../../shared/outcomes/levers.ts';
import type { OpenDocument } from '../../state/document.ts';
import type { Results } from '../../state/projection.ts';
import { hasLibrary } from '../../state/startup.ts';
import { expectOfTrial, keepTrial, moveLever, resetTrial, useTrial } from '../../state/trial.ts';
import { Answer, Question } from './Expectation.tsx';
import { LeverRow } from './LeverRow.tsx';

/** Putting all back, and keeping the copy; both wait for a lever to be moved, and say so. */
function Buttons({ isMoved, onKeep }: { readonly isMoved: boolean; readonly onKeep: () => Promise<unknown> }) {
  const [isKeeping, setIsKeeping] = useState(false);
  const keep = async (): Promise<void> => {
    setIsKeeping(true);
    await onKeep();
    setIsKeeping(false);
  };
  return (
    <span className="row">
      <button type="button" className="btn q sm" disabled={!isMoved} title={isMoved ? undefined : 'No lever is moved'} onClick={resetTrial}>
        Reset
      </button>
      {hasLibrary() ? (
        <button
          type="button"
          className="btn q sm"
          disabled={!isMoved || isKeeping}
          title={isMoved ? 'A new scenario in the library; this one stays as it is' : 'No lever is moved'}
          onClick={() => void keep()}
        >
          Keep as scenario
        </button>
      ) : null}
    </span>
  );
}

/** Up to six levers on a throw-away copy (product.md §3): the plan that is open stays as it is, whoever moves them. */
export function Levers({
  open,
  planned,
  results,
  unit,
}: {
  readonly open: OpenDocument;
  readonly planned: Results;
  readonly results: Results;
  readonly unit: MoneyUnit;
}) {
  const { moves, guess } = useTrial(open);
  const levers = useMemo(() => leversOf(planned.projection), [planned.projection]);
  if (levers.length === 0) return null;
  const isMoved = Object.keys(moves).length > 0;
  const { target } = planned.projection.frame;
  const year = planned.figures.label(target);
  return (
    <section aria-labelledby="levers">
      <div className="row between">
        <h2 className="ex" id="levers">
          Try it, on a copy
        </h2>
        <Buttons isMoved={isMoved} onKeep={() => keepTrial(open, { moves, words: movesWords(levers, moves) })} />
      </div>
      {isMoved ? (
        <Answer
          guess={guess}
          planned={planned.figures.system('reported', target)}
          trial={results.figures.system('reported', target)}
          year={year}
          unit={unit}
        />
      ) : guess === undefined ? (
        <Question
          year={year}
          unit={unit}
          onAnswer={(answer) => {
            expectOfTrial(open, answer);
          }}
        />
      ) : null}
      {levers.map((lever) => (
        <LeverRow
          key={lever.id}
          lever={lever}
          at={moves[lever.id] ?? lever.planned}
          onMove={(to) => {
            moveLever(open, lever.id, to.eq(lever.planned) ? undefined : to);
          }}
        />
      ))}
    </section>
  );
}
