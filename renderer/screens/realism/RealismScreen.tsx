import '../../styles/realism.css';
import type { OpenDocument } from '../../state/document.ts';
import { useResults } from '../../state/projection.ts';
import { useView } from '../../state/view.ts';
import { Chances } from './Chances.tsx';
import { Concentration } from './Concentration.tsx';
import { DeliveryLine } from './DeliveryLine.tsx';
import { Edges } from './Edges.tsx';
import { KeepDialog } from './KeepDialog.tsx';
import { OwnRecordDialog } from './OwnRecordDialog.tsx';
import { RealismHead } from './RealismHead.tsx';
import { RightColumn } from './RightColumn.tsx';
import { useSlowTests } from './slow-tests.ts';
import { Tornado } from './Tornado.tsx';

/** Realism: what would have to be believed for the plan to be true. It reads what `shared/realism` worked out, and asks for edits. */
export function RealismScreen({ open }: { readonly open: OpenDocument }) {
  const unit = useView((state) => state.unit);
  const results = useResults(open.scenario, unit);
  useSlowTests(open.scenario);
  if (results === null) return null;
  return (
    <div className="rl">
      <div className="rlm">
        <RealismHead open={open} results={results} unit={unit} />
        <DeliveryLine results={results} unit={unit} titleId="realism-headline" />
        <Chances open={open} results={results} unit={unit} />
        <Tornado open={open} results={results} unit={unit} />
        <Edges open={open} results={results} unit={unit} />
        <Concentration results={results} unit={unit} />
      </div>
      <RightColumn open={open} results={results} unit={unit} />
      {open.kind === 'library' ? (
        <>
          <OwnRecordDialog open={open} unit={unit} />
          <KeepDialog open={open} />
        </>
      ) : null}
    </div>
  );
}
