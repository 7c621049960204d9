import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { canonicalJson } from '../../shared/scenario/canonical.ts';
import { launchBrowser } from '../support/browser.ts';
import { command, openPage, partsTooWide, seriousFaults, type PageOverApp } from '../support/page-over-app.ts';

let browser: Browser;
let over: PageOverApp;

beforeAll(async () => {
  browser = await launchBrowser();
  over = await openPage(browser);
  await over.page.keyboard.press('Control+l');
  await over.page.locator('#library-grid').waitFor();
});
afterAll(async () => {
  expect(over.faults).toEqual([]);
  await over.close();
  await browser.close();
});

/** What comes about sooner or later, however busy the machine is. */
const eventually = <T>(read: () => Promise<T>) => expect.poll(read, { timeout: 30_000 });

/** Goes on by Tab until the focus is on a control; fails where Tab does not lead there. */
async function tabTo(page: Page, control: Locator): Promise<void> {
  for (let step = 0; step < 80; step += 1) {
    if (await control.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab does not lead to ${String(control)}.`);
}

/** The scenario of the library by its name, as the shell holds it. */
async function stored(name: string) {
  const { rows } = await over.ask('library.list', { search: name, bin: false });
  return over.ask('scenario.open', { id: rows.find((row) => row.name === name)?.id ?? '' });
}

const row = (...cells: readonly string[]): string => cells.join('\t');
const BOOKS = [
  row('All figures in £000'),
  row('Organisation', 'Line', 'Inc/Exp', 'Category', 'Amount'),
  row('Vale CCG', 'Allocation', 'Income', 'Allocation', '210,000'),
  row('Vale CCG', 'Prescribing', 'Exp', '', '31,500.5'),
  row('Vale Hospitals', 'Contracts', 'Inc', 'External contract', '90,000'),
  row('Vale Hospitals', 'Staff costs', '', '', '84,000'),
  row('Northern Trust', 'Pay', 'Exp', 'Pay', '22,000'),
  row('Vale Council', 'Council tax', 'Income', 'Council tax', '£40,000'),
].join('\n');

test('a pasted table becomes a new system by keyboard alone: asked for what it does not say, previewed, made', async () => {
  const { page } = over;
  await command(page, 'pasted table');
  const dialog = page.getByRole('dialog', { name: 'New system from a table' });
  await dialog.waitFor();
  await eventually(() => page.evaluate(() => document.activeElement?.tagName)).toBe('INPUT');
  await page.keyboard.type('From our books');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Vale');
  await tabTo(page, dialog.getByRole('textbox', { name: 'Paste the cells here' }));
  await page.keyboard.insertText(BOOKS);
  const said = dialog.getByRole('status', { name: 'What the table would do' });
  await eventually(() => said.textContent()).toContain('Choose it in the list of organisations.');
  // The title states the unit, so it is not asked; the name of one organisation does not tell its type.
  expect(await dialog.getByLabel('In which unit are its amounts?').inputValue()).toBe('£000');
  expect(await seriousFaults(page)).toEqual([]);
  const type = dialog.getByLabel('Type of Northern Trust');
  await tabTo(page, type);
  await page.keyboard.type('Mental');
  await eventually(() => type.inputValue()).toBe('MENTAL_HEALTH');
  await eventually(() => said.textContent()).toBe('4 organisations; lines: 6 new.');
  expect(await seriousFaults(page)).toEqual([]);
  expect(await partsTooWide(page)).toEqual([]);
  await tabTo(page, dialog.getByRole('button', { name: 'Make the scenario' }));
  await page.keyboard.press('Enter');
  await page.locator('.doc', { hasText: 'From our books' }).waitFor();

  const { scenario } = await stored('From our books');
  expect(scenario.organisations.map(({ id, name }) => `${id} ${name}`)).toEqual([
    'CCG Vale CCG',
    'ACUTE Vale Hospitals',
    'MENTAL_HEALTH Northern Trust',
    'COUNCIL Vale Council',
  ]);
  expect(
    scenario.lines.map(({ organisation, kind, category, baseAmount }) => [organisation, kind, category, baseAmount.value].join(' ')),
  ).toEqual([
    'CCG INCOME ALLOCATION 210000000',
    'CCG EXPENDITURE PRESCRIBING 31500500',
    'ACUTE INCOME EXTERNAL_CONTRACT 90000000',
    'ACUTE EXPENDITURE PAY 84000000',
    'MENTAL_HEALTH EXPENDITURE PAY 22000000',
    'COUNCIL INCOME COUNCIL_TAX 40000000',
  ]);
  expect(scenario.series.length).toBeGreaterThan(10);
});

const CSV = [
  'Scheme,Organisation,Category,Mechanism,Gross FYE (£000),Start,Ramp,Delivery (%)',
  '"Theatres, again",Vale Hospitals,CIP,Cash,"1,500",Apr-18,12,85',
  'Medicines,Vale CCG,Prescribing,Cash,900,13/2018,0,90',
];
const asFile = (lines: readonly string[]) => ({
  name: 'schemes.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from(`\ufeff${lines.join('\r\n')}\r\n`, 'utf8'),
});

test('a file with one cell that cannot be read shows where; mended, it comes in, and undo takes it back in one step', async () => {
  const { page } = over;
  const before = canonicalJson((await stored('From our books')).scenario);
  await command(page, 'import savings');
  const dialog = page.getByRole('dialog', { name: 'Import savings schemes' });
  await dialog.waitFor();
  await dialog.getByLabel('File of the table').setInputFiles(asFile(CSV));
  const said = dialog.getByRole('status', { name: 'What the table would do' });
  await eventually(() => said.textContent()).toContain('1 row was not read.');
  const preview = dialog.getByRole('region', { name: 'What each row would do' });
  expect(await preview.textContent()).toContain('Row 3, column F (Start). Read as “13/2018”.');
  expect(await seriousFaults(page)).toEqual([]);
  // A press leads to what stands in the way, and nothing is kept.
  await dialog.getByRole('button', { name: 'Keep the savings schemes' }).press('Enter');
  expect(canonicalJson((await stored('From our books')).scenario)).toBe(before);

  await dialog.getByLabel('File of the table').setInputFiles(asFile(CSV.map((line) => line.replace('13/2018', '12/2018'))));
  await eventually(() => said.textContent()).toBe('2 new.');
  await tabTo(page, dialog.getByRole('button', { name: 'Keep the savings schemes' }));
  await page.keyboard.press('Enter');
  await dialog.waitFor({ state: 'detached' });
  const { scenario, steps } = await stored('From our books');
  expect(steps.undo).toBe('Import of 2 savings schemes: 2 new');
  expect(scenario.savings).toMatchObject([
    {
      id: 'S1',
      name: 'Theatres, again',
      organisation: 'ACUTE',
      category: 'PROVIDER_PRODUCTIVITY',
      delivery: { value: '0.85' },
      profile: { kind: 'LINEAR', grossFullYearEffect: { value: '1500000' }, startMonth: { value: '12' } },
    },
    { id: 'S2', name: 'Medicines', profile: { kind: 'STEP', startMonth: { value: '20' } } },
  ]);
  await page.keyboard.press('Control+z');
  await eventually(async () => canonicalJson((await stored('From our books')).scenario)).toBe(before);
  await page.keyboard.press('Control+y');
  await eventually(async () => (await stored('From our books')).scenario.savings.length).toBe(2);
});

test('the grid on screen goes out as a table, and the editor has the import beside its tables', async () => {
  const { page } = over;
  await page.keyboard.press('Control+2');
  const button = page.getByRole('button', { name: 'Import savings schemes' });
  await command(page, 'scenario: savings');
  await button.waitFor();
  await command(page, 'export this table');
  await eventually(() => page.locator('footer').getByRole('status').first().textContent()).toContain(
    'Saved Savings schemes of From our books.csv in',
  );
  const text = readFileSync(join(over.app.dataFolder, 'Savings schemes of From our books.csv'), 'utf8');
  expect(text).toContain('"Theatres, again"');
  expect(text).toContain(',1500000,');
  await button.press('Enter');
  await page.getByRole('dialog', { name: 'Import savings schemes' }).waitFor();
  await page.keyboard.press('Escape');
  await eventually(() => button.evaluate((element) => element === document.activeElement)).toBe(true);
});

test('a table that goes out comes in again as it stands, and a changed cell as one change', async () => {
  const { page } = over;
  await command(page, 'export baseline lines');
  await eventually(() => page.locator('footer').getByRole('status').first().textContent()).toContain(
    'Saved Baseline lines of From our books.csv in',
  );
  const file = join(over.app.dataFolder, 'Baseline lines of From our books.csv');
  const text = readFileSync(file, 'utf8');
  expect(text.startsWith('\ufeff"Id","Organisation","Line"')).toBe(true);
  await command(page, 'import baseline');
  const dialog = page.getByRole('dialog', { name: 'Import baseline lines' });
  await dialog.waitFor();
  const said = dialog.getByRole('status', { name: 'What the table would do' });
  await dialog.getByLabel('File of the table').setInputFiles({ name: 'lines.csv', mimeType: 'text/csv', buffer: readFileSync(file) });
  await eventually(() => said.textContent()).toContain('There is nothing to keep.');
  const changed = Buffer.from(text.replace('84000000', '85000000'), 'utf16le');
  await dialog.getByLabel('File of the table').setInputFiles({ name: 'lines.txt', mimeType: 'text/plain', buffer: changed });
  await eventually(() => said.textContent()).toBe('5 as it stands, 1 changed.');
  expect(await dialog.textContent()).toContain('written as Unicode text (UTF-16)');
  expect(await dialog.textContent()).toContain('Base amount: £84,000,000 → £85,000,000');
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  expect((await stored('From our books')).scenario.lines[3]?.baseAmount.value).toBe('84000000');

  // A second export is asked about before it replaces the first.
  await command(page, 'export baseline lines');
  const question = page.getByRole('dialog', { name: 'Replace the file with the table?' });
  await question.waitFor();
  expect(await question.textContent()).toContain('Baseline lines of From our books.csv is already in');
  await page.keyboard.press('Enter');
  await question.waitFor({ state: 'detached' });
  expect(readFileSync(file, 'utf8')).toBe(text);
});
