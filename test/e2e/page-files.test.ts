import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { command, dropFile, openPage, rowsOf, type PageOverApp } from '../support/page-over-app.ts';

const example = readFileSync(resolve(import.meta.dirname, '../../scenarios/worked-example-b.footing'), 'utf8');
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
const titleBar = () => over.page.locator('.tb').textContent();

test('a file that is dropped on the window opens on its board as a recipient’s copy, read only', async () => {
  const { page } = over;
  await dropFile(page, { name: 'plan.footing', text: example });
  await page.locator('.doc', { hasText: 'Worked example B' }).waitFor();
  expect(await titleBar()).toContain('Recipient’s copy, read only');
  expect(await page.getByRole('contentinfo').textContent()).toContain('plan.footing, not changed');
  expect(await page.getByRole('button', { name: /^Undo/ }).count()).toBe(0);
});

test('one button makes a copy to edit in the library', async () => {
  const { page } = over;
  await page.getByRole('button', { name: 'Make a copy to edit' }).click();
  await expect.poll(said).toContain('A copy of plan.footing is in your library');
  expect(await titleBar()).not.toContain('read only');
  await page.keyboard.press('Control+l');
  await rowsOf(page, 'Worked example B').first().waitFor();
  expect(await page.locator('.grid-row.group').first().textContent()).toBe('Mine1');
});

test('a file that was changed after it was sealed says so before any figure', async () => {
  const { page } = over;
  const changed = example.replace('"Worked example B', '"Worked example C');
  expect(changed).not.toBe(example);
  await dropFile(page, { name: 'changed.footing', text: changed });
  await page.getByText('This file was changed after it was sealed.').waitFor();
});

test.each([
  { name: 'half.footing', text: example.slice(0, example.length / 2), words: /half\.footing/ },
  { name: 'letter.footing', text: 'Dear colleague', words: /letter\.footing/ },
  { name: 'eighty.footing', text: example.replace(/"value": ?"\d[^"]*"/, '"value":"eighty"'), words: /eighty/ },
])('$name is refused in words, and what was open stays', async ({ name, text, words }) => {
  const { page } = over;
  const before = await titleBar();
  await dropFile(page, { name, text });
  const notice = page.getByRole('dialog');
  await notice.waitFor();
  const told = (await notice.textContent()) ?? '';
  expect(told).toMatch(words);
  expect(told).toMatch(/untouched|not opened|Nothing was changed/);
  await page.keyboard.press('Escape');
  await notice.waitFor({ state: 'detached' });
  expect(await titleBar()).toBe(before);
});

test('a scenario is saved as a file that opens again; the next time the question names the file', async () => {
  const { page, app } = over;
  await page.keyboard.press('Control+l');
  await rowsOf(page, 'Worked example B').first().click();
  await page.keyboard.press('Control+s');
  await expect.poll(said).toMatch(/^Saved Worked example B.*\.footing in /);
  const fileName = /^Saved (.*\.footing) in /.exec((await said()) ?? '')?.[1] ?? '';
  const path = join(app.dataFolder, fileName);
  const first = readFileSync(path, 'utf8');
  await page.keyboard.press('Control+s');
  const question = page.getByRole('dialog', { name: 'Replace the file?' });
  await question.waitFor();
  expect(await question.textContent()).toContain(fileName);
  await page.keyboard.press('Enter');
  await expect.poll(said).toContain('The old file is as it was');
  expect(existsSync(`${path}.bak`)).toBe(false);
  await page.keyboard.press('Control+s');
  await question.getByRole('button', { name: /^Replace / }).click();
  await expect.poll(said).toMatch(/^Saved /);
  expect(readFileSync(`${path}.bak`, 'utf8')).toBe(first);
});

test('files of the disk are listed, and open from there', async () => {
  const { page } = over;
  await command(page, 'files on disk');
  await rowsOf(page, 'Worked example B').waitFor();
  await page.locator('#library-grid').focus();
  await page.keyboard.press('Enter');
  await page.locator('.tb', { hasText: 'Recipient’s copy, read only' }).waitFor();
});
