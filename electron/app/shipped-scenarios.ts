import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Scenario } from '../../shared/scenario/schema.ts';
import type { FileWork } from '../files/file-work.ts';
import type { Origin } from '../store/types.ts';

export type ShippedScenario = { readonly key: string; readonly origin: Origin; readonly scenario: Scenario };

const ENDING = '.footing';
const SAMPLE = 'sample.footing';
const FULLEST_EXAMPLE = 'worked-example-b.footing';
const EXAMPLES = /^worked-example-/;

/** The scenario files that come with Footing. They are read once, when first asked for; a key is the name of a file. */
export class ShippedScenarios {
  readonly #folder: string;
  readonly #files: FileWork;
  #read: Promise<readonly ShippedScenario[]> | undefined;

  constructor({ folder, files }: { folder: string; files: FileWork }) {
    this.#folder = folder;
    this.#files = files;
  }

  list(): Promise<readonly ShippedScenario[]> {
    this.#read ??= this.#readAll();
    return this.#read;
  }

  /** By key; a key is looked up and never made into a path. */
  async find(key: string): Promise<ShippedScenario | undefined> {
    return (await this.list()).find((each) => each.key === key);
  }

  /** What a first run opens, read without waiting for the others. */
  async sample(): Promise<ShippedScenario | undefined> {
    const first = (await this.#keys())[0];
    return first === undefined ? undefined : this.#readOne(first);
  }

  async #keys(): Promise<string[]> {
    const names = (await readdir(this.#folder)).filter((name) => name.endsWith(ENDING));
    return names.sort((one, other) => rankOf(one) - rankOf(other) || (one < other ? -1 : 1));
  }

  async #readAll(): Promise<readonly ShippedScenario[]> {
    const read = await Promise.all((await this.#keys()).map((key) => this.#readOne(key)));
    return read.filter((each) => each !== undefined);
  }

  /** A shipped file that does not open is a fault of the build, which a test finds; the app goes on without it. */
  async #readOne(key: string): Promise<ShippedScenario | undefined> {
    const opened = await this.#files.open(join(this.#folder, key));
    return opened.kind === 'opened' ? { key, origin: originOf(key), scenario: opened.content.scenario } : undefined;
  }
}

function originOf(key: string): Origin {
  if (key === SAMPLE) return 'SAMPLE';
  return EXAMPLES.test(key) ? 'EXAMPLE' : 'PUBLISHED';
}

/** The sample first; without one, the worked example that has everything; then the other examples and the published plans. */
function rankOf(key: string): number {
  if (key === FULLEST_EXAMPLE) return 0.5;
  return ['SAMPLE', 'EXAMPLE', 'PUBLISHED'].indexOf(originOf(key));
}
