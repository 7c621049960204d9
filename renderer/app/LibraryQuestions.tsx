import { useState, type FormEvent } from 'react';
import { Dialog } from '../components/Dialog.tsx';
import { useLibrary } from '../state/library.ts';

const LONGEST_NAME = 300;

function RenameForm({ row, onDone }: { readonly row: { readonly id: string; readonly name: string }; readonly onDone: () => void }) {
  const rename = useLibrary((state) => state.rename);
  const [name, setName] = useState(row.name);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const wanted = name.trim();
    if (wanted === '') return;
    if (wanted !== row.name) void rename(row, wanted);
    onDone();
  };
  return (
    <form className="form" onSubmit={submit}>
      <label>
        <span className="lbl">Name</span>
        <input
          className="fld"
          value={name}
          maxLength={LONGEST_NAME}
          autoFocus
          onFocus={(event) => {
            event.target.select();
          }}
          onChange={(event) => {
            setName(event.target.value);
          }}
        />
      </label>
      <div className="actions">
        <button type="button" className="btn" onClick={onDone}>
          Keep the name
        </button>
        <button type="submit" className="btn pri" disabled={name.trim() === ''}>
          Rename
        </button>
      </div>
    </form>
  );
}

export function RenameQuestion() {
  const { asking, put } = useLibrary();
  const close = (): void => {
    put(null);
  };
  const row = asking?.kind === 'RENAME' ? asking : null;
  return (
    <Dialog title="Rename the scenario" isOpen={row !== null} onClose={close}>
      {row === null ? null : <RenameForm row={row} onDone={close} />}
    </Dialog>
  );
}

/** The question before a scenario is deleted for ever, by its name. Leaving it is the first answer. */
export function DeleteQuestion() {
  const { asking, put, deleteForEver } = useLibrary();
  const close = (): void => {
    put(null);
  };
  const row = asking?.kind === 'DELETE' ? asking : null;
  return (
    <Dialog title={`Delete “${row?.name ?? ''}” for ever?`} isOpen={row !== null} onClose={close}>
      <p className="reads">It goes with all its versions and its history. This cannot be undone; a backup made before may still hold it.</p>
      <div className="actions">
        <button type="button" className="btn" onClick={close} autoFocus>
          Keep it in the bin
        </button>
        <button
          type="button"
          className="btn pri"
          onClick={() => {
            if (row !== null) void deleteForEver(row);
            close();
          }}
        >
          Delete for ever
        </button>
      </div>
    </Dialog>
  );
}
