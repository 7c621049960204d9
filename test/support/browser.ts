import { existsSync } from 'node:fs';
import { join } from 'node:path';
import bundled from '@sparticuz/chromium';
import { chromium, type Browser } from 'playwright-core';

const { env, platform } = process;

/** Where Chrome, Edge and Chromium are installed. */
const INSTALLED: Readonly<Partial<Record<NodeJS.Platform, readonly string[]>>> = {
  linux: ['google-chrome', 'google-chrome-stable', 'chromium', 'chromium-browser', 'microsoft-edge'].flatMap((name) =>
    ['/usr/bin', '/usr/local/bin', '/snap/bin'].map((folder) => `${folder}/${name}`),
  ),
  darwin: ['Google Chrome', 'Microsoft Edge', 'Chromium'].map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`),
  win32: [env['PROGRAMFILES'], env['PROGRAMFILES(X86)'], env['LOCALAPPDATA']].flatMap((folder) =>
    folder === undefined
      ? []
      : [join(folder, 'Google/Chrome/Application/chrome.exe'), join(folder, 'Microsoft/Edge/Application/msedge.exe')],
  ),
};

/** The browser that tests drive: one that is installed, or, on Linux, the one that npm brought. */
export async function browserPath(): Promise<string> {
  const installed = (INSTALLED[platform] ?? []).find((path) => existsSync(path));
  if (installed !== undefined) return installed;
  if (platform === 'linux') return bundled.executablePath();
  throw new Error('End-to-end tests need a browser. Install Chrome or Edge in its usual place.');
}

/** What a browser would do of itself over the network has no place in a test; as root its sandbox cannot start. */
const FLAGS = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Starts the browser without a window. `flags` come on top of the usual ones. */
export async function launchBrowser(flags: readonly string[] = []): Promise<Browser> {
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return chromium.launch({ executablePath: await browserPath(), args: [...FLAGS, ...asRoot, ...flags] });
}
