import { z } from 'zod';
import { hasCanonicalForm } from './canonical.ts';
import { EditError } from './draft.ts';
import { placeWords } from './edit-words.ts';
import { problemsOf } from './file-problems.ts';
import { capitalised } from './labels.ts';
import { scenarioSchema, type Scenario } from './schema.ts';

/* After an edit the parts that it touched are held against the schema, so that no edit can make a scenario that does not open again. */

function isHolder(content: unknown): content is object {
  return typeof content === 'object' && content !== null;
}

function sizeOf(holder: object): number {
  return Object.values(holder).filter((held) => held !== undefined).length;
}

/** `after` with everything that equals its counterpart in `before` taken from there, so that what an edit did not change stays the same object. */
function sharing(before: unknown, after: unknown): unknown {
  if (before === after || !isHolder(before) || !isHolder(after) || Array.isArray(before) !== Array.isArray(after)) return after;
  const shared: object = Array.isArray(after) ? [] : {};
  let same = sizeOf(before) === sizeOf(after);
  for (const key of Object.keys(after)) {
    const counterpart: unknown = Reflect.get(before, key);
    const held = sharing(counterpart, Reflect.get(after, key));
    same = same && held === counterpart;
    Reflect.set(shared, key, held);
  }
  return same ? before : shared;
}

type Issue = z.core.$ZodIssue;
type Reading = { readonly content: unknown; readonly issues: readonly Issue[] };

function readingOf(schema: z.ZodType, written: unknown): Reading {
  const { data, error } = schema.safeParse(written);
  return { content: data, issues: error?.issues ?? [] };
}

/** A list of which items were changed but none added: only those are read, so that a keystroke in a long list costs one item. */
function readingOfItems(element: z.ZodType, { before, written }: { before: readonly unknown[]; written: readonly unknown[] }): Reading {
  const untouched = new Set(before);
  const issues: Issue[] = [];
  const content = written.map((item, index) => {
    if (untouched.has(item)) return item;
    const reading = readingOf(element, item);
    issues.push(...reading.issues.map((issue) => ({ ...issue, path: [index, ...issue.path] })));
    return reading.content;
  });
  return { content, issues };
}

function elementOf(schema: z.ZodType): z.ZodType | undefined {
  const bare = schema instanceof z.ZodDefault ? schema.unwrap() : schema;
  return bare instanceof z.ZodArray && bare.element instanceof z.ZodType ? bare.element : undefined;
}

function readingOfPart(schema: z.ZodType, { before, written }: { before: unknown; written: unknown }): Reading {
  const element = elementOf(schema);
  if (element === undefined || !Array.isArray(before) || !Array.isArray(written)) return readingOf(schema, written);
  // Whether a list may hold so many items is asked of the whole, and only where it has grown.
  const whole = written.length > before.length ? readingOf(schema, written) : undefined;
  return whole !== undefined && whole.issues.length > 0 ? whole : readingOfItems(element, { before, written });
}

function refusal(written: object, issue: Issue): EditError {
  const words = capitalised(placeWords(written, issue.path.map(String)));
  if (!hasCanonicalForm(written)) return new EditError('does-not-fit', `${words}: ${issue.message}.`);
  const [problem] = problemsOf([issue], { schema: scenarioSchema, content: written, most: 1 }).problems;
  return new EditError(
    'does-not-fit',
    `${words}: ${problem === undefined ? issue.message : `read ${problem.read}; allowed: ${problem.allowed}`}.`,
  );
}

/**
 * The scenario that an edit wrote, as the schema reads it: amounts in canonical form, defaults in place. It returns `before` itself where nothing
 * changed. Throws EditError where a part does not fit.
 */
export function fitted(before: Scenario, written: object): Scenario {
  const unknown = Object.keys(written).find((key) => !Object.hasOwn(scenarioSchema.shape, key));
  if (unknown !== undefined) throw new EditError('no-such-place', `A scenario has no "${unknown}".`);
  const changed: Record<string, unknown> = {};
  for (const [part, schema] of Object.entries(scenarioSchema.shape)) {
    const partBefore: unknown = Reflect.get(before, part);
    const partWritten: unknown = Reflect.get(written, part);
    if (partWritten === partBefore) continue;
    const reading = readingOfPart(schema, { before: partBefore, written: partWritten });
    const [issue] = reading.issues;
    if (issue !== undefined) throw refusal(written, { ...issue, path: [part, ...issue.path] });
    const read = sharing(partBefore, reading.content);
    if (read !== partBefore) changed[part] = read;
  }
  return Object.keys(changed).length === 0 ? before : Object.assign({}, before, changed);
}
