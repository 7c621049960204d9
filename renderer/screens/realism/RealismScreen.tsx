import '../../styles/realism.css';
import type { OpenDocument } from '../../state/document.ts';
import { useResults } from '../../state/projection.ts';
import { useView } from '../../state/view.ts';
import { OwnRecordDialog } from './OwnRecordDialog.tsx';
import { RealismHead } from './RealismHead.tsx';

/** Realism: what would have to be believed for the plan to be true. It reads what `shared/realism` worked out, and asks for edits. */
export function RealismScreen({ open }: { readonly open: OpenDocument }) {
  const unit = useView((state) => state.unit);
  const results = useResults(open.scenario, unit);
  if (results === null) return null;
  return (
    <div className="rl">
      <div className="rlm">
        <RealismHead open={open} results={results} />
      </div>
      {open.kind === 'library' ? <OwnRecordDialog open={open} unit={unit} /> : null}
    </div>
  );
}
