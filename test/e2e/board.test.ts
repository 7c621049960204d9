import { readFileSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { project } from '../../shared/engine/project.ts';
import { D } from '../../shared/money/decimal.ts';
import { formatFooted } from '../../shared/money/format.ts';
import { withLevers, type LeverMoves } from '../../shared/outcomes/levers.ts';
import { outcomesOf } from '../../shared/outcomes/positions.ts';
import { ShownFigures } from '../../shared/outcomes/shown-figures.ts';
import { launchBrowser } from '../support/browser.ts';
import { command, dropFile, openPage, partsTooWide, seriousFaults, type PageOverApp } from '../support/page-over-app.ts';
import { shippedScenario } from '../support/shipped-scenario.ts';

const plan = shippedScenario('worked-example-b');
const text = readFileSync(new URL('../../scenarios/worked-example-b.footing', import.meta.url), 'utf8');

let browser: Browser;
let over: PageOverApp;

beforeAll(async () => {
  browser = await launchBrowser();
  over = await openPage(browser);
  // A browser without a window has no screen to fill; presenting does not depend on it.
  await over.page.addInitScript(() => {
    Element.prototype.requestFullscreen = () => Promise.reject(new TypeError('There is no screen.'));
  });
  await over.page.reload();
  await over.page.locator('.verdict').waitFor();
  await dropFile(over.page, { name: 'plan.footing', text });
  await over.page.locator('.st b', { hasText: '(£4.3m)' }).waitFor();
});
afterAll(async () => {
  expect(over.faults).toEqual([]);
  await over.close();
  await browser.close();
});

const press = (key: string) => over.page.keyboard.press(key);
const focused = () =>
  over.page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent ?? '');
const bridge = () => over.page.getByRole('region', { name: /on paper becomes/ });
const reported = () => over.page.locator('.nums .fig .n').first().textContent();
const typed = (lever: string) => over.page.getByRole('textbox', { name: `${lever}, typed` });

/** What the engine says that the system reports in the target year with levers moved. */
function expected(moves: LeverMoves): string {
  const projection = project(withLevers(plan, moves));
  const figures = new ShownFigures({ projection, outcomes: outcomesOf(projection), unit: '£m' });
  return formatFooted(figures.system('reported', projection.frame.target), { unit: '£m', nil: 'digits' });
}

describe('the bridge', () => {
  test('verdict, four numbers and the whole bridge need no scrolling on a laptop', async () => {
    const bottom = (selector: string) =>
      over.page
        .locator(selector)
        .last()
        .evaluate((element) => element.getBoundingClientRect().bottom);
    const sheet = await bottom('.main');
    for (const part of ['.verdict', '.nums', '.picture-ink svg']) expect(await bottom(part), part).toBeLessThanOrEqual(sheet);
    expect(await partsTooWide(over.page)).toEqual([]);
  });

  test('is one stop of the Tab key, and arrows walk its bars', async () => {
    await bridge().locator('.exh button').last().focus();
    await press('Tab');
    expect(await focused()).toBe('Do nothing: (44.2). Explain');
    await press('ArrowDown');
    expect(await focused()).toBe('Provider productivity: 26.8. Explain');
    await press('End');
    expect(await focused()).toBe('Reported position: (4.3). Explain');
    await press('Tab');
    expect(await focused()).not.toContain('Explain');
    await press('Shift+Tab');
    expect(await focused()).toBe('Reported position: (4.3). Explain');
    await press('Home');
    expect(await focused()).toBe('Do nothing: (44.2). Explain');
  });

  test('Enter explains the bar, which stays ringed, and Esc gives the focus back', async () => {
    for (let step = 0; step < 9; step += 1) await press('ArrowDown');
    expect(await focused()).toBe('Headline plan: 17.7. Explain');
    await press('Enter');
    const panel = over.page.getByRole('complementary', { name: 'Explain' });
    await panel.waitFor();
    expect(await panel.getByRole('heading', { level: 3 }).textContent()).toBe('Headline plan, system, 2020/21');
    expect(await over.page.locator('.stop.on').getAttribute('aria-label')).toBe('Headline plan: 17.7. Explain');
    await press('Escape');
    await panel.waitFor({ state: 'detached' });
    expect(await focused()).toBe('Headline plan: 17.7. Explain');
  });

  test('its table is one key away and says the same figures', async () => {
    await press('t');
    const table = bridge().getByRole('table').first();
    await table.waitFor();
    expect(await bridge().getByRole('table').last().getByRole('columnheader').allTextContents()).toEqual([
      '£m',
      '2018/19',
      '2019/20',
      '2020/21',
    ]);
    const rows = await table.getByRole('row').allTextContents();
    expect(rows[0]).toBe('Do nothing(44.2)');
    expect(rows.at(-1)).toBe('Reported position(4.3)');
    expect(await seriousFaults(over.page)).toEqual([]);
    await over.page.getByRole('button', { name: 'Chart', exact: true }).click();
    await table.waitFor({ state: 'detached' });
  });

  test('figures of the four numbers and of who carries it open to their sums', async () => {
    const panel = over.page.getByRole('complementary', { name: 'Explain' });
    for (const [place, heading] of [
      ['.nums .explains', 'Reported position, system, 2020/21'],
      ['.who .explains', 'Reported position, Clinical commissioning group, 2020/21'],
      ['.prog .explains', /2020\/21/],
    ] as const) {
      await over.page.locator(place).first().click();
      await panel.waitFor();
      await expect.poll(() => panel.getByRole('heading', { level: 3 }).textContent()).toMatch(heading);
      await press('Escape');
      await panel.waitFor({ state: 'detached' });
    }
  });
});

describe('levers', () => {
  test('an expectation is kept and held against the answer', async () => {
    await over.page.getByLabel(/what do you expect/).fill('-6');
    await over.page.getByRole('button', { name: 'Keep', exact: true }).click();
    await typed('Delivery of savings').fill('80%');
    await press('Enter');
    await expect.poll(reported).toBe(expected({ delivery: new D('0.8') }));
    expect(await over.page.locator('.answer').textContent()).toContain('You expected (£6.0m).');
    expect(await over.page.locator('.trial').textContent()).toBe('Trial figures, nothing is saved');
  });

  test('two levers at once give what the engine gives, and a bar of the copy is explained as the copy has it', async () => {
    await typed('Capital later by').fill('12');
    await press('Enter');
    await expect.poll(reported).toBe(expected({ delivery: new D('0.8'), capitalSlip: new D(12) }));
    const last = over.page.locator('.stop').last();
    const said = await last.getAttribute('aria-label');
    await last.click();
    const panel = over.page.getByRole('complementary', { name: 'Explain' });
    await panel.waitFor();
    expect(said).toBe(`Reported position: ${await reported()}. Explain`);
    expect(await panel.locator('.xfigure').textContent()).toContain((await reported())?.replace('(', '(£').replace(')', 'm)') ?? '');
    await press('Escape');
    await panel.waitFor({ state: 'detached' });
  });

  test('what cannot be read is refused in words and changes nothing', async () => {
    const before = await reported();
    await typed('Delivery of savings').fill('£4m');
    await press('Enter');
    await over.page.locator('.lev [role="alert"]').waitFor();
    await typed('Delivery of savings').fill('400%');
    await press('Enter');
    await expect.poll(() => over.page.locator('.lev [role="alert"]').textContent()).toContain('Allowed: 0.0% to 120.0%');
    expect(await reported()).toBe(before);
    await press('Escape');
    expect(await typed('Delivery of savings').inputValue()).toBe('80.0%');
    expect(await seriousFaults(over.page)).toEqual([]);
  });

  test('reset puts the plan back', async () => {
    await over.page.getByRole('button', { name: 'Reset', exact: true }).click();
    await expect.poll(reported).toBe('(4.3)');
    await over.page.locator('.trial').waitFor({ state: 'detached' });
    expect(await typed('Delivery of savings').inputValue()).toBe('86.7%');
  });

  test('a slider moves by its arrows, in whole steps', async () => {
    await over.page.getByRole('button', { name: 'Skip' }).click();
    await over.page.getByRole('slider', { name: 'Capital later by' }).focus();
    await press('ArrowRight');
    await press('ArrowRight');
    await press('ArrowRight');
    await expect.poll(() => typed('Capital later by').inputValue()).toBe('3 months');
    await expect.poll(reported).toBe(expected({ capitalSlip: new D(3) }));
    expect(await over.page.locator('.answer').textContent()).not.toContain('You expected');
  });

  test('kept as a scenario it is one more in the library, with what was moved noted', async () => {
    const before = (await over.ask('library.list', { search: '', bin: false })).total;
    await over.page.getByRole('button', { name: 'Keep as scenario' }).click();
    await expect.poll(() => over.page.locator('.doc').textContent()).toContain('tried on the board');
    expect((await over.ask('library.list', { search: '', bin: false })).total).toBe(before + 1);
    const { rows } = await over.ask('library.list', { search: 'tried on the board', bin: false });
    const { scenario } = await over.ask('scenario.open', { id: rows[0]?.id ?? '' });
    expect({ ...scenario, name: plan.name }).toEqual(withLevers(plan, { capitalSlip: new D(3) }));
    const { rows: history } = await over.ask('scenario.history', { id: rows[0]?.id ?? '', path: null });
    expect(history.some(({ reason }) => reason === 'Capital later by 3 months in place of 0 months')).toBe(true);
    await expect.poll(reported).toBe(expected({ capitalSlip: new D(3) }));
    expect(await over.page.locator('.trial').count()).toBe(0);
  });
});

describe('what stands below', () => {
  const changed = () => over.page.getByRole('region', { name: 'What changed' });

  test('a plan that nobody approved says so, and every input of the example has a source', async () => {
    await expect.poll(() => changed().textContent()).toContain('No version of this plan has been approved yet');
    await expect
      .poll(() => over.page.getByRole('region', { name: 'What we do not know' }).textContent())
      .toMatch(/low confidence|has a source/);
  });

  test('after an approval a change is listed with what it alone does', async () => {
    const { rows } = await over.ask('library.list', { search: 'tried on the board', bin: false });
    const id = rows[0]?.id ?? '';
    const signed = { id, name: 'A reader', role: 'Director of finance' };
    await over.ask('scenario.setStatus', { ...signed, status: 'ASSURED' });
    const { revision } = await over.ask('scenario.setStatus', { ...signed, status: 'APPROVED' });
    await over.ask('scenario.edit', {
      id,
      revision,
      edit: { kind: 'setInputField', path: 'savings.S1.delivery', field: 'value', to: '0.5' },
      reason: null,
    });
    await press('Control+l');
    await over.page.locator('#library-grid').waitFor();
    await command(over.page, 'tried on the board');
    await over.page.locator('.verdict').waitFor();
    await expect.poll(() => changed().textContent()).toContain('1 change since version');
    await expect.poll(() => changed().getByRole('row').count()).toBe(2);
    expect(await changed().getByRole('row').last().textContent()).toMatch(/delivery.*50%.*\(\d/i);
    expect(await seriousFaults(over.page)).toEqual([]);
  });
});

describe('presenting', () => {
  const slides = () => over.page.getByRole('dialog', { name: /.+/ }).and(over.page.locator('.slides'));
  const place = () => slides().getByRole('status').textContent();
  /** How many exhibits are presented: those of the plan that have a chart. */
  const count = async () => Number(/of (\d+)$/.exec((await place()) ?? '')?.[1]);

  test('shows one exhibit at a time, arrows move and stop at either end', async () => {
    await over.page.locator('.stop').first().focus();
    await press('F11');
    await slides().waitFor();
    const all = String(await count());
    expect(Number(all)).toBeGreaterThan(5);
    expect(await place()).toBe(`1 of ${all}`);
    await press('ArrowLeft');
    expect(await place()).toBe(`1 of ${all}`);
    await press('ArrowRight');
    await expect.poll(place).toBe(`2 of ${all}`);
    await press('PageDown');
    await expect.poll(place).toBe(`3 of ${all}`);
    await press('PageUp');
    await expect.poll(place).toBe(`2 of ${all}`);
    await press('End');
    await expect.poll(place).toBe(`${all} of ${all}`);
    await press('Home');
    await expect.poll(place).toBe(`1 of ${all}`);
  });

  test.each([
    { width: 1280, height: 800 },
    { width: 1920, height: 1080 },
  ])('nothing is cut at $width by $height, in either theme', async (size) => {
    await over.page.setViewportSize(size);
    const all = await count();
    for (const colorScheme of ['light', 'dark'] as const) {
      await over.page.emulateMedia({ colorScheme });
      await press('Home');
      for (let slide = 1; slide <= all; slide += 1) {
        await expect.poll(place).toBe(`${String(slide)} of ${String(all)}`);
        await slides().locator('svg').first().waitFor();
        const cut = await slides().evaluate((element) =>
          [element, ...element.querySelectorAll('.slide-body, h1')]
            .filter((part) => part.scrollWidth > part.clientWidth + 1 || part.scrollHeight > part.clientHeight + 1)
            .map((part) => `${part.className || part.tagName}: ${String(part.scrollWidth)}×${String(part.scrollHeight)}`),
        );
        expect(cut, `slide ${String(slide)}, ${colorScheme}`).toEqual([]);
        if (slide === 1) expect(await seriousFaults(over.page)).toEqual([]);
        await press('ArrowRight');
      }
    }
    await over.page.emulateMedia({ colorScheme: 'light' });
  });

  test('the table is one key away here too, and Esc gives the focus back', async () => {
    await over.page.setViewportSize({ width: 1280, height: 800 });
    await press('Home');
    await press('t');
    await slides().getByRole('table').first().waitFor();
    await press('t');
    await slides().locator('svg').first().waitFor();
    await press('Escape');
    await slides().waitFor({ state: 'detached' });
    expect(await focused()).toContain('Do nothing');
  });
});
