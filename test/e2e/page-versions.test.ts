import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Browser } from 'playwright-core';
import { launchBrowser } from '../support/browser.ts';
import { command, openPage, seriousFaults } from '../support/page-over-app.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
});

test('a scenario is signed, kept as a sealed version, and read again after it has changed', async () => {
  const { page, ask, faults, close } = await openPage(browser);
  await command(page, 'Versions and sign-off');
  const dialog = page.getByRole('dialog', { name: 'Versions and sign-off' });
  await dialog.getByText('nobody has signed these figures').waitFor();
  await dialog.getByLabel('Name', { exact: true }).fill('J. Reader');
  await dialog.getByLabel('Role').fill('Director of finance');
  await dialog.getByRole('button', { name: 'Sign as assured' }).click();
  await dialog.getByText('Assured by J. Reader, Director of finance').waitFor();
  await dialog.getByRole('button', { name: 'Read version 1' }).waitFor();
  expect(await seriousFaults(page)).toEqual([]);

  const [row] = (await ask('library.list', { search: '', bin: false })).rows;
  const id = String(row?.id);
  const { revision } = await ask('scenario.open', { id });
  await ask('scenario.edit', {
    id,
    revision,
    edit: { kind: 'setInput', path: 'savings.S1.delivery', input: '0.1' },
    reason: 'the bodies’ own record',
  });
  await dialog.getByRole('button', { name: 'Read version 1' }).click();
  await page.keyboard.press('Escape');
  await page.getByText('Version 1, read only').waitFor();
  await page.getByRole('heading', { level: 1, name: /^Balance in 2020\/21 rests on £20\.1m/ }).waitFor();
  expect(faults).toEqual([]);
  await close();
});

test('the history says who changed what, from what to what, and why', async () => {
  const { page, ask, faults, close } = await openPage(browser);
  const [row] = (await ask('library.list', { search: '', bin: false })).rows;
  const id = String(row?.id);
  const { revision } = await ask('scenario.open', { id });
  await ask('scenario.edit', {
    id,
    revision,
    edit: { kind: 'setInput', path: 'savings.S1.delivery', input: '0.1' },
    reason: 'the bodies’ own record',
  });
  await command(page, 'History of changes');
  const dialog = page.getByRole('dialog', { name: 'History of changes' });
  const change = dialog.getByRole('row').filter({ hasText: 'the bodies’ own record' });
  await change.waitFor();
  expect(await change.innerText()).toMatch(/0\.1/);
  expect(await seriousFaults(page)).toEqual([]);
  expect(faults).toEqual([]);
  await close();
});
