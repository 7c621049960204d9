import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { project } from '../../shared/engine/project.ts';
import { D } from '../../shared/money/decimal.ts';
import { toPence } from '../../shared/money/format.ts';
import { outcomesOf } from '../../shared/outcomes/positions.ts';
import { canonicalJson } from '../../shared/scenario/canonical.ts';
import type { Scenario } from '../../shared/scenario/schema.ts';
import golden from '../golden/worked-example-golden.json' with { type: 'json' };
import { launchBrowser } from '../support/browser.ts';
import { command, openPage, type PageOverApp } from '../support/page-over-app.ts';
import { exactReported, kept, openTable, setCell } from '../support/table-by-keys.ts';

let browser: Browser;
let over: PageOverApp;

beforeAll(async () => {
  browser = await launchBrowser();
  over = await openPage(browser, { permissions: ['clipboard-read', 'clipboard-write'] });
});
afterAll(async () => {
  expect(over.faults).toEqual([]);
  await over.close();
  await browser.close();
});

/** The reported position of the target year, as the outcome panel titles it. */
function titled(amount: string): string {
  return `£${amount}`;
}

function reportedOf(scenario: Scenario): string {
  const projection = project(scenario);
  return toPence(outcomesOf(projection).system.reported[projection.frame.target] ?? new D(0));
}

/** Changes the reported position has no room for: what stands in the panel is read until it is what it should be. */
async function reads(amount: string): Promise<void> {
  await expect.poll(() => exactReported(over.page), { timeout: 20_000 }).toBe(titled(amount));
}

test('a capital slip and a change of a shift move 2020/21 to the penny, and undo all the way back restores the bytes', async () => {
  const { page, ask } = over;
  const { id } = await ask('library.createFromShipped', { key: 'worked-example-b.footing' });
  const before = await ask('scenario.open', { id });
  await command(page, 'Worked example B');
  await page.locator('.doc', { hasText: 'Worked example B' }).waitFor();
  await openTable(page, { words: 'Capital, schemes', label: 'Capital schemes' });
  await reads(golden['B.final.SYSTEM.2020/21']);

  await setCell(page, { row: 'Community hub', column: 7, text: '12' });
  const [later] = golden['B.tornado.Hub slippage 12 / 0 months (base 6)'];
  const slipped = new D(golden['B.final.SYSTEM.2020/21']).plus(later ?? '').toFixed(2);
  await reads(slipped);
  expect((await ask('scenario.open', { id })).scenario.capital[0]?.slippageMonths?.value).toBe('12');
  // The status bar says what the edit did, and the undo button names it.
  await page.locator('.st', { hasText: 'Last edit +£0.3m' }).waitFor();
  await page.getByRole('button', { name: 'Undo: Slip of C1 by 6 months' }).waitFor();

  await openTable(page, { words: 'Shifts, main', label: 'Shifts' });
  await setCell(page, { row: 'Shift to community teams', column: 1, text: '1,750' });
  const changed = (await ask('scenario.open', { id })).scenario;
  expect(changed.shifts[0]?.activityPerYear.value).toBe('1750');
  await reads(reportedOf(changed));

  await page.keyboard.press('Control+z');
  await reads(slipped);
  await page.keyboard.press('Control+z');
  await reads(golden['B.final.SYSTEM.2020/21']);
  await kept(page);
  const after = await ask('scenario.open', { id });
  expect(canonicalJson(after.scenario)).toBe(canonicalJson(before.scenario));
  expect(after.steps.undo).toBeNull();
}, 120_000);
