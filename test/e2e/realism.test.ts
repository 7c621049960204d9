import { readFileSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { dropFile, openPage, partsTooWide, seriousFaults, type PageOverApp } from '../support/page-over-app.ts';

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

test('Enter on a computed figure opens it to its sum', async () => {
  await over.page.locator('.rlm header .explains').first().focus();
  await over.page.keyboard.press('Enter');
  const panel = over.page.getByRole('complementary', { name: 'Explain' });
  await panel.getByRole('heading', { name: /^Reported position, system/ }).waitFor();
  await over.page.keyboard.press('Escape');
  await panel.waitFor({ state: 'detached' });
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

const column = () => over.page.getByRole('complementary', { name: 'Questions, beliefs and plugs' });
const tab = (name: RegExp) => column().getByRole('tab', { name });
const focused = () => over.page.evaluate(() => document.activeElement?.textContent ?? '');
const firstCard = () => column().getByRole('article').first();

test('questions stand worst first, each with your number, what it is held against, its source and when it does not apply', async () => {
  await firstCard().waitFor();
  expect(Number((await tab(/Questions/).textContent())?.replace(/\D/g, ''))).toBe(await column().getByRole('article').count());
  const terms = await firstCard().locator('dt').allTextContents();
  expect(terms.slice(0, 3)).toEqual(['Yours', 'Compare', 'Not if']);
});

test('kept with a reason, a question shows the reason; asked again, it stands open', async () => {
  const title = (await firstCard().getAttribute('aria-label')) ?? '';
  await firstCard()
    .getByRole('button', { name: /^Keep, with reason/ })
    .click();
  const keep = over.page.getByRole('dialog', { name: 'Keep, with reason' });
  await keep.getByRole('button', { name: 'Keep, with this reason' }).click();
  await keep.getByText('Write why the figure stays, or leave the question open.').waitFor();
  await keep.getByRole('textbox', { name: /^Reason/ }).fill('The board agreed it.');
  expect(await seriousFaults(over.page)).toEqual([]);
  await keep.getByRole('button', { name: 'Keep, with this reason' }).click();
  await keep.waitFor({ state: 'detached' });
  const card = column().getByRole('article', { name: title });
  await expect.poll(() => card.textContent()).toContain('Kept, with reason: The board agreed it.');
  await expect.poll(focused).toMatch(/^Change the reason/);
  await card.getByRole('button', { name: 'Ask again' }).click();
  await card.getByRole('button', { name: /^Keep, with reason/ }).waitFor();
  expect(await focused()).toMatch(/^Keep, with reason/);
});

test('F6 leads to the column of questions, whose tabs are one stop: arrows choose', async () => {
  await over.page.locator('.rlm header .explains').first().focus();
  await over.page.keyboard.press('F6');
  expect(await tab(/Questions/).evaluate((chosen) => chosen === document.activeElement)).toBe(true);
  await over.page.keyboard.press('ArrowRight');
  expect(await tab(/What to believe/).getAttribute('aria-selected')).toBe('true');
  await column()
    .getByText(/you would have to believe that:$/)
    .waitFor();
  expect(await column().getByRole('listitem').count()).toBeGreaterThan(2);
  expect(await seriousFaults(over.page)).toEqual([]);
  await over.page.keyboard.press('End');
  expect(await tab(/Plugs/).getAttribute('aria-selected')).toBe('true');
  expect(await column().textContent()).toMatch(/[Ww]orth asking/);
  expect(await seriousFaults(over.page)).toEqual([]);
});

test('each ranged input is moved by itself, in a thread of its own, and leads to its cell', async () => {
  await over.page.getByRole('heading', { name: /moves 2020\/21 most/ }).waitFor();
  const rows = over.page.locator('.tornado tbody tr');
  expect(await rows.count()).toBeGreaterThan(3);
  await rows.first().getByRole('button').click();
  await over.page.locator('[role="grid"]').first().waitFor();
  await over.page.keyboard.press('Control+3');
  await over.page.getByRole('heading', { name: /^Balance needs/ }).waitFor();
});

const chances = () => over.page.locator('section', { has: over.page.locator('#chances') });

test('the chance of balance is drawn: fans at three linkages, the interval in words, and C11 among the checks', async () => {
  await expect
    .poll(() => chances().textContent())
    .toMatch(/of 10,000 draws balance in 2020\/21 as reported.* 95 times in 100 the share lies (within|below)/);
  await chances().getByRole('button', { name: 'Draws as CSV' }).waitFor();
  expect(await chances().getByRole('img').getAttribute('aria-label')).toMatch(
    /Fans of the position before support at 0, 0\.3 and 0\.6 correlation/,
  );
  await expect.poll(() => over.page.locator('.st').textContent()).toContain('Checks 14 of 14');
  expect(await chances().textContent()).not.toMatch(/\b0(\.0)?% of/);
  await chances().getByRole('button', { name: 'Draws as CSV' }).click();
  await expect.poll(said).toMatch(/^Saved .*draws\.csv/);
  expect(await seriousFaults(over.page)).toEqual([]);
});

test('as a table, every chance stands with its interval', async () => {
  await chances().getByRole('button', { name: 'Table' }).click();
  const table = chances().getByRole('table');
  const linked = await table.getByRole('columnheader').allTextContents();
  expect(linked.slice(1)).toEqual(['Unlinked', 'Linked, 0.3', 'Tightly linked, 0.6']);
  expect(await table.getByRole('row', { name: /^Underlying in balance/ }).textContent()).toMatch(/%.*\(.*%\)/);
  expect(await seriousFaults(over.page)).toEqual([]);
  await chances().getByRole('button', { name: 'Chart' }).click();
});

/** Everything that the main column has said since, whether or not it still stands there. */
async function listenToColumn(): Promise<() => Promise<string>> {
  await over.page.evaluate(() => {
    const part = document.querySelector('.rlm');
    if (part === null) return;
    const heard: string[] = [];
    Object.assign(window, { heard });
    new MutationObserver(() => heard.push(part.textContent)).observe(part, { subtree: true, childList: true, characterData: true });
  });
  return () => over.page.evaluate(() => (window as unknown as { heard: string[] }).heard.join(' '));
}

test('after an edit what was drawn before is never shown as fresh, and is drawn again', async () => {
  const heard = await listenToColumn();
  await over.page.keyboard.press('Control+z');
  await expect.poll(heard).toContain('As of an earlier scenario');
  await expect.poll(heard).toContain('Drawing:');
  await chances().getByRole('button', { name: 'Draws as CSV' }).waitFor();
  expect(await chances().textContent()).not.toContain('As of an earlier scenario');
});

test('the board says the chance of the very scenario', async () => {
  const said = /(?<chance>[<> \d.]+%) of 10,000 draws/.exec((await chances().textContent()) ?? '')?.groups?.['chance']?.trim();
  await over.page.keyboard.press('Control+1');
  await expect
    .poll(() => over.page.locator('.vtext').textContent())
    .toContain(`Its chance of balance is ${said ?? 'not said'}, of 10,000 draws`);
});

test('a file that somebody sent is read without an edit being offered, and says where nothing is uncertain', async () => {
  const text = readFileSync(new URL('../../scenarios/worked-example-a.footing', import.meta.url), 'utf8');
  await dropFile(over.page, { name: 'plan.footing', text });
  await over.page.locator('.doc', { hasText: 'Worked example A' }).waitFor();
  await over.page.keyboard.press('Control+3');
  await over.page.getByRole('heading', { name: 'No chance is shown, because every figure is stated as certain' }).waitFor();
  await tab(/Questions/).click();
  await firstCard().waitFor();
  expect(await over.page.getByRole('button', { name: /^(Change|Keep, with reason|enter three past years|Use it as)/ }).count()).toBe(0);
  expect(await seriousFaults(over.page)).toEqual([]);
});
