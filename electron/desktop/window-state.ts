import { readFileSync, writeFileSync } from 'node:fs';
import { z } from 'zod';

const stateSchema = z.object({ x: z.int(), y: z.int(), width: z.int().min(1), height: z.int().min(1), isMaximized: z.boolean() });
export type WindowState = z.infer<typeof stateSchema>;
export type Area = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

const USUAL = { width: 1280, height: 800 };
export const SMALLEST = { width: 960, height: 600 };
/** A window of which less than this is on a screen could not be taken hold of. */
const GRIP = 80;

/** Where the window was when it was closed last; nothing where that is not known. */
export function readWindowState(path: string): WindowState | undefined {
  try {
    return stateSchema.safeParse(JSON.parse(readFileSync(path, 'utf8'))).data;
  } catch {
    return undefined;
  }
}

/** Kept for next time; where that fails, the window opens at its usual place. */
export function writeWindowState(path: string, state: WindowState): void {
  try {
    writeFileSync(path, JSON.stringify(state));
  } catch {
    // A full or read-only disk says so where work is saved; a place on the screen is not worth a message.
  }
}

/** Where to open the window: where it was, if a screen is still there; else at its usual size, which the system centres. */
export function openingBounds(saved: WindowState | undefined, screens: readonly Area[]): Partial<Area> & { width: number; height: number } {
  if (saved === undefined || !screens.some((screen) => isWithinReach(saved, screen))) {
    const largest = screens.reduce(
      (most, { width, height }) => ({ width: Math.max(most.width, width), height: Math.max(most.height, height) }),
      {
        width: 0,
        height: 0,
      },
    );
    return screens.length === 0 ? USUAL : { width: Math.min(USUAL.width, largest.width), height: Math.min(USUAL.height, largest.height) };
  }
  const { x, y } = saved;
  return { x, y, width: Math.max(saved.width, SMALLEST.width), height: Math.max(saved.height, SMALLEST.height) };
}

/** Whether enough of the window's upper edge lies on a screen to take hold of it. */
function isWithinReach(window: Area, screen: Area): boolean {
  const across = Math.min(window.x + window.width, screen.x + screen.width) - Math.max(window.x, screen.x);
  return across >= GRIP && window.y >= screen.y && window.y <= screen.y + screen.height - GRIP;
}
