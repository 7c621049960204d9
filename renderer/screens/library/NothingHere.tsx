import { openFile, openShipped } from '../../app/file-actions.ts';
import { useLibrary } from '../../state/library.ts';
import { useView } from '../../state/view.ts';

/** An empty list says why it is empty, and the way on. */
export function NothingHere() {
  const { search, place, setSearch, footprint, show } = useLibrary();
  const lay = useView((state) => state.lay);
  if (search !== '' || footprint !== null) {
    return (
      <div className="empty" role="status">
        <h2 className="ex">Nothing is called “{search === '' ? footprint : search}” here</h2>
        <p className="reads">Every word typed must stand in the name or the footprint, with or without capitals and accents.</p>
        <button
          type="button"
          className="btn"
          onClick={() => {
            if (footprint === null) setSearch('');
            else show('ALL');
          }}
        >
          Show all
        </button>
      </div>
    );
  }
  if (place === 'BIN') {
    return (
      <div className="empty">
        <h2 className="ex">The bin is empty</h2>
        <p className="reads">What you delete lies here for 90 days and can be restored as it was, with its history.</p>
      </div>
    );
  }
  if (place === 'FILES') {
    return (
      <div className="empty">
        <h2 className="ex">No file was opened or saved yet</h2>
        <p className="reads">
          Open a scenario file that somebody sent, or drop it anywhere on this window. It opens read only; you can make a copy of it to
          edit.
        </p>
        <button type="button" className="btn pri" onClick={() => void openFile()}>
          Open file…
        </button>
      </div>
    );
  }
  return (
    <div className="empty">
      <h2 className="ex">No scenario on this computer yet</h2>
      <p className="reads">
        Begin with a blank system and its organisations, look at the fictional sample, or open a file that somebody sent.
      </p>
      <div className="actions">
        <button
          type="button"
          className="btn pri"
          onClick={() => {
            lay('new');
          }}
        >
          Blank system…
        </button>
        <button type="button" className="btn" onClick={() => void openShipped('sample.footing')}>
          Open the sample
        </button>
        <button type="button" className="btn" onClick={() => void openFile()}>
          Open file…
        </button>
      </div>
    </div>
  );
}
