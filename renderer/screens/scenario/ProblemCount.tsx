import { useDrafts } from '../../components/grid/drafts.ts';
import { Icon } from '../../components/Icon.tsx';
import { counted } from '../../components/counts.ts';
import type { FromLibrary } from '../../state/document.ts';
import { useEntry } from '../../state/entry.ts';
import { goToInput } from '../../state/going-to.ts';
import { useResults } from '../../state/projection.ts';
import { useView } from '../../state/view.ts';
import { troublesOf } from './troubles.ts';

/** How many errors wait in the scenario that is open; a press goes to the first and shows the list. */
export function ProblemCount({ open }: { readonly open: FromLibrary }) {
  const unit = useView((state) => state.unit);
  const openTab = useEntry((state) => state.openTab);
  const results = useResults(open.scenario, unit);
  const drafts = useDrafts(open.id);
  const errors = troublesOf(results?.problems ?? [], drafts.values()).filter(({ isError }) => isError);
  const [first] = errors;
  if (first === undefined) return null;
  return (
    <button
      type="button"
      className="at"
      title={first.text}
      onClick={() => {
        openTab('problems');
        goToInput(first.path);
      }}
    >
      <Icon name="warn" small />
      {counted(errors.length, 'problem')}
    </button>
  );
}
