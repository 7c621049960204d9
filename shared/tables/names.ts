import type { Scenario } from '../scenario/schema.ts';
import { plainWords, type ReferredList } from './fields.ts';

/* What a table may refer to, by id or by name. */

export type NamedItem = { readonly id: string; readonly name: string };

/** The items of a list by id and by name. Names in small letters without marks: "Vale  CCG" and "vale ccg" are one. */
export type NameIndex = {
  readonly items: readonly NamedItem[];
  readonly byId: ReadonlyMap<string, NamedItem>;
  readonly byWords: ReadonlyMap<string, readonly NamedItem[]>;
};
export type Names = Readonly<Record<ReferredList, NameIndex>>;

export function indexOfNames(items: readonly NamedItem[]): NameIndex {
  const byWords = new Map<string, NamedItem[]>();
  for (const item of items) byWords.set(plainWords(item.name), [...(byWords.get(plainWords(item.name)) ?? []), item]);
  return { items, byId: new Map(items.map((item) => [item.id, item])), byWords };
}

export function namesOf({ organisations, series, pools, programmes, capital }: Scenario): Names {
  return {
    organisations: indexOfNames(organisations),
    series: indexOfNames(series),
    pools: indexOfNames(pools),
    programmes: indexOfNames(programmes),
    capital: indexOfNames(capital),
  };
}

/** The item that a cell names, all of them where the name is not one item's alone, none where there is none. An id goes before a name. */
export function named(index: NameIndex, written: string): readonly NamedItem[] {
  const exact = index.byId.get(written);
  if (exact !== undefined) return [exact];
  const byName = index.byWords.get(plainWords(written)) ?? [];
  if (byName.length > 0) return byName;
  const loose = index.items.find(({ id }) => id.toLowerCase() === written.toLowerCase());
  return loose === undefined ? [] : [loose];
}
