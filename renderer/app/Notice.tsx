import { Dialog } from '../components/Dialog.tsx';
import { useDocument } from '../state/document.ts';
import { useSaving } from '../state/saving.ts';

/** Something that did not go as asked: what happened, where, and the way out. It stays until it is put away. */
export function Notice() {
  const { notice, putAway } = useDocument();
  return (
    <Dialog title={notice?.title ?? ''} isOpen={notice !== null} onClose={putAway}>
      <p className="reads">{notice?.text}</p>
      {notice !== null && notice.details.length > 0 ? (
        <ul className="details" tabIndex={0} aria-label="Details">
          {notice.details.map((detail) => (
            <li key={detail}>{detail}</li>
          ))}
        </ul>
      ) : null}
      <div className="actions">
        <button type="button" className="btn pri" onClick={putAway}>
          Close
        </button>
      </div>
    </Dialog>
  );
}

/** The question before a file is replaced, by its name. Leaving it is the first answer. */
export function ReplaceQuestion() {
  const { pending, replace, leave } = useSaving();
  return (
    <Dialog title="Replace the file?" isOpen={pending !== null} onClose={leave}>
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
