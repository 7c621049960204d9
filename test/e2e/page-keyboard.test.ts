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

const focused = () =>
  over.page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent ?? '');
const part = () => over.page.evaluate(() => document.activeElement?.closest('[data-part]')?.tagName ?? '');

test('F6 walks the parts of the window and comes round, Shift+F6 the other way', async () => {
  const { page } = over;
  const walked: string[] = [];
  for (let step = 0; step < 4; step += 1) {
    await page.keyboard.press('F6');
    walked.push(await part());
  }
  expect([...walked].sort()).toEqual(['FOOTER', 'HEADER', 'MAIN', 'NAV']);
  await page.keyboard.press('Shift+F6');
  expect(await part()).toBe(walked[2]);
});

test('the palette finds by any words, does what is chosen, and gives the focus back on Esc', async () => {
  const { page } = over;
  await page.keyboard.press('Control+l');
  await page.locator('#library-grid').waitFor();
  await expect.poll(focused).toBe('Scenarios');
  await page.keyboard.press('Control+k');
  await expect.poll(focused).toBe('Find or do anything');
  await page.keyboard.type('night colour');
  await expect.poll(() => page.locator('.palette-item').allTextContents()).toEqual(['Dark theme']);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await expect.poll(focused).toBe('Scenarios');
  await command(page, 'dark');
  await expect.poll(() => page.evaluate(() => document.documentElement.dataset['theme'])).toBe('dark');
  await expect.poll(async () => (await over.ask('settings.read', null)).theme).toBe('DARK');
  await command(page, 'theme system');
  await expect.poll(() => page.evaluate(() => document.documentElement.dataset['theme'])).toBeUndefined();
});

test('the palette opens a scenario of the library, and says so where nothing is found', async () => {
  const { page } = over;
  await page.keyboard.press('Control+k');
  await page.keyboard.type('zzz');
  await page.getByText('Nothing is called “zzz”').waitFor();
  await page.keyboard.press('Escape');
  await page.keyboard.type('eastmere');
  await page.locator('.palette-item[data-focused]', { hasText: 'Sample system' }).waitFor();
  await page.keyboard.press('Enter');
  await page.locator('.verdict').waitFor();
  expect(await part()).toBe('MAIN');
});

test('the shortcut sheet prints every key of the list of commands, and Esc gives the focus back', async () => {
  const { page } = over;
  await page.keyboard.press('Control+l');
  await expect.poll(focused).toBe('Scenarios');
  await page.keyboard.press('?');
  const sheet = page.getByRole('dialog', { name: 'Shortcuts' });
  await sheet.waitFor();
  const printed = (await sheet.textContent()) ?? '';
  for (const keys of ['Ctrl L', 'Ctrl 1', 'Ctrl N', 'Ctrl Z', 'Ctrl Y', 'Ctrl K', 'Ctrl S', 'F2', 'F6']) expect(printed).toContain(keys);
  await page.keyboard.press('Escape');
  await sheet.waitFor({ state: 'detached' });
  await expect.poll(focused).toBe('Scenarios');
});

test('a letter in a field is a letter, and undo in a field is the field’s', async () => {
  const { page } = over;
  const binned = async () => (await over.ask('library.list', { search: '', bin: true })).rows.length;
  await page.keyboard.press('Delete');
  await page.getByRole('button', { name: /^Undo: bin/ }).waitFor();
  await page.keyboard.press('Control+f');
  await page.keyboard.type('why?');
  expect(await page.getByRole('searchbox').inputValue()).toBe('why?');
  expect(await page.getByRole('dialog').count()).toBe(0);
  await page.keyboard.press('Control+z');
  expect(await page.getByRole('searchbox').inputValue()).not.toBe('why?');
  expect(await binned()).toBe(1);
  await page.keyboard.press('Escape');
  expect(await page.getByRole('searchbox').inputValue()).toBe('');
  await page.locator('#library-grid').focus();
  await page.keyboard.press('Control+z');
  await expect.poll(binned).toBe(0);
});

test('no key reaches through a dialog to what lies under it', async () => {
  const { page } = over;
  await page.locator('#library-grid').focus();
  await command(page, 'about footing');
  const about = page.getByRole('dialog', { name: 'About Footing' });
  await about.waitFor();
  await page.keyboard.press('Delete');
  await page.keyboard.press('Control+n');
  await page.keyboard.press('Control+1');
  expect(await page.getByRole('dialog').count()).toBe(1);
  expect((await over.ask('library.list', { search: '', bin: true })).rows).toEqual([]);
  await expect.poll(() => about.textContent()).toMatch(/Version .*engine .*Built with.*react/s);
  await page.keyboard.press('Escape');
});

test('the new menu is worked by arrows, and blank system takes Enter', async () => {
  const { page } = over;
  await page.getByRole('button', { name: 'New scenario' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('menu').waitFor();
  await page.getByRole('menuitem', { name: 'Blank system…' }).waitFor();
  await page.keyboard.press('Enter');
  await page.getByRole('dialog', { name: 'New blank system' }).waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
});
