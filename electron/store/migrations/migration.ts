/** One step of the database's history. A step that shipped is never changed; what it made is changed by a later one. */
export type Migration = { readonly version: number; readonly sql: string };
