import { Icon } from '../../components/Icon.tsx';
import type { OpenDocument } from '../../state/document.ts';
import type { Results } from '../../state/projection.ts';

function seal(open: OpenDocument): string[] {
  if (open.kind !== 'copy') return [];
  if (open.seal === 'absent') return ['This file carries no seal, so nobody can say whether it was changed after it was saved.'];
  return open.seal === 'broken'
    ? ['This file was changed after it was sealed. Ask the sender for a fresh copy before you rely on it.']
    : [];
}

/** What a reader must know before the figures: a broken seal, figures that differ from what was saved, an approval that has drifted, what is left out. */
export function Notes({ open, results }: { readonly open: OpenDocument; readonly results: Results }) {
  const differs = open.kind === 'copy' ? open.differences : open.kind === 'library' ? open.drift : [];
  const said = [...seal(open), ...differs, ...results.verdict.warnings];
  if (said.length === 0) return null;
  return (
    <ul className="notes" aria-label="Before you read">
      {said.map((note) => (
        <li key={note}>
          <Icon name="warn" small />
          {note}
        </li>
      ))}
    </ul>
  );
}
