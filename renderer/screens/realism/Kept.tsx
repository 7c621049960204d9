import { keepNoLonger, keptFor } from '../../../shared/realism/card.ts';
import { Icon } from '../../components/Icon.tsx';
import { useDocument, type OpenDocument } from '../../state/document.ts';
import { useRealismView } from '../../state/realism-view.ts';

/** Why a figure stays, once somebody has said it; the question can be asked again. */
export function Kept({ open, question, title }: { readonly open: OpenDocument; readonly question: string; readonly title: string }) {
  const edit = useDocument((state) => state.edit);
  const keep = useRealismView((state) => state.keep);
  const kept = keptFor(open.scenario, question);
  const asked = keepNoLonger(open.scenario, question);
  if (kept === undefined || asked === undefined) return null;
  const by = [kept.owner, kept.date].filter((part) => part !== undefined && part !== '').join(', ');
  return (
    <div className="kept">
      <p>
        <Icon name="tick" small />
        <b>Kept, with reason:</b> {kept.reason} {by === '' ? null : <span className="t3">{by}.</span>}
      </p>
      {open.kind === 'library' ? (
        <div className="row">
          <button
            type="button"
            className="btn sm"
            onClick={() => {
              keep({ key: question, title });
            }}
          >
            Change the reason
          </button>
          <button type="button" className="btn q" onClick={() => void edit(asked)}>
            Ask again
          </button>
        </div>
      ) : null}
    </div>
  );
}
