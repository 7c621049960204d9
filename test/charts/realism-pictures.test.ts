import { describe, expect, test } from 'vitest';
import { openExhibitPress } from '../../charts/export/exhibit-files.ts';
import { exportSheet, originOfSheet } from '../../charts/export/export-sheet.ts';
import { chartStops } from '../../charts/drawing/stops.ts';
import { PAPER } from '../../charts/drawing/palette.ts';
import { displayStep } from '../../shared/money/units.ts';
import { REALISM_EXHIBIT_IDS, type Exhibit } from '../../shared/outcomes/exhibits/exhibit.ts';
import { footingFault } from '../../shared/outcomes/shown-table.ts';
import type { Scenario } from '../../shared/scenario/schema.ts';
import { shippedScenario } from '../support/shipped-scenario.ts';
import { illPlaced, pictureIn } from './drawn-text.ts';
import { withHostileNames } from './hostile-names.ts';

const press = await openExhibitPress();
/** A tenth of the draws says as much about a picture. */
const quick = (scenario: Scenario): Scenario => ({ ...scenario, simulation: { ...scenario.simulation, draws: 1000 } });
const exampleB = quick(shippedScenario('worked-example-b'));

function sheetOf(scenario: Scenario) {
  return exportSheet({ scenario, status: undefined, isAltered: false, unit: '£m', exhibits: [...REALISM_EXHIBIT_IDS] });
}

function files(scenario: Scenario, exhibits?: readonly Exhibit[]): { name: string; text: string }[] {
  const sheet = sheetOf(scenario);
  const origin = originOfSheet(sheet, { madeAt: '2018-03-14 09:30' });
  const order = { exhibits: exhibits ?? sheet.chosen, formats: ['svg', 'csv'] as const, origin, unit: '£m' as const };
  return [...press(order)].map(({ name, bytes }) => ({ name, text: new TextDecoder().decode(bytes) }));
}

const svgsOf = (scenario: Scenario): { name: string; text: string }[] => files(scenario).filter(({ name }) => name.endsWith('.svg'));

describe('exhibits of realism of worked example B', () => {
  const { chosen } = sheetOf(exampleB);
  const findings = Object.fromEntries(chosen.map(({ id, finding }) => [id, finding]));

  test('say what is so', () => {
    const { probability, ...others } = findings;
    expect(probability).toMatch(/^The chance of balance in 2020\/21 is \d+\.\d% as reported, \d+\.\d% before support$/);
    expect(others).toEqual({
      'break-even': 'Balance needs 94.0% of savings delivered; the plan assumes 86.7%',
      tornado: 'Pay (pay) moves 2020/21 most: by £8.3m from end to end',
      'delivery-by-slip': 'Delivery needed: 94.0% as stated, 92.9% at 24 months',
      'release-by-growth': 'Release needed: 66.1% as stated, 90.9% at +0.10pp',
      concentration: 'Three schemes bring 68.1% of the savings that count in 2020/21',
    });
  });

  test('their tables add up as shown, and each is described for one who does not see it', () => {
    for (const { id, tables, altText, subtitle } of chosen) {
      expect(altText.length, id).toBeGreaterThan(60);
      expect(subtitle, id).toMatch(/2020\/21.*(?:£m|per cent)$/);
      for (const footing of tables.flatMap((table) => table.footings))
        expect(footingFault(footing, displayStep({ unit: '£m' })), id).toBeUndefined();
    }
    expect(chosen.find(({ id }) => id === 'concentration')?.tables[0]?.footings.length).toBeGreaterThan(0);
  });

  test('the tornado has both ends in words and figures, the late hub on one side', () => {
    const { series } = chosen.find(({ id }) => id === 'tornado') ?? {};
    if (series?.kind !== 'tornado') throw new TypeError('The tornado is drawn as one.');
    const hub = series.rows.find(({ key }) => key === 'capital.C1.slippageMonths');
    expect([hub?.lowWords, hub?.low.figure.toString(), hub?.highWords, hub?.high.figure.toString()]).toEqual([
      '0 months',
      '400000',
      '12 months',
      '300000',
    ]);
    const stops = chartStops({ series, unit: '£m', width: 640, palette: PAPER });
    expect(stops).toHaveLength(series.rows.length);
    expect(stops[0]?.words).toBe('Pay (pay), +0.5pp / −0.5pp: (4.2) to 4.1');
  });

  test('a reason for keeping a figure is printed with the line of delivery', () => {
    const keptAssumptions = [{ id: 'K1', question: 'tariff:S9', reason: 'The trust agreed it in writing.' }];
    const notes = exportSheet({
      scenario: { ...exampleB, keptAssumptions },
      status: undefined,
      isAltered: false,
      unit: '£m',
      exhibits: ['break-even'],
    }).chosen[0]?.notes;
    expect(notes).toContain('Kept, with reason: £4.8m off a contract saves the system £1.7m. The trust agreed it in writing.');
  });

  test('each point of an edge can be walked to', () => {
    const { series } = chosen.find(({ id }) => id === 'delivery-by-slip') ?? {};
    if (series?.kind !== 'edge') throw new TypeError('The edge is drawn as one.');
    const words = chartStops({ series, unit: '£m', width: 640, palette: PAPER }).map((stop) => stop.words);
    expect([words.length, words[0], words[8]]).toEqual([9, 'as stated: 94.0%', '24 months: 92.9%']);
  });
});

describe.each([
  ['worked example B', exampleB],
  ['the sample', quick(shippedScenario('sample'))],
  ['names that try to break out', withHostileNames(exampleB)],
] as const)('pictures of %s', (_, scenario) => {
  const drawn = svgsOf(scenario);

  test('every exhibit is drawn, of known elements only', () => {
    const known = new Set(['title', 'desc', 'rect', 'text', 'tspan', 'g', 'line', 'path', 'circle', 'polygon', 'polyline']);
    expect(drawn).toHaveLength(REALISM_EXHIBIT_IDS.length);
    for (const { name, text } of drawn) {
      expect(
        pictureIn(text).elements.filter((element) => !known.has(element)),
        name,
      ).toEqual([]);
      expect(text).not.toMatch(/<script|<image|<[^>]*\s(?:href|on\w+)=/);
    }
  });

  test('no text is clipped or stands on another', () => {
    for (const { name, text } of drawn) expect(illPlaced(pictureIn(text)), name).toEqual([]);
  });
});

test('a second drawing gives the same bytes', () => {
  const { chosen } = sheetOf(exampleB);
  expect(files(exampleB, chosen)).toEqual(files(exampleB, chosen));
});

test('a plan without savings, ranges or capital has none of them', () => {
  const bare = {
    ...exampleB,
    savings: [],
    capital: [],
    shifts: [],
    declaredPairs: [],
    series: exampleB.series.map((each) => withoutRanges(each)),
  };
  expect(sheetOf(bare).chosen.map(({ id }) => id)).toEqual([]);
});

function withoutRanges(series: Scenario['series'][number]): Scenario['series'][number] {
  if (series.kind !== 'RATES') return series;
  const rates = Object.entries(series.rateByYear).map(([year, { value, unit }]) => [year, { value, unit }] as const);
  return { ...series, rateByYear: Object.fromEntries(rates) };
}
