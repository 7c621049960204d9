import { counted } from '../../components/counts.ts';
import { Dialog } from '../../components/Dialog.tsx';
import { useDocument, type FromLibrary } from '../../state/document.ts';
import { useEntry } from '../../state/entry.ts';
import { dependentsInWords } from './row-actions.ts';
import { nameOfItem } from './troubles.ts';

/** Before something is deleted that others depend on: what they are, and the way out. */
export function RemoveQuestion({ open }: { readonly open: FromLibrary }) {
  const { removing, askToRemove } = useEntry();
  const edit = useDocument((state) => state.edit);
  const dependents = removing === null ? [] : dependentsInWords(open.scenario, removing);
  const name = removing === null ? '' : nameOfItem(open.scenario, removing);
  const close = (): void => {
    askToRemove(null);
  };
  return (
    <Dialog title={`Delete “${name}”?`} isOpen={removing !== null} onClose={close}>
      <p className="reads">
        {counted(dependents.length, 'place')} {dependents.length === 1 ? 'names' : 'name'} it and will not be computed until something else
        is named there. Undo brings everything back.
      </p>
      <ul className="details" tabIndex={0} aria-label="What depends on it">
        {dependents.map((words) => (
          <li key={words}>{words}</li>
        ))}
      </ul>
      <div className="actions">
        <button type="button" className="btn" onClick={close}>
          Keep it
        </button>
        <button
          type="button"
          className="btn pri"
          onClick={() => {
            close();
            if (removing !== null) void edit({ kind: 'removeItem', ...removing });
          }}
        >
          Delete it
        </button>
      </div>
    </Dialog>
  );
}
