/** Frames that a dialog over the page may take to close: it gives the focus back when it is gone, and only then is it anybody else's. */
const MOST_FRAMES = 120;
const FRAMES_AFTER = 3;

/** Puts the focus into the table of the editor, once it is there and no dialog lies over it; where somebody works there already, it stays with them. */
export function focusTable(framesLeft = MOST_FRAMES, quiet = 0): void {
  requestAnimationFrame(() => {
    const place = document.querySelector<HTMLElement>('.scn-grid');
    const table = place?.querySelector<HTMLElement>('[role="grid"]') ?? null;
    if (place?.contains(document.activeElement) === true) return;
    const isReady = table !== null && document.querySelector('[role="dialog"]') === null;
    if (isReady && quiet >= FRAMES_AFTER) table.focus({ preventScroll: true });
    else if (framesLeft > 0) focusTable(framesLeft - 1, isReady ? quiet + 1 : 0);
  });
}
