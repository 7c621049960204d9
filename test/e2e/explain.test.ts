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
  const text = readFileSync(new URL('../../scenarios/worked-example-b.footing', import.meta.url), 'utf8');
  await dropFile(over.page, { name: 'plan.footing', text });
  await over.page.locator('.st b', { hasText: '(£4.3m)' }).waitFor();
});
afterAll(async () => {
  expect(over.faults).toEqual([]);
  await over.close();
  await browser.close();
});

const panel = () => over.page.getByRole('complementary', { name: 'Explain' });
const heading = () => panel().getByRole('heading', { level: 3 }).textContent();
const opener = () => over.page.locator('.st .explains');
const press = (key: string) => over.page.keyboard.press(key);
const focused = () => over.page.evaluate(() => document.activeElement?.textContent ?? '');

test('the position in the status bar opens to its sum, to the penny', async () => {
  await opener().focus();
  await press('Enter');
  await panel().waitFor();
  expect(await heading()).toBe('Reported position, system, 2020/21');
  const said = await panel().textContent();
  expect(said).toContain('(£4.3m)');
  expect(said).toContain('(£4,278,659.77)');
  expect(said).toContain('Adds exactly: 14 terms');
  expect(await focused()).toBe('Reported position, system, 2020/21');
});

test('arrows walk the terms, Enter goes deeper and Backspace up again', async () => {
  await press('ArrowDown');
  expect(await focused()).toMatch(/^Savings claimed, 9 schemes/);
  await press('ArrowDown');
  await press('ArrowDown');
  expect(await focused()).toMatch(/^Delivery risk\(7\.1\)/);
  await press('Enter');
  await expect.poll(heading).toMatch(/^Delivery risk/);
  await press('End');
  expect(await focused()).not.toMatch(/^Delivery risk/);
  await press('Backspace');
  await expect.poll(heading).toBe('Reported position, system, 2020/21');
});

test('a walk down ends at inputs, each with its source', async () => {
  for (let level = 0; level < 12 && (await panel().getByRole('region', { name: 'Inputs' }).count()) === 0; level += 1) {
    const before = await heading();
    await press('ArrowDown');
    await press('Enter');
    await expect.poll(heading).not.toBe(before);
  }
  const inputs = panel().getByRole('region', { name: 'Inputs' });
  expect(await inputs.getByRole('listitem').count()).toBeGreaterThan(0);
  expect(await inputs.textContent()).toMatch(/source|Tool default|Illustrative|worked example/i);
});

test('the panel has no serious fault, and nothing in it is wider than the window', async () => {
  expect(await seriousFaults(over.page)).toEqual([]);
  expect(await partsTooWide(over.page)).toEqual([]);
});

test('Esc shuts it and gives the focus back', async () => {
  await press('Escape');
  await panel().waitFor({ state: 'detached' });
  expect(await opener().evaluate((element) => element === document.activeElement)).toBe(true);
});

test('Esc shuts it from wherever the focus is', async () => {
  await opener().press('Enter');
  await panel().waitFor();
  await over.page.getByRole('button', { name: 'Board' }).focus();
  await press('Escape');
  await panel().waitFor({ state: 'detached' });
  expect(await opener().evaluate((element) => element === document.activeElement)).toBe(true);
});
