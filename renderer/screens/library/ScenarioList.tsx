import { openItem } from '../../app/library-actions.ts';
import { Icon } from '../../components/Icon.tsx';
import { Listing } from '../../components/Listing.tsx';
import { Money } from '../../components/Money.tsx';
import { STATUS_WORDS } from '../../components/status-words.ts';
import { dayOrTime } from '../../components/when.ts';
import { groupThousands } from '../../../shared/money/format.ts';
import type { LibraryRow } from '../../../shared/contract/records.ts';
import type { MoneyUnit } from '../../../shared/money/units.ts';
import { useLibrary } from '../../state/library.ts';
import { choosable, type Column, type LibraryItem, type Supplied } from '../../state/library-items.ts';
import { useView } from '../../state/view.ts';
import { FILTER_ID } from './LibraryHead.tsx';

const HEADS: readonly { readonly column: Column; readonly label: string; readonly place: string }[] = [
  { column: 'name', label: 'Scenario', place: '' },
  { column: 'footprint', label: 'Footprint', place: 'narrow-off' },
  { column: 'status', label: 'Status', place: 'narrow-off' },
  { column: 'doNothing', label: 'Do nothing', place: 'num' },
  { column: 'reported', label: 'Reported', place: 'num' },
  { column: 'changedAt', label: 'Changed', place: 'num when narrow-off' },
];

/** The year of the figures: one for all, or each scenario's own target year. */
function yearWords(items: readonly LibraryItem[]): string {
  const years = new Set(items.flatMap((item) => (item.kind === 'scenario' ? [item.row.targetYear] : [])));
  const [only] = years;
  return years.size === 1 && only !== undefined ? only : 'target year';
}

function Head({ items, unit }: { readonly items: readonly LibraryItem[]; readonly unit: MoneyUnit }) {
  const { order, orderBy, place } = useLibrary();
  const said = `${yearWords(items)} ${unit}`;
  return (
    <div className="grid-row" role="row" aria-rowindex={1}>
      {HEADS.map(({ column, label, place: where }) => (
        <div
          key={column}
          role="columnheader"
          className={where}
          aria-sort={order.by !== column ? 'none' : order.isDescending ? 'descending' : 'ascending'}
        >
          <button
            type="button"
            onClick={() => {
              orderBy(column);
            }}
          >
            {column === 'changedAt' && place === 'BIN' ? 'Binned' : label}
            {order.by === column ? <Icon name={order.isDescending ? 'down' : 'up'} small /> : null}
          </button>
          <span className="unit">{column === 'doNothing' || column === 'reported' ? said : ''}</span>
        </div>
      ))}
    </div>
  );
}

/** The name of a scenario and of its footprint. A published plan is called after its footprint, so its name has the room of both. */
function Names({ name, footprint, isPublished }: { readonly name: string; readonly footprint: string; readonly isPublished: boolean }) {
  if (isPublished) {
    return (
      <div role="rowheader" aria-colspan={2} className="spans" title={name}>
        {name}
      </div>
    );
  }
  return (
    <>
      <div role="rowheader" title={name}>
        {name}
      </div>
      <div role="gridcell" className="t2 narrow-off" title={footprint}>
        {footprint}
      </div>
    </>
  );
}

function ScenarioCells({ row, unit }: { readonly row: LibraryRow; readonly unit: MoneyUnit }) {
  return (
    <>
      <Names name={row.name} footprint={row.footprint} isPublished={row.origin === 'PUBLISHED'} />
      <div role="gridcell" className="t2 side-words narrow-off">
        {row.origin === 'SAMPLE' ? <span className="chip sample">Sample</span> : STATUS_WORDS[row.status]}
      </div>
      <div role="gridcell" className="num">
        <Money amount={row.doNothing} unit={unit} />
      </div>
      <div role="gridcell" className="num b">
        <Money amount={row.reported} unit={unit} meaning="outcome" nil="digits" />
      </div>
      <div role="gridcell" className="t2 num when narrow-off">
        {dayOrTime(row.binnedAt ?? row.changedAt)}
      </div>
    </>
  );
}

/** What comes with Footing has figures once it was opened, which puts a copy into the library. */
function SuppliedCells({ file }: { readonly file: Supplied }) {
  return (
    <>
      <Names name={file.name} footprint={file.footprint} isPublished={file.origin === 'PUBLISHED'} />
      <div role="gridcell" className="t2 side-words narrow-off">
        {file.origin === 'PUBLISHED' ? 'As published' : ''}
      </div>
      <div role="gridcell" />
      <div role="gridcell" />
      <div role="gridcell" className="t2 num when narrow-off">
        supplied
      </div>
    </>
  );
}

function Cells({ item, unit }: { readonly item: LibraryItem; readonly unit: MoneyUnit }) {
  if (item.kind === 'scenario') return <ScenarioCells row={item.row} unit={unit} />;
  if (item.kind === 'supplied') return <SuppliedCells file={item.file} />;
  return (
    <div role="rowheader" aria-colspan={HEADS.length}>
      {item.title}
      <span className="u">{groupThousands(String(item.count))}</span>
      {item.note === '' ? null : <span className="u">{item.note}</span>}
    </div>
  );
}

/** The scenarios in their groups. Typing on the list goes to the filter. */
export function ScenarioList({ items, selected }: { readonly items: readonly LibraryItem[]; readonly selected: string }) {
  const { select, setSearch } = useLibrary();
  const unit = useView((state) => state.unit);
  const lines = items.map((item) => ({ key: item.key, isHeading: item.kind === 'group', item }));
  return (
    <Listing
      id="library-grid"
      label="Scenarios"
      head={<Head items={items} unit={unit} />}
      lines={lines}
      selected={selected}
      cells={({ item }) => <Cells item={item} unit={unit} />}
      onSelect={select}
      onOpen={(key) => {
        const item = choosable(items).find((each) => each.key === key);
        if (item !== undefined) void openItem(item);
      }}
      onType={(letter) => {
        document.getElementById(FILTER_ID)?.focus();
        setSearch(letter);
      }}
    />
  );
}
