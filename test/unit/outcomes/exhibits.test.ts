import { describe, expect, test } from 'vitest';
import { project } from '../../../shared/engine/project.ts';
import { D, ZERO, plus, sum } from '../../../shared/money/decimal.ts';
import { MONEY_UNITS, displayStep, type MoneyUnit } from '../../../shared/money/units.ts';
import { exhibitsOf } from '../../../shared/outcomes/exhibits/exhibits.ts';
import { EXHIBIT_IDS, type Exhibit, type ExhibitId } from '../../../shared/outcomes/exhibits/exhibit.ts';
import { exhibitCsv } from '../../../shared/outcomes/exhibits/exhibit-csv.ts';
import { exportName } from '../../../shared/outcomes/exhibits/export-name.ts';
import { originOf, stampLines } from '../../../shared/outcomes/exhibits/origin-stamp.ts';
import { readyCheck } from '../../../shared/outcomes/exhibits/ready-check.ts';
import { outcomesOf } from '../../../shared/outcomes/positions.ts';
import { footingFault, type Shown } from '../../../shared/outcomes/shown-table.ts';
import type { Scenario } from '../../../shared/scenario/schema.ts';
import { shippedScenario } from '../../support/shipped-scenario.ts';

const SHIPPED = ['worked-example-a', 'worked-example-b', 'sample', 'hampshire-isle-of-wight-2016', 'norfolk-waveney-2016'] as const;
const exampleB = shippedScenario('worked-example-b');
const sample = shippedScenario('sample');

function exhibits(scenario: Scenario, unit: MoneyUnit = '£m'): Exhibit[] {
  const projection = project(scenario);
  return exhibitsOf({ projection, outcomes: outcomesOf(projection), unit });
}

function exhibit(scenario: Scenario, id: ExhibitId): Exhibit {
  const found = exhibits(scenario).find((each) => each.id === id);
  if (found === undefined) throw new RangeError(`There is no exhibit ${id}.`);
  return found;
}

/** Every amount that an exhibit shows in its tables. */
function shownIn({ tables }: Exhibit): Shown[] {
  const cells = tables.flatMap(({ rows }) => rows.filter(({ isRounding }) => isRounding !== true).flatMap((row) => row.cells));
  return cells.flatMap((cell) => (cell.kind === 'money' ? [cell.shown] : []));
}

/** The figures of each amount in one exhibit, whatever their sign. One table may show two measures of one amount, such as reported and underlying. */
function figuresByAmount(one: Exhibit): Map<string, Set<string>> {
  const figures = new Map<string, Set<string>>();
  for (const { exact, figure } of shownIn(one)) {
    const amount = exact.abs().toFixed(6);
    figures.set(amount, (figures.get(amount) ?? new Set()).add(figure.abs().toFixed()));
  }
  return figures;
}

/** Amounts that one exhibit shows as a figure that another never shows them as. */
function shownTwice(all: readonly Exhibit[]): string[] {
  return all.flatMap((one, index) => {
    const own = figuresByAmount(one);
    return all
      .slice(index + 1)
      .flatMap((other) =>
        [...figuresByAmount(other)]
          .filter(([amount, shown]) => !new D(amount).isZero() && [...shown].every((figure) => own.get(amount)?.has(figure) === false))
          .map(([amount]) => `${amount}: ${one.id} and ${other.id}`),
      );
  });
}

function ready(scenario: Scenario, given?: readonly Exhibit[]): Record<string, boolean> {
  const projection = project(scenario);
  const outcomes = outcomesOf(projection);
  const lines = readyCheck({ projection, outcomes, exhibits: given ?? exhibits(scenario), checks: [] });
  return Object.fromEntries(lines.map(({ id, holds }) => [id, holds]));
}

describe('findings of worked example B', () => {
  test.each([
    ['bridge', 'A £17.7m surplus on paper becomes a £4.3m shortfall'],
    ['trajectory', 'Doing nothing ends 2020/21 £44.2m short; the plan, risk-adjusted, £4.3m short'],
    ['savings', '£41.6m of savings counts for the system in 2020/21, £2.9m of it one-off'],
    ['organisations', 'Acute trust carries the largest shortfall, £6.0m in 2020/21'],
    ['schemes', 'Of £59.2m that savings claim for 2020/21, £41.6m counts for the system'],
    ['capital', '£2.2m of £12.3m of capital asked for is not funded: Back-office systems'],
    ['reserves', 'Council must still find £1.4m in 2020/21, after reserves'],
    ['per-head', '£13.97 a head short in 2020/21; if nothing changes, £144.13 a head short'],
  ] as const)('%s', (id, finding) => {
    expect(exhibit(exampleB, id).finding).toBe(finding);
  });

  test('every exhibit says what it shows, of which years and in which unit, and what a reader would see', () => {
    expect(exhibits(exampleB).map(({ id }) => id)).toEqual([...EXHIBIT_IDS]);
    for (const { id, subtitle, altText } of exhibits(exampleB)) {
      expect(subtitle, id).toMatch(/2020\/21.*, £m?$/);
      expect(altText.length, id).toBeGreaterThan(60);
    }
  });

  test('the alt text of the bridge names every bar that is not nil', () => {
    const { altText, series } = exhibit(exampleB, 'bridge');
    expect(series?.kind).toBe('bridge');
    if (series?.kind !== 'bridge') return;
    for (const { label, shown } of series.bars) expect(altText.includes(label), label).toBe(!shown.exact.isZero());
  });

  test('bars of the bridge begin where the one before ends, and positions stand on nil', () => {
    const { series } = exhibit(exampleB, 'bridge');
    if (series?.kind !== 'bridge') throw new TypeError('The bridge is drawn as a bridge.');
    let standing = ZERO;
    for (const { isPosition, from, to, shown } of series.bars) {
      expect(from.toFixed()).toBe(isPosition ? '0' : standing.toFixed());
      expect(plus(from, shown.exact).minus(to).abs().lte('1e-6')).toBe(true);
      standing = to;
    }
    expect(standing.toFixed(2)).toBe('-4278659.77');
  });
});

describe('what an unidentified line closes', () => {
  test('no finding of the sample says that it balances without saying what it rests on', () => {
    const said = exhibits(sample).map(({ finding }) => finding);
    expect(said.filter((finding) => /balance/i.test(finding))).toEqual([]);
    for (const finding of said.filter((each) => /break-even/i.test(each)))
      expect(finding).toContain('resting on £20.1m of savings that nobody has identified');
    expect(said.filter((each) => /break-even/i.test(each)).length).toBeGreaterThan(1);
  });

  test('the unidentified bar is never drawn as an improvement', () => {
    const { series } = exhibit(sample, 'bridge');
    if (series?.kind !== 'bridge') throw new TypeError('The bridge is drawn as a bridge.');
    expect(series.bars.find(({ key }) => key === 'headline:UNIDENTIFIED')?.tone).toBe('attention');
  });

  test('unidentified savings are a layer by themselves, however small', () => {
    const small = sample.savings.map((scheme) =>
      scheme.category === 'UNIDENTIFIED' ? { ...scheme, delivery: { value: '0.001', unit: 'share' as const } } : scheme,
    );
    const { series } = exhibit({ ...sample, savings: small }, 'savings');
    if (series?.kind !== 'stack') throw new TypeError('Savings are drawn as a stack.');
    expect(series.layers.map(({ key }) => key)).toContain('UNIDENTIFIED');
    expect(series.layers.filter(({ key }) => key !== 'UNIDENTIFIED' && key !== 'ONE_OFF').length).toBeLessThanOrEqual(4);
  });

  test('a council that is short needs attention; it carries no deficit', () => {
    const { series, altText } = exhibit(exampleB, 'organisations');
    if (series?.kind !== 'positions') throw new TypeError('Organisations are drawn as positions.');
    expect(series.rows.map(({ tone }) => tone)).toEqual(['improves', 'worsens', 'worsens', 'attention']);
    expect(altText).toContain('Council must still find £1.4m');
  });
});

describe.each(SHIPPED)('tables of %s', (name) => {
  const scenario = shippedScenario(name);
  const everything = MONEY_UNITS.map((unit) => ({ unit, shown: exhibits(scenario, unit) }));

  test('parts give the shown total, exactly, in every unit', () => {
    let sums = 0;
    for (const { unit, shown } of everything) {
      for (const footing of shown.flatMap(({ tables }) => tables).flatMap(({ footings }) => footings)) {
        expect(footingFault(footing, displayStep({ unit }))).toBeUndefined();
        expect(plus(sum(footing.parts.map(({ figure }) => figure)), footing.rounding).toFixed(), footing.what).toBe(
          footing.total.figure.toFixed(),
        );
        sums += 1;
      }
    }
    expect(sums).toBeGreaterThan(10);
  });

  test('one amount is one figure in all exhibits', () => {
    expect(shownTwice(exhibits(scenario))).toEqual([]);
  });

  test('a part of the exhibits shows the same figures as all of them, since the register is filled in one order', () => {
    const all = exhibits(scenario).map((each) => shownIn(each).map(({ figure }) => figure.toFixed()));
    const again = exhibits(scenario)
      .toReversed()
      .map((each) => shownIn(each).map(({ figure }) => figure.toFixed()));
    expect(again.toReversed()).toEqual(all);
  });
});

test('one amount is one figure whatever is delivered of each scheme', () => {
  for (let draw = 1; draw <= 40; draw += 1) {
    const savings = exampleB.savings.map((scheme, index) => ({
      ...scheme,
      delivery: { value: (0.4 + ((draw * 37 + index * 53) % 100) / 181).toFixed(4), unit: 'share' as const },
    }));
    expect(shownTwice(exhibits({ ...exampleB, savings })), `draw ${String(draw)}`).toEqual([]);
  }
});

describe('ready check', () => {
  test('inputs without a source are counted, and stop nothing', () => {
    const projection = project(exampleB);
    const lines = readyCheck({ projection, outcomes: outcomesOf(projection), exhibits: exhibits(exampleB), checks: [] });
    expect(lines.filter(({ stops, holds }) => stops && !holds)).toEqual([]);
    const bare: Scenario = { ...exampleB, populationByYear: { '2020/21': { value: '300000', unit: 'persons' } } };
    expect(ready(bare)).toMatchObject({ sources: false, checks: true, tables: true });
  });

  test('an exhibit without finding or alt text is named', () => {
    const blank = exhibits(exampleB).map((each) => ({ ...each, finding: each.id === 'bridge' ? ' ' : each.finding, altText: '' }));
    expect(ready(exampleB, blank)).toMatchObject({ finding: false, altText: false });
  });

  test('a failed check stops an export', () => {
    const projection = project(exampleB);
    const checks = [{ id: 'C6', holds: false, detail: 'planted' }] as const;
    const line = readyCheck({ projection, outcomes: outcomesOf(projection), exhibits: [], checks }).find(({ id }) => id === 'checks');
    expect(line).toMatchObject({ holds: false, stops: true, text: 'checks failed: C6' });
  });

  test('a scheme that makes the position exactly nil needs a name to answer for it', () => {
    const named = sample.savings.map((scheme) => (scheme.category === 'UNIDENTIFIED' ? { ...scheme, owner: 'Finance director' } : scheme));
    expect(ready({ ...sample, savings: named }).plug).toBe(true);
    const hidden = sample.savings.map((scheme) =>
      scheme.category === 'UNIDENTIFIED' ? { ...scheme, category: 'BACK_OFFICE' as const, owner: undefined, source: undefined } : scheme,
    );
    expect(ready({ ...sample, savings: hidden }).plug).toBe(false);
  });
});

describe('what leaves the program', () => {
  const origin = originOf(project(exampleB), { status: undefined, madeAt: '2018-03-14 09:30', said: ['2 inputs have no source'] });

  test('the stamp says scenario, fingerprint, time, status and what was said', () => {
    const stamp = stampLines(origin).join(' ');
    for (const part of [exampleB.name, origin.fingerprint, '2018-03-14 09:30', 'DRAFT', 'ILLUSTRATIVE', '2 inputs have no source'])
      expect(stamp).toContain(part);
    expect(
      stampLines(originOf(project(sample), { status: { stage: 'APPROVED', role: 'Accountable officer' }, madeAt: '', said: [] }))[1],
    ).toBe('Approved (Accountable officer). SAMPLE: a fictitious system. ILLUSTRATIVE: inputs are not real.');
  });

  test('amounts in a table are exact, to the penny', () => {
    const csv = exhibitCsv(exhibit(exampleB, 'bridge'), origin);
    expect(csv).toContain('"Reported position",-4278659.77\r\n');
    expect(csv).toContain('"Overlap between schemes",-362048.61\r\n');
    expect(csv.charCodeAt(0)).toBe(0xfeff);
  });

  test('a file is named after scenario, exhibit and day', () => {
    const name = { exhibit: 'bridge', madeAt: '2018-03-14 09:30', format: 'svg' };
    expect(exportName({ ...name, scenario: 'Plan B: “Ærøskøbing” & café' })).toBe('plan-b-r-sk-bing-cafe-bridge-2018-03-14.svg');
    expect(exportName({ ...name, scenario: '../..' })).toBe('scenario-bridge-2018-03-14.svg');
    expect(exportName({ ...name, scenario: 'x'.repeat(300) }).length).toBeLessThan(90);
  });
});

test('a scenario of which nothing can be computed has no exhibits', () => {
  expect(exhibits({ ...exampleB, targetYear: '2035/36' })).toEqual([]);
});
