import type { Input } from './input.ts';
import { capitalised, nounOf } from './labels.ts';
import { labelOf } from './vocabulary.ts';

/* Where something stands in a scenario. Paths join ids, not indexes, so that they mean the same after a line is moved. */

/** One item of a list with its place: `path` "savings.S2", `object` "savings:S2", `subject` "Agency (S2)". */
export type Placed<T> = {
  readonly item: T;
  readonly key: string;
  readonly path: string;
  readonly object: string;
  readonly subject: string;
};

/** Whether something found in a scenario is an input with value and unit. */
export function isInput(found: unknown): found is Input {
  return textIn(found, 'value') !== undefined && textIn(found, 'unit') !== undefined;
}

/** The text that an object holds under a name, if it does. */
export function textIn(holder: unknown, name: string): string | undefined {
  if (typeof holder !== 'object' || holder === null || !Object.hasOwn(holder, name)) return undefined;
  const held: unknown = Reflect.get(holder, name);
  return typeof held === 'string' ? held : undefined;
}

/** What identifies an item of a list: its id, else its organisation, else its source; a reference is itself. */
function identityOf(item: unknown): string | undefined {
  if (typeof item === 'string') return item;
  return isInput(item) ? undefined : (textIn(item, 'id') ?? textIn(item, 'organisation') ?? textIn(item, 'source'));
}

/** The key of each item of a list within a path: its identity, or its index where it has none. The second of a kind is "ACUTE~2". */
export function keysOf(list: readonly unknown[]): string[] {
  const seen = new Map<string, number>();
  return list.map((item, index) => {
    const identity = identityOf(item) ?? String(index);
    const count = (seen.get(identity) ?? 0) + 1;
    seen.set(identity, count);
    return count === 1 ? identity : `${identity}~${String(count)}`;
  });
}

/** The parts of a path. What follows a field by year is its label as a whole, since a mistyped label may hold a dot. */
export function partsOf(path: string): string[] {
  const parts = path.split('.');
  const byYear = parts.findIndex((part) => part.endsWith('ByYear'));
  return byYear < 0 || byYear + 1 >= parts.length ? parts : [...parts.slice(0, byYear + 1), parts.slice(byYear + 1).join('.')];
}

/** An item in words: its name with its id; or what it is and whose, where it has no name. */
function subjectOf(list: string, item: unknown, organisationNames: ReadonlyMap<string, string>): string {
  const id = textIn(item, 'id');
  const name = textIn(item, 'name');
  if (id !== undefined && name !== undefined) return name === id ? id : `${name} (${id})`;
  const organisation = textIn(item, 'organisation');
  const source = textIn(item, 'source');
  if (organisation !== undefined) return `${capitalised(nounOf(list))} of ${organisationNames.get(organisation) ?? organisation}`;
  if (source !== undefined) return `${capitalised(nounOf(list))} for ${labelOf(source)}`;
  return `${capitalised(nounOf(list))} ${id ?? ''}`.trim();
}

/** Places the items of the lists of one scenario. */
export type Placer = <T>(list: string, items: readonly T[]) => Placed<T>[];

/** A placer that knows the names of the scenario's organisations. */
export function placerOf(organisations: readonly { id: string; name: string }[]): Placer {
  const names = new Map(organisations.map(({ id, name }) => [id, name]));
  return (list, items) => {
    const keys = keysOf(items);
    return items.map((item, index) => {
      const key = keys[index] ?? '';
      return { item, key, path: `${list}.${key}`, object: `${list}:${key.replace(/~\d+$/, '')}`, subject: subjectOf(list, item, names) };
    });
  };
}
