import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { openPage, type PageOverApp } from '../support/page-over-app.ts';

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

const strip = () => over.page.getByRole('region', { name: 'Start here' });
const reported = () => over.page.locator('.st .explains b').textContent();
const said = () => over.page.getByRole('status').textContent();

test('an empty data folder opens on the board of the sample, which balances to £0.0m', async () => {
  await strip().waitFor();
  expect(await over.page.locator('.doc').textContent()).toContain('Sample');
  expect(await reported()).toBe('£0.0m');
  expect(await strip().textContent()).toContain('This plan balances. Should you believe it?');
});

test('the first thing to try opens the £0.0m to its sum, where a line is unidentified', async () => {
  await strip()
    .getByRole('button', { name: /Look behind/ })
    .click();
  await expect.poll(said).toContain('have no plan');
  const panel = over.page.getByRole('complementary', { name: 'Explain' });
  expect(await panel.textContent()).toContain('Unidentified savings');
  await over.page.keyboard.press('Escape');
  await panel.waitFor({ state: 'detached' });
  expect(await over.page.evaluate(() => document.activeElement?.textContent)).toContain('Look behind');
});

test('the bodies’ own record shows what the plan is worth, as one named step that undo takes back', async () => {
  await strip()
    .getByRole('button', { name: /own record/ })
    .click();
  await expect.poll(reported).toMatch(/^\(£\d+\.\dm\)$/);
  await over.page.getByRole('button', { name: 'Undo: Delivery at their own record' }).click();
  await expect.poll(reported).toBe('£0.0m');
  await expect.poll(said).toBe('Undone: Delivery at their own record.');
});

test('capital a year late changes the position, and redo makes it again after undo', async () => {
  await strip()
    .getByRole('button', { name: /Slip the capital/ })
    .click();
  await expect.poll(reported).not.toBe('£0.0m');
  const late = await reported();
  await over.page.keyboard.press('Control+z');
  await expect.poll(reported).toBe('£0.0m');
  await over.page.keyboard.press('Control+Shift+z');
  await expect.poll(reported).toBe(late);
  await over.page.keyboard.press('Control+z');
  await expect.poll(reported).toBe('£0.0m');
});

test('what was hidden stays hidden when the page is read again', async () => {
  await strip().getByRole('button', { name: 'Keep exploring' }).click();
  await strip().waitFor({ state: 'detached' });
  await over.page.reload();
  await over.page.locator('.verdict').waitFor();
  expect(await strip().count()).toBe(0);
});
