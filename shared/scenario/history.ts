import { hasCanonicalForm } from './canonical.ts';
import { placeWords } from './edit-words.ts';
import { capitalised } from './labels.ts';
import { isInput, keysOf } from './places.ts';
import type { Scenario } from './schema.ts';
import type { JsonValue } from './strict-json.ts';

/** One input or field that differs between two states of a scenario; null where it is blank. An input comes with its source, owner and note. */
export type ValueChange = {
  readonly path: string;
  /** "Delivery of S2". */
  readonly label: string;
  readonly before: JsonValue;
  readonly after: JsonValue;
};

/** What can have a history of its own: an input, a text, a number, a yes or no, a list of references. */
type Leaf = { readonly content: JsonValue; readonly properties: readonly string[] };
type Node = { readonly node: unknown; readonly path: string; readonly properties: readonly string[] };

function isLeaf(node: unknown): boolean {
  if (typeof node !== 'object' || node === null || isInput(node)) return true;
  return Array.isArray(node) && node.length > 0 && node.every((item) => typeof item === 'string');
}

/** What an object or a list holds, each with its path. */
function heldBy({ node, path, properties }: Node): Node[] {
  if (typeof node !== 'object' || node === null) return [];
  const below = (held: { part: string; property: string; node: unknown }): Node => ({
    node: held.node,
    path: `${path}.${held.part}`,
    properties: [...properties, held.property],
  });
  if (!Array.isArray(node)) return Object.entries(node).map(([key, held]) => below({ part: key, property: key, node: held }));
  const items: readonly unknown[] = node;
  const keys = keysOf(items);
  return items.map((item, index) => below({ part: keys[index] ?? '', property: String(index), node: item }));
}

function collect(held: Node, leaves: Map<string, Leaf>): void {
  if (held.node === undefined) return;
  if (!isLeaf(held.node)) for (const each of heldBy(held)) collect(each, leaves);
  else if (hasCanonicalForm(held.node)) leaves.set(held.path, { content: held.node, properties: held.properties });
}

/** What of a part can be compared one by one: items of a list by their key, else the part itself. */
function childrenOf(part: string, scenario: Scenario): Map<string, Node> {
  const whole: Node = { node: Reflect.get(scenario, part), path: part, properties: [part] };
  const children = Array.isArray(whole.node) ? heldBy(whole) : [whole];
  return new Map(children.map((child) => [child.path, child]));
}

/** The inputs and fields of either state in what the two do not share. */
function unsharedLeaves(before: Scenario, after: Scenario): { old: Map<string, Leaf>; now: Map<string, Leaf> } {
  const leaves = { old: new Map<string, Leaf>(), now: new Map<string, Leaf>() };
  for (const part of new Set([...Object.keys(before), ...Object.keys(after)])) {
    if (Reflect.get(before, part) === Reflect.get(after, part)) continue;
    const [childrenBefore, childrenAfter] = [childrenOf(part, before), childrenOf(part, after)];
    for (const path of new Set([...childrenBefore.keys(), ...childrenAfter.keys()])) {
      const [one, other] = [childrenBefore.get(path), childrenAfter.get(path)];
      if (one?.node === other?.node) continue;
      if (one !== undefined) collect(one, leaves.old);
      if (other !== undefined) collect(other, leaves.now);
    }
  }
  return leaves;
}

function sameContent(before: JsonValue, after: JsonValue): boolean {
  return JSON.stringify(before) === JSON.stringify(after);
}

/**
 * Every input and field that differs between two states of a scenario, for the history of values (who, when, old, new, why). What both share by identity is
 * passed over, so that after one edit only what it touched is looked at. The order of lists is no value: a move is none.
 */
export function changesBetween(before: Scenario, after: Scenario): ValueChange[] {
  const { old, now } = unsharedLeaves(before, after);
  return [...new Set([...old.keys(), ...now.keys()])].flatMap((path) => {
    const [leafBefore, leafAfter] = [old.get(path), now.get(path)];
    const change = { before: leafBefore?.content ?? null, after: leafAfter?.content ?? null };
    if (sameContent(change.before, change.after)) return [];
    const words = placeWords(leafAfter === undefined ? before : after, (leafAfter ?? leafBefore)?.properties ?? []);
    return [{ path, label: capitalised(words), ...change }];
  });
}

/** A step's name within a sentence: its first letter small, unless it begins with an abbreviation or an id such as "PDC". */
function withinSentence(label: string): string {
  return /^\p{Lu}\p{Ll}/u.test(label) ? `${label.charAt(0).toLowerCase()}${label.slice(1)}` : label;
}

/** "Undo slip of C1 by 6 months". */
export function undoWords(label: string): string {
  return `Undo ${withinSentence(label)}`;
}

/** "Redo slip of C1 by 6 months". */
export function redoWords(label: string): string {
  return `Redo ${withinSentence(label)}`;
}
