import { counted } from '../../components/counts.ts';
import { Icon } from '../../components/Icon.tsx';
import { openFile } from '../../app/file-actions.ts';
import { useLibrary } from '../../state/library.ts';
import { NewMenu } from './NewMenu.tsx';

export const FILTER_ID = 'library-filter';
const TITLES = { ALL: 'Library', FILES: 'Files on disk', BIN: 'Bin' } as const;

/** Filters the list while somebody types; Esc empties it, the down arrow goes to the list. */
function Filter() {
  const { search, setSearch, place, total, inBin } = useLibrary();
  return (
    <span className="filter">
      <Icon name="find" small />
      <input
        id={FILTER_ID}
        type="search"
        className="fld"
        maxLength={300}
        aria-label="Filter scenarios by name or footprint"
        placeholder={`Filter ${counted(place === 'BIN' ? inBin : total, 'scenario')}`}
        value={search}
        onChange={(event) => {
          setSearch(event.target.value);
        }}
        onKeyDown={(event) => {
          if (event.key === 'Escape') setSearch('');
          if (event.key !== 'ArrowDown') return;
          event.preventDefault();
          document.getElementById('library-grid')?.focus();
        }}
      />
    </span>
  );
}

export function LibraryHead() {
  const { place, footprint } = useLibrary();
  return (
    <div className="library-head">
      <h1 className="h1">{footprint ?? TITLES[place]}</h1>
      <span className="grow" />
      {place === 'FILES' ? null : <Filter />}
      <button type="button" className="btn" onClick={() => void openFile()}>
        Open file…
      </button>
      <NewMenu />
    </div>
  );
}
