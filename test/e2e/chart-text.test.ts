import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { createElement as h, type ReactElement } from 'react';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ExhibitChart, chartHeight, type ExhibitChartProps } from '../../charts/drawing/ExhibitChart.ts';
import { fittedBridge } from '../../charts/drawing/fitted-bridge.ts';
import { PAGE } from '../../charts/drawing/palette.ts';
import { SlideBridge, mostColumns } from '../../charts/drawing/SlideBridge.ts';
import { openDrawingPage, type DrawingPage } from '../../charts/export/drawing-page.ts';
import { svgContent } from '../../charts/export/svg-text.ts';
import type { MoneyUnit } from '../../shared/money/units.ts';
import { project } from '../../shared/engine/project.ts';
import type { Exhibit } from '../../shared/outcomes/exhibits/exhibit.ts';
import { exhibitsOf } from '../../shared/outcomes/exhibits/exhibits.ts';
import { fewerBars } from '../../shared/outcomes/exhibits/fewer-bars.ts';
import { outcomesOf } from '../../shared/outcomes/positions.ts';
import type { Scenario } from '../../shared/scenario/schema.ts';
import { withHostileNames } from '../charts/hostile-names.ts';
import { launchBrowser } from '../support/browser.ts';
import { shippedScenario } from '../support/shipped-scenario.ts';

const WIDTHS = [560, 800, 1200] as const;
const SLIDES = [
  { width: 1184, height: 560 },
  { width: 1824, height: 820 },
] as const;
const SCENARIOS: readonly (readonly [string, Scenario])[] = [
  ['worked example B', shippedScenario('worked-example-b')],
  ['the sample', shippedScenario('sample')],
  ['names that try to break out', withHostileNames(shippedScenario('worked-example-b'))],
];

const styles = (name: string): string => readFileSync(new URL(`../../renderer/styles/${name}`, import.meta.url), 'utf8');
const typeface = readFileSync(new URL('../../renderer/styles/fonts/inter-latin-opsz.woff2', import.meta.url)).toString('base64');
const SHEET = [
  `@font-face { font-family: 'Inter'; src: url('data:font/woff2;base64,${typeface}') format('woff2'); font-weight: 100 900; }`,
  styles('tokens.css').replace(/@font-face \{[^}]*\}/u, ''),
  styles('exhibit.css'),
].join('\n');

let browser: Browser;
let page: Page;
let draw: DrawingPage;

beforeAll(async () => {
  browser = await launchBrowser();
  page = await browser.newPage({ viewport: { width: 1920, height: 1080 } });
  await page.setContent(`<style>${SHEET}</style><div class="picture-ink"></div>`);
  await page.evaluate(async () => {
    await Promise.all(['12px Inter', 'bold 12px Inter'].map((type) => document.fonts.load(type)));
  });
  draw = await openDrawingPage();
});
afterAll(async () => {
  await browser.close();
});

/** A chart as the page holds it, with its own size. */
function drawn(element: ReactElement, { width, height }: { width: number; height: number }): string {
  const svg = draw(element);
  if (svg === undefined) throw new TypeError('Nothing was drawn.');
  return `<svg width="${String(width)}" height="${String(height)}">${svgContent(svg)}</svg>`;
}

function chart(props: ExhibitChartProps): string {
  return drawn(h(ExhibitChart, props), { width: props.width, height: chartHeight(props) });
}

/** Texts that stick out of their chart, and pairs of which one stands on the other, as the browser lays them out. */
async function illPlaced(svg: string): Promise<string[]> {
  return page.evaluate((content) => {
    const place = document.querySelector('.picture-ink');
    if (place === null) return ['there is no place for the chart'];
    place.innerHTML = content;
    const edges = place.querySelector('svg')?.getBoundingClientRect() ?? new DOMRect();
    // Halos are drawn in the colour of the sheet, under their own text. A browser's box is as high as the line; the letters themselves stay a little inside.
    const inside = (rect: DOMRect) => ({ left: rect.left, right: rect.right, top: rect.top + 2, bottom: rect.bottom - 2 });
    const texts = [...place.querySelectorAll('text')]
      .filter((text) => text.getAttribute('fill') !== 'var(--sheet)' && text.textContent !== '')
      .map((text) => ({ words: text.textContent, ...inside(text.getBoundingClientRect()) }));
    if (texts.length === 0) return ['no text was drawn'];
    const out = texts.filter(
      ({ left, right, top, bottom }) =>
        left < edges.left - 0.5 || right > edges.right + 0.5 || top < edges.top - 0.5 || bottom > edges.bottom + 0.5,
    );
    const upon = texts.flatMap((one, index) =>
      texts
        .slice(index + 1)
        .filter((other) => one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom)
        .map((other) => `${one.words} / ${other.words}`),
    );
    return [...out.map(({ words }) => `clipped: ${words}`), ...upon];
  }, svg);
}

function exhibitsIn(scenario: Scenario, unit: MoneyUnit): Exhibit[] {
  const projection = project(scenario);
  return exhibitsOf({ projection, outcomes: outcomesOf(projection), unit });
}

describe.each(SCENARIOS)('charts of %s on the page', (_, scenario) => {
  const charts = exhibitsIn(scenario, '£m').flatMap(({ id, series }) => (series === undefined ? [] : [{ id, series }]));

  test.each(WIDTHS)('no text is cut or stands on another at %i pixels', async (width) => {
    expect(charts.length).toBeGreaterThan(5);
    for (const { id, series } of charts) {
      expect(await illPlaced(chart({ series, unit: '£m', width, palette: PAGE })), id).toEqual([]);
    }
  });

  test('nor in pounds, where figures are long', async () => {
    for (const { id, series } of exhibitsIn(scenario, '£')) {
      if (series === undefined) continue;
      for (const width of WIDTHS)
        expect(await illPlaced(chart({ series, unit: '£', width, palette: PAGE })), `${id} ${String(width)}`).toEqual([]);
    }
  });

  test('nor where the rows of the bridge are as low as they go', async () => {
    for (const { series } of charts) {
      if (series.kind !== 'bridge') continue;
      const { rowHeight } = fittedBridge(series, { width: 672, height: series.bars.length * 17 + 44 });
      expect(rowHeight).toBe(17);
      expect(await illPlaced(chart({ series, unit: '£m', width: 672, palette: PAGE, rowHeight }))).toEqual([]);
    }
  });

  test.each(SLIDES)('nor on a slide of $width by $height', async (room) => {
    for (const unit of ['£m', '£000', '£'] as const) {
      const series = exhibitsIn(scenario, unit).find(({ id }) => id === 'bridge')?.series;
      if (series?.kind !== 'bridge') throw new TypeError('There is no bridge.');
      const most = mostColumns({ bars: series.bars, unit, width: room.width, palette: PAGE });
      const bars = fewerBars(series.bars, Math.min(14, most));
      expect(bars.length).toBeLessThanOrEqual(14);
      expect(await illPlaced(drawn(h(SlideBridge, { bars, unit, ...room, palette: PAGE }), room))).toEqual([]);
    }
  });
});
