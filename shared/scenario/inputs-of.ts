import type { Input } from './input.ts';
import { capitalised, fieldWords, nounOf } from './labels.ts';
import { isInput, keysOf, partsOf, placerOf, textIn } from './places.ts';
import type { Scenario } from './schema.ts';
import { labelOf } from './vocabulary.ts';

/** One input of a scenario and where it stands. */
export type LocatedInput = {
  /** `savings.S2.delivery`, `series.pay.rateByYear.2020/21`, `prevention.P1.lagProfile.0`. */
  readonly path: string;
  readonly input: Input;
  /** In words: "Agency (S2): delivery", "Pay (pay): rate, 2020/21". */
  readonly label: string;
  /** The object that is not computed where this input cannot be used: `savings:S2`. */
  readonly object: string;
  /** List and field, whatever the object and year: `savings.delivery`, `series.rateByYear`, `populationByYear`. */
  readonly kind: string;
  /** The year as entered, for an input by year. */
  readonly year?: string | undefined;
};

/** A place on the way to an input; `detail` is what its label says beyond the subject. */
type Place = Omit<LocatedInput, 'input' | 'label'> & { readonly subject: string; readonly detail: string };

/** Fields whose entries are keyed by something entered or chosen, not by the schema. */
function isKeyed(kind: string): boolean {
  return kind.endsWith('ByYear') || kind.endsWith('deliveryByRating');
}

function joined(detail: string, words: string): string {
  if (words === '') return detail;
  return detail === '' ? words : `${detail}, ${words}`;
}

/** The place of one entry of a keyed field: a year, or a rating. */
function entryOf(place: Place, key: string): Place {
  const { kind, subject } = place;
  const path = `${place.path}.${key}`;
  if (!kind.endsWith('ByYear'))
    return { path, object: `deliveryByRating:${key}`, kind, subject, detail: joined(place.detail, labelOf(key)) };
  const object = kind === 'populationByYear' ? `population:${key}` : place.object;
  return { path, object, kind, year: key, subject, detail: joined(place.detail, key) };
}

function fieldOf(place: Place, { list, field }: { list: string; field: string }): Place {
  const object = field === 'averagePayPerWte' ? place.object.replace('organisations:', 'workforce:') : place.object;
  return {
    path: `${place.path}.${field}`,
    object,
    kind: `${list}.${field}`,
    subject: place.subject,
    detail: joined(place.detail, fieldWords(field)),
  };
}

/** What one item of an inner list is called: its organisation or source, or its number from 1. */
function itemWords(item: unknown, index: number): string {
  const source = textIn(item, 'source');
  if (isInput(item)) return String(index + 1);
  return textIn(item, 'organisation') ?? (source === undefined ? String(index + 1) : labelOf(source));
}

/** Adds the inputs at and below a node of the list or part `list`. */
function collect(node: object, place: Place, { list, found }: { list: string; found: LocatedInput[] }): void {
  if (isInput(node)) {
    const { path, object, kind, year, subject, detail } = place;
    found.push({ path, input: node, label: detail === '' ? subject : `${subject}: ${detail}`, object, kind, year });
  } else if (Array.isArray(node)) {
    const items: readonly unknown[] = node;
    const keys = keysOf(items);
    items.forEach((item, index) => {
      if (typeof item !== 'object' || item === null) return;
      const path = `${place.path}.${keys[index] ?? ''}`;
      collect(item, { ...place, path, detail: joined(place.detail, itemWords(item, index)) }, { list, found });
    });
  } else {
    const children: [string, unknown][] = Object.entries(node);
    for (const [key, child] of children) {
      if (typeof child !== 'object' || child === null) continue;
      collect(child, isKeyed(place.kind) ? entryOf(place, key) : fieldOf(place, { list, field: key }), { list, found });
    }
  }
}

/** What a part of the scenario that is no list is called where an input of it is blocked. */
const OBJECT_OF_PART: Readonly<Record<string, string>> = { settings: 'scenario', systemControlTotalByYear: 'systemControlTotal' };

/**
 * Every input of a scenario, in the order of the schema, with its path, its words and the object it belongs to (model-spec §2, last paragraph):
 * the assumptions log, the ranges of the tornado and the simulation, and the rules on single inputs all read this one list.
 */
export function inputsOf(scenario: Scenario): LocatedInput[] {
  const found: LocatedInput[] = [];
  const place = placerOf(scenario.organisations);
  for (const [part, content] of Object.entries(scenario)) {
    if (Array.isArray(content)) {
      const items: readonly unknown[] = content;
      for (const { item, path, object, subject } of place(part, items)) {
        if (typeof item === 'object' && item !== null)
          collect(item, { path, object, kind: part, subject, detail: '' }, { list: part, found });
      }
    } else if (typeof content === 'object') {
      const object = OBJECT_OF_PART[part] ?? part;
      const subject = capitalised(nounOf(object === 'scenario' ? part : part.replace(/ByYear$/, '')));
      collect(content, { path: part, object, kind: part, subject, detail: '' }, { list: part, found });
    }
  }
  return found;
}

/** A path that leads to no input of the scenario, or an input of another unit than the one that it would replace. */
export class InputPathError extends Error {
  readonly code: 'no-such-input' | 'other-unit';

  constructor(code: InputPathError['code'], text: string) {
    super(text);
    this.code = code;
    this.name = 'InputPathError';
  }
}

/** The property name under which a part of a path stands in a node: an index in a list, itself in an object. */
function propertyOf(node: object, part: string): string | undefined {
  if (!Array.isArray(node)) return Object.hasOwn(node, part) ? part : undefined;
  const index = keysOf(node).indexOf(part);
  return index < 0 ? undefined : String(index);
}

/** The input at a path, or undefined where the scenario has none there. */
export function inputAt(scenario: Scenario, path: string): Input | undefined {
  let node: unknown = scenario;
  for (const part of partsOf(path)) {
    if (typeof node !== 'object' || node === null) return undefined;
    const property = propertyOf(node, part);
    if (property === undefined) return undefined;
    node = Reflect.get(node, property);
  }
  return isInput(node) ? node : undefined;
}

/** A copy of a node with the input at the end of `parts` replaced; what the path does not touch is shared. */
function replacedIn<T extends object>(node: T, parts: readonly string[], input: Input): T {
  const [part = '', ...rest] = parts;
  const property = propertyOf(node, part) ?? part;
  const child: unknown = Reflect.get(node, property);
  const copy: T = Object.assign(Array.isArray(node) ? [] : {}, node);
  Reflect.set(copy, property, rest.length > 0 && typeof child === 'object' && child !== null ? replacedIn(child, rest, input) : input);
  return copy;
}

/**
 * The scenario with one input replaced; everything else is the same value, so that unchanged parts compare as identical.
 * Throws InputPathError where there is no input at the path, or where the new one has another unit (units are types, model-spec §1.1).
 */
export function replaceInput(scenario: Scenario, path: string, input: Input): Scenario {
  const before = inputAt(scenario, path);
  if (before === undefined) {
    throw new InputPathError(
      'no-such-input',
      `The scenario has no input at "${path}". Use a path that inputsOf lists, such as "savings.S2.delivery".`,
    );
  }
  if (before.unit !== input.unit) {
    throw new InputPathError(
      'other-unit',
      `The input at "${path}" is in ${before.unit}, and the new one in ${input.unit}. Give it in ${before.unit}.`,
    );
  }
  return replacedIn(scenario, partsOf(path), input);
}
