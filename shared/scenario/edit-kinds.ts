import { z } from 'zod';
import { hasCanonicalForm } from './canonical.ts';
import { UNITS, identifier, longText, shortText } from './input.ts';
import { scenarioSchema } from './schema.ts';
import type { JsonValue } from './strict-json.ts';

/* Every change to a scenario is one of these. They are plain JSON, so that the edit log, the contract and the page mean the same by them. */

const MOST_EDITS_AT_ONCE = 100_000;

/**
 * Where: a path as `inputsOf` gives it, with ids in place of indexes: `savings.S2.delivery`, `series.pay.rateByYear.2020/21`. An item may also be named
 * by its position, `savings.#0.delivery`, which is how the inverse of an edit does it.
 */
const path = z.string().min(1).max(1000);
const position = z.int().min(0).max(20_000);
const content = z.custom<JsonValue>(
  hasCanonicalForm,
  'expected texts, whole numbers, true, false, lists and plain objects; write amounts as text',
);

/** An input as an edit gives it: a bare value, or the value with what is known about it. The scenario's schema then checks value and unit. */
const writtenInput = z.union([
  z.string(),
  z.strictObject({
    value: z.string(),
    unit: z.enum(UNITS).optional(),
    source: longText.optional(),
    owner: shortText.optional(),
    date: shortText.optional(),
    confidence: z.enum(['H', 'M', 'L']).optional(),
    note: longText.optional(),
    range: z.strictObject({ low: z.string(), likely: z.string(), high: z.string() }).optional(),
  }),
]);

/** Sets an input as a whole; a blank one comes into being. A bare value leaves nothing of the old source, owner and note. */
const setInput = z.strictObject({ kind: z.literal('setInput'), path, input: writtenInput });

/** Sets one field of an input and keeps the others; null clears it. The value of a blank input may be set, which makes the input. */
const setInputField = z.strictObject({
  kind: z.literal('setInputField'),
  path,
  field: z.enum(['value', 'source', 'owner', 'date', 'confidence', 'note', 'range']),
  to: content,
});

/** Sets what is no input: a name, a type, a category, a reference, a whole part such as `savings.S2.profile`. */
const setField = z.strictObject({ kind: z.literal('setField'), path, to: content });

/** Makes an input or a field blank; a field with a default goes back to it. */
const clear = z.strictObject({ kind: z.literal('clear'), path });

/** Puts an item into a list so that it stands at `position`, counted from 0. */
const addItem = z.strictObject({ kind: z.literal('addItem'), list: path, position, item: content });

/** Puts a copy right after an item. It takes the id and name given; without them it keeps those of the original. */
const duplicateItem = z.strictObject({
  kind: z.literal('duplicateItem'),
  list: path,
  key: z.string().max(300),
  id: identifier.optional(),
  name: shortText.optional(),
});

const removeItem = z.strictObject({ kind: z.literal('removeItem'), list: path, key: z.string().max(300) });

/** Moves an item so that it stands at `position`, counted from 0 in the list as it is afterwards. */
const moveItem = z.strictObject({ kind: z.literal('moveItem'), list: path, key: z.string().max(300), position });

/** Puts another scenario in place of the whole, as an import does. */
const replaceScenario = z.strictObject({ kind: z.literal('replaceScenario'), scenario: scenarioSchema, label: shortText });

export const singleEditSchema = z.discriminatedUnion('kind', [
  setInput,
  setInputField,
  setField,
  clear,
  addItem,
  duplicateItem,
  removeItem,
  moveItem,
]);

/** Several edits that the user made as one: a paste, a fill, an import of lines. All of them or none; one undo step under its own label. */
const several = z.strictObject({
  kind: z.literal('several'),
  label: shortText.min(1),
  edits: z.array(singleEditSchema).max(MOST_EDITS_AT_ONCE),
});

export const editSchema = z.discriminatedUnion('kind', [...singleEditSchema.options, several, replaceScenario]);

export type SingleEdit = z.infer<typeof singleEditSchema>;
export type Edit = z.infer<typeof editSchema>;
export type EditKind = Edit['kind'];
