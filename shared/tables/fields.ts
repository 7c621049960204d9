import type { Unit } from '../scenario/input.ts';

/** What a cell of a field takes. */
export type Takes =
  | { readonly kind: 'text' }
  /** One of the codes of the vocabulary; `words` are what people write for one, in small letters. */
  | { readonly kind: 'choice'; readonly codes: readonly string[]; readonly words: Readonly<Record<string, readonly string[]>> }
  /** The id or the name of something in the scenario; with `isList` several, parted by semicolons. */
  | { readonly kind: 'reference'; readonly list: ReferredList; readonly isList: boolean }
  | { readonly kind: 'input'; readonly unit: Unit }
  /** An input in months from April of the base year, written as a month of the calendar. */
  | { readonly kind: 'month' }
  | { readonly kind: 'flag' }
  /** Organisations with their shares: "Vale CCG 0.6; Vale Council 0.4". */
  | { readonly kind: 'split' };
export type ReferredList = 'organisations' | 'series' | 'pools' | 'programmes' | 'capital';

/** What a column can hold of an item. */
export type TableField = {
  /** The path within the item: `profile.startMonth`. */
  readonly path: string;
  readonly label: string;
  /** Other headings by which it is known, in small letters without marks. */
  readonly words: readonly string[];
  readonly takes: Takes;
  /** One column for each year, its heading ending in the year. */
  readonly isByYear?: boolean;
  /** A new item cannot be without it. */
  readonly isRequired?: boolean;
};

/** What may be known about an input besides its value; a heading says it after a colon: "Delivery: source". */
export const ABOUT_INPUT = ['source', 'owner', 'date', 'confidence', 'note', 'low', 'likely', 'high'] as const;
export type AboutInput = (typeof ABOUT_INPUT)[number];

/** Where the cells of one column go. */
export type Target = { readonly field: TableField; readonly year?: string | undefined; readonly about?: AboutInput | undefined };

/** A target as one text, for lists of choice and for settings: `profile.rateByYear.2018/19`, `delivery:source`. */
export function keyOf({ field, year, about }: Target): string {
  return `${field.path}${year === undefined ? '' : `.${year}`}${about === undefined ? '' : `:${about}`}`;
}

/** The heading of a target: "Implementation cost 2018/19", "Delivery: source". */
export function headingOf({ field, year, about }: Target): string {
  return `${field.label}${year === undefined ? '' : ` ${year}`}${about === undefined ? '' : `: ${about}`}`;
}

/** Every target of some fields in some years, without what is known about inputs. */
export function targetsOf(fields: readonly TableField[], years: readonly string[]): Target[] {
  return fields.flatMap((field): Target[] => (field.isByYear === true ? years.map((year) => ({ field, year })) : [{ field }]));
}

export const text = (path: string, label: string, ...words: string[]): TableField => ({ path, label, words, takes: { kind: 'text' } });

export const input = (path: string, given: { label: string; unit: Unit; words?: readonly string[]; isByYear?: boolean }): TableField => ({
  path,
  label: given.label,
  words: given.words ?? [],
  takes: { kind: 'input', unit: given.unit },
  isByYear: given.isByYear ?? false,
});

export const reference = (
  path: string,
  given: { label: string; list: ReferredList; words?: readonly string[]; isList?: boolean; isRequired?: boolean },
): TableField => ({
  path,
  label: given.label,
  words: given.words ?? [],
  takes: { kind: 'reference', list: given.list, isList: given.isList ?? false },
  isRequired: given.isRequired ?? false,
});

export const choice = (
  path: string,
  given: {
    label: string;
    codes: readonly string[];
    words?: readonly string[];
    means?: Readonly<Record<string, readonly string[]>>;
    isRequired?: boolean;
  },
): TableField => ({
  path,
  label: given.label,
  words: given.words ?? [],
  takes: { kind: 'choice', codes: given.codes, words: given.means ?? {} },
  isRequired: given.isRequired ?? false,
});

/** A heading or a cell as words to be compared: small letters, no marks, what stands in brackets left out. */
export function plainWords(written: string): string {
  return written
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/\([^)]*\)|\[[^\]]*\]/g, ' ')
    .replaceAll('&', ' and ')
    .replaceAll(/['’]/g, '')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
