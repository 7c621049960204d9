import { keysOf, partsOf } from './places.ts';

/** An edit that cannot be made. Nothing was changed. */
export class EditError extends Error {
  readonly code: 'no-such-place' | 'no-such-item' | 'no-such-position' | 'does-not-fit';

  constructor(code: EditError['code'], text: string) {
    super(`${text} Nothing was changed.`);
    this.code = code;
    this.name = 'EditError';
  }
}

/** Where a path leads: property names (indexes in lists) as far as there is something, and the parts beyond. */
export type Spot = { readonly found: readonly string[]; readonly missing: readonly string[] };

/** An item of a list by its position: "#0" for the first. */
export const BY_POSITION = /^#\d{1,5}$/;

/** Names that would reach into the language instead of the scenario. */
const FORBIDDEN: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

/**
 * A scenario while an edit works on it. What it writes to is copied first, once; the scenario it began from never changes, and parts that nothing was
 * written to are shared with it. Places are given by path, or by property names with indexes.
 */
export class Draft {
  #root: object;
  /** What was copied or made here and may be written to in place. */
  readonly #owned = new WeakSet();
  /** Where each key of a list stands, once it was asked for: a paste of thousands of cells finds its rows by it. */
  readonly #indexes = new WeakMap<readonly unknown[], ReadonlyMap<string, number>>();

  constructor(scenario: object) {
    this.#root = scenario;
  }

  /** The scenario as it is now. It fits the schema only after it was checked. */
  get content(): object {
    return this.#root;
  }

  /** Where a path leads. Throws EditError where it passes through an item that the list does not have, or through something that holds nothing. */
  find(path: string): Spot {
    const parts = partsOf(path);
    const found: string[] = [];
    let node: unknown = this.#root;
    for (const [at, part] of parts.entries()) {
      if (FORBIDDEN.has(part)) throw new EditError('no-such-place', `A scenario has no place "${path}".`);
      if (node === undefined) return { found, missing: parts.slice(at - 1) };
      if (typeof node !== 'object' || node === null)
        throw new EditError('no-such-place', `"${path}" leads into ${found.join('.')}, which holds no parts.`);
      const property: string = Array.isArray(node) ? String(this.indexIn(node, { key: part, path })) : part;
      node = Object.hasOwn(node, property) ? Reflect.get(node, property) : undefined;
      if (node !== undefined) found.push(property);
    }
    return { found, missing: node === undefined ? parts.slice(-1) : [] };
  }

  read(properties: readonly string[]): unknown {
    return properties.reduce<unknown>(
      (node, property) => (typeof node === 'object' && node !== null ? Reflect.get(node, property) : undefined),
      this.#root,
    );
  }

  /** Puts something at a place, or makes the place blank with undefined. Parents that are missing are made. */
  write(properties: readonly string[], content: unknown): void {
    const last = properties.at(-1) ?? '';
    const holder = this.#writable(properties.slice(0, -1));
    const list = this.read(properties.slice(0, -2));
    const itemIndex = properties.at(-2);
    const keyBefore = keysOf([holder])[0];
    if (content === undefined) Reflect.deleteProperty(holder, last);
    else Reflect.set(holder, last, content);
    if (Array.isArray(holder)) this.#indexes.delete(holder);
    if (Array.isArray(list) && itemIndex !== undefined && keysOf([holder])[0] !== keyBefore) this.#indexes.delete(list);
  }

  /** The list at a place, made if the place is blank, to be changed in place. */
  list(spot: Spot, path: string): unknown[] {
    const properties = [...spot.found, ...spot.missing];
    if (spot.missing.length > 0) this.write(properties, []);
    const list = this.#writable(properties);
    if (!Array.isArray(list)) throw new EditError('no-such-place', `"${path}" is no list.`);
    this.#indexes.delete(list);
    return list;
  }

  /** Where an item stands in the list at a path. Throws EditError where there is none. */
  indexIn(list: readonly unknown[], { key, path }: { key: string; path: string }): number {
    const index = BY_POSITION.test(key) ? Number(key.slice(1)) : this.#indexesOf(list).get(key);
    if (index === undefined || index >= list.length) throw new EditError('no-such-item', `There is no "${key}" at "${path}".`);
    return index;
  }

  /** The path of a place with positions, "#0" for the first: it leads there whatever the items are called, and holds while nothing else changes. */
  pathOf(properties: readonly string[]): string {
    let node: unknown = this.#root;
    const parts = properties.map((property) => {
      const part = Array.isArray(node) ? `#${property}` : property;
      node = typeof node === 'object' && node !== null ? Reflect.get(node, property) : undefined;
      return part;
    });
    return parts.join('.');
  }

  #indexesOf(list: readonly unknown[]): ReadonlyMap<string, number> {
    const known = this.#indexes.get(list);
    if (known !== undefined) return known;
    const made = new Map(keysOf(list).map((key, index) => [key, index]));
    this.#indexes.set(list, made);
    return made;
  }

  /** The object or list at a place, copied if it still belongs to the scenario that the draft began from. */
  #writable(properties: readonly string[]): object {
    let node = this.#own(this.#root);
    this.#root = node;
    for (const property of properties) {
      const held: unknown = Reflect.get(node, property);
      const next = this.#own(typeof held === 'object' && held !== null ? held : {});
      if (next !== held) Reflect.set(node, property, next);
      node = next;
    }
    return node;
  }

  #own(node: object): object {
    if (this.#owned.has(node)) return node;
    const copy: object = Array.isArray(node) ? node.slice() : { ...node };
    this.#owned.add(copy);
    return copy;
  }
}
