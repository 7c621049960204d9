import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Browser } from 'playwright-core';
import { launchBrowser } from '../support/browser.ts';
import { startLoopbackApp } from '../support/loopback-app.ts';
import { openPage, type PageOverApp } from '../support/page-over-app.ts';
import { seedLibrary } from '../support/seed-library.ts';
import { say, timeEach, type Timing } from './timing.ts';

const root = resolve(import.meta.dirname, '../..');
const IN_LIBRARY = 5000;

/** One measured thing beside the budget of product.md §9, which is for a 4-core office laptop. */
function print(what: string, { median, p95 }: Timing, budget: string, yardstick: number): void {
  const cells = [median.toFixed(0), p95.toFixed(0), (median / yardstick).toFixed(1)].map((cell) => cell.padStart(12));
  say(what.padEnd(46) + cells.join('') + `   ${budget}`);
}

/** From starting the shell's process to the verdict on screen, each on a fresh data folder: the first run with the sample. */
function coldStart(browser: Browser): Promise<Timing> {
  return timeEach(async () => {
    const page = await openPage(browser);
    await page.page.locator('.verdict').waitFor();
    await page.close();
  }, 5);
}

/** From handing a scenario file over to its board on screen. */
async function openFile({ page }: PageOverApp): Promise<Timing> {
  const text = readFileSync(join(root, 'scenarios', 'worked-example-b.footing'), 'utf8');
  return timeEach(async (run) => {
    await page.evaluate(
      ({ text: content, name }) => {
        const data = new DataTransfer();
        data.items.add(new File([content], name));
        window.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
      },
      { text, name: `run-${String(run)}.footing` },
    );
    await page
      .getByText(`run-${String(run)}.footing`)
      .first()
      .waitFor();
  }, 10);
}

/** From committing an edit to the shell's answer: applied, logged, projected and stored in one transaction. */
async function commitEdit({ ask }: PageOverApp): Promise<Timing> {
  const { id } = await ask('library.createFromShipped', { key: 'sample.footing' });
  const opened = await ask('scenario.open', { id });
  let { revision } = opened;
  return timeEach(async (run) => {
    const edit = { kind: 'setInput', path: 'savings.S1.delivery', input: run % 2 === 0 ? '0.8' : '0.9' } as const;
    ({ revision } = await ask('scenario.edit', { id, revision, edit, reason: null }));
  }, 40);
}

/** From asking for the library to its rows on screen, with 5,000 scenarios in the database. */
async function largeLibrary(browser: Browser): Promise<{ start: Timing; list: Timing }> {
  const folder = mkdtempSync(join(tmpdir(), 'footing-bench-'));
  await seedLibrary(folder, IN_LIBRARY);
  const app = await startLoopbackApp({ dataFolder: folder });
  const start = await timeEach(async () => {
    const page = await openPage(browser, { app });
    await page.page.locator('#library-grid').waitFor();
    await page.page.context().close();
  }, 5);
  const page = await openPage(browser, { app });
  const list = await timeEach(() => page.ask('library.list', { search: 'Lodewater', bin: false }), 10);
  await page.page.context().close();
  await app.stop();
  rmSync(folder, { recursive: true, force: true });
  return { start, list };
}

/** The app as a person meets it: the built page in a real browser over the built shell and a real database. Needs `npm run build`. */
export async function benchApp(yardstick: number): Promise<void> {
  if (!existsSync(join(root, 'dist', 'loopback', 'loopback.js'))) {
    say('The app is not built, so it is not measured. Run npm run build first.');
    return;
  }
  const browser = await launchBrowser();
  say(
    `\n${'The app'.padEnd(46)}${['median ms', 'p95 ms', '× yardstick'].map((head) => head.padStart(12)).join('')}   budget of product.md §9`,
  );
  print('Cold start to figures on screen', await coldStart(browser), 'under 2,500 ms', yardstick);
  const page = await openPage(browser);
  print('A scenario file to its board', await openFile(page), 'under 500 ms', yardstick);
  print('One edit committed (sample)', await commitEdit(page), 'p95 under 50 ms with figures and charts', yardstick);
  await page.close();
  const { start, list } = await largeLibrary(browser);
  print(`Page opened on a library of ${IN_LIBRARY.toLocaleString('en-GB')}`, start, 'under 500 ms', yardstick);
  print('Search in it', list, '', yardstick);
  await browser.close();
}
