import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { startLoopbackApp, type LoopbackApp } from '../support/loopback-app.ts';
import { openPage, rowsOf, type PageOverApp } from '../support/page-over-app.ts';
import { seedLibrary } from '../support/seed-library.ts';

const SCENARIOS = 5000;
const folder = mkdtempSync(join(tmpdir(), 'footing-many-'));
let app: LoopbackApp;
let browser: Browser;
let over: PageOverApp;

beforeAll(async () => {
  await seedLibrary(folder, SCENARIOS);
  app = await startLoopbackApp({ dataFolder: folder });
  browser = await launchBrowser();
  over = await openPage(browser, { app });
});
afterAll(async () => {
  expect(over.faults).toEqual([]);
  await over.close();
  await browser.close();
  await app.stop();
  rmSync(folder, { recursive: true, force: true });
});

const selected = () => over.page.locator('.grid-row.on').getByRole('rowheader').textContent();

test('a library of 5,000 opens on its list, counted, with only the rows in view drawn', async () => {
  expect(await over.page.getByRole('contentinfo').textContent()).toContain('5,000 scenarios on this computer');
  expect(await over.page.locator('.grid-row').count()).toBeLessThan(80);
  expect(Number(await over.page.getByRole('grid').getAttribute('aria-rowcount'))).toBeGreaterThan(SCENARIOS);
});

test('arrows, Home, End and Page keys move over headings, and the row that is named is drawn', async () => {
  const { page } = over;
  await page.locator('#library-grid').focus();
  await page.keyboard.press('Home');
  await expect.poll(selected).toBe('Case 5000');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await expect.poll(selected).toBe('Case 4998');
  await page.keyboard.press('PageDown');
  await expect.poll(selected).toMatch(/^Case 49[78]\d$/);
  const last = async () => {
    await page.keyboard.press('End');
    return selected();
  };
  // What comes with Footing stands below the person's own as soon as it has been read.
  await expect.poll(last).toBe('Sample system: the plan as submitted');
  const named = await page.locator('#library-grid').getAttribute('aria-activedescendant');
  expect(await page.locator(`[id="${named ?? ''}"]`).getAttribute('aria-selected')).toBe('true');
});

test('typing on the list finds one among them, and Esc shows all again', async () => {
  const { page } = over;
  await page.locator('#library-grid').focus();
  await page.keyboard.type('4321 LODE');
  await expect.poll(() => rowsOf(page, 'Case').count()).toBe(0);
  await page.getByText('Nothing is called “4321 LODE” here').waitFor();
  await page.keyboard.press('Escape');
  await page.keyboard.type('4321 upper');
  await page.locator('.grid-row.on', { hasText: 'Case 4321' }).waitFor();
  expect(await rowsOf(page, 'Case').count()).toBe(1);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.locator('.doc', { hasText: 'Case 4321' }).waitFor();
});

test('a footprint chosen in the sidebar shows its own scenarios only', async () => {
  const { page } = over;
  await page.keyboard.press('Control+l');
  await page.getByRole('searchbox').fill('');
  await page.getByRole('button', { name: /^Harrowfen/ }).click();
  await expect.poll(() => page.locator('.grid-row.group').first().textContent()).toBe('Mine1,250');
  expect(await rowsOf(page, 'Upper Vale').count()).toBe(0);
});

test('a heading orders the list by its column, and once more the other way round', async () => {
  const { page } = over;
  await page.getByRole('button', { name: /^All scenarios/ }).click();
  const first = () => page.locator('.grid-body [aria-rowindex="3"]').getByRole('rowheader').textContent();
  await expect.poll(first).toBe('Case 5000');
  await page.getByRole('columnheader', { name: 'Scenario' }).getByRole('button').click();
  await page.locator('#library-grid').focus();
  await page.keyboard.press('Home');
  await expect.poll(first).toBe('Case 0001');
  expect(await page.getByRole('columnheader', { name: 'Scenario' }).getAttribute('aria-sort')).toBe('ascending');
  await page.getByRole('columnheader', { name: 'Scenario' }).getByRole('button').click();
  await page.locator('#library-grid').focus();
  await page.keyboard.press('Home');
  await expect.poll(first).toBe('Case 5000');
});
