// Writes a picture of every view of the page, in two sizes and two themes, to reports/screenshots/.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Browser } from 'playwright-core';
import { buildStale } from '../../scripts/build/make.ts';
import { launchBrowser } from '../support/browser.ts';
import { startLoopbackApp, type LoopbackApp } from '../support/loopback-app.ts';
import { openPage } from '../support/page-over-app.ts';
import { openLibrary, VIEWS } from '../support/page-views.ts';

const root = resolve(import.meta.dirname, '../..');
const folder = join(root, 'reports', 'screenshots');
const SIZES = [
  { width: 1280, height: 800 },
  { width: 1920, height: 1080 },
] as const;
const THEMES = ['light', 'dark'] as const;
const LOOKS = THEMES.flatMap((colorScheme) => SIZES.map((viewport) => ({ colorScheme, viewport })));
type Look = (typeof LOOKS)[number];

function pathOf(name: string, { colorScheme, viewport }: Look): string {
  const plain = name.replace(/[^a-z0-9]+/gi, '-').toLowerCase();
  return join(folder, `${plain}-${colorScheme}-${String(viewport.width)}.png`);
}

/** A library with something in every group, as somebody has it who works with it. */
async function fill(browser: Browser, app: LoopbackApp): Promise<void> {
  const over = await openPage(browser, { app });
  for (const { key } of (await over.ask('library.shipped', null)).files)
    if (key !== 'sample.footing') await over.ask('library.createFromShipped', { key });
  const { rows } = await over.ask('library.list', { search: 'Worked example B', bin: false });
  for (const name of ['Central case', 'Pay pressure, hub on time', 'Everything delivered', 'Hub slips eighteen months']) {
    const { id } = await over.ask('library.duplicate', { id: rows[0]?.id ?? '' });
    await over.ask('library.rename', { id, name });
  }
  await over.close();
}

async function takeViews(browser: Browser, app: LoopbackApp, look: Look): Promise<void> {
  for (const { name, reach } of VIEWS) {
    const over = await openLibrary(browser, { app, ...look });
    await reach(over.page);
    await over.page.screenshot({ path: pathOf(name, look) });
    await over.close();
  }
}

/** What a person sees whose library was damaged. */
async function takeSetAside(browser: Browser): Promise<void> {
  const damaged = mkdtempSync(join(tmpdir(), 'footing-pictures-'));
  const before = await startLoopbackApp({ dataFolder: damaged });
  const first = await openPage(browser, { app: before });
  await first.ask('backups.make', null);
  await first.close();
  await before.stop();
  writeFileSync(join(damaged, 'footing.sqlite'), 'This is no database.'.repeat(400));
  const app = await startLoopbackApp({ dataFolder: damaged });
  for (const look of LOOKS) {
    const over = await openPage(browser, { app, ...look });
    await over.page.screenshot({ path: pathOf('library set aside', look) });
    await over.close();
  }
  await app.stop();
  rmSync(damaged, { recursive: true, force: true });
}

await buildStale(root);
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
const app = await startLoopbackApp();
const browser = await launchBrowser();
try {
  await fill(browser, app);
  for (const look of LOOKS) await takeViews(browser, app, look);
  await takeSetAside(browser);
  process.stdout.write(`Pictures of ${String(VIEWS.length + 1)} views are in ${folder}\n`);
} finally {
  await browser.close();
  await app.stop();
}
