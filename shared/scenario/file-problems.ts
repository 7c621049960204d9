import { safeParse, type z } from 'zod';
import { isJsonObject } from './canonical.ts';
import { allowedAt, heldBy, keysAllowedAt } from './schema-words.ts';
import { scenarioSchema } from './schema.ts';
import { pathText, quoted, type JsonPath, type JsonValue } from './strict-json.ts';

/** One place of a file that does not fit the schema, in words. `path` is as people write it: `savings[2].profile.startMonth`. */
export interface FileProblem {
  path: string;
  read: string;
  allowed: string;
  /** Path, what was read, what is allowed and, where it is not plain, the way out, in one sentence. */
  text: string;
}

type Issue = z.core.$ZodIssue;
/** Items of a list that are looked at in one go, and problems after which a long list is not looked through further. */
const SLICE = 500;
const ENOUGH_PROBLEMS = 1000;
const LISTS: ReadonlyMap<string, z.core.$ZodType> = new Map(Object.entries(scenarioSchema.shape));
interface Checked {
  schema: z.core.$ZodType;
  content: JsonValue;
}

/** The problems that the schema found, in words, in the order of the schema; at most `most` of them, and how many there are. */
export function problemsOf(
  issues: readonly Issue[],
  { schema, content, most }: Checked & { most: number },
): { problems: FileProblem[]; count: number } {
  const problems: FileProblem[] = [];
  let count = 0;
  for (const issue of issues) {
    const places = placesOf(issue);
    count += places.length;
    for (const path of places.slice(0, most - problems.length)) problems.push(problemAt(path, issue, { schema, content }));
  }
  return { problems, count };
}

/**
 * The problems of the first long list that has a thousand of them, or none. A file of a hundred thousand wrong items would take seconds to check to its
 * end, and a person has seen enough long before. Lists of ordinary length are not looked at here.
 */
export function problemsOfLongLists(scenario: JsonValue | undefined): Issue[] {
  if (!isJsonObject(scenario)) return [];
  for (const [list, items] of Object.entries(scenario)) {
    const schema = LISTS.get(list);
    if (schema === undefined || !Array.isArray(items) || items.length <= SLICE) continue;
    const issues: Issue[] = [];
    for (let from = 0; from < items.length && issues.length < ENOUGH_PROBLEMS; from += SLICE) {
      const checked = safeParse(schema, items.slice(from, from + SLICE));
      for (const issue of checked.error?.issues ?? []) issues.push({ ...issue, path: ['scenario', list, ...shifted(issue.path, from)] });
    }
    if (issues.length >= ENOUGH_PROBLEMS) return issues;
  }
  return [];
}

function shifted([index, ...rest]: readonly PropertyKey[], from: number): PropertyKey[] {
  return typeof index === 'number' ? [index + from, ...rest] : [];
}

/** An issue about unknown keys stands for one place each; any other is one place. */
function placesOf(issue: Issue): JsonPath[] {
  const path = plainPath(issue.path);
  return issue.code === 'unrecognized_keys' ? issue.keys.map((key) => [...path, key]) : [path];
}

function plainPath(path: readonly PropertyKey[]): JsonPath {
  return path.map((part) => (typeof part === 'number' ? part : String(part)));
}

function problemAt(path: JsonPath, issue: Issue, { schema, content }: Checked): FileProblem {
  if (issue.code === 'unrecognized_keys') {
    const keys = keysAllowedAt(schema, path.slice(0, -1), content).join(', ');
    return problem(path, { read: 'a key that is not known here', allowed: keys, wayOut: 'Correct its spelling or take it out.' });
  }
  if (issue.code === 'invalid_key') {
    return problem(path, { read: `the key ${quoted(String(path.at(-1)))}`, allowed: 'a key of at most 20 characters, such as "2020/21"' });
  }
  const place = writtenPlace(path, content);
  const written = place.reduce<JsonValue | undefined>(heldBy, content);
  const allowed = (issue.code === 'custom' ? undefined : allowedAt(schema, path, content)) ?? issue.message;
  if (written === undefined) return problem(place, { read: 'nothing', allowed, wayOut: 'Add it.' });
  return problem(place, { read: readWords(written), allowed });
}

/** The number of an input may be written bare: then the place is the input, which has no `value`. */
function writtenPlace(path: JsonPath, content: JsonValue): JsonPath {
  const parent = path.slice(0, -1);
  const isBare = path.at(-1) === 'value' && !isHolder(parent.reduce<JsonValue | undefined>(heldBy, content));
  return isBare ? parent : path;
}

function isHolder(written: JsonValue | undefined): boolean {
  return typeof written === 'object' && written !== null;
}

function readWords(written: JsonValue): string {
  if (typeof written === 'string') return quoted(written);
  if (Array.isArray(written)) return written.length === 1 ? 'a list of 1 item' : `a list of ${String(written.length)} items`;
  return typeof written === 'object' && written !== null ? 'an object in { }' : String(written);
}

function problem(path: JsonPath, { read, allowed, wayOut }: { read: string; allowed: string; wayOut?: string }): FileProblem {
  // What lies in the scenario is named from there, as on screen and on the command line.
  const shown = pathText(path[0] === 'scenario' && path.length > 1 ? path.slice(1) : path);
  const where = shown === '' ? 'the file' : shown;
  return { path: where, read, allowed, text: `${where}: read ${read}; allowed: ${allowed}.${wayOut === undefined ? '' : ` ${wayOut}`}` };
}
