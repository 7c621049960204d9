import { canonicalJson } from '../scenario/canonical.ts';
import type { Edit, SingleEdit } from '../scenario/edit-kinds.ts';
import type { Scenario } from '../scenario/schema.ts';
import { KINDS, type TableKind } from './kinds.ts';
import type { CellFault, RowItem } from './reading.ts';

type Several = Extract<Edit, { kind: 'several' }>;
const MOST_ITEMS = 20_000;

/** A fault where the list would hold more than a scenario may. */
export function listIsFull(scenario: Scenario, { kind, added }: { kind: TableKind; added: number }): CellFault[] {
  const held = scenario[kind].length;
  if (held + added <= MOST_ITEMS) return [];
  const { nouns } = KINDS[kind];
  const read = `${String(added)} new ${nouns}, where ${String(held)} stand`;
  const wayOut = 'Join small ones before bringing them over.';
  return [{ row: 0, column: '', heading: '', read, allowed: `${String(MOST_ITEMS)} ${nouns} in all`, wayOut }];
}

/** The one edit that brings items in: new ones after those that stand, changed ones in place, part by part. Nothing where nothing would change. */
export function editsOf(scenario: Scenario, { kind, items }: { kind: TableKind; items: readonly RowItem[] }): Several | null {
  const changes = items.filter(({ before }) => before !== null).map((item) => partsOf(item, kind));
  const fresh = items.filter(({ before }) => before === null);
  const standing = scenario[kind].length;
  const added = fresh.map(({ after }, index): SingleEdit => ({ kind: 'addItem', list: kind, position: standing + index, item: after }));
  const edits = [...changes.flat(), ...added];
  if (edits.length === 0) return null;
  const changed = changes.filter((parts) => parts.length > 0).length;
  return { kind: 'several', label: labelFor(kind, { added: added.length, changed }), edits };
}

/** An edit for each part of an item that differs: a field, an input, a whole profile. */
function partsOf({ id, before, after }: RowItem, kind: TableKind): SingleEdit[] {
  const parts = new Set([...Object.keys(before ?? {}), ...Object.keys(after)]);
  return [...parts].flatMap((part): SingleEdit[] => {
    const to = after[part];
    const was = before?.[part];
    if (to !== undefined && was !== undefined && canonicalJson(to) === canonicalJson(was)) return [];
    const path = `${kind}.${id}.${part}`;
    if (to === undefined) return was === undefined ? [] : [{ kind: 'clear', path }];
    return [{ kind: 'setField', path, to }];
  });
}

function labelFor(kind: TableKind, { added, changed }: { added: number; changed: number }): string {
  const { noun, nouns } = KINDS[kind];
  const total = added + changed;
  const parts = [...(added > 0 ? [`${String(added)} new`] : []), ...(changed > 0 ? [`${String(changed)} changed`] : [])];
  return `Import of ${String(total)} ${total === 1 ? noun : nouns}: ${parts.join(', ')}`;
}
