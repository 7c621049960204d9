import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { startLoopbackApp } from '../support/loopback-app.ts';
import { command, openPage, rowsOf, seriousFaults } from '../support/page-over-app.ts';

let browser: Browser;
const folders: string[] = [];

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** A data folder whose library was backed up and then damaged. */
async function damagedFolder(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'footing-damaged-'));
  folders.push(folder);
  const app = await startLoopbackApp({ dataFolder: folder });
  const over = await openPage(browser, { app });
  await over.ask('library.createFromShipped', { key: 'worked-example-a.footing' });
  await over.ask('backups.make', null);
  await over.close();
  await app.stop();
  writeFileSync(join(folder, 'footing.sqlite'), 'This is no database.'.repeat(400));
  return folder;
}

test('backups: one now, the difference to the library in words, and what is missing brought back as a copy', async () => {
  const over = await openPage(browser);
  const { page } = over;
  await command(page, 'backups');
  const dialog = page.getByRole('dialog', { name: 'Backups' });
  await dialog.getByText('There is no backup yet').waitFor();
  await dialog.getByRole('button', { name: 'Make one now' }).click();
  await dialog.getByText('A backup was made and checked.').waitFor();
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  await page.keyboard.press('Control+l');
  await page.locator('.grid-row.on', { hasText: 'Sample system' }).waitFor();
  await page.keyboard.press('Delete');
  await page.getByRole('button', { name: /^Bin/ }).click();
  await page.getByRole('button', { name: 'Delete for ever…' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Delete for ever' }).click();
  await page.getByText('The bin is empty').waitFor();
  await page.getByRole('button', { name: /^All scenarios/ }).click();
  await command(page, 'backups');
  await dialog.getByRole('button', { name: /1 scenario/ }).click();
  await dialog.getByText('only in the backup').waitFor();
  expect(await seriousFaults(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Bring these in as copies' }).click();
  await dialog.getByText('1 scenario was brought into the library').waitFor();
  await page.keyboard.press('Escape');
  await rowsOf(page, 'Sample system').waitFor();
  expect(await page.getByRole('contentinfo').textContent()).toContain('Last backup today');
  expect(over.faults).toEqual([]);
  await over.close();
});

test('a damaged library is set aside in words, and the backup is the way on', async () => {
  const folder = await damagedFolder();
  const app = await startLoopbackApp({ dataFolder: folder });
  const over = await openPage(browser, { app });
  const { page } = over;
  await page.getByRole('heading', { name: 'Your library was set aside' }).waitFor();
  expect(await seriousFaults(page)).toEqual([]);
  await page.keyboard.press('Control+n');
  expect(await page.getByRole('dialog').count()).toBe(0);
  await page
    .getByRole('button', { name: /^Restore .* as a copy/ })
    .first()
    .click();
  await rowsOf(page, 'Worked example A').waitFor();
  await rowsOf(page, 'Sample system').waitFor();
  expect(over.faults).toEqual([]);
  await over.close();
  await app.stop();
});

test('or an empty library, while everything else stays where it is', async () => {
  const folder = await damagedFolder();
  const app = await startLoopbackApp({ dataFolder: folder });
  const over = await openPage(browser, { app });
  const { page } = over;
  await page.getByRole('button', { name: 'Begin with an empty library' }).click();
  await page.locator('.verdict, #library-grid').first().waitFor();
  expect((await over.ask('backups.list', null)).rows.length).toBeGreaterThan(0);
  expect(over.faults).toEqual([]);
  await over.close();
  await app.stop();
});
