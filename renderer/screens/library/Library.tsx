import { useMemo } from 'react';
import { currentOf, libraryItems, useLibrary } from '../../state/library.ts';
import { useStartup } from '../../state/startup.ts';
import { FileDetail } from './FileDetail.tsx';
import { FileList } from './FileList.tsx';
import { LibraryHead } from './LibraryHead.tsx';
import { NothingHere } from './NothingHere.tsx';
import { ScenarioDetail } from './ScenarioDetail.tsx';
import { ScenarioList } from './ScenarioList.tsx';

/** What the shell said about the database at start, until it is put away. */
function StartNote() {
  const { startup, isRead, putAway } = useStartup();
  if (startup === null || startup.text === '' || isRead) return null;
  return (
    <div className="strip note">
      <p>{startup.text}</p>
      <button type="button" className="btn sm" onClick={putAway}>
        Put away
      </button>
    </div>
  );
}

function Scenarios() {
  const state = useLibrary();
  const { rows, supplied, search, footprint, order, place } = state;
  // The list is made anew only when something of it has changed: it may hold thousands of lines.
  const items = useMemo(() => libraryItems(useLibrary.getState()), [rows, supplied, search, footprint, order, place]);
  const current = currentOf(state, items);
  if (!state.isRead) return <p className="empty t2">Reading the library…</p>;
  return (
    <>
      <div className="library-list">
        <LibraryHead />
        <StartNote />
        {current === null ? <NothingHere /> : <ScenarioList items={items} selected={current.key} />}
      </div>
      {current === null ? null : <ScenarioDetail item={current} />}
    </>
  );
}

function Files() {
  const { recent, selected } = useLibrary();
  const file = recent.find((each) => each.handle === selected) ?? recent[0];
  return (
    <>
      <div className="library-list">
        <LibraryHead />
        {file === undefined ? <NothingHere /> : <FileList files={recent} selected={file.handle} />}
      </div>
      {file === undefined ? null : <FileDetail file={file} />}
    </>
  );
}

/** The start screen: every scenario on this computer, what comes with Footing, files opened lately, and the bin. */
export function Library() {
  const place = useLibrary((state) => state.place);
  return <div className="library">{place === 'FILES' ? <Files /> : <Scenarios />}</div>;
}
