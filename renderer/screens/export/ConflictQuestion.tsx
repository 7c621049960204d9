import type { MoneyUnit } from '../../../shared/money/units.ts';
import { counted } from '../../components/counts.ts';
import { Dialog } from '../../components/Dialog.tsx';
import type { OpenDocument } from '../../state/document.ts';
import { useExporting } from '../../state/exporting.ts';

/** The question before files are replaced, which names each. Leaving them is the first answer. */
export function ConflictQuestion({ open, unit }: { readonly open: OpenDocument; readonly unit: MoneyUnit }) {
  const { run, goOn, putAway } = useExporting();
  const names = run.kind === 'ASKING' ? run.fileNames : [];
  const folder = run.kind === 'ASKING' ? run.folder : '';
  return (
    <Dialog
      title={`${counted(names.length, 'file')} ${names.length === 1 ? 'is' : 'are'} there already`}
      isOpen={run.kind === 'ASKING'}
      onClose={putAway}
    >
      <p className="reads">
        In {folder}. Nothing was written yet. A file that is replaced stays beside the new one as NAME.bak, in place of any earlier one.
      </p>
      <ul className="details" tabIndex={0} aria-label="Files that are there already">
        {names.map((name) => (
          <li key={name}>{name}</li>
        ))}
      </ul>
      <div className="actions">
        <button type="button" className="btn" onClick={putAway} autoFocus>
          Cancel
        </button>
        <button type="button" className="btn" onClick={() => void goOn(open, { unit, way: 'REPLACE' })}>
          Replace {names.length === 1 ? 'it' : 'them'}
        </button>
        <button type="button" className="btn pri" onClick={() => void goOn(open, { unit, way: 'KEEP_BOTH' })}>
          Keep both, under new names
        </button>
      </div>
    </Dialog>
  );
}
