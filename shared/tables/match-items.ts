import type { JsonObject } from '../scenario/strict-json.ts';
import { listed } from '../scenario/labels.ts';
import { textIn } from '../scenario/places.ts';
import { headingOf, keyOf, plainWords } from './fields.ts';
import { KINDS, type TableKind } from './kinds.ts';
import { named, type Names } from './names.ts';
import type { Refusal } from './read-cell.ts';
import type { Column } from './reading.ts';

/** The item that a row is about: one that stands in the scenario, or a new one under an id of its own. */
export type Found =
  | {
      readonly kind: 'item';
      readonly id: string;
      readonly before: JsonObject | null;
      readonly isByName: boolean;
      readonly notes: readonly string[];
    }
  | { readonly kind: 'refused'; readonly refusal: Refusal; readonly column: string; readonly heading: string };

const IDENTIFIER = /^[A-Za-z][A-Za-z0-9_-]{0,63}$/;

type Asked = { readonly id: string; readonly name: string; readonly organisation: string; readonly lineKind: string | null };
type Known = {
  readonly kind: TableKind;
  readonly items: readonly JsonObject[];
  readonly taken: ReadonlySet<string>;
  readonly columns: readonly Column[];
  readonly names: Names;
};

/** Finds the items that rows are about, row after row, so that no two rows are about one. */
export class Matcher {
  readonly #known: Known;
  readonly #byId: ReadonlyMap<string, JsonObject>;
  readonly #byName = new Map<string, JsonObject[]>();
  readonly #rowOfId = new Map<string, number>();
  readonly #rowOfName = new Map<string, number>();
  #lastNumber = 0;

  constructor(known: Known) {
    this.#known = known;
    this.#byId = new Map(known.items.map((item) => [textIn(item, 'id') ?? '', item]));
    for (const item of known.items) {
      const words = plainWords(textIn(item, 'name') ?? '');
      this.#byName.set(words, [...(this.#byName.get(words) ?? []), item]);
    }
  }

  /** The item of a row by its id, else by its name and organisation; a new one where there is none. */
  find(asked: Asked, row: number): Found {
    const found = asked.id === '' ? this.#findByName(asked) : this.#findById(asked.id);
    if (found.kind === 'refused') return found;
    const earlier = this.#rowOfId.get(found.id);
    if (earlier !== undefined)
      return this.#refused(asked.id === '' ? 'name' : 'id', {
        read: `${found.id}, which row ${String(earlier)} is about too`,
        allowed: 'one row for each',
        wayOut: 'Give one of the two rows another id, or take it out.',
      });
    this.#rowOfId.set(found.id, row);
    return found.before === null ? { ...found, notes: [...found.notes, ...this.#notesOnName(asked, row)] } : found;
  }

  #findById(written: string): Found {
    const { prefix } = KINDS[this.#known.kind];
    const letters = written.replaceAll(/[^A-Za-z0-9_-]+/g, '-');
    const id = IDENTIFIER.test(written) ? written : `${/^[A-Za-z]/.test(letters) ? '' : prefix}${letters}`.slice(0, 64);
    const notes = id === written ? [] : [`The id “${written}” becomes ${id}: ids start with a letter and hold letters, digits, - and _.`];
    const before = this.#byId.get(id) ?? null;
    if (before === null && this.#known.taken.has(id))
      return this.#refused('id', {
        read: `${id}, which another scheme has`,
        allowed: 'an id of its own',
        wayOut: 'Write another id, or leave it blank to be given one.',
      });
    return { kind: 'item', id, before, isByName: false, notes };
  }

  #findByName({ name, organisation, lineKind }: Asked): Found {
    const owners = named(this.#known.names.organisations, organisation).map(({ id }) => id);
    const candidates = (name === '' ? [] : (this.#byName.get(plainWords(name)) ?? []))
      .filter((item) => organisation === '' || owners.includes(textIn(item, 'organisation') ?? ''))
      .filter((item) => lineKind === null || textIn(item, 'kind') === lineKind);
    const [first] = candidates;
    if (first === undefined) return { kind: 'item', id: this.#newId(), before: null, isByName: false, notes: [] };
    if (candidates.length === 1) return { kind: 'item', id: textIn(first, 'id') ?? '', before: first, isByName: true, notes: [] };
    return this.#refused('name', {
      read: `“${name}”, the name of ${listed(candidates.map((item) => textIn(item, 'id') ?? ''))}`,
      allowed: 'a name that is one item’s alone',
      wayOut: 'Add a column with the id.',
    });
  }

  #newId(): string {
    const { prefix } = KINDS[this.#known.kind];
    for (;;) {
      this.#lastNumber += 1;
      const id = `${prefix}${String(this.#lastNumber)}`;
      if (!this.#known.taken.has(id) && !this.#rowOfId.has(id)) return id;
    }
  }

  #notesOnName({ name, organisation, lineKind }: Asked, row: number): string[] {
    const key = [name, organisation, lineKind ?? ''].map(plainWords).join('|');
    const earlier = this.#rowOfName.get(key);
    if (earlier === undefined) this.#rowOfName.set(key, row);
    return earlier === undefined ? [] : [`Row ${String(earlier)} has the same name; both are new.`];
  }

  #refused(path: string, refusal: Refusal): Found {
    const column = this.#known.columns.find(({ target }) => keyOf(target) === path);
    return { kind: 'refused', refusal, column: column?.letter ?? '', heading: column === undefined ? '' : headingOf(column.target) };
  }
}
