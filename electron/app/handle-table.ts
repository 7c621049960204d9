/** Opaque names for what the page may speak of and must not see, such as paths. One thing has one handle as long as the app runs. */
export class HandleTable<Thing> {
  readonly #newId: () => string;
  readonly #keyOf: (thing: Thing) => string;
  readonly #byHandle = new Map<string, Thing>();
  readonly #handles = new Map<string, string>();

  constructor({ newId, keyOf }: { newId: () => string; keyOf: (thing: Thing) => string }) {
    this.#newId = newId;
    this.#keyOf = keyOf;
  }

  /** The handle of a thing, which from now on stands for the thing as it is given here. */
  handleOf(thing: Thing): string {
    const key = this.#keyOf(thing);
    const handle = this.#handles.get(key) ?? this.#newId();
    this.#handles.set(key, handle);
    this.#byHandle.set(handle, thing);
    return handle;
  }

  /** What is known of the thing of this key; nothing where it has no handle yet. */
  known(key: string): Thing | undefined {
    const handle = this.#handles.get(key);
    return handle === undefined ? undefined : this.#byHandle.get(handle);
  }

  find(handle: string): Thing | undefined {
    return this.#byHandle.get(handle);
  }
}
