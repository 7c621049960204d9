import { openRecent } from '../../app/file-actions.ts';
import { dayAndTime } from '../../components/when.ts';
import type { RecentFile } from '../../state/library-items.ts';

/** A file of the disk: where it is, and the way to open it. */
export function FileDetail({ file }: { readonly file: RecentFile }) {
  return (
    <aside className="detail" aria-label="Selected file">
      <h2 className="ex">{file.fileName}</h2>
      <p>
        {file.isThere
          ? 'Opening checks its seal and works every figure again. It opens read only; nothing you do changes the file, and one button makes a copy to edit.'
          : 'It is not where it was. It may have been moved, renamed or deleted, or the drive is not connected.'}
      </p>
      <dl className="meta">
        <dt>Folder</dt>
        <dd>{file.folder}</dd>
        <dt>Opened</dt>
        <dd>{dayAndTime(file.openedAt)}</dd>
      </dl>
      {file.isThere ? (
        <div className="actions">
          <button type="button" className="btn pri" onClick={() => void openRecent(file.handle)}>
            Open <kbd>Enter</kbd>
          </button>
        </div>
      ) : null}
    </aside>
  );
}
