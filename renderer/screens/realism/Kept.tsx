import { keptFor } from '../../../shared/realism/card.ts';
import { Icon } from '../../components/Icon.tsx';
import type { OpenDocument } from '../../state/document.ts';

/** Why a figure stays, once somebody has said it. */
export function Kept({ open, question }: { readonly open: OpenDocument; readonly question: string }) {
  const kept = keptFor(open.scenario, question);
  if (kept === undefined) return null;
  const by = [kept.owner, kept.date].filter((part) => part !== undefined && part !== '').join(', ');
  return (
    <div className="kept">
      <p>
        <Icon name="tick" small />
        <b>Kept, with reason:</b> {kept.reason} {by === '' ? null : <span className="t3">{by}.</span>}
      </p>
    </div>
  );
}
