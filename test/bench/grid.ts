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

/** From Enter on a figure to the outcome and every figure in view painted anew: the key goes down, the outcome reads otherwise, the frame after it is drawn. */
async function entries(page: Page): Promise<Timing> {
  await openSavings(page);
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('ArrowDown');
  const times: number[] = [];
  for (let run = 0; run < ENTRIES + 5; run += 1) {
    await page.locator('[role="grid"]').first().focus();
    await page
      .getByRole('gridcell', { name: /, Full year, £m, .*\d/ })
      .first()
      .click();
    await page.keyboard.type(run % 2 === 0 ? '31.2' : '37.9');
    const waits = page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          const outcome = () => document.querySelector('.outcome-figure.big')?.textContent;
          const before = outcome();
          window.addEventListener(
            'keydown',
            () => {
              const start = performance.now();
              const look = (): void => {
                if (outcome() === before) requestAnimationFrame(look);
                else
                  requestAnimationFrame(() => {
                    resolve(performance.now() - start);
                  });
              };
              requestAnimationFrame(look);
            },
            { capture: true, once: true },
          );
        }),
    );
    await page.keyboard.press('Enter');
    // The first entry may ask whether so large a change is meant.
    if ((await page.locator('.sg-options button').count()) > 0) await page.locator('.sg-options button').last().click();
    const time = await waits;
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
