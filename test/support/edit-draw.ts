import { type Edit, type SingleEdit } from '../../shared/scenario/edit-kinds.ts';
import { inputsOf } from '../../shared/scenario/inputs-of.ts';
import { keysOf } from '../../shared/scenario/places.ts';
import { scenarioSchema, type Scenario } from '../../shared/scenario/schema.ts';
import type { JsonValue } from '../../shared/scenario/strict-json.ts';
import { count, decimalText, freeText, happens, perhaps, pick, several, type Draw } from './scenario-draw.ts';

/** Something of a scenario and where it stands. */
interface Place {
  path: string;
  node: JsonValue;
}

interface List {
  path: string;
  node: JsonValue[];
}

/** Every place of a scenario: parts, items, fields, inputs and what is within them. */
function placesOf(node: JsonValue, path = ''): Place[] {
  const below = (key: string): string => (path === '' ? key : `${path}.${key}`);
  const here = path === '' ? [] : [{ path, node }];
  if (typeof node !== 'object' || node === null) return here;
  if (!Array.isArray(node)) return [...here, ...Object.entries(node).flatMap(([key, held]) => placesOf(held, below(key)))];
  const keys = keysOf(node);
  return [...here, ...node.flatMap((item, index) => placesOf(item, below(keys[index] ?? '')))];
}

const OPTIONAL = [
  'delivery',
  'recurrentShare',
  'optimismBias.mitigation',
  'slippageMonths',
  'priceSeries',
  'note',
  'programme',
  'lagProfile',
];

/** Draws edits that a person could make on a scenario. Some do not fit, as typing does; those are refused. */
export class EditDraw {
  readonly #draw: Draw;
  readonly #scenario: Scenario;
  readonly #places: Place[];
  readonly #lists: List[];

  constructor(draw: Draw, scenario: Scenario) {
    this.#draw = draw;
    this.#scenario = scenario;
    this.#places = placesOf(JSON.parse(JSON.stringify(scenario)) as JsonValue);
    this.#lists = this.#places.flatMap(({ path, node }) => (Array.isArray(node) ? [{ path, node }] : []));
  }

  edit(): Edit {
    if (happens(this.#draw, 12)) return this.#replaceScenario();
    if (happens(this.#draw, 5)) return { kind: 'several', label: 'Several', edits: several(this.#draw, 4, () => this.#single()) };
    return this.#single();
  }

  #single(): SingleEdit {
    const draws = [
      () => this.#setInput(),
      () => this.#setInputField(),
      () => this.#setField(),
      () => this.#clear(),
      () => this.#addItem(),
      () => this.#duplicateItem(),
      () => this.#removeItem(),
      () => this.#moveItem(),
    ];
    return pick(this.#draw, draws)();
  }

  #inputPath(): string {
    const inputs = inputsOf(this.#scenario);
    if (inputs.length === 0 || happens(this.#draw, 4)) return `${this.#itemPath()}.${pick(this.#draw, OPTIONAL)}`;
    return pick(this.#draw, inputs).path;
  }

  #itemPath(): string {
    const { list, key } = this.#itemOf(this.#lists.filter(({ path }) => !path.includes('.')));
    return `${list}.${key}`;
  }

  #number(): string {
    return decimalText(count(this.#draw, -500, 500), pick(this.#draw, [0, 1, 2]));
  }

  #setInput(): SingleEdit {
    const input = happens(this.#draw)
      ? this.#number()
      : {
          value: this.#number(),
          source: perhaps(this.#draw, () => freeText(this.#draw)),
          confidence: perhaps(this.#draw, () => 'M' as const),
        };
    return { kind: 'setInput', path: this.#inputPath(), input };
  }

  #setInputField(): SingleEdit {
    const field = pick(this.#draw, ['value', 'note', 'source', 'owner', 'confidence', 'range'] as const);
    const content: JsonValue = {
      value: this.#number(),
      note: freeText(this.#draw),
      source: freeText(this.#draw),
      owner: 'Director of finance',
      confidence: 'L',
      range: { low: '1', likely: '2', high: '3.0' },
    }[field];
    return { kind: 'setInputField', path: this.#inputPath(), field, to: happens(this.#draw, 4) ? null : content };
  }

  /** What stands at the same field elsewhere, so that it often fits; at times something from anywhere. */
  #setField(): SingleEdit {
    const { path } = pick(this.#draw, this.#places);
    const field = path.slice(path.lastIndexOf('.') + 1);
    const alike = this.#places.filter((place) => place.path.endsWith(`.${field}`));
    const from = alike.length > 0 && !happens(this.#draw, 5) ? alike : this.#places;
    return { kind: 'setField', path, to: pick(this.#draw, from).node };
  }

  #clear(): SingleEdit {
    return { kind: 'clear', path: pick(this.#draw, this.#places).path };
  }

  #addItem(): SingleEdit {
    const { path, node } = pick(this.#draw, this.#lists);
    const alike = this.#lists.filter((list) => list.path.split('.').at(-1) === path.split('.').at(-1)).flatMap((list) => list.node);
    const item = pick(this.#draw, alike.length > 0 ? alike : ['S1']);
    const own =
      typeof item === 'object' && happens(this.#draw) ? Object.assign({}, item, { id: `N${String(count(this.#draw, 1, 9))}` }) : item;
    return { kind: 'addItem', list: path, position: count(this.#draw, 0, node.length), item: own };
  }

  /** An item of one of the lists; one that nothing has where all are empty. */
  #itemOf(lists: readonly List[]): { list: string; key: string; length: number } {
    const filled = lists.filter((list) => list.node.length > 0);
    if (filled.length === 0) return { list: 'savings', key: 'S0', length: 1 };
    const { path, node } = pick(this.#draw, filled);
    return { list: path, key: pick(this.#draw, keysOf(node)), length: node.length };
  }

  #duplicateItem(): SingleEdit {
    const { list, key } = this.#itemOf(this.#lists);
    const id = perhaps(this.#draw, () => `N${String(count(this.#draw, 1, 9))}`);
    return { kind: 'duplicateItem', list, key, id, name: perhaps(this.#draw, () => freeText(this.#draw)) };
  }

  #removeItem(): SingleEdit {
    const { list, key } = this.#itemOf(this.#lists);
    return { kind: 'removeItem', list, key };
  }

  #moveItem(): SingleEdit {
    const { list, key, length } = this.#itemOf(this.#lists);
    return { kind: 'moveItem', list, key, position: count(this.#draw, 0, length - 1) };
  }

  #replaceScenario(): Edit {
    const scenario = scenarioSchema.parse({ ...this.#scenario, name: freeText(this.#draw), savings: [] });
    return { kind: 'replaceScenario', scenario, label: 'Import of plan.footing' };
  }
}
