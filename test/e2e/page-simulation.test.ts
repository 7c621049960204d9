import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { command, openPage, type PageOverApp } from '../support/page-over-app.ts';

let browser: Browser;
let over: PageOverApp;

beforeAll(async () => {
  browser = await launchBrowser();
  over = await openPage(browser);
});
afterAll(async () => {
  expect(over.faults).toEqual([]);
  await over.close();
  await browser.close();
});

test('the worker of the simulation runs in the built page, under its security policy, and its chance is said', async () => {
  const { page } = over;
  await page.locator('.verdict').waitFor();
  await command(page, 'work out the chance of balance');
  await expect
    .poll(() => page.locator('footer').textContent(), { timeout: 60_000 })
    .toMatch(/Chance of a reported balance in 2020\/21: (< |> )?\d+\.\d%\./);
});
