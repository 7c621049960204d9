import { describe, expect, test } from 'vitest';
import { PAPER } from '../../charts/drawing/palette.ts';
import { stackBoxes } from '../../charts/drawing/StackChart.ts';
import { PICTURE_WIDTH } from '../../charts/export/exhibit-picture.ts';
import { openExhibitPress, type ExportedFile } from '../../charts/export/exhibit-files.ts';
import type { ExportFormat } from '../../shared/outcomes/exhibits/export-formats.ts';
import { project } from '../../shared/engine/project.ts';
import { EXHIBIT_IDS, type ExhibitId } from '../../shared/outcomes/exhibits/exhibit.ts';
import { exhibitsOf } from '../../shared/outcomes/exhibits/exhibits.ts';
import { originOf, type Origin } from '../../shared/outcomes/exhibits/origin-stamp.ts';
import { outcomesOf } from '../../shared/outcomes/positions.ts';
import type { Scenario } from '../../shared/scenario/schema.ts';
import { shippedScenario } from '../support/shipped-scenario.ts';
import { illPlaced, pictureIn } from './drawn-text.ts';
import { HOSTILE_NAMES, withHostileNames } from './hostile-names.ts';

const press = await openExhibitPress();
const MADE_AT = '2018-03-14 09:30';
const CHARTS = ['bridge', 'trajectory', 'savings', 'organisations', 'capital', 'winners', 'reserves'];

/** The stamp of the golden pictures does not change with the notes of the scenario or the version of the engine. */
const STAMP: Origin = {
  scenario: 'Worked example B',
  footprint: 'Worked example B (fictitious)',
  fingerprint: '0123456789ab',
  engineVersion: '0.0.0',
  madeAt: MADE_AT,
  marks: ['DRAFT: not agreed by all partners', 'ILLUSTRATIVE: inputs are not real'],
  said: ['2 inputs have no source'],
};

function pressed(
  scenario: Scenario,
  formats: readonly ExportFormat[],
  origin?: Origin,
  ids: readonly ExhibitId[] = EXHIBIT_IDS,
): ExportedFile[] {
  const projection = project(scenario);
  const exhibits = exhibitsOf({ projection, outcomes: outcomesOf(projection), unit: '£m' }).filter(({ id }) => ids.includes(id));
  const stamp = origin ?? originOf(projection, { status: undefined, madeAt: MADE_AT, said: [] });
  return [...press({ exhibits, formats, origin: stamp, unit: '£m' })];
}

const textOf = ({ bytes }: ExportedFile): string => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
const exampleB = shippedScenario('worked-example-b');
const svgs = pressed(exampleB, ['svg'], STAMP);

describe('golden pictures of worked example B', () => {
  test('every exhibit that has a chart is drawn', () => {
    expect(svgs.map(({ name }) => name)).toEqual(CHARTS.map((id) => `worked-example-b-${id}-2018-03-14.svg`));
  });

  test.each(svgs.map((file, index) => [CHARTS[index] ?? file.name, file] as const))('%s', async (id, file) => {
    await expect(textOf(file)).toMatchFileSnapshot(`golden/worked-example-b-${id}.svg`);
  });

  test('a second drawing gives the same bytes, picture and drawing alike', () => {
    const once = (): ExportedFile[] => pressed(exampleB, ['svg', 'png'], STAMP, ['bridge', 'trajectory', 'savings']);
    const [first, second] = [once(), once()];
    expect(first).toHaveLength(6);
    expect(second.map(({ name }) => name)).toEqual(first.map(({ name }) => name));
    for (const [index, { bytes, name }] of first.entries())
      expect(Buffer.compare(bytes, second[index]?.bytes ?? Buffer.of()), name).toBe(0);
  });

  test('a picture says that it has 300 dots an inch, and is as large as its drawing', () => {
    const [drawing, picture] = pressed(exampleB, ['svg', 'png'], STAMP, ['reserves']);
    const { width } = pictureIn(drawing === undefined ? '' : textOf(drawing));
    const png = Buffer.from(picture?.bytes ?? []);
    expect(png.subarray(37, 41).toString('latin1')).toBe('pHYs');
    expect([png.readUInt32BE(41), png.readUInt32BE(45), png[49]]).toEqual([11811, 11811, 1]);
    expect(png.readUInt32BE(16)).toBe(Math.round((width * 300) / 96));
  });
});

describe('golden pictures of the sample', () => {
  const drawn = pressed(shippedScenario('sample'), ['svg'], { ...STAMP, scenario: 'Sample', footprint: 'A fictitious system' });
  test('every exhibit that has a chart is drawn', () => {
    expect(drawn.map(({ name }) => name)).toEqual(CHARTS.map((id) => `sample-${id}-2018-03-14.svg`));
  });

  test.each(drawn.map((file, index) => [CHARTS[index] ?? file.name, file] as const))('%s', async (id, file) => {
    await expect(textOf(file)).toMatchFileSnapshot(`golden/sample-${id}.svg`);
  });
});

describe.each([
  'worked-example-a',
  'worked-example-b',
  'sample',
  'hampshire-isle-of-wight-2016',
  'norfolk-waveney-2016',
  'west-yorkshire-harrogate-2016',
])('pictures of %s', (name) => {
  test('no text is clipped or stands on another', () => {
    for (const file of pressed(shippedScenario(name), ['svg'])) expect(illPlaced(pictureIn(textOf(file))), file.name).toEqual([]);
  });
});

describe('names that try to break out', () => {
  const files = pressed(withHostileNames(exampleB), ['svg', 'csv']);
  const drawn = files.filter(({ name }) => name.endsWith('.svg')).map(textOf);

  test('a picture is made of known elements only, whatever is in it', () => {
    const known = new Set(['title', 'desc', 'rect', 'text', 'g', 'line', 'path', 'circle']);
    expect(drawn).toHaveLength(CHARTS.length);
    for (const svg of drawn) {
      expect(pictureIn(svg).elements.filter((element) => !known.has(element))).toEqual([]);
      expect(svg).not.toMatch(/<script|<image|<[^>]*\s(?:href|on\w+)=/);
    }
    expect(drawn.join('')).toContain('&lt;script&gt;');
  });

  test('long names stay inside and off each other', () => {
    for (const svg of drawn) expect(illPlaced(pictureIn(svg))).toEqual([]);
    expect(drawn.join('')).toContain('…');
  });

  test('nothing in a picture or table turns the writing direction', () => {
    for (const file of files) expect(textOf(file).slice(1)).not.toMatch(/[\u202a-\u202e\u2066-\u2069\u200e\u200f]/);
  });

  test('no cell of a table is a formula', () => {
    const tables = files.filter(({ name }) => name.endsWith('.csv')).map(textOf);
    for (const table of tables) {
      const cells = table.slice(1).match(/"(?:[^"]|"")*"|[^",\r\n]+/g) ?? [];
      expect(cells.length).toBeGreaterThan(20);
      for (const cell of cells) expect(cell).toMatch(/^(?:"(?![\s]*[=+\-@])|-?\d+\.\d\d$)/);
    }
    expect(tables.join('')).toContain("'=cmd|");
  });

  test('file names hold plain letters only', () => {
    for (const { name } of files) expect(name).toMatch(/^[a-z0-9-]+\.(svg|csv)$/);
    expect(HOSTILE_NAMES).toContain(withHostileNames(exampleB).name);
  });
});

test('the keyboard stops of the stack stand on the layers as they are drawn', () => {
  const projection = project(exampleB);
  const { series } = exhibitsOf({ projection, outcomes: outcomesOf(projection), unit: '£m' }).find(({ id }) => id === 'savings') ?? {};
  const drawn = svgs.find(({ name }) => name.includes('savings'));
  if (series?.kind !== 'stack' || drawn === undefined) throw new TypeError('Savings are drawn as a stack.');
  const rects = [...textOf(drawn).matchAll(/<rect x="([\d.]+)" y="[\d.]+" width="72" height="([\d.]+)"/g)].map(([, x, height]) => [
    Number(x),
    Number(height),
  ]);
  const stops = stackBoxes({ series, unit: '£m', width: PICTURE_WIDTH - 32, palette: PAPER });
  expect(stops.length).toBeGreaterThan(6);
  for (const { layer, index, box } of stops) {
    const standsOn = rects.some(([x = 0, height = 0]) => Math.abs(x - box.x) < 1 && Math.abs(height - box.height) < 1.5);
    expect(standsOn, `${layer.key} of ${String(series.years[index])} at ${String(box.x)}`).toBe(true);
  }
});
