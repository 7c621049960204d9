import type { Actions } from './use-actions.ts';

/* The grid that was used last, for commands that are chosen from the palette. */

type OpenGrid = { readonly actions: () => Actions; readonly focus: () => void };

let open: OpenGrid | null = null;

export function openGrid(): OpenGrid | null {
  return open;
}

/** A grid says so when it gets the focus, and when it goes. */
export function setOpenGrid(next: OpenGrid | null): void {
  open = next;
}
