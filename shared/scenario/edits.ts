import { hasCanonicalForm } from './canonical.ts';
import { Draft, EditError, type Spot } from './draft.ts';
import { fitted } from './edit-fit.ts';
import type { Edit, SingleEdit } from './edit-kinds.ts';
import { wordsOfEdit } from './edit-words.ts';
import { isInput, textIn } from './places.ts';
import { referencesOf, type Reference } from './references-of.ts';
import type { Scenario } from './schema.ts';
import type { JsonValue } from './strict-json.ts';

/** What an edit makes of a scenario. `scenario` is the same object as before where the edit changes nothing. */
export type Edited = {
  readonly scenario: Scenario;
  /** The edit that takes it back, to the byte of the canonical text. */
  readonly inverse: Edit;
  /** What the user did, in words: "Slip of C1 by 6 months". */
  readonly label: string;
};

/** What stands in a scenario is JSON; this says so to the compiler, and stops what is not. */
function json(content: unknown): JsonValue {
  if (hasCanonicalForm(content)) return content;
  throw new EditError('does-not-fit', 'The content is none that a scenario file can hold.');
}

/** Puts content at a path, or takes it away with undefined. The inverse restores what was there, or clears the outermost part that had to be made. */
function put(draft: Draft, path: string, content: unknown): SingleEdit[] {
  const { found, missing } = draft.find(path);
  if (missing.length > 0 && content === undefined) return [];
  const before = missing.length > 0 ? undefined : json(draft.read(found));
  draft.write([...found, ...missing], content);
  return before === undefined ? cleared(draft, { found, missing }) : [{ kind: 'setField', path: draft.pathOf(found), to: before }];
}

function cleared(draft: Draft, { found, missing }: Spot): SingleEdit[] {
  return [{ kind: 'clear', path: draft.pathOf([...found, ...missing.slice(0, 1)]) }];
}

/** An input with one field set or, with null, cleared. */
function putInputField(draft: Draft, edit: SingleEdit & { kind: 'setInputField' }): SingleEdit[] {
  const { found, missing } = draft.find(edit.path);
  const held = missing.length > 0 ? {} : draft.read(found);
  if (typeof held !== 'object' || held === null || (missing.length === 0 && !isInput(held))) {
    throw new EditError('no-such-place', `"${edit.path}" is no input, so it has no ${edit.field}.`);
  }
  return put(draft, edit.path, { ...held, [edit.field]: edit.to ?? undefined });
}

function clear(draft: Draft, path: string): SingleEdit[] {
  const { found } = draft.find(path);
  if (Array.isArray(draft.read(found.slice(0, -1)))) {
    throw new EditError('no-such-place', `"${path}" is an item of a list, which is removed, not cleared.`);
  }
  return put(draft, path, undefined);
}

function insert(draft: Draft, { list: path, position, item }: { list: string; position: number; item: unknown }): SingleEdit[] {
  const spot = draft.find(path);
  const list = draft.list(spot, path);
  if (position > list.length) {
    throw new EditError(
      'no-such-position',
      `"${path}" has ${String(list.length)} items, so nothing can stand at position ${String(position)}.`,
    );
  }
  list.splice(position, 0, item);
  if (spot.missing.length > 0) return cleared(draft, spot);
  return [{ kind: 'removeItem', list: draft.pathOf(spot.found), key: `#${String(position)}` }];
}

/** The list at a path, to be changed, and where an item of it stands. */
function itemIn(draft: Draft, { list: path, key }: { list: string; key: string }): { spot: Spot; list: unknown[]; index: number } {
  const spot = draft.find(path);
  const held = draft.read(spot.found);
  if (spot.missing.length > 0 || !Array.isArray(held)) throw new EditError('no-such-place', `"${path}" is no list.`);
  const index = draft.indexIn(held, { key, path });
  return { spot, list: draft.list(spot, path), index };
}

function duplicate(draft: Draft, edit: SingleEdit & { kind: 'duplicateItem' }): SingleEdit[] {
  const { list, index } = itemIn(draft, edit);
  const item: unknown = list[index];
  if (typeof item !== 'object' || item === null)
    throw new EditError('no-such-item', `"${edit.key}" at "${edit.list}" is a reference, of which there is one only.`);
  const own = { ...(edit.id === undefined ? {} : { id: edit.id }), ...(edit.name === undefined ? {} : { name: edit.name }) };
  return insert(draft, { list: edit.list, position: index + 1, item: { ...item, ...own } });
}

function remove(draft: Draft, edit: SingleEdit & { kind: 'removeItem' }): SingleEdit[] {
  const { spot, list, index } = itemIn(draft, edit);
  const item = json(list[index]);
  list.splice(index, 1);
  return [{ kind: 'addItem', list: draft.pathOf(spot.found), position: index, item }];
}

function move(draft: Draft, edit: SingleEdit & { kind: 'moveItem' }): SingleEdit[] {
  const { spot, list, index } = itemIn(draft, edit);
  if (edit.position >= list.length) {
    throw new EditError(
      'no-such-position',
      `"${edit.list}" has ${String(list.length)} items, so none can be moved to position ${String(edit.position)}.`,
    );
  }
  const [item] = list.splice(index, 1);
  list.splice(edit.position, 0, item);
  return [{ kind: 'moveItem', list: draft.pathOf(spot.found), key: `#${String(edit.position)}`, position: index }];
}

/** Makes one edit on the draft and returns the edits that take it back: one, or none where there was nothing to do. */
function applyTo(draft: Draft, edit: SingleEdit): SingleEdit[] {
  switch (edit.kind) {
    case 'setInput':
      return put(draft, edit.path, edit.input);
    case 'setInputField':
      return putInputField(draft, edit);
    case 'setField':
      return put(draft, edit.path, edit.to);
    case 'clear':
      return clear(draft, edit.path);
    case 'addItem':
      return insert(draft, edit);
    case 'duplicateItem':
      return duplicate(draft, edit);
    case 'removeItem':
      return remove(draft, edit);
    case 'moveItem':
      return move(draft, edit);
  }
}

/**
 * The one door through which a scenario changes. The given scenario is left as it is, and everything that the edit does not touch is shared with it.
 * What comes out fits the schema. Throws EditError where the place is missing or the content does not fit there; then nothing has changed.
 */
export function applyEdit(scenario: Scenario, edit: Edit): Edited {
  if (edit.kind === 'replaceScenario') {
    const inverse: Edit = { kind: 'replaceScenario', scenario, label: edit.label };
    return { scenario: fitted(scenario, edit.scenario), inverse, label: edit.label };
  }
  const draft = new Draft(scenario);
  const inverses = (edit.kind === 'several' ? edit.edits : [edit])
    .map((each) => applyTo(draft, each))
    .reverse()
    .flat();
  const after = fitted(scenario, draft.content);
  const label = edit.kind === 'several' ? edit.label : wordsOfEdit(edit, { before: scenario, after });
  const [only] = inverses;
  const inverse: Edit = only !== undefined && inverses.length === 1 ? only : { kind: 'several', label, edits: inverses };
  return { scenario: after, inverse, label };
}

/**
 * What names an item and would be left without it, were it removed: schemes of a pool, lines of an organisation, what waits for a capital scheme.
 * Each says where it stands and in words what it is. Empty for lists that nothing can name.
 */
export function dependentsOf(scenario: Scenario, { list, id }: { list: string; id: string }): Reference[] {
  return referencesOf(scenario).filter(
    (reference) => reference.id === id && reference.lists.some((each) => each === list) && reference.object !== `${list}:${id}`,
  );
}

/** The first id of a form that a list does not have: after S1 and S2, "S3" for the stem "S". */
export function freshId(list: readonly unknown[], stem: string): string {
  const taken = new Set(list.map((item) => textIn(item, 'id')));
  let number = 1;
  while (taken.has(`${stem}${String(number)}`)) number += 1;
  return `${stem}${String(number)}`;
}
