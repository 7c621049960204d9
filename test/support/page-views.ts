import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { command, dropFile, openPage, type PageOverApp } from './page-over-app.ts';

const example = readFileSync(resolve(import.meta.dirname, '../../scenarios/worked-example-b.footing'), 'utf8');

/** A table of the editor over the sample, with the fields of the row where it stands. */
async function reachTable(page: Page, words: string): Promise<void> {
  await page.keyboard.press('Enter');
  await page.locator('.verdict').waitFor();
  await page.keyboard.press('Control+k');
  await page.keyboard.type(words);
  await page.locator('.palette-item[data-focused]', { hasText: `Scenario: ${words}` }).waitFor();
  await page.keyboard.press('Enter');
  await page.locator('.scn-grid [role="grid"]').waitFor();
  await page.locator('.dock-panel > *').first().waitFor();
}

/** Every screen and what lies over one, each with the way there from the library. */
export const VIEWS: readonly { readonly name: string; readonly reach: (page: Page) => Promise<void> }[] = [
  { name: 'library', reach: () => Promise.resolve() },
  {
    name: 'bin',
    reach: async (page) => {
      await page.getByRole('button', { name: /^Bin/ }).click();
      await page.getByText('The bin is empty').waitFor();
    },
  },
  {
    name: 'files on disk',
    reach: async (page) => {
      await page.getByRole('button', { name: /^Files on disk/ }).click();
      await page.getByText('No file was opened or saved yet').waitFor();
    },
  },
  {
    name: 'board with the strip of the first run',
    reach: async (page) => {
      await page.keyboard.press('Enter');
      await page.getByRole('region', { name: 'Start here' }).waitFor();
    },
  },
  {
    name: 'board with a lever moved',
    reach: async (page) => {
      await page.keyboard.press('Enter');
      await page.locator('.verdict').waitFor();
      const delivery = page.getByRole('textbox', { name: 'Delivery of savings, typed' });
      await delivery.fill('80%');
      await delivery.press('Enter');
      await page.locator('.trial').waitFor();
      await page.locator('.bd:not(.old)').waitFor();
    },
  },
  {
    name: 'table of the bridge',
    reach: async (page) => {
      await page.keyboard.press('Enter');
      await page.locator('.verdict').waitFor();
      await page.keyboard.press('t');
      await page.locator('.exhibit-table').first().waitFor();
    },
  },
  {
    name: 'recipient’s copy',
    reach: async (page) => {
      await dropFile(page, { name: 'plan.footing', text: example });
      await page.locator('.verdict').waitFor();
    },
  },
  {
    name: 'realism',
    reach: async (page) => {
      await dropFile(page, { name: 'plan.footing', text: example });
      await page.locator('.verdict').waitFor();
      await page.keyboard.press('Control+3');
      await page.getByRole('button', { name: 'Draws as CSV' }).waitFor();
      await page.locator('.tornado tbody tr').first().waitFor();
      await page.locator('[data-exhibit="release-by-growth"] .picture-ink').waitFor();
    },
  },
  {
    name: 'own record',
    reach: async (page) => {
      await page.keyboard.press('Enter');
      await page.locator('.verdict').waitFor();
      await command(page, 'own record of past');
      await page.getByRole('dialog', { name: 'Own record of past savings' }).waitFor();
    },
  },
  ...[
    { name: 'editor: savings and the ladder of a scheme', words: 'Savings, schemes' },
    { name: 'editor: capital and what waits for it', words: 'Capital, schemes' },
    { name: 'editor: shifts and who gains', words: 'Shifts, main' },
    { name: 'editor: lines with the fields of one', words: 'Baseline, external lines' },
    { name: 'editor: draws of the chances', words: 'Footprint, chances' },
  ].map(({ name, words }) => ({ name, reach: (page: Page) => reachTable(page, words) })),
  {
    name: 'export',
    reach: async (page) => {
      await dropFile(page, { name: 'plan.footing', text: example });
      await page.locator('.verdict').waitFor();
      await page.keyboard.press('Control+6');
      await page.getByText('Every exhibit has a finding').waitFor();
    },
  },
  {
    name: 'palette',
    reach: async (page) => {
      await page.keyboard.press('Control+k');
      await page.locator('.palette-item').first().waitFor();
      await page.keyboard.type('the');
      await page.locator('.palette-item[data-focused]').waitFor();
    },
  },
  {
    name: 'shortcuts',
    reach: async (page) => {
      await page.keyboard.press('?');
      await page.getByRole('dialog', { name: 'Shortcuts' }).waitFor();
    },
  },
  {
    name: 'about',
    reach: async (page) => {
      await command(page, 'about');
      await page.getByText('Built with').waitFor();
    },
  },
  {
    name: 'new blank system with its faults',
    reach: async (page) => {
      await command(page, 'blank');
      await page.getByRole('button', { name: 'Make the scenario' }).click();
      await page.getByText('Give the scenario a name.').waitFor();
    },
  },
  {
    name: 'new menu',
    reach: async (page) => {
      await page.getByRole('button', { name: 'New scenario' }).click();
      await page.getByRole('menu').waitFor();
    },
  },
  {
    name: 'versions and sign-off',
    reach: async (page) => {
      await page.keyboard.press('Enter');
      await page.locator('.verdict').waitFor();
      await command(page, 'sign-off');
      await page.getByRole('dialog', { name: 'Versions and sign-off' }).waitFor();
    },
  },
  {
    name: 'history of changes',
    reach: async (page) => {
      await page.keyboard.press('Enter');
      await page.locator('.verdict').waitFor();
      await command(page, 'history');
      await page.getByRole('dialog', { name: 'History of changes' }).waitFor();
    },
  },
  {
    name: 'backups',
    reach: async (page) => {
      await command(page, 'backups');
      await page.getByRole('button', { name: 'Make one now' }).waitFor();
    },
  },
  {
    name: 'new system from a table, with what it asks',
    reach: async (page) => {
      await command(page, 'pasted table');
      await page
        .getByRole('textbox', { name: 'Paste the cells here' })
        .fill('Organisation,Line,Amount\nVale CCG,Pay,1.234\nNorth,Rent,(5)');
      await page.getByLabel('In which unit are its amounts?').waitFor();
    },
  },
  {
    name: 'import of savings with a cell that is not read',
    reach: async (page) => {
      await page.keyboard.press('Enter');
      await page.locator('.verdict').waitFor();
      await command(page, 'import savings');
      await page.getByRole('textbox', { name: 'Paste the cells here' }).fill('Scheme,Gross (£m),Start\nTheatres,1.5,soon');
      await page.getByText('Row 2, column C (Start).').waitFor();
    },
  },
  {
    name: 'rename',
    reach: async (page) => {
      await page.keyboard.press('F2');
      await page.getByRole('dialog', { name: 'Rename the scenario' }).waitFor();
    },
  },
  {
    name: 'notice',
    reach: async (page) => {
      await dropFile(page, { name: 'letter.footing', text: 'Dear colleague' });
      await page.getByRole('dialog').waitFor();
    },
  },
];

/** Opens the page and goes to the library, from where every view is reached. */
export async function openLibrary(browser: Browser, options: Parameters<typeof openPage>[1]): Promise<PageOverApp> {
  const over = await openPage(browser, options);
  await over.page.keyboard.press('Control+l');
  await over.page.locator('#library-grid').waitFor();
  return over;
}
