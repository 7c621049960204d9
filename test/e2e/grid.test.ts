import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { command, openPage, seriousFaults, type PageOverApp } from '../support/page-over-app.ts';

let browser: Browser;
let over: PageOverApp;
let page: Page;

const FULL_YEAR = 'Prescribing: best value and waste, Full year, £m';

beforeAll(async () => {
  browser = await launchBrowser();
  over = await openPage(browser);
  page = over.page;
  await command(page, 'Scenario: Savings, schemes');
  await page.getByRole('grid', { name: 'Savings schemes' }).waitFor();
});
afterAll(async () => {
  expect(over.faults).toEqual([]);
  await over.close();
  await browser.close();
});

/** The words of the cell where the first grid stands, as a screen reader has them. */
const here = () =>
  page.evaluate(() => {
    const grid = document.querySelector('[role="grid"]');
    return document.getElementById(grid?.getAttribute('aria-activedescendant') ?? '')?.getAttribute('aria-label') ?? '';
  });
const focused = () => page.evaluate(() => document.activeElement?.getAttribute('role') ?? document.activeElement?.tagName ?? '');
const wordsOf = (start: string) => page.locator(`[role="gridcell"][aria-label^="${start}"]`).first().getAttribute('aria-label');
const echo = () => page.locator('.sg-cell.ed .sg-echo').textContent();

async function press(...keys: string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}

/** Copies text as another program does and pastes it where the focus is. */
async function paste(text: string): Promise<void> {
  await page.evaluate((copied) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', copied);
    document.activeElement?.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, text);
}

async function copied(): Promise<string> {
  return page.evaluate(() => {
    const clipboardData = new DataTransfer();
    document.activeElement?.dispatchEvent(new ClipboardEvent('copy', { clipboardData, bubbles: true, cancelable: true }));
    return clipboardData.getData('text/plain');
  });
}

/** Waits as long as a machine that is busy with other things may take. */
const settles = (read: () => unknown) => expect.poll(read, { timeout: 30_000 });

/** Undoes until the scenario is what it was, so that each case begins at the same place: the full year of the first scheme. */
beforeEach(async () => {
  while ((await page.getByRole('button', { name: /^Undo:/ }).count()) > 0) {
    const label = await page.getByRole('button', { name: /^Undo/ }).textContent();
    await page.getByRole('grid').first().focus();
    await press('Control+z');
    await settles(() => page.getByRole('button', { name: /^Undo/ }).textContent()).not.toBe(label);
  }
  await page.getByRole('grid').first().focus();
  await press('Control+Home', 'ArrowDown', 'ArrowRight', 'ArrowRight');
  await settles(here).toContain(FULL_YEAR);
});

test('a figure is typed, read back while it is typed, kept with Enter, and one step of undo', async () => {
  const before = (await here()).replace(', changed just now', '');
  await page.keyboard.type('9.8');
  await settles(echo).toMatch(/^reads as £9,800,000was £8,9\d\d,\d{3}/);
  await settles(echo).toContain('would move');
  await press('Enter');
  await settles(here).toContain('Planned care demand: contract reduction, Full year, £m');
  await settles(() => wordsOf(FULL_YEAR)).toContain('9.8, changed just now');
  await settles(focused).toBe('grid');
  await press('Control+z');
  await settles(() => wordsOf(FULL_YEAR)).toContain(before);
});

test('Escape leaves the cell as it was, F2 opens what stands there, arrows keep what overwrites', async () => {
  const before = await here();
  await page.keyboard.type('1');
  await press('Escape');
  expect(await here()).toBe(before);
  await press('F2');
  await settles(() => page.locator('.sg-field').inputValue()).toMatch(/^8\.9/);
  await press('Escape');
  await page.keyboard.type('9');
  await press('ArrowUp');
  await settles(() => wordsOf(FULL_YEAR)).toContain(', 9.0');
  await settles(here).toContain('Eastmere CCG');
});

test('what can be read two ways, and a tenfold jump, ask before anything is kept', async () => {
  await page.keyboard.type('1.234');
  await settles(echo).toContain('"1.234" can be read two ways');
  await press('Enter');
  await settles(echo).toContain('Press 1 or 2');
  expect(await seriousFaults(page)).toEqual([]);
  await press('1');
  await settles(() => wordsOf(FULL_YEAR)).toContain(', 1.2');
  await press('ArrowUp');
  await page.keyboard.type('1300');
  await press('Enter');
  await settles(echo).toContain('That is 1,050 times the old value');
  await press('Escape', 'Escape');
  await settles(() => wordsOf(FULL_YEAR)).toContain(', 1.2');
});

test('what cannot be read stays as it was typed, over a change of table, until it is put right or left', async () => {
  const before = (await here()).replace(', changed just now', '');
  await page.keyboard.type('4%');
  await press('Tab');
  await settles(() => wordsOf(FULL_YEAR)).toContain('4%, kept as typed, not used: Read as 4%. Allowed: an amount in £');
  await settles(focused).toBe('grid');
  await command(page, 'Scenario: Savings, costs');
  await command(page, 'Scenario: Savings, schemes');
  await settles(() => wordsOf(FULL_YEAR)).toContain('4%, kept as typed');
  await page.getByRole('grid').first().focus();
  await press('ArrowLeft');
  await settles(here).toContain('4%');
  expect(await seriousFaults(page)).toEqual([]);
  await press('Escape');
  await settles(here).toBe(before);
});

test('a table of a spreadsheet is shown in a strip before it lands, kept as one step, or left', async () => {
  await paste('9.1\r\ntbc\r\n');
  const strip = page.getByRole('region', { name: 'Paste, before it lands' });
  await strip.waitFor();
  await settles(() => strip.textContent()).toContain('1 cell changed, 1 refused');
  await strip.getByRole('button', { name: 'Show 1' }).click();
  await settles(() => strip.textContent()).toContain('Planned care demand: contract reduction, Full year: "tbc". Read as "tbc"');
  expect(await seriousFaults(page)).toEqual([]);
  await press('Escape');
  await strip.waitFor({ state: 'detached' });
  await settles(focused).toBe('grid');
  expect(await wordsOf(FULL_YEAR)).not.toContain('9.1');
  await paste('9.1\r\n7.5\r\n');
  await strip.waitFor();
  await press('Enter');
  await settles(() => wordsOf(FULL_YEAR)).toContain(', 9.1');
  await settles(() => wordsOf('Planned care demand: contract reduction, Full year, £m')).toContain(', 7.5');
  await settles(() => page.getByRole('button', { name: /^Undo/ }).textContent()).toContain('Paste 2 cells');
});

test('cells are copied as a spreadsheet takes them, filled down, and cleared', async () => {
  await press('Shift+ArrowDown', 'Shift+ArrowRight');
  const rows = (await copied()).split('\r\n').map((row) => row.split('\t'));
  expect(rows).toHaveLength(2);
  expect(rows.map((row) => row.length)).toEqual([2, 2]);
  expect(rows[0]?.[0]).toMatch(/^8\.9\d*$/);
  await press('ArrowDown', 'ArrowUp', 'Shift+ArrowDown', 'Control+d');
  const filled = (await wordsOf(FULL_YEAR))?.split(', ')[3] ?? '';
  await settles(() => wordsOf('Planned care demand: contract reduction, Full year, £m')).toContain(`£m, ${filled}`);
});

test('a choice is found in its list by its first letters, and left with Escape', async () => {
  await press('ArrowLeft', 'Enter');
  const list = page.getByRole('listbox');
  await list.waitFor();
  expect(await seriousFaults(page)).toEqual([]);
  await press('Escape');
  await list.waitFor({ state: 'detached' });
  await settles(focused).toBe('grid');
  await press('Alt+ArrowDown');
  await list.waitFor();
  const all = await list.getByRole('option').count();
  await page.keyboard.type('contract r');
  await settles(() => list.getByRole('option').count()).toBeLessThan(all);
  await press('Enter');
  await settles(here).toContain('How it saves, Contract reduction');
});

test('source, range and note stand beside the cell and are kept as one step', async () => {
  await press('Shift+F2');
  const note = page.getByRole('dialog', { name: /source, range and note$/ });
  await note.waitFor();
  await note.getByLabel('Source').fill('Operating plan');
  await note.getByLabel('Low, £m').fill('4');
  await note.getByLabel('High, £m').fill('3');
  await press('Enter');
  await settles(() => note.getByRole('alert').textContent()).toContain('The high value must be at least the likely one.');
  expect(await seriousFaults(page)).toEqual([]);
  await note.getByLabel('High, £m').fill('11');
  await press('Enter');
  await note.waitFor({ state: 'detached' });
  await settles(() => wordsOf(FULL_YEAR)).toContain('ranged');
  await settles(focused).toBe('grid');
});

test('find goes from match to match, go to leads to a row, and Escape gives the grid the focus back', async () => {
  await press('Control+f');
  await page.getByRole('textbox', { name: 'Find in the grid' }).waitFor();
  await page.keyboard.type('agency');
  await settles(() => page.locator('.sg-find').textContent()).toMatch(/found/);
  await press('Enter');
  await settles(here).toMatch(/^Agency/);
  await press('Escape');
  await settles(focused).toBe('grid');
  await press('Control+g');
  await page.keyboard.type('2');
  await press('Enter');
  await settles(here).toContain('Prescribing: best value and waste');
  await settles(focused).toBe('grid');
});

test('headings fold and unfold by the keyboard, and the grid keeps where it stood', async () => {
  await press('Home', 'ArrowUp');
  await settles(here).toContain('Eastmere CCG');
  const rows = () => page.getByRole('grid').first().getAttribute('aria-rowcount');
  const all = Number(await rows());
  await press('ArrowLeft');
  await settles(async () => Number(await rows())).toBeLessThan(all);
  expect(await here()).toContain('Eastmere CCG');
  await press('ArrowRight');
  await settles(async () => Number(await rows())).toBe(all);
});

test('a computed figure is not typed over; Enter explains it and Escape comes back to it', async () => {
  await press('End');
  const cell = await here();
  expect(cell).toContain('computed');
  await page.keyboard.type('9');
  expect(await page.locator('.sg-field').count()).toBe(0);
  await press('Enter');
  await settles(focused).not.toBe('grid');
  await press('Escape');
  await settles(focused).toBe('grid');
  expect(await here()).toBe(cell);
});

test('the grid is one stop: after Escape, Tab leaves it and Shift+Tab comes back to the same cell', async () => {
  await press('Tab');
  const cell = await here();
  expect(cell).not.toContain('Full year');
  await press('Escape', 'Tab');
  await settles(() => page.evaluate(() => document.querySelector('[role="grid"]') === document.activeElement)).toBe(false);
  await press('Shift+Tab');
  await settles(() => page.evaluate(() => document.querySelector('[role="grid"]') === document.activeElement)).toBe(true);
  expect(await here()).toBe(cell);
});
