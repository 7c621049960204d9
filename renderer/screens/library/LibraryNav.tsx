import { groupThousands } from '../../../shared/money/format.ts';
import { Icon } from '../../components/Icon.tsx';
import { useLibrary, type Place } from '../../state/library.ts';
import { footprintsOf } from '../../state/library-items.ts';

/** As many footprints as stand in the sidebar without scrolling; the filter finds the others. */
const MOST_FOOTPRINTS = 12;

function PlaceButton({
  place,
  icon,
  label,
  count,
}: {
  readonly place: Place;
  readonly icon: string;
  readonly label: string;
  readonly count: number;
}) {
  const { place: now, footprint, show } = useLibrary();
  const isHere = now === place && footprint === null;
  return (
    <button
      type="button"
      className={isHere ? 'nav on' : 'nav'}
      aria-current={isHere ? 'page' : undefined}
      title={label}
      onClick={() => {
        show(place);
      }}
    >
      <Icon name={icon} />
      <span className="nav-label">{label}</span>
      <span className="n1">{groupThousands(String(count))}</span>
    </button>
  );
}

function Footprints() {
  const { rows, place, footprint, search, show } = useLibrary();
  const footprints = footprintsOf(rows);
  if (place !== 'ALL' || search !== '' || footprints.length < 2) return null;
  return (
    <>
      <div className="gap" />
      <h2 className="cap">Footprints</h2>
      {footprints.slice(0, MOST_FOOTPRINTS).map(({ name, count }) => (
        <button
          key={name}
          type="button"
          className={name === footprint ? 'nav sub on' : 'nav sub'}
          aria-pressed={name === footprint}
          title={name}
          onClick={() => {
            if (name === footprint) show('ALL');
            else show('ALL', name);
          }}
        >
          <span className="nav-label">{name}</span>
          <span className="n1">{groupThousands(String(count))}</span>
        </button>
      ))}
    </>
  );
}

/** The library's own places. */
export function LibraryNav() {
  const { total, inBin, recent } = useLibrary();
  return (
    <>
      <PlaceButton place="ALL" icon="library" label="All scenarios" count={total} />
      <PlaceButton place="FILES" icon="file" label="Files on disk" count={recent.length} />
      <PlaceButton place="BIN" icon="bin" label="Bin" count={inBin} />
      <Footprints />
    </>
  );
}
