import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { command, openPage, rowsOf, type PageOverApp } from '../support/page-over-app.ts';

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

const said = () => over.page.getByRole('status').textContent();
const detail = () => over.page.getByRole('complementary', { name: 'Selected scenario' });
const names = async () => {
  const { rows } = await over.ask('library.list', { search: '', bin: false });
  return rows.map((row) => row.name).sort();
};

test('a blank system is made with its organisations and opens on its board; what is missing is said at the field', async () => {
  const { page } = over;
  await command(page, 'blank system');
  const dialog = page.getByRole('dialog', { name: 'New blank system' });
  await dialog.getByRole('button', { name: 'Make the scenario' }).click();
  expect(await dialog.textContent()).toContain('Give the scenario a name.');
  await dialog.getByRole('textbox', { name: 'Name such as' }).fill('Central case');
  await dialog.getByRole('textbox', { name: 'Footprint' }).fill('Fenmarsh');
  await dialog.getByLabel('Base year').selectOption('2018/19');
  await dialog.getByRole('textbox', { name: 'Name of organisation 2' }).fill('Fenmarsh Hospitals');
  await dialog.getByRole('button', { name: 'Take out Mental health trust' }).click();
  await dialog.getByRole('button', { name: 'Add an organisation' }).click();
  await dialog.getByRole('textbox', { name: 'Name of organisation 5' }).fill('Fenmarsh Ambulance');
  await dialog.getByLabel('Type of organisation 5').selectOption('AMBULANCE');
  await dialog.getByRole('button', { name: 'Make the scenario' }).click();
  await page.locator('.doc', { hasText: 'Central case' }).waitFor();
  const { rows } = await over.ask('library.list', { search: 'Central case', bin: false });
  const { scenario } = await over.ask('scenario.open', { id: rows[0]?.id ?? '' });
  expect(scenario.baseYear).toBe('2018/19');
  expect(scenario.organisations.map(({ name, type }) => `${name} ${type}`)).toEqual([
    'Commissioner CCG',
    'Fenmarsh Hospitals ACUTE',
    'Community trust COMMUNITY',
    'Council COUNCIL',
    'Fenmarsh Ambulance AMBULANCE',
  ]);
});

test('the library shows it in its group, selected, with words and four figures beside it', async () => {
  const { page } = over;
  await page.keyboard.press('Control+l');
  await rowsOf(page, 'Central case').waitFor();
  expect(await page.locator('.grid-row.on').textContent()).toContain('Central case');
  expect(await detail().getByRole('row').allTextContents()).toHaveLength(4);
  expect(await page.locator('.grid-row.group').allTextContents()).toEqual([
    expect.stringMatching(/^Mine1/),
    expect.stringMatching(/^Published plans3/),
    expect.stringMatching(/^Worked examples2/),
    expect.stringMatching(/^Sample1/),
  ]);
});

test('duplicate, rename, bin, undo, bin, restore and delete for ever, by keys and buttons', async () => {
  const { page } = over;
  await detail().getByRole('button', { name: 'Duplicate' }).click();
  await rowsOf(page, 'Copy of Central case').waitFor();
  await page.locator('#library-grid').focus();
  await page.keyboard.press('F2');
  await page.getByRole('dialog', { name: 'Rename the scenario' }).waitFor();
  await page.keyboard.type('Trial 3');
  await page.keyboard.press('Enter');
  await expect.poll(said).toBe('“Copy of Central case” is now “Trial 3”');
  expect(await names()).toContain('Trial 3');
  await page.keyboard.press('Delete');
  await rowsOf(page, 'Trial 3').waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Undo: bin “Trial 3”' }).click();
  await rowsOf(page, 'Trial 3').waitFor();
  await detail().getByRole('button', { name: 'Move to bin' }).click();
  await rowsOf(page, 'Trial 3').waitFor({ state: 'detached' });
  await page.getByRole('button', { name: /^Bin/ }).click();
  await rowsOf(page, 'Trial 3').waitFor();
  await detail().getByRole('button', { name: 'Restore' }).click();
  await page.getByText('The bin is empty').waitFor();
  expect(await names()).toContain('Trial 3');
});

test('deleting for ever asks by name, and leaving it is the first answer', async () => {
  const { page } = over;
  await page.getByRole('button', { name: /^All scenarios/ }).click();
  await rowsOf(page, 'Trial 3').click();
  await page.keyboard.press('Delete');
  await expect.poll(said).toBe('“Trial 3” is in the bin');
  await page.getByRole('button', { name: /^Bin/ }).click();
  await rowsOf(page, 'Trial 3').waitFor();
  const question = page.getByRole('dialog', { name: 'Delete “Trial 3” for ever?' });
  await detail().getByRole('button', { name: 'Delete for ever…' }).click();
  await question.waitFor();
  await page.keyboard.press('Enter');
  await question.waitFor({ state: 'detached' });
  expect((await over.ask('library.list', { search: '', bin: true })).rows.map((row) => row.name)).toEqual(['Trial 3']);
  await detail().getByRole('button', { name: 'Delete for ever…' }).click();
  await question.getByRole('button', { name: 'Delete for ever' }).click();
  await page.getByText('The bin is empty').waitFor();
  expect((await over.ask('library.list', { search: '', bin: true })).rows).toEqual([]);
});

test('what is open and is binned is closed; what is open and is renamed goes on under its new name', async () => {
  const { page } = over;
  await page.getByRole('button', { name: /^All scenarios/ }).click();
  await rowsOf(page, 'Central case').dblclick();
  await page.locator('.doc', { hasText: 'Central case' }).waitFor();
  await page.keyboard.press('Control+l');
  await page.locator('.grid-row.on', { hasText: 'Central case' }).waitFor();
  await page.keyboard.press('F2');
  await page.keyboard.type('Central case, second');
  await page.keyboard.press('Enter');
  await rowsOf(page, 'Central case, second').waitFor();
  await page.getByRole('button', { name: 'Board' }).click();
  await page.locator('.doc', { hasText: 'Central case, second' }).waitFor();
  expect(await page.getByRole('button', { name: /^Undo: / }).count()).toBe(1);
  await page.keyboard.press('Control+l');
  await page.locator('.grid-row.on', { hasText: 'Central case, second' }).waitFor();
  await page.keyboard.press('Delete');
  await expect.poll(said).toBe('“Central case, second” is in the bin');
  expect(await page.getByRole('button', { name: 'Board' }).count()).toBe(0);
});

test('a plan that comes with Footing opens as a copy of its own, and then stands in its place', async () => {
  const { page } = over;
  await rowsOf(page, 'Norfolk & Waveney').dblclick();
  await page.locator('.doc', { hasText: 'Norfolk & Waveney' }).waitFor();
  expect(await page.locator('.tb').textContent()).toContain('As published');
  await page.keyboard.press('Control+l');
  await page.locator('.grid-row.on', { hasText: 'Norfolk & Waveney' }).waitFor();
  expect(await rowsOf(page, 'Norfolk & Waveney').count()).toBe(1);
  expect(await page.locator('.grid-row.on').textContent()).not.toContain('supplied');
});

test('the unit follows the switch, in the list and beside it', async () => {
  const { page } = over;
  const shown = async () => (await page.locator('.grid-row.on .adv').textContent()) ?? '';
  expect(await shown()).toMatch(/^\(\d+\.\d\)$/);
  await page.getByRole('button', { name: '£000', exact: true }).click();
  await expect.poll(shown).toMatch(/^\(\d+,000\)$/);
  expect(await page.getByRole('columnheader', { name: 'Reported' }).textContent()).toContain('£000');
  await page.getByRole('button', { name: '£m', exact: true }).click();
  await expect.poll(shown).toMatch(/^\(\d+\.\d\)$/);
});
