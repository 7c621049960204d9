import type { Page } from 'playwright-core';

/* The tables of the editor, worked as a person works them who has no mouse. */

/** What the grid with the focus says of the cell that it stands on: row, column, unit, content, state. */
export async function cellHere(page: Page): Promise<string> {
  return page.evaluate(() => {
    const id = document.activeElement?.getAttribute('aria-activedescendant') ?? '';
    return document.getElementById(id)?.getAttribute('aria-label') ?? '';
  });
}

const PATIENCE = 30_000;

/** Waits for something to hold. The page's security policy allows no code made of text, which the browser driver's own waiting is made of. */
async function until(page: Page, what: string, holds: () => Promise<boolean>): Promise<void> {
  const end = Date.now() + PATIENCE;
  while (!(await holds())) {
    if (Date.now() > end) throw new Error(`Waited ${String(PATIENCE / 1000)} seconds for ${what}.`);
    await page.waitForTimeout(25);
  }
}

/** Waits until the page shows that everything on it is kept. */
export async function kept(page: Page): Promise<void> {
  await until(page, 'the page to say that all is saved', async () => (await page.locator('.st').textContent())?.includes('Saved') === true);
}

async function gridFocused(page: Page, label: string): Promise<void> {
  const held = (): Promise<string> =>
    page.evaluate(() => {
      const { activeElement } = document;
      return activeElement?.getAttribute('role') === 'grid' ? (activeElement.getAttribute('aria-label') ?? '') : '';
    });
  await until(page, `the focus in the grid "${label}"`, async () => {
    const focused = await held();
    return focused !== '' && focused.startsWith(label);
  });
}

/** Goes to a table of the editor by the palette, and stands on its first cell. */
export async function openTable(page: Page, { words, label }: { words: string; label: string }): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.getByRole('dialog', { name: 'Find or do anything' }).waitFor();
  await page.keyboard.type(words);
  await page.locator('.palette-item[data-focused]', { hasText: `Scenario: ${words}` }).waitFor();
  await page.keyboard.press('Enter');
  await gridFocused(page, label);
  await page.keyboard.press('Control+Home');
}

/** Goes to a row by its label, from wherever the grid stands, and to a column counted from the labels. */
export async function goTo(page: Page, { row, column }: { row: string; column: number }): Promise<void> {
  await page.keyboard.press('Control+g');
  await page.keyboard.type(row);
  await page.keyboard.press('Enter');
  await gridFocused(page, '');
  await page.keyboard.press('Home');
  for (let step = 0; step < column; step += 1) await page.keyboard.press('ArrowRight');
}

/** Types into a cell of a row and waits until it is kept. */
export async function setCell(page: Page, at: { row: string; column: number; text: string }): Promise<void> {
  await goTo(page, at);
  await page.keyboard.type(at.text);
  await page.keyboard.press('Enter');
  await kept(page);
}

/** Puts a table on the clipboard and pastes it where the grid stands; past the last row it brings new ones. */
export async function pasteRows(page: Page, rows: readonly (readonly string[])[]): Promise<void> {
  const text = rows.map((row) => row.join('\t')).join('\n');
  await page.evaluate((content) => navigator.clipboard.writeText(content), text);
  await page.keyboard.press('Control+v');
  const strip = page.locator('.sg-paste');
  await strip.waitFor();
  await page.keyboard.press('Enter');
  await strip.waitFor({ state: 'detached' });
  await kept(page);
}

/** Adds a row to the table, and waits until it is there. */
export async function addRow(page: Page): Promise<void> {
  await page.keyboard.press('Control+Enter');
  await kept(page);
}

export type FieldAt = {
  /** The label of the row, or of a heading above it. */
  readonly row: string;
  /** How many rows below that. */
  readonly below?: number;
  readonly text: string;
};

/** Types into fields of the item where the table stands, and comes back to the table. */
export async function setFields(page: Page, table: string, fields: readonly FieldAt[]): Promise<void> {
  await toFields(page);
  for (const { row, below = 0, text } of fields) {
    await goTo(page, { row, column: 1 });
    for (let step = 0; step < below; step += 1) await page.keyboard.press('ArrowDown');
    await page.keyboard.type(text);
    await page.keyboard.press('Enter');
    await kept(page);
  }
  await toTable(page, table);
}

/** Leaves the table for the fields of the item that it stands on, and the other way round. */
export async function toFields(page: Page): Promise<void> {
  await page.keyboard.press('F6');
  await gridFocused(page, 'Every field');
}
export async function toTable(page: Page, label: string): Promise<void> {
  await page.keyboard.press('Shift+F6');
  await gridFocused(page, label);
}

/** The reported position of the target year as the outcome panel shows it, to the penny. */
export async function exactReported(page: Page): Promise<string | null> {
  return page.locator('.outcome .big .n').getAttribute('title');
}
