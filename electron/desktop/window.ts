import { join } from 'node:path';
import { BrowserWindow, screen } from 'electron';
import { webPreferences } from '../security/web-preferences.ts';
import { PAGE_ORIGIN } from './bundle-protocol.ts';
import { SMALLEST, openingBounds, readWindowState, writeWindowState } from './window-state.ts';

type WindowOptions = {
  readonly preload: string;
  readonly isPackaged: boolean;
  readonly stateFolder: string;
  readonly log: (text: string) => void;
};

/** Opens the one window on the page, where it was last time, and shows it once there is something to see. */
export async function openWindow({ preload, isPackaged, stateFolder, log }: WindowOptions): Promise<BrowserWindow> {
  const statePath = join(stateFolder, 'window.json');
  const saved = readWindowState(statePath);
  const screens = screen.getAllDisplays().map(({ workArea }) => workArea);
  const window = new BrowserWindow({
    ...openingBounds(saved, screens),
    minWidth: SMALLEST.width,
    minHeight: SMALLEST.height,
    show: false,
    title: 'Footing',
    webPreferences: webPreferences({ preload, isPackaged }),
  });
  window.once('ready-to-show', () => {
    if (saved?.isMaximized === true) window.maximize();
    window.show();
  });
  window.on('close', () => {
    writeWindowState(statePath, { ...window.getNormalBounds(), isMaximized: window.isMaximized() });
  });
  reloadAfterCrash(window, log);
  await window.loadURL(`${PAGE_ORIGIN}/`);
  return window;
}

/** Work is in the database with every edit, so a page that crashed can simply be loaded again; one that crashes at once is left alone. */
function reloadAfterCrash(window: BrowserWindow, log: (text: string) => void): void {
  let lastCrash = 0;
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    log(`The page ended: ${reason}`);
    const now = Date.now();
    if (now - lastCrash > 10_000 && reason !== 'clean-exit') void window.loadURL(`${PAGE_ORIGIN}/`);
    lastCrash = now;
  });
}

/** Brings the window to the front, as when a second start hands over its file. */
export function bringForward(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}
