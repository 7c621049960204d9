import { openRecent } from '../../app/file-actions.ts';
import { Listing } from '../../components/Listing.tsx';
import { dayOrTime } from '../../components/when.ts';
import { useLibrary } from '../../state/library.ts';
import type { RecentFile } from '../../state/library-items.ts';

function Head() {
  return (
    <div className="grid-row" role="row" aria-rowindex={1}>
      <div role="columnheader">File</div>
      <div role="columnheader">Folder</div>
      <div role="columnheader" className="num when">
        Opened
      </div>
    </div>
  );
}

/** Files of the disk, opened or saved lately, newest first. */
export function FileList({ files, selected }: { readonly files: readonly RecentFile[]; readonly selected: string }) {
  const select = useLibrary((state) => state.select);
  const lines = files.map((file) => ({ key: file.handle, isHeading: false, file }));
  return (
    <div className="files library-list">
      <Listing
        id="library-grid"
        label="Files on disk"
        head={<Head />}
        lines={lines}
        selected={selected}
        cells={({ file }) => (
          <>
            <div role="rowheader" title={file.fileName}>
              {file.fileName}
            </div>
            <div role="gridcell" className="t2 side-words" title={file.folder}>
              {file.isThere ? file.folder : 'not there any more'}
            </div>
            <div role="gridcell" className="t2 num when">
              {dayOrTime(file.openedAt)}
            </div>
          </>
        )}
        onSelect={select}
        onOpen={(handle) => void openRecent(handle)}
      />
    </div>
  );
}
