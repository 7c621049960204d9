import { Dialog } from '../../components/Dialog.tsx';
import { useSavingTable } from '../../state/saving-table.ts';
import { ImportDialog } from './ImportDialog.tsx';
import { NewFromTable } from './NewFromTable.tsx';

/** The question before a file is replaced by a table, by its name. Leaving it is the first answer. */
function ReplaceTableQuestion() {
  const { pending, replace, leave } = useSavingTable();
  return (
    <Dialog title="Replace the file with the table?" isOpen={pending !== null} onClose={leave}>
      <p className="reads">{pending?.question}</p>
      <div className="actions">
        <button type="button" className="btn" onClick={leave} autoFocus>
          Keep the old file
        </button>
        <button type="button" className="btn pri" onClick={() => void replace()}>
          Replace {pending?.fileName}
        </button>
      </div>
    </Dialog>
  );
}

/** Everything about tables that can lie over the window. */
export function TableDialogs() {
  return (
    <>
      <NewFromTable />
      <ImportDialog />
      <ReplaceTableQuestion />
    </>
  );
}
