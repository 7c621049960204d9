/** Writing to the clipboard is the one thing that the page may do beyond its window: it copies charts and tables. */
const ALLOWED: ReadonlySet<string> = new Set(['clipboard-sanitized-write']);

/** Whether a page may have a permission: from our own origin, and only what is on the list. */
export function mayHave({ permission, requestingOrigin }: { permission: string; requestingOrigin: string }, origin: string): boolean {
  return ALLOWED.has(permission) && requestingOrigin.replace(/\/$/, '') === origin;
}
