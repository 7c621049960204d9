import type { OutputOf } from '../../shared/contract/contract.ts';
import type { LibraryRow } from '../../shared/contract/records.ts';
import { decimal } from '../../shared/money/decimal.ts';
import { holdsWords } from '../components/matching.ts';

export type Supplied = OutputOf<'library.shipped'>['files'][number];
export type RecentFile = OutputOf<'files.recent'>['rows'][number];

/** A line of the library's list: a heading, a scenario of the library, or one that comes with Footing and is not in the library yet. */
export type LibraryItem =
  | { readonly kind: 'group'; readonly key: string; readonly title: string; readonly count: number; readonly note: string }
  | { readonly kind: 'scenario'; readonly key: string; readonly row: LibraryRow }
  | { readonly kind: 'supplied'; readonly key: string; readonly file: Supplied };
export type Choosable = Exclude<LibraryItem, { kind: 'group' }>;

export const COLUMNS = ['name', 'footprint', 'status', 'doNothing', 'reported', 'changedAt'] as const;
export type Column = (typeof COLUMNS)[number];
export type Order = { readonly by: Column; readonly isDescending: boolean };

export type Listing = {
  readonly rows: readonly LibraryRow[];
  readonly supplied: readonly Supplied[];
  readonly search: string;
  readonly footprint: string | null;
  readonly order: Order;
  readonly isBin: boolean;
};

const GROUPS: readonly { readonly origin: LibraryRow['origin']; readonly title: string; readonly note: string }[] = [
  { origin: 'MINE', title: 'Mine', note: '' },
  {
    origin: 'PUBLISHED',
    title: 'Published plans',
    note: 'figures as published in 2016 to 2019, not agreed by those bodies; definitions differ',
  },
  { origin: 'EXAMPLE', title: 'Worked examples', note: 'with every figure worked by hand' },
  { origin: 'SAMPLE', title: 'Sample', note: 'fictional, to try things on' },
];
const BIN_NOTE = 'kept for 90 days, then deleted for good';

/** The lines of the list: groups in a fixed order, scenarios within them in the order asked for. The bin is one group. */
export function itemsOf(listing: Listing): readonly LibraryItem[] {
  const rows = listing.rows.filter((row) => listing.footprint === null || row.footprint === listing.footprint);
  if (listing.isBin) return group({ key: 'BIN', title: 'Bin', note: BIN_NOTE }, sorted(rows, listing.order), []);
  return GROUPS.flatMap(({ origin, title, note }) =>
    group(
      { key: origin, title, note },
      sorted(
        rows.filter((row) => row.origin === origin),
        listing.order,
      ),
      suppliedOf(origin, listing),
    ),
  );
}

function group(
  head: { key: string; title: string; note: string },
  rows: readonly LibraryRow[],
  supplied: readonly Supplied[],
): LibraryItem[] {
  const count = rows.length + supplied.length;
  if (count === 0) return [];
  return [
    { kind: 'group', ...head, count },
    ...rows.map((row) => ({ kind: 'scenario' as const, key: row.id, row })),
    ...supplied.map((file) => ({ kind: 'supplied' as const, key: `supplied:${file.key}`, file })),
  ];
}

/** What comes with Footing stands in its group until it was opened, which puts it into the library. */
function suppliedOf(origin: LibraryRow['origin'], { rows, supplied, search, footprint }: Listing): readonly Supplied[] {
  const isInLibrary = (file: Supplied): boolean => rows.some((row) => row.origin === origin && row.name === file.name);
  return supplied.filter(
    (file) =>
      file.origin === origin &&
      (footprint === null || file.footprint === footprint) &&
      holdsWords(`${file.name} ${file.footprint}`, search) &&
      !isInLibrary(file),
  );
}

function sorted(rows: readonly LibraryRow[], { by, isDescending }: Order): readonly LibraryRow[] {
  const compare = comparing(by);
  const ordered = rows.toSorted(compare);
  return isDescending ? ordered.reverse() : ordered;
}

function comparing(by: Column): (one: LibraryRow, other: LibraryRow) => number {
  if (by === 'doNothing' || by === 'reported') return (one, other) => compareAmounts(one[by], other[by]);
  if (by === 'changedAt' || by === 'status') return (one, other) => (one[by] < other[by] ? -1 : one[by] > other[by] ? 1 : 0);
  const words = new Intl.Collator('en-GB', { numeric: true });
  return (one, other) => words.compare(one[by], other[by]);
}

/** What could not be computed stands below every figure. */
function compareAmounts(one: string | null, other: string | null): number {
  if (one === null || other === null) return one === other ? 0 : one === null ? -1 : 1;
  return decimal(one).comparedTo(decimal(other));
}

export function choosable(items: readonly LibraryItem[]): readonly Choosable[] {
  return items.filter((item) => item.kind !== 'group');
}

/** Footprints with the number of their scenarios, most first. */
export function footprintsOf(rows: readonly LibraryRow[]): readonly { name: string; count: number }[] {
  const counts = new Map<string, number>();
  for (const { footprint } of rows) counts.set(footprint, (counts.get(footprint) ?? 0) + 1);
  return [...counts].map(([name, count]) => ({ name, count })).sort((one, other) => other.count - one.count);
}
