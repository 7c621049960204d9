import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import type { Scenario } from '../../shared/scenario/schema.ts';
import { launchBrowser } from '../support/browser.ts';
import { command, openPage, rowsOf } from '../support/page-over-app.ts';
import { footprintOf, LARGE } from './footprint.ts';
import { say, timingOf, type Timing } from './timing.ts';

const root = resolve(import.meta.dirname, '../..');
const ENTRIES = 30;
const FRAMES = 240;
/** Pixels of one turn of a wheel. */
const TURN = 100;
/** A frame that took longer than one and a half of the usual ones was dropped. */
const DROPPED = 1.5;

/** Opens the table of savings schemes of the scenario that is open. */
async function openSavings(page: Page): Promise<void> {
  await command(page, 'Scenario: Savings, schemes');
  await page.getByRole('grid', { name: 'Savings schemes' }).waitFor();
}

async function openScenario(browser: Browser, scenario: Scenario | null): Promise<{ page: Page; close: () => Promise<void> }> {
  const over = await openPage(browser);
  if (scenario !== null) {
    await over.ask('library.create', { scenario });
    await over.page.keyboard.press('Control+l');
    await rowsOf(over.page, scenario.name).first().dblclick();
    await over.page.locator('.verdict').waitFor();
  }
  return over;
}

/** The first figure that is entered as a full year's saving. */
const FIRST_FIGURE = '[role="gridcell"][aria-label*=", Full year, £m, "]:not([aria-readonly]):not([aria-label*="blank"])';

/** From Enter on a figure to the table that the new results made, painted: the key goes down, the cell has its new words, the frame after that is drawn. */
async function entries(page: Page): Promise<Timing> {
  await openSavings(page);
  const id = (await page.locator(FIRST_FIGURE).first().getAttribute('id')) ?? '';
  const times: number[] = [];
  for (let run = 0; run < ENTRIES + 5; run += 1) {
    await page.locator(`[id="${id}"]`).click();
    const typed = run % 2 === 0 ? '31.2' : '37.9';
    await page.keyboard.type(typed);
    // The clock stands ready before the key goes down.
    const clock = await page.evaluateHandle(
      ({ cell, words }) => ({
        stopped: new Promise<number>((resolve) => {
          const isThere = () => document.getElementById(cell)?.getAttribute('aria-label')?.includes(words) === true;
          const begin = (): void => {
            const start = performance.now();
            const look = (): void => {
              requestAnimationFrame(() => {
                if (isThere()) resolve(performance.now() - start);
                else look();
              });
            };
            look();
          };
          window.addEventListener('keydown', begin, { capture: true, once: true });
        }),
      }),
      { cell: id, words: `£m, ${typed}` },
    );
    await page.keyboard.press('Enter');
    const question = page.locator('.sg-options button');
    if ((await question.count()) > 0) await question.last().click();
    const time = await clock.evaluate(({ stopped }) => stopped);
    if (run >= 5) times.push(time);
  }
  return timingOf(times);
}

/** The share of frames dropped while a table of 2,000 rows is scrolled by the wheel, and an arrow key to its frame. */
async function scrolling(page: Page): Promise<{ dropped: number; arrow: Timing; rows: number }> {
  await command(page, 'Scenario: Baseline');
  const grid = page.getByRole('grid', { name: 'External lines' });
  await grid.waitFor();
  const rows = Number(await grid.getAttribute('aria-rowcount'));
  const gaps = await grid.evaluate(
    async (element, { frames, turn }) => {
      const frame = () => new Promise<number>(requestAnimationFrame);
      const found: number[] = [];
      let last = await frame();
      for (let index = 0; index < frames; index += 1) {
        element.scrollTop += turn;
        const now = await frame();
        found.push(now - last);
        last = now;
      }
      return found;
    },
    { frames: FRAMES, turn: TURN },
  );
  const usual = timingOf(gaps).median;
  await grid.focus();
  const arrows = await grid.evaluate(async (element) => {
    const found: number[] = [];
    for (let index = 0; index < 100; index += 1) {
      const start = performance.now();
      element.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowDown', bubbles: true, cancelable: true }));
      await new Promise(requestAnimationFrame);
      found.push(performance.now() - start);
    }
    return found;
  });
  return { dropped: gaps.filter((gap) => gap > usual * DROPPED).length / gaps.length, arrow: timingOf(arrows), rows };
}

function print(what: string, { median, p95 }: Timing, budget: string): void {
  say(what.padEnd(46) + [median.toFixed(0), p95.toFixed(0)].map((cell) => cell.padStart(12)).join('') + `   ${budget}`);
}

/** The editor as a person types in it: the built page in a real browser over the built shell. Needs `npm run build`. */
export async function benchGrid(): Promise<void> {
  if (!existsSync(join(root, 'dist', 'loopback', 'loopback.js'))) {
    say('The app is not built, so the editor is not measured. Run npm run build first.');
    return;
  }
  const browser = await launchBrowser();
  say(`\n${'The editor'.padEnd(46)}${['median ms', 'p95 ms'].map((head) => head.padStart(12)).join('')}   budget`);
  const sample = await openScenario(browser, null);
  print('Enter to painted figures, the sample', await entries(sample.page), 'p95 under 50 ms');
  await sample.close();
  const large = await openScenario(browser, footprintOf(LARGE));
  print('Enter to painted figures, 30 organisations', await entries(large.page), 'p95 under 100 ms');
  await large.close();
  const long = await openScenario(browser, footprintOf({ ...LARGE, lines: 66 }));
  const { dropped, arrow, rows } = await scrolling(long.page);
  say(
    `${`Frames dropped, ${rows.toLocaleString('en-GB')} rows scrolled`.padEnd(46)}${`${(dropped * 100).toFixed(1)}%`.padStart(24)}   at most 5%`,
  );
  print('An arrow key to its frame there', arrow, '');
  await long.close();
  await browser.close();
}
