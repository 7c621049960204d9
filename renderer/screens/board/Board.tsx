import '../../styles/board.css';
import type { OpenDocument } from '../../state/document.ts';
import { useResults } from '../../state/projection.ts';
import { useView } from '../../state/view.ts';
import { Bridge } from './Bridge.tsx';
import { FourNumbers } from './FourNumbers.tsx';
import { Notes } from './Notes.tsx';
import { Programmes } from './Programmes.tsx';
import { VerdictWords } from './VerdictWords.tsx';
import { WhoCarriesIt } from './WhoCarriesIt.tsx';

/** The board: the verdict in words, four numbers, the bridge, who carries it, what each programme is worth. It reads and never edits. */
export function Board({ open }: { readonly open: OpenDocument }) {
  const unit = useView((state) => state.unit);
  const results = useResults(open.scenario, unit);
  if (results === null) return null;
  const part = { results, unit };
  return (
    <div className="bd">
      <div>
        <Notes open={open} results={results} />
        <VerdictWords {...part} />
      </div>
      <FourNumbers {...part} />
      <Bridge {...part} />
      <div className="side">
        <WhoCarriesIt {...part} />
        <Programmes {...part} />
      </div>
    </div>
  );
}
