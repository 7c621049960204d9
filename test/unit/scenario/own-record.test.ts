import { describe, expect, test } from 'vitest';
import { deliveryInput } from '../../../shared/engine/frame.ts';
import { canonicalJson } from '../../../shared/scenario/canonical.ts';
import { applyEdit } from '../../../shared/scenario/edits.ts';
import { fingerprint } from '../../../shared/scenario/fingerprint.ts';
import { asDelivery, ownRecordAsRange, ownRecordOf } from '../../../shared/scenario/own-record.ts';
import { ownRecordFromPaste } from '../../../shared/scenario/own-record-paste.ts';
import { scenarioSchema, type Scenario } from '../../../shared/scenario/schema.ts';
import { validate } from '../../../shared/scenario/validate.ts';
import { ownRecord } from '../../../shared/scenario/what-ifs.ts';
import { D } from '../../../shared/money/decimal.ts';
import { shippedScenario } from '../../support/shipped-scenario.ts';
import { smallWritten, type Written } from '../../support/small-scenario.ts';

function small(change: (written: Written) => void): Scenario {
  const written = smallWritten();
  change(written);
  return scenarioSchema.parse(written);
}

const recorded = small((written) => {
  written.ownRecord = [
    {
      organisation: 'ACUTE',
      plannedByYear: { '2014/15': '4000000', '2015/16': '5000000', '2016/17': '6000000', '2017/18': '7000000' },
      achievedByYear: { '2014/15': '3600000', '2015/16': '3500000', '2016/17': '4900000' },
      recurrentByYear: { '2014/15': '3000000', '2015/16': '2000000', '2016/17': '2200000' },
    },
  ];
});

describe('the own record', () => {
  test('is what was achieved of what was planned, over years that state both', () => {
    const { byOrganisation, overall } = ownRecordOf(recorded);
    const acute = byOrganisation.get('ACUTE');
    expect(acute?.years.map(({ year, share }) => [year, share.toFixed(4)])).toEqual([
      ['2014/15', '0.9000'],
      ['2015/16', '0.7000'],
      ['2016/17', '0.8167'],
    ]);
    // 12.0m of 15.0m; 7.2m of the 12.0m recur.
    expect([acute?.share.toString(), acute?.recurrentShare?.toString(), acute?.lowest.toString(), acute?.highest.toString()]).toEqual([
      '0.8',
      '0.6',
      '0.7',
      '0.9',
    ]);
    expect(overall?.share.toString()).toBe('0.8');
  });

  test('says nothing where nothing is recorded, or of a year without a plan', () => {
    expect(ownRecordOf(small(() => undefined)).overall).toBeUndefined();
    const nil = small((written) => {
      written.ownRecord = [{ organisation: 'ACUTE', plannedByYear: { '2016/17': '0' }, achievedByYear: { '2016/17': '5' } }];
    });
    expect(ownRecordOf(nil).overall).toBeUndefined();
  });

  test('leaves the fingerprint of a scenario without one as it was', () => {
    // Fingerprints that were printed on exports before a record could be kept.
    const bytes = canonicalJson(shippedScenario('worked-example-b'));
    expect([bytes.includes('ownRecord'), bytes.includes('keptAssumptions')]).toEqual([false, false]);
    expect(fingerprint(shippedScenario('worked-example-b'))).toBe('e6bbf55088ef');
  });

  test('is refused for an organisation that is not there, entered twice, negative, or of a year that is none', () => {
    const problemsOf = (record: Written['ownRecord']) =>
      validate(small((written) => (written.ownRecord = record))).flatMap(({ id, path, blocks }) => (path.startsWith('ownRecord') ? [[id, path, blocks]] : []));
    expect(problemsOf([{ organisation: 'X' }])).toEqual([['E10', 'ownRecord.X.organisation', ['ownRecord:X']]]);
    expect(problemsOf([{ organisation: 'ACUTE' }, { organisation: 'ACUTE' }])).toEqual([['E24', 'ownRecord.ACUTE~2', ['ownRecord:ACUTE']]]);
    expect(problemsOf([{ organisation: 'ACUTE', plannedByYear: { '2016/17': '-1' } }])).toEqual([
      ['E2', 'ownRecord.ACUTE.plannedByYear.2016/17', ['ownRecord:ACUTE']],
    ]);
    expect(problemsOf([{ organisation: 'ACUTE', plannedByYear: { '2016': '1', '2009/10': '1', '2021/22': '1', '2010/11': '1' } }]).map(([id, path]) => [id, path])).toEqual([
      ['E3', 'ownRecord.ACUTE.plannedByYear.2016'],
      ['E3', 'ownRecord.ACUTE.plannedByYear.2009/10'],
      ['E3', 'ownRecord.ACUTE.plannedByYear.2021/22'],
    ]);
  });
});

describe('as the range of delivery', () => {
  const edit = ownRecordAsRange(recorded, (scheme) => deliveryInput(recorded, scheme));

  test('worst year, overall and best year become low, likely and high, and the note says so', () => {
    expect(edit).toBeDefined();
    if (edit === undefined) return;
    const { scenario, inverse, label } = applyEdit(recorded, edit);
    expect(label).toBe('Own record as range of delivery');
    const owned = scenario.savings.filter(({ organisation, category }) => organisation === 'ACUTE' && category !== 'UNIDENTIFIED');
    expect(owned.length).toBeGreaterThan(0);
    for (const { id, delivery } of owned) {
      const before = recorded.savings.find((each) => each.id === id);
      expect(delivery?.range).toEqual({ low: '0.7', likely: '0.8', high: '0.9' });
      expect(delivery?.note).toContain('Range of delivery from the own record of Vale Hospitals, 2014/15 to 2016/17: 70.0% to 90.0%, 80.0% overall.');
      if (before !== undefined) expect(delivery?.value).toBe(deliveryInput(recorded, before).value);
    }
    const others = scenario.savings.filter(({ organisation }) => organisation !== 'ACUTE');
    expect(others).toEqual(recorded.savings.filter(({ organisation }) => organisation !== 'ACUTE'));
    expect(canonicalJson(applyEdit(scenario, inverse).scenario)).toBe(canonicalJson(recorded));
    // Used twice, the note holds one sentence of it.
    const again = ownRecordAsRange(scenario, (scheme) => deliveryInput(scenario, scheme));
    expect(again === undefined ? undefined : applyEdit(scenario, again).scenario).toEqual(scenario);
  });

  test('there is none without a record', () => {
    expect(ownRecordAsRange(small(() => undefined), (scheme) => deliveryInput(recorded, scheme))).toBeUndefined();
  });

  test('a share beyond what delivery may be stops there', () => {
    expect([asDelivery(new D(2)), asDelivery(new D(2).div(3))]).toEqual(['1.5', '0.6667']);
  });

  test('the plan at the bodies’ own record counts schemes at it', () => {
    const deliveries = ownRecord(recorded).savings.map(({ organisation, category, delivery }) => [organisation, category === 'UNIDENTIFIED', delivery?.value]);
    for (const [organisation, isUnidentified, delivery] of deliveries) if (organisation === 'ACUTE') expect(delivery).toBe(isUnidentified === true ? '0' : '0.8');
  });
});

describe('a pasted record', () => {
  const paste = (text: string, scenario = recorded) => ownRecordFromPaste(scenario, { text, unit: '£m', source: 'Trust accounts' });

  test('adds what is new and amends what is there, in one step', () => {
    const { edit, read, refused } = paste('Organisation\tYear\tPlanned\tAchieved\nvale hospitals\t2017/18\t7.5\t5\nCOUNCIL\t2016-17\t£2.0m\t1.5\t1\nCOUNCIL\t2015/2016\t1\t\n');
    expect([read, refused]).toEqual([3, []]);
    expect(edit).toBeDefined();
    if (edit === undefined) return;
    const { scenario, inverse } = applyEdit(recorded, edit);
    expect(scenario.ownRecord?.[0]?.plannedByYear['2017/18']).toEqual({ value: '7500000', unit: '£', source: 'Trust accounts' });
    expect(scenario.ownRecord?.[0]?.plannedByYear['2014/15']?.value).toBe('4000000');
    expect(scenario.ownRecord?.[1]).toEqual({
      organisation: 'COUNCIL',
      plannedByYear: { '2016/17': { value: '2000000', unit: '£', source: 'Trust accounts' }, '2015/16': { value: '1000000', unit: '£', source: 'Trust accounts' } },
      achievedByYear: { '2016/17': { value: '1500000', unit: '£', source: 'Trust accounts' } },
      recurrentByYear: { '2016/17': { value: '1000000', unit: '£', source: 'Trust accounts' } },
    });
    expect(canonicalJson(applyEdit(scenario, inverse).scenario)).toBe(canonicalJson(recorded));
    const without = shippedScenario('worked-example-b');
    const first = paste('ACUTE\t2016/17\t10\t8', without);
    expect(first.edit === undefined ? undefined : applyEdit(without, first.edit).scenario.ownRecord).toHaveLength(1);
  });

  test('says which lines it could not read, and why', () => {
    const { edit, refused } = paste('Nobody\t2016/17\t1\t1\nACUTE\t2016/18\t1\t1\nACUTE\t2016/17\t1%\t1\nACUTE\t2016/17');
    expect(edit).toBeUndefined();
    expect(refused.map(({ line, text }) => [line, text.split('.')[0]])).toEqual([
      [1, 'Read "Nobody"'],
      [2, 'Read the year "2016/18"'],
      [3, expect.stringContaining('1%')],
      [4, 'Read 2 columns'],
    ]);
  });
});
