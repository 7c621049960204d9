import '../../styles/board.css';
import { useDeferredValue, useMemo } from 'react';
import { withLevers } from '../../../shared/outcomes/levers.ts';
import type { OpenDocument } from '../../state/document.ts';
import { useResults } from '../../state/projection.ts';
import { keyOfDocument, useTrial } from '../../state/trial.ts';
import { useView } from '../../state/view.ts';
import { Bridge } from './Bridge.tsx';
import { Changed } from './Changed.tsx';
import { FourNumbers } from './FourNumbers.tsx';
import { Levers } from './Levers.tsx';
import { Notes } from './Notes.tsx';
import { NotKnown } from './NotKnown.tsx';
import { Programmes } from './Programmes.tsx';
import { VerdictWords } from './VerdictWords.tsx';
import { WhoCarriesIt } from './WhoCarriesIt.tsx';

/** The board of one document. While levers are moved it shows the copy; figures that are not worked anew yet are marked as old. */
function BoardOf({ open }: { readonly open: OpenDocument }) {
  const unit = useView((state) => state.unit);
  const { moves } = useTrial(open);
  const trial = useMemo(() => withLevers(open.scenario, moves), [open.scenario, moves]);
  const shown = useDeferredValue(trial);
  const results = useResults(shown, unit);
  const planned = useResults(open.scenario, unit);
  if (results === null || planned === null) return null;
  const isTrial = shown !== open.scenario && trial !== open.scenario;
  const part = { results, unit, trial: isTrial ? shown : undefined };
  return (
    <div className={shown === trial ? 'bd' : 'bd old'} aria-busy={shown !== trial}>
      {isTrial ? <p className="trial">Trial figures, nothing is saved</p> : null}
      <div className="bd-first">
        <div>
          <Notes open={open} results={results} />
          <VerdictWords {...part} />
        </div>
        <FourNumbers {...part} />
        <Bridge {...part} />
        <div className="side">
          <WhoCarriesIt {...part} />
          <Programmes {...part} />
          <Levers open={open} planned={planned} results={results} unit={unit} />
        </div>
      </div>
      <div className="bd-more">
        <Changed open={open} planned={planned} unit={unit} />
        <NotKnown scenario={open.scenario} unit={unit} />
      </div>
    </div>
  );
}

/** The board: the verdict in words, four numbers, the bridge, who carries it, what each programme is worth, and levers on a copy. It edits nothing. */
export function Board({ open }: { readonly open: OpenDocument }) {
  return <BoardOf key={keyOfDocument(open)} open={open} />;
}
