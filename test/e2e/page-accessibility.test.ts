import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { startLoopbackApp, type LoopbackApp } from '../support/loopback-app.ts';
import { command, dropFile, LAPTOP, openPage, partsTooWide, seriousFaults } from '../support/page-over-app.ts';

const example = readFileSync(resolve(import.meta.dirname, '../../scenarios/worked-example-b.footing'), 'utf8');
let app: LoopbackApp;
let browser: Browser;

beforeAll(async () => {
  app = await startLoopbackApp();
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
  await app.stop();
});

/** Every screen and what lies over one, each with the way there from the library. */
const VIEWS: readonly { readonly name: string; readonly reach: (page: Page) => Promise<void> }[] = [
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
    name: 'recipient’s copy',
    reach: async (page) => {
      await dropFile(page, { name: 'plan.footing', text: example });
      await page.locator('.verdict').waitFor();
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
    name: 'notice',
    reach: async (page) => {
      await dropFile(page, { name: 'letter.footing', text: 'Dear colleague' });
      await page.getByRole('dialog').waitFor();
    },
  },
];

async function inLibrary(options: Parameters<typeof openPage>[1]): ReturnType<typeof openPage> {
  const over = await openPage(browser, { app, ...options });
  await over.page.locator('.brand').waitFor();
  await over.page.keyboard.press('Control+l');
  await over.page.locator('#library-grid').waitFor();
  return over;
}

describe.each(['light', 'dark'] as const)('in %s', (colorScheme) => {
  test.each(VIEWS)('axe finds nothing serious: $name', async ({ reach }) => {
    const over = await inLibrary({ colorScheme });
    await reach(over.page);
    expect(await seriousFaults(over.page)).toEqual([]);
    expect(await partsTooWide(over.page)).toEqual([]);
    expect(over.faults).toEqual([]);
    await over.close();
  });
});

/** A window at 200% has half the room, which is what the browser's zoom gives to a page. */
const ZOOMED = { width: LAPTOP.width / 2, height: LAPTOP.height / 2 };

test.each(VIEWS)('at 200% nothing is wider than the window, and axe finds nothing serious: $name', async ({ reach }) => {
  const over = await inLibrary({ viewport: ZOOMED, deviceScaleFactor: 2 });
  await reach(over.page);
  expect(await partsTooWide(over.page)).toEqual([]);
  expect(await seriousFaults(over.page)).toEqual([]);
  await over.close();
});

test('text of twice the size, which is no zoom, keeps every word of the frame within the window', async () => {
  const over = await inLibrary({});
  await over.page.evaluate(() => {
    document.documentElement.style.fontSize = '200%';
  });
  expect(await partsTooWide(over.page)).toEqual([]);
  await over.page.keyboard.press('Enter');
  await over.page.locator('.verdict').waitFor();
  expect(await partsTooWide(over.page)).toEqual([]);
  await over.close();
});

test('in forced colours the focus and the selected row keep an outline', async () => {
  const over = await inLibrary({ forcedColors: 'active' });
  await over.page.locator('#library-grid').focus();
  await over.page.keyboard.press('ArrowDown');
  const outline = await over.page.locator('.grid-row.on').evaluate((row) => getComputedStyle(row).outlineStyle);
  expect(outline).toBe('solid');
  await over.page.keyboard.press('Tab');
  expect(await over.page.evaluate(() => getComputedStyle(document.activeElement ?? document.body).outlineStyle)).toBe('solid');
  await over.close();
});

test('with reduced motion nothing moves', async () => {
  const over = await inLibrary({ reducedMotion: 'reduce' });
  const durations = await over.page.evaluate(() =>
    [...document.querySelectorAll('*')]
      .map((element) => getComputedStyle(element))
      .flatMap(({ transitionDuration, animationDuration }) => [transitionDuration, animationDuration]),
  );
  expect([...new Set(durations)]).toEqual(['0s']);
  await over.close();
});
