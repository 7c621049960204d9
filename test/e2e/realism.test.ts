import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { openPage, partsTooWide, seriousFaults, type PageOverApp } from '../support/page-over-app.ts';

let browser: Browser;
let over: PageOverApp;

beforeAll(async () => {
  browser = await launchBrowser();
  over = await openPage(browser);
  await over.page.keyboard.press('Control+3');
  await over.page.getByRole('heading', { name: /^Balance needs/ }).waitFor();
});
afterAll(async () => {
  expect(over.faults).toEqual([]);
  await over.close();
  await browser.close();
});

const head = () => over.page.locator('.rlm header').textContent();
const said = () => over.page.locator('.st [role="status"]').textContent();
const dialog = () => over.page.getByRole('dialog', { name: 'Own record of past savings' });
const cell = (name: RegExp) => dialog().getByRole('textbox', { name }).first();

test('the words first: what delivery balances, and the way to the own record', async () => {
  expect(await head()).toMatch(/Balance needs \d+\.\d% of savings delivered; the plan assumes \d+\.\d%/);
  expect(await head()).toContain('enter three past years');
  expect(await seriousFaults(over.page)).toEqual([]);
  expect(await partsTooWide(over.page)).toEqual([]);
});

test('a figure of the own record that cannot be kept is marked, and nothing is kept', async () => {
  await over.page.getByRole('button', { name: 'enter three past years' }).click();
  await cell(/2016\/17, planned/).fill('10');
  await cell(/2016\/17, achieved/).fill('4%');
  await dialog().getByRole('button', { name: 'Keep the record' }).click();
  await dialog().getByRole('alert').waitFor();
  expect(await cell(/2016\/17, achieved/).getAttribute('aria-invalid')).toBe('true');
  expect(await cell(/2016\/17, achieved/).evaluate((field) => field === document.activeElement)).toBe(true);
  expect(await seriousFaults(over.page)).toEqual([]);
});

test('kept as one step, it becomes the comparison, and undo takes it back', async () => {
  await cell(/2016\/17, achieved/).fill('8');
  await dialog()
    .getByRole('textbox', { name: /Where these figures come from/ })
    .fill('Annual accounts');
  await over.page.keyboard.press('Enter');
  await dialog().waitFor({ state: 'detached' });
  await expect.poll(head).toContain('Own record: 80.0% of what was planned, one organisation, 2016/17.');
  await over.page.keyboard.press('Control+z');
  await expect.poll(head).toContain('enter three past years');
  await over.page.keyboard.press('Control+y');
  await expect.poll(head).toContain('80.0%');
});

test('the record becomes the range of delivery on request, which the log says', async () => {
  await over.page.getByRole('button', { name: 'Use it as the range of delivery' }).click();
  await expect.poll(said).toContain('Own record as range of delivery');
});
