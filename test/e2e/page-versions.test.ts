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

const titleBar = () => over.page.locator('.tb').textContent();
const dialog = () => over.page.getByRole('dialog', { name: 'Versions and sign-off' });

test('a scenario is signed with a name and a role, which seals a version', async () => {
  const { page } = over;
  await command(page, 'sign-off');
  await dialog().getByText('A draft: nobody has signed these figures.').waitFor();
  await dialog().getByLabel('Name', { exact: true }).fill('A. Finance');
  await dialog().getByLabel('Role').fill('Chief finance officer');
  await dialog().getByRole('button', { name: 'Sign as assured' }).click();
  await dialog().getByText('Assured by A. Finance, Chief finance officer').waitFor();
  await dialog().getByRole('button', { name: 'Read version 1' }).waitFor();
  await page.keyboard.press('Escape');
  expect(await titleBar()).toContain('Assured');
});

test('an edit makes it a draft again, says so, and undo makes it what it was, with who signed', async () => {
  const { page } = over;
  await page.getByRole('button', { name: /Slip the capital/ }).click();
  await expect.poll(() => page.getByRole('status').textContent()).toContain('It is a draft again; the version that was signed stays');
  await expect.poll(titleBar).toContain('Draft');
  await page.keyboard.press('Control+z');
  await expect.poll(titleBar).toContain('Assured');
  await command(page, 'sign-off');
  await dialog().getByText('Assured by A. Finance').waitFor();
});

test('a sealed version is read on the board, where nothing can be changed, and one button leads back', async () => {
  const { page } = over;
  await dialog().getByRole('button', { name: 'Read version 1' }).click();
  await expect.poll(titleBar).toContain('Version 1, read only');
  expect(await page.getByRole('button', { name: /^Undo/ }).count()).toBe(0);
  expect(await page.getByRole('dialog').count()).toBe(0);
  await page.getByRole('button', { name: 'Back to the scenario' }).click();
  await expect.poll(titleBar).not.toContain('read only');
  expect(await page.getByRole('dialog').count()).toBe(0);
});

test('the history says what was changed, and what was undone', async () => {
  const { page } = over;
  await command(page, 'history');
  const history = page.getByRole('dialog', { name: 'History of changes' });
  await history
    .getByText(/, undone/)
    .first()
    .waitFor();
  expect(await history.getByRole('row').count()).toBeGreaterThan(2);
  await page.keyboard.press('Escape');
});
