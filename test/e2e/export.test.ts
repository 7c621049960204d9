import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { ExportOrder } from '../../shared/contract/exporting.ts';
import { ALL_EXHIBIT_IDS } from '../../shared/outcomes/exhibits/exhibit.ts';
import { EXPORT_FORMATS } from '../../shared/outcomes/exhibits/export-formats.ts';
import { writeScenarioFile } from '../../shared/scenario/file.ts';
import { withHostileNames } from '../charts/hostile-names.ts';
import { footing, shipped } from '../cli/command-line.ts';
import { launchBrowser } from '../support/browser.ts';
import { ElectronApp } from '../support/electron-app.ts';
import { startLoopbackApp, type LoopbackApp } from '../support/loopback-app.ts';
import { shippedScenario } from '../support/shipped-scenario.ts';
import { askApp, command, dropFile, LAPTOP, openPage, partsTooWide, seriousFaults, type PageOverApp } from '../support/page-over-app.ts';

const example = readFileSync(shipped('worked-example-b'), 'utf8');
const MADE_AT = '2018-03-14 09:30';

let folder: string;
let app: LoopbackApp;
let browser: Browser;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'footing-paper-'));
  mkdirSync(join(folder, 'loopback'));
  app = await startLoopbackApp({ environment: { FOOTING_SAVE_FOLDER: join(folder, 'loopback') } });
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
  await app.stop();
  rmSync(folder, { recursive: true });
});
beforeEach(() => {
  for (const name of readdirSync(join(folder, 'loopback'))) rmSync(join(folder, 'loopback', name));
});

const namesIn = (where: string): string[] => readdirSync(join(folder, where)).sort();

function orderOf(source: ExportOrder['source']): ExportOrder {
  return { source, unit: '£m', exhibits: [...ALL_EXHIBIT_IDS], formats: [...EXPORT_FORMATS], edits: [], override: null, madeAt: MADE_AT };
}

describe('one scenario at one time gives the same bytes', () => {
  test('from the loopback shell, the double of Electron and the command line', async () => {
    const opened = await askApp(app, 'files.openDropped', { fileName: 'plan.footing', text: example });
    if (opened.kind !== 'OPENED') throw new Error(JSON.stringify(opened));
    const run = { order: orderOf({ kind: 'COPY', handle: opened.file.handle }), place: null, way: 'ASK' as const, replacing: [] };
    expect(await askApp(app, 'export.run', run)).toMatchObject({ kind: 'DONE', folder: join(folder, 'loopback') });

    mkdirSync(join(folder, 'electron'));
    const electron = await ElectronApp.start();
    try {
      await electron.ask({ kind: 'choose', toOpen: [shipped('worked-example-b'), join(folder, 'electron')], toSave: [] });
      const file = (await electron.call('files.open', null)) as { value: { file: { handle: string } } };
      const order = orderOf({ kind: 'COPY', handle: file.value.file.handle });
      const done = (await electron.call('export.run', { ...run, order })) as { value: { kind: string; place: string } };
      expect(done.value.kind).toBe('DONE');
      expect(await electron.call('export.showFolder', { place: done.value.place })).toMatchObject({ ok: true });
      expect((await electron.recorded()).shownFolders).toEqual([join(folder, 'electron')]);
    } finally {
      await electron.end();
    }

    expect(footing('export', shipped('worked-example-b'), '--time', MADE_AT, '--out', join(folder, 'command'))).toMatchObject({ code: 0 });
    const names = namesIn('command');
    expect(names.filter((name) => name.endsWith('.svg')).length).toBeGreaterThan(5);
    expect(names.filter((name) => name.endsWith('.png')).length).toBeGreaterThan(5);
    expect(namesIn('loopback')).toEqual(names);
    expect(namesIn('electron')).toEqual(names);
    for (const name of names) {
      const bytes = readFileSync(join(folder, 'command', name));
      expect(bytes.equals(readFileSync(join(folder, 'loopback', name))), name).toBe(true);
      expect(bytes.equals(readFileSync(join(folder, 'electron', name))), name).toBe(true);
    }
  }, 180_000);
});

type Options = Omit<NonNullable<Parameters<typeof openPage>[1]>, 'app'>;

/** The Export screen of worked example B, as somebody sees it who was sent the file. */
async function exportScreen(options: Options = {}): Promise<PageOverApp> {
  const over = await openPage(browser, { app, ...options });
  await dropFile(over.page, { name: 'plan.footing', text: example });
  await over.page.getByText('Recipient’s copy').waitFor({ state: 'attached' });
  await over.page.keyboard.press('Control+6');
  await over.page.getByText('Every exhibit has a finding').waitFor();
  return over;
}

async function onScreen(options: Options, work: (over: PageOverApp) => Promise<void>): Promise<void> {
  const over = await exportScreen(options);
  try {
    await work(over);
    expect(over.faults).toEqual([]);
  } finally {
    await over.close();
  }
}

/** Where the screen says what came of an export; the status bar says it as well. */
const outcome = (page: Page) => page.locator('.xend');
const exhibitBox = (page: Page, name: string) => page.getByRole('checkbox', { name, exact: true });
async function onlyBridgeAsSvg(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'None' }).click();
  await exhibitBox(page, 'Bridge').check();
  for (const format of ['PNG', 'CSV']) await page.getByRole('checkbox', { name: new RegExp(`^${format}`) }).uncheck();
}

describe('the Export screen', () => {
  test('exports everything unless told otherwise, and says how far it is and where the files are', async () => {
    await onScreen({}, async ({ page }) => {
      // What the shell answers is held back until what it told on the way has been seen.
      await page.route('**/api/export.run', async (route) => {
        const response = await route.fetch();
        await page.getByText(/^(\d+) of \1 made$/).waitFor();
        await route.fulfill({ response });
      });
      await page.getByRole('button', { name: /^Export \d+ exhibits…$/ }).click();
      await outcome(page).getByText(join(folder, 'loopback')).waitFor();
      expect(await page.getByRole('list', { name: 'Files written' }).getByRole('listitem').allTextContents()).toHaveLength(
        namesIn('loopback').length,
      );
      expect(namesIn('loopback').length).toBeGreaterThan(20);
      await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toMatch(/^Export \d+ exhibits…$/);
    });
  });

  test('cancels, and says that no file was written', async () => {
    await onScreen({}, async ({ page }) => {
      const stop = page.waitForRequest('**/api/export.stop');
      await page.route('**/api/export.run', async (route) => {
        await stop;
        await route.fulfill({ json: { ok: true, value: { kind: 'STOPPED', written: 0 } } });
      });
      await page.getByRole('button', { name: /^Export \d/ }).click();
      await page.getByRole('button', { name: 'Cancel' }).click();
      await page.getByText('Cancelled: no file was written.').first().waitFor();
    });
  });

  test('asks by name before a file is replaced, and keeps both', async () => {
    await onScreen({}, async ({ page }) => {
      await onlyBridgeAsSvg(page);
      const start = page.getByRole('button', { name: 'Export 1 exhibit…' });
      await start.click();
      await outcome(page).getByText('1 file').waitFor();
      const [first = ''] = namesIn('loopback');
      writeFileSync(join(folder, 'loopback', first), 'mine');
      await start.click();
      const question = page.getByRole('dialog', { name: '1 file is there already' });
      await question.getByText(first).waitFor();
      expect(await seriousFaults(page)).toEqual([]);
      await page.keyboard.press('Escape');
      await question.waitFor({ state: 'detached' });
      expect(namesIn('loopback')).toEqual([first]);
      await start.click();
      await question.getByRole('button', { name: 'Keep both, under new names' }).click();
      await outcome(page).getByText(first.replace('.svg', '-2.svg')).waitFor();
      expect(readFileSync(join(folder, 'loopback', first), 'utf8')).toBe('mine');
      await start.click();
      await question.getByRole('button', { name: 'Replace it' }).click();
      await outcome(page).getByText(first, { exact: true }).waitFor();
      expect(readFileSync(join(folder, 'loopback', first), 'utf8')).toContain('<svg');
      expect(readFileSync(join(folder, 'loopback', `${first}.bak`), 'utf8')).toBe('mine');
    });
  });

  test('a title of one’s own stands on the paper and in the file, and the stamp says so', async () => {
    await onScreen({}, async ({ page }) => {
      await onlyBridgeAsSvg(page);
      await page.getByLabel('Title of Bridge').fill('The plan does not balance <b>');
      await page.getByRole('list').getByText('Title written by hand: Bridge').waitFor();
      const paper = page.getByRole('article', { name: 'Bridge on paper' });
      await paper.getByRole('heading', { name: 'The plan does not balance <b>' }).waitFor();
      await paper.getByText('title written by hand').waitFor();
      await page.getByRole('button', { name: /^Export 1/ }).click();
      await outcome(page).getByText('1 file').waitFor();
      const svg = readFileSync(join(folder, 'loopback', namesIn('loopback')[0] ?? ''), 'utf8');
      expect(svg).toContain('<title id="finding">The plan does not balance &lt;b&gt;</title>');
      expect(svg).toContain('title written by hand: Bridge');
      await page.getByRole('button', { name: 'As drafted' }).click();
      await paper.getByRole('heading', { name: 'A £17.7m surplus on paper' }).waitFor();
    });
  });

  test('what the ready check stops waits for words, and the stamp has them', async () => {
    await onScreen({}, async ({ page }) => {
      await onlyBridgeAsSvg(page);
      await page.getByLabel('Title of Bridge').fill('');
      await page.getByRole('heading', { name: 'Not ready: 1 thing stops it' }).waitFor();
      await page.getByRole('button', { name: /^Export 1/ }).click();
      const why = page.getByLabel('Why export it all the same');
      await expect.poll(() => why.evaluate((field) => field === document.activeElement)).toBe(true);
      expect(namesIn('loopback')).toEqual([]);
      expect(await seriousFaults(page)).toEqual([]);
      await why.fill('The committee asked for it');
      await page.getByRole('article').getByText('exported all the same: The committee asked for it').waitFor();
      await page.getByRole('button', { name: /^Export 1/ }).click();
      await outcome(page).getByText('1 file').waitFor();
      expect(readFileSync(join(folder, 'loopback', namesIn('loopback')[0] ?? ''), 'utf8')).toContain('exported all the same: The');
    });
  });

  test('an exhibit that takes many projections is worked out when somebody turns to it, and exported when it is chosen', async () => {
    await onScreen({}, async ({ page }) => {
      expect(await exhibitBox(page, 'Tornado, realism').isChecked()).toBe(false);
      await page.getByRole('button', { name: 'Show Break-even delivery' }).click();
      const paper = page.getByRole('article', { name: 'Break-even delivery on paper' });
      await paper.getByRole('img').waitFor();
      await expect.poll(() => page.getByLabel('Title of Break-even delivery').inputValue()).toContain('94.0%');
      expect(await seriousFaults(page)).toEqual([]);
      await onlyBridgeAsSvg(page);
      await exhibitBox(page, 'Break-even delivery, realism').check();
      await page.getByRole('button', { name: 'Export 2 exhibits…' }).click();
      await outcome(page).getByText('2 files').waitFor();
      expect(namesIn('loopback').map((name) => /chain-(.*)-\d{4}-/.exec(name)?.[1])).toEqual(['break-even', 'bridge']);
    });
  });

  test('is worked by the keyboard alone', async () => {
    await onScreen({}, async ({ page }) => {
      await exhibitBox(page, 'Bridge').focus();
      for (let step = 0; step < 2; step += 1) await page.keyboard.press('Tab');
      await page.getByRole('article', { name: 'Savings by category on paper' }).waitFor();
      await page.keyboard.press('Space');
      expect(await exhibitBox(page, 'Savings by category').isChecked()).toBe(false);
      await command(page, 'export the chosen');
      await outcome(page)
        .getByText(/^\d+ files$/)
        .waitFor();
      expect(namesIn('loopback').filter((name) => name.includes('savings'))).toEqual([]);
    });
  });
});

test('a scenario whose names try to break out is shown and exported as plain text', async () => {
  const over = await openPage(browser, { app });
  const dialogs: string[] = [];
  over.page.on('dialog', (dialog) => {
    dialogs.push(dialog.message());
    void dialog.dismiss();
  });
  try {
    const text = writeScenarioFile(withHostileNames(shippedScenario('worked-example-b')), { engineVersion: '0.0.0' });
    await dropFile(over.page, { name: 'hostile.footing', text });
    await over.page.getByText('Recipient’s copy').waitFor({ state: 'attached' });
    await over.page.keyboard.press('Control+6');
    await over.page.getByRole('button', { name: 'Show Capital by source' }).click();
    await over.page.getByRole('article', { name: 'Capital by source on paper' }).waitFor();
    expect(await partsTooWide(over.page)).toEqual([]);
    await over.page.getByRole('button', { name: /^Export \d/ }).click();
    await outcome(over.page)
      .getByText(/^\d+ files$/)
      .waitFor();
    for (const name of namesIn('loopback')) expect(name).toMatch(/^[a-z0-9-]+\.(svg|png|csv)$/);
    expect(await over.page.locator('.paper script, .paper image').count()).toBe(0);
    expect([...dialogs, ...over.faults]).toEqual([]);
  } finally {
    await over.close();
  }
});

describe('the clipboard', () => {
  const permissions = ['clipboard-read', 'clipboard-write'];
  const copiedTypes = (page: Page) =>
    page.evaluate(async () => {
      const [item] = await navigator.clipboard.read();
      return {
        types: item?.types ?? [],
        text: item?.types.includes('text/plain') === true ? await (await item.getType('text/plain')).text() : '',
      };
    });

  test('Ctrl+C on the paper copies the picture, and the table where that is shown', async () => {
    await onScreen({ permissions }, async ({ page }) => {
      await page.getByRole('article').focus();
      await page.keyboard.press('Control+c');
      await page.getByText('Copied the picture of “Bridge”').first().waitFor();
      expect((await copiedTypes(page)).types).toEqual(['image/png']);
      await page.getByRole('button', { name: 'Table', exact: true }).click();
      await page.getByRole('article').focus();
      await page.keyboard.press('Control+c');
      await page.getByText('Copied the table of “Bridge”').first().waitFor();
      const { types, text } = await copiedTypes(page);
      expect([...types].sort()).toEqual(['text/html', 'text/plain']);
      expect(text).toContain('Reported position\t(4.3)');
    });
  });

  test('Ctrl+C while presenting copies what is shown', async () => {
    await onScreen({ permissions }, async ({ page }) => {
      await page.keyboard.press('F11');
      await page.getByRole('dialog').waitFor();
      await page.keyboard.press('Control+c');
      await page.getByText('Copied the picture of “Bridge”').first().waitFor({ state: 'attached' });
      expect((await copiedTypes(page)).types).toEqual(['image/png']);
    });
  });
});

test('in Electron the page may write to the clipboard, and a chart of the board is copied or saved from where it stands', async () => {
  const electron = await ElectronApp.start({ files: [shipped('worked-example-b')] });
  const says = (text: string) => expect.poll(() => electron.evaluate('document.body.innerText'), { timeout: 40_000 }).toContain(text);
  const press = (label: string) => electron.evaluate(`document.querySelector('[aria-label="${label}"]').click()`);
  const choose = (label: string) =>
    electron.evaluate(`[...document.querySelectorAll('[role=menuitem]')].find((item) => item.textContent.startsWith('${label}')).click()`);
  try {
    await says('A £17.7m surplus on paper');
    for (const [item, said] of [
      ['Copy picture', 'Copied the picture of “Bridge”'],
      ['Copy table', 'Copied the table of “Bridge”'],
      ['Save this chart', 'Export 1 exhibit…'],
    ] as const) {
      await press('Copy or save: Bridge');
      await choose(item);
      await says(said);
    }
    expect((await electron.recorded()).pageErrors).toEqual([]);
  } finally {
    await electron.end();
  }
}, 180_000);

describe.each(['light', 'dark'] as const)('in %s', (colorScheme) => {
  test.each([LAPTOP, { width: LAPTOP.width / 2, height: LAPTOP.height / 2 }])(
    'axe finds nothing serious on the Export screen, nothing is too wide, and the paper is light: $width',
    async (viewport) => {
      await onScreen({ colorScheme, viewport }, async ({ page }) => {
        for (const view of ['Chart', 'Table']) {
          await page.getByRole('button', { name: view, exact: true }).click();
          expect(await seriousFaults(page)).toEqual([]);
          expect(await partsTooWide(page)).toEqual([]);
        }
        const colours = await page
          .getByRole('article')
          .evaluate((paper) => [getComputedStyle(paper).backgroundColor, getComputedStyle(paper).color]);
        expect(colours).toEqual(['rgb(255, 255, 255)', 'rgb(26, 28, 31)']);
      });
    },
  );
});
