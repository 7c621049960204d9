import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { startLoopbackApp, type LoopbackApp } from '../support/loopback-app.ts';
import { LAPTOP, partsTooWide, seriousFaults, type PageOverApp } from '../support/page-over-app.ts';
import { openLibrary, VIEWS } from '../support/page-views.ts';

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

type Options = Omit<NonNullable<Parameters<typeof openLibrary>[1]>, 'app'>;
const inLibrary = (options: Options): Promise<PageOverApp> => openLibrary(browser, { app, ...options });

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

test.each(VIEWS)(
  'with text of twice the size, as a browser can be told to show it, nothing is wider than the window: $name',
  async ({ reach }) => {
    const over = await inLibrary({});
    const session = await over.page.context().newCDPSession(over.page);
    await session.send('Page.enable');
    await session.send('Page.setFontSizes', { fontSizes: { standard: 32 } });
    await over.page.reload();
    await over.page.locator('.verdict').waitFor();
    expect(await over.page.evaluate(() => getComputedStyle(document.documentElement).fontSize)).toBe('32px');
    await over.page.keyboard.press('Control+l');
    await over.page.locator('#library-grid').waitFor();
    await reach(over.page);
    expect(await partsTooWide(over.page)).toEqual([]);
    await over.close();
  },
);

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
