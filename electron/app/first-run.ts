import type { OpenedStore, Store } from '../store/types.ts';
import type { ShippedScenarios } from './shipped-scenarios.ts';

const SETTING = 'sampleScenario';

/** The throw-away copy of the sample that a first run opens on (product.md §8). It is made once; whoever bins it is not given it again. */
export class FirstRun {
  readonly #shipped: ShippedScenarios;
  #made: Promise<string | null> | undefined;
  #hasFile = false;

  constructor(shipped: ShippedScenarios) {
    this.#shipped = shipped;
  }

  /** Whoever starts Footing with a file wants that file on the board, also on a first run. */
  giveWayToFile(): void {
    this.#hasFile = true;
  }

  /** Whether the page should open the sample of itself. */
  opensSample({ notes }: OpenedStore): boolean {
    return notes.isNew && !this.#hasFile;
  }

  /** The id of the copy in the library, made now if the library is new; null where there is none. */
  sampleId({ store, notes }: OpenedStore): Promise<string | null> {
    this.#made ??= notes.isNew && store.settings.read(SETTING) === undefined ? this.#make(store) : Promise.resolve(remembered(store));
    return this.#made.then((id) => (id !== null && isInLibrary(store, id) ? id : null));
  }

  async #make(store: Store): Promise<string | null> {
    const sample = await this.#shipped.sample();
    if (sample === undefined) return null;
    const { id } = store.scenarios.create({ scenario: sample.scenario, origin: 'SAMPLE' }).summary;
    store.settings.write(SETTING, id);
    return id;
  }
}

function remembered(store: Store): string | null {
  const id = store.settings.read(SETTING);
  return typeof id === 'string' ? id : null;
}

function isInLibrary(store: Store, id: string): boolean {
  try {
    return store.scenarios.read(id).summary.deletedAt === undefined;
  } catch {
    return false;
  }
}
