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
import { command, openPage, rowsOf, type PageOverApp } from '../support/page-over-app.ts';
import { addRow, cellHere, exactReported, goTo, kept, openTable, pasteRows, setCell, setFields } from '../support/table-by-keys.ts';
import {
  CAPITAL,
  CLAIMS,
  FLOWS,
  LINES,
  MADE_SERIES,
  PLACES,
  PRICES,
  SERIES,
  SHIFTS,
  SPEND,
  TERMS,
  TIMING,
} from '../support/worked-example-tables.ts';

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

/** A copy of the worked example under a name of its own, opened from the library. */
async function openCopy(name: string) {
  const { page, ask } = over;
  const { id } = await ask('library.createFromShipped', { key: 'worked-example-b.footing' });
  await ask('library.rename', { id, name });
  const before = await ask('scenario.open', { id });
  await page.keyboard.press('Control+1');
  await page.keyboard.press('Control+l');
  await rowsOf(page, name).first().dblclick();
  await page.locator('.doc', { hasText: name }).waitFor();
  return { id, before };
}

test('a capital slip and a change of a shift move 2020/21 to the penny, and undo all the way back restores the bytes', async () => {
  const { page, ask } = over;
  const { id, before } = await openCopy('Slip and shift');
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
  expect(after.steps.undo).toBe(before.steps.undo);
}, 120_000);

/** Makes a blank system to 2020/21 with the usual bodies, by the keyboard. */
async function beginBlank(): Promise<string> {
  const { page, ask } = over;
  await page.keyboard.press('Control+n');
  const dialog = page.getByRole('dialog', { name: 'New blank system' });
  await dialog.waitFor();
  await page.keyboard.type('By hand');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Worked example');
  for (let step = 0; step < 3; step += 1) await page.keyboard.press('Tab');
  await page.keyboard.type('2020/21');
  // Enter in a field makes the scenario; in a list of years it opens the list.
  for (let step = 0; step < 3; step += 1) await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Enter');
  await dialog.waitFor({ state: 'detached' });
  await page.locator('.doc', { hasText: 'By hand' }).waitFor();
  const { rows } = await ask('library.list', { search: 'By hand', bin: false });
  return rows[0]?.id ?? '';
}

async function enterBooks(): Promise<void> {
  const { page } = over;
  await openTable(page, { words: 'Growth, series', label: 'Growth series' });
  await page.keyboard.press('Control+End');
  await addRow(page);
  await page.keyboard.press('Home');
  await pasteRows(page, SERIES);
  for (const { name, kind, parts } of MADE_SERIES) {
    await goTo(page, { row: name, column: 0 });
    const first = kind === 'Tariff' ? 'Cost uplift' : 'Growth of several together';
    const second = kind === 'Tariff' ? { row: 'Efficiency factor' } : { row: first, below: 1 };
    await setFields(page, 'Growth series', [
      { row: first, text: parts[0] },
      { ...second, text: parts[1] },
    ]);
  }
  await openTable(page, { words: 'Baseline, external lines', label: 'External lines' });
  await pasteRows(page, LINES);
  await openTable(page, { words: 'Growth, explicit amounts', label: 'Explicit amounts' });
  await goTo(page, { row: 'Improved care fund', column: 1 });
  await pasteRows(page, [['6', '7', '7']]);
  await openTable(page, { words: 'Baseline, flows between members', label: 'Flows between members' });
  await pasteRows(page, FLOWS);
}

async function enterCapital(): Promise<void> {
  const { page } = over;
  await openTable(page, { words: 'Capital, schemes', label: 'Capital schemes' });
  await pasteRows(page, CAPITAL);
  await goTo(page, { row: 'Community hub', column: 0 });
  await setFields(page, 'Capital schemes', [
    { row: 'Add', text: 'STP capital' },
    { row: 'Share', text: '70%' },
    { row: 'Add', text: 'Loan' },
    { row: 'Running cost', text: '0.3' },
  ]);
  await goTo(page, { row: 'Back-office systems', column: 0 });
  await setFields(page, 'Capital schemes', [{ row: 'Add', text: 'STP capital' }]);
  await openTable(page, { words: 'Capital, spend by year', label: 'Capital spend by year' });
  await pasteRows(page, SPEND);
  await openTable(page, { words: 'Capital, envelopes', label: 'Envelopes and headroom' });
  await addRow(page);
  await setCell(page, { row: 'STP capital', column: 3, text: '8' });
}

async function enterSavings(): Promise<void> {
  const { page } = over;
  await openTable(page, { words: 'Savings, pools', label: 'Cost pools' });
  await addRow(page);
  await setCell(page, { row: 'New cost pool', column: 0, text: 'Ward pay' });
  await setCell(page, { row: 'Ward pay', column: 2, text: '25%' });
  await goTo(page, { row: 'Ward pay', column: 0 });
  await setFields(page, 'Cost pools', [{ row: 'Line', text: 'Acute staff' }]);
  await openTable(page, { words: 'Savings, timing', label: 'Timing of savings' });
  // The kinds of profile first: what else can stand in a row depends on its kind.
  await pasteRows(
    page,
    TIMING.map((row) => row.slice(0, 2)),
  );
  await page.keyboard.press('Control+Home');
  await pasteRows(page, TIMING);
  await openTable(page, { words: 'Savings, terms', label: 'Terms of savings' });
  await pasteRows(page, TERMS);
  await openTable(page, { words: 'Savings, schemes', label: 'Savings schemes' });
  for (const { name, fullYear, delivery, how } of CLAIMS) {
    if (how !== undefined) await setCell(page, { row: name, column: 1, text: how });
    if (fullYear !== undefined) await setCell(page, { row: name, column: 2, text: fullYear });
    await setCell(page, { row: name, column: 5, text: delivery });
  }
  await goTo(page, { row: 'Back office', column: 0 });
  await setFields(page, 'Savings schemes', [{ row: 'Capital dependencies', text: 'Back-office systems' }]);
  await openTable(page, { words: 'Savings, other', label: 'Implementation costs' });
  await pasteRows(page, [
    ['Change, acute', 'Acute trust', '0.6', '0.3', '0'],
    ['Change, council', 'Council', '0.25', '0', '0'],
  ]);
}

async function enterShifts(): Promise<void> {
  const { page } = over;
  await openTable(page, { words: 'Shifts, wards', label: 'Wards that close whole' });
  await addRow(page);
  await setCell(page, { row: 'New step group', column: 0, text: 'Acute wards' });
  await goTo(page, { row: 'Acute wards', column: 0 });
  await setFields(page, 'Wards that close whole', [{ row: 'Cost series', text: 'Wages' }]);
  await openTable(page, { words: 'Shifts, main', label: 'Shifts' });
  await pasteRows(page, SHIFTS);
  await openTable(page, { words: 'Shifts, between whom', label: 'Shifts: between whom' });
  await pasteRows(page, PLACES);
  await openTable(page, { words: 'Shifts, prices', label: 'Shifts: prices' });
  await pasteRows(page, PRICES);
  await goTo(page, { row: 'To the hub', column: 0 });
  await setFields(page, 'Shifts: prices', [{ row: 'Capital dependencies', text: 'Community hub' }]);
}

async function enterAgreements(): Promise<void> {
  const { page } = over;
  await openTable(page, { words: 'Prevention', label: 'Prevention schemes' });
  await addRow(page);
  await setFields(page, 'Prevention schemes', [
    { row: 'Add', text: 'Council' },
    ...['2018/19', '2019/20', '2020/21'].map((row) => ({ row, text: '0.8' })),
    { row: 'Beneficiaries', below: 1, text: 'Commissioner' },
    { row: 'Weight', text: '60%' },
    { row: 'Beneficiaries', below: 4, text: 'Council' },
  ]);
  await openTable(page, { words: 'Risk share, risk share', label: 'Risk shares' });
  await addRow(page);
  await goTo(page, { row: 'New risk share', column: 2 });
  await pasteRows(page, [['50%', '0.25', '3']]);
  await setFields(page, 'Risk shares', [
    { row: 'Add', text: 'Commissioner' },
    { row: 'Commissioner', below: 2, text: '50%' },
    { row: 'Commissioner', below: 3, text: '50%' },
    { row: 'Add', text: 'Acute trust' },
    { row: 'Acute trust', below: 2, text: '35%' },
    { row: 'Acute trust', below: 3, text: '35%' },
    { row: 'Add', text: 'Community trust' },
  ]);
  await openTable(page, { words: 'Risk share, support', label: 'Support' });
  await addRow(page);
  await goTo(page, { row: 'Commissioner', column: 1 });
  await pasteRows(page, [['Acute trust', '4', '4', '4', '', '', '50%', '50%', '50%']]);
  await openTable(page, { words: 'Risk share, control totals', label: 'Control totals' });
  await addRow(page);
  await goTo(page, { row: 'Commissioner', column: 1 });
  await pasteRows(page, [
    ['Commissioner', '', '(2)', '(1)', '0'],
    ['Acute trust', '', '(8.5)', '(7)', '(5)'],
    ['Community trust', '', '0', '0', '0'],
  ]);
  await openTable(page, { words: 'Risk share, reserves', label: 'Reserves' });
  await addRow(page);
  await goTo(page, { row: 'Council', column: 2 });
  await pasteRows(page, [['3', '1']]);
}

test('worked example B is entered from blank by the keyboard alone, and 2020/21 reads to the penny', async () => {
  const { page, ask } = over;
  const id = await beginBlank();
  await enterBooks();
  await reads(golden['B.dn.SYSTEM.2020/21']);
  await enterCapital();
  await enterSavings();
  await enterShifts();
  await enterAgreements();
  await reads(golden['B.final.SYSTEM.2020/21']);
  await command(page, 'Show £');
  const { scenario } = await ask('scenario.open', { id });
  const members = scenario.organisations.map(({ name }) => name);
  expect(members).toEqual(['Commissioner', 'Acute trust', 'Community trust', 'Mental health trust', 'Council']);
  for (const [name, amount] of [
    ['Commissioner', golden['B.final.CCG.2020/21']],
    ['Acute trust', golden['B.final.ACUTE.2020/21']],
    ['Community trust', golden['B.final.COMM.2020/21']],
    ['Council', golden['B.final.COUNCIL.2020/21']],
  ] as const) {
    const shown = page.locator('.outcome tr', { has: page.getByRole('rowheader', { name, exact: true }) }).locator('.n');
    expect(await shown.getAttribute('title')).toBe(titled(amount));
  }
}, 300_000);

test('rows are added, copied, moved and deleted by keys, and what depends on one is said before it goes', async () => {
  const { page, ask } = over;
  const { id, before } = await openCopy('Rows by keys');
  const savings = async () => (await ask('scenario.open', { id })).scenario.savings.map((scheme) => `${scheme.id} ${scheme.name}`);
  await openTable(page, { words: 'Savings, schemes', label: 'Savings schemes' });
  await goTo(page, { row: 'Agency', column: 0 });
  await page.keyboard.press('Control+Shift+D');
  await expect.poll(savings).toContain('S10 Agency and rostering (copy)');
  await kept(page);
  await expect.poll(() => cellHere(page)).toContain('Agency and rostering (copy)');
  await page.keyboard.press('Alt+Shift+ArrowUp');
  await expect.poll(async () => (await savings())[1]).toBe('S10 Agency and rostering (copy)');
  await kept(page);
  await page.keyboard.press('Control+Delete');
  await expect.poll(async () => (await savings()).length).toBe(9);
  await kept(page);

  // The hub has a shift that waits for it: that is said before it is deleted, and Esc keeps it.
  await openTable(page, { words: 'Capital, schemes', label: 'Capital schemes' });
  await goTo(page, { row: 'Community hub', column: 0 });
  await page.keyboard.press('Control+Delete');
  const question = page.getByRole('dialog', { name: 'Delete “Community hub”?' });
  await question.waitFor();
  expect(await question.textContent()).toContain('Shift to the community hub (SH2)');
  await page.keyboard.press('Escape');
  await question.waitFor({ state: 'detached' });
  expect((await ask('scenario.open', { id })).scenario.capital).toHaveLength(2);

  for (let step = 0; step < 3; step += 1) {
    await page.keyboard.press('Control+z');
    await kept(page);
    await expect.poll(async () => (await ask('scenario.open', { id })).revision).toBe(before.revision + 4 + step);
  }
  expect(canonicalJson((await ask('scenario.open', { id })).scenario)).toBe(canonicalJson(before.scenario));
}, 120_000);

test('a section of the sidebar leads the keys into its table, and Ctrl+Enter in an explanation adds no row behind it', async () => {
  const { page, ask } = over;
  const { id } = await openCopy('Keys lead on');
  await openTable(page, { words: 'Savings, schemes', label: 'Savings schemes' });
  await page.locator('.nav.section', { hasText: 'Capital' }).click();
  await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '')).toMatch(/^Capital schemes/);
  await page.locator('.nav.section', { hasText: 'Savings' }).click();
  await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '')).toMatch(/^Savings schemes/);
  await goTo(page, { row: 'Length of stay', column: 0 });
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  const panel = page.getByRole('complementary', { name: 'Explain' });
  await panel.getByRole('heading', { name: /Length of stay/ }).waitFor();
  await page.keyboard.press('Control+Enter');
  await page.keyboard.press('Escape');
  await panel.waitFor({ state: 'detached' });
  await kept(page);
  expect((await ask('scenario.open', { id })).scenario.savings).toHaveLength(9);
}, 120_000);

test('what cannot be read is kept and counted, and the list of problems leads back to it', async () => {
  const { page } = over;
  await openCopy('Half typed');
  await openTable(page, { words: 'Savings, schemes', label: 'Savings schemes' });
  await goTo(page, { row: 'Length of stay', column: 5 });
  await page.keyboard.type('half');
  await page.keyboard.press('Enter');
  await page.locator('.nav.section', { hasText: 'Savings' }).getByText('problem').waitFor({ state: 'attached' });
  const count = page.getByRole('button', { name: '1 problem', exact: true });
  await count.waitFor();
  await openTable(page, { words: 'Growth, series', label: 'Growth series' });
  await count.focus();
  await page.keyboard.press('Enter');
  await expect.poll(() => cellHere(page)).toMatch(/Length of stay.*Delivery.*half.*kept as typed/s);
  const list = page.getByRole('list', { name: 'Problems' });
  expect(await list.textContent()).toContain('read as “half”');
  await page.keyboard.type('80%');
  await page.keyboard.press('Enter');
  await count.waitFor({ state: 'detached' });
}, 120_000);
