import { describe, expect, test } from 'vitest';
import { project } from '../../../shared/engine/project.ts';
import { keepNoLonger, keepWithReason } from '../../../shared/realism/card.ts';
import { keptInWords, realismCards } from '../../../shared/realism/cards.ts';
import { deliveryMarks } from '../../../shared/realism/delivery-marks.ts';
import { evidencePanel } from '../../../shared/realism/evidence-panel.ts';
import { realismContext } from '../../../shared/realism/realism-context.ts';
import { beliefText, whatToBelieve } from '../../../shared/realism/what-to-believe.ts';
import { canonicalJson } from '../../../shared/scenario/canonical.ts';
import { applyEdit } from '../../../shared/scenario/edits.ts';
import { keysAllowedAt } from '../../../shared/scenario/schema-words.ts';
import { scenarioSchema, type Scenario } from '../../../shared/scenario/schema.ts';
import { atOnce, bareScenario, byYear, cost, income, saving } from '../../support/bare-system.ts';
import { shippedScenario } from '../../support/shipped-scenario.ts';

const B = shippedScenario('worked-example-b');
const SAMPLE = shippedScenario('sample');
const opened = (scenario: Scenario) => realismContext(project(scenario));
const cardsOf = (scenario: Scenario) => realismCards(opened(scenario));

describe('cards', () => {
  test('worked example B is asked nine questions, worst first', () => {
    expect(cardsOf(B).map(({ key, effect }) => [key, effect.toFixed(0)])).toEqual([
      ['shift-pays', '4019874'],
      ['support-cliff', '3400000'],
      ['concentration', '3364767'],
      ['activity', '3175289'],
      ['tariff:S9', '3120000'],
      ['capital-unfunded:C2', '3000000'],
      ['recurrent-share', '2745101'],
      ['council:COUNCIL', '1703846'],
      ['delivery', '610263'],
    ]);
  });

  test('each says your number, the comparison, its source and when it does not apply, once', () => {
    for (const scenario of [B, SAMPLE, shippedScenario('hampshire-isle-of-wight-2016')]) {
      const cards = cardsOf(scenario);
      expect(cards.length).toBeGreaterThan(0);
      expect(new Set(cards.map(({ key }) => key)).size).toBe(cards.length);
      for (const card of cards) {
        for (const words of [card.heading, card.finding, card.yours, card.comparison, card.source, card.notWhen])
          expect(words.length, card.key).toBeGreaterThan(3);
        expect(card.effect.gt(0), card.key).toBe(true);
        expect(card.kept).toBeUndefined();
      }
    }
  });

  test('their paths lead to inputs of the scenario, or to places where one may be set', () => {
    for (const scenario of [B, SAMPLE]) {
      for (const { paths, key } of cardsOf(scenario)) {
        for (const path of paths) {
          const [list = '', id = ''] = path.split('.');
          const items: unknown = Reflect.get(scenario, list);
          const index = Array.isArray(items)
            ? items.findIndex((item: { id?: string; organisation?: string }) => (item.id ?? item.organisation) === id)
            : -1;
          expect(index, `${key}: ${path}`).toBeGreaterThanOrEqual(0);
          const field = path.split('.')[2] ?? '';
          expect(keysAllowedAt(scenarioSchema, [list, index]), path).toContain(field);
        }
      }
    }
  });

  test('say in words what the plan says in numbers', () => {
    const cards = new Map(cardsOf(B).map((card) => [card.key, card]));
    expect(cards.get('shift-pays')?.yours).toBe('The plan scores it at +£3.2m; it costs £0.8m.');
    expect(cards.get('tariff:S9')?.finding).toBe('£4.8m off a contract saves the system £1.7m');
    expect(cards.get('capital-unfunded:C2')?.finding).toBe('£3.0m waits for capital with no funding');
    expect(cards.get('council:COUNCIL')?.finding).toBe('Council must still find £1.4m');
    expect(cards.get('support-cliff')?.yours).toBe(
      '£0 is earned in 2020/21, of £3.4m at stake. Just below break-even the system is £0.2m short.',
    );
  });

  test('the own record takes the place of the national one', () => {
    const ownRecord = [
      { organisation: 'ACUTE', plannedByYear: { '2015/16': '10', '2016/17': '10' }, achievedByYear: { '2015/16': '7', '2016/17': '8' } },
    ];
    const scenario = scenarioSchema.parse({ ...B, ownRecord });
    const card = cardsOf(scenario).find(({ key }) => key === 'delivery');
    expect([card?.heading, card?.comparison, card?.source]).toEqual([
      'More than before',
      'These bodies delivered 75.0% of what they planned.',
      'The own record of this scenario; 2015/16 to 2016/17',
    ]);
    // (0.8674315 − 0.75) × 47,936,473.99
    expect(card?.effect.toFixed(0)).toBe('5629253');
  });

  test('none where nothing could be computed', () => {
    expect(cardsOf({ ...B, targetYear: 'never' })).toEqual([]);
  });
});

describe('kept with a reason', () => {
  const keep = { question: 'delivery', reason: 'Three years of 95%.', owner: 'Director of finance', date: '2018-03-01' };

  test('is stored, shown on its card, printed in the paper, changed, and taken away again', () => {
    const kept = applyEdit(B, keepWithReason(B, keep));
    expect(kept.label).toBe('Kept, with reason');
    const cards = cardsOf(kept.scenario);
    expect(cards.find(({ key }) => key === 'delivery')?.kept).toEqual({ id: 'K1', ...keep });
    expect(keptInWords(opened(kept.scenario))).toEqual([
      'Kept, with reason: The plan counts on 86.7% of its savings. Three years of 95%. (Director of finance, 2018-03-01)',
    ]);
    const changed = applyEdit(
      kept.scenario,
      keepWithReason(kept.scenario, { question: 'delivery', reason: 'Agreed by the board.' }),
    ).scenario;
    expect(changed.keptAssumptions).toEqual([{ id: 'K1', question: 'delivery', reason: 'Agreed by the board.' }]);
    const other = applyEdit(changed, keepWithReason(changed, { question: 'plug:one-off-closes:S8', reason: 'Found.' })).scenario;
    expect(other.keptAssumptions?.map(({ id }) => id)).toEqual(['K1', 'K2']);
    expect(keptInWords(opened(other))[1]).toBe('Kept, with reason: A one-off in the year that is tested. Found.');
    const asked = keepNoLonger(other, 'delivery');
    expect(asked === undefined ? undefined : applyEdit(other, asked).scenario.keptAssumptions?.map(({ id }) => id)).toEqual(['K2']);
    expect(keepNoLonger(other, 'activity')).toBeUndefined();
    expect(canonicalJson(applyEdit(kept.scenario, kept.inverse).scenario)).toBe(canonicalJson(B));
  });
});

describe('what you would have to believe', () => {
  test('worked example B, in six sentences', () => {
    expect(beliefText(whatToBelieve(opened(B)))).toBe(
      [
        'For Worked example B (fictitious) to balance in 2020/21 you would have to believe that:',
        '(1) 94.0% of savings that survive overlap and cash release are delivered, every year. Trusts had delivered 73% at month 6 of 2017/18.',
        '(2) 3,500 inpatient spells a year leave Acute trust, while demand there otherwise grows by 2.2% a year.',
        '(3) £10.1m of capital is approved, and Community hub is open by Oct 2020, with no further slip.',
        '(4) £3.0m of cost leaves Acute trust within 3 months of losing £8.2m of income.',
        '(5) £1.4m more is found by Council, whose reserves are already at their £1.0m minimum.',
        '(6) £3.4m of support is earned. Without it the system misses balance by £0.2m, even at that rate.',
      ].join('\n'),
    );
  });

  test('the numbers are live, and unidentified savings are one of them', () => {
    const { beliefs } = whatToBelieve(opened(SAMPLE));
    expect(beliefs.map(({ key }) => key)).toEqual([
      'delivery',
      'unidentified',
      'activity:EASTMERE-HOSPITALS',
      'capital',
      'released:EASTMERE-HOSPITALS',
    ]);
    expect(beliefs[1]).toMatchObject({ figure: '£20.1m', paths: ['savings.S20.delivery'] });
    const fewer = { ...SAMPLE, savings: SAMPLE.savings.filter(({ id }) => id !== 'S20') };
    expect(whatToBelieve(opened(fewer)).beliefs.map(({ key }) => key)).not.toContain('unidentified');
  });

  test('a system of which nothing need be believed says nothing', () => {
    const lines = [income({ organisation: 'TRUST', baseAmount: '100' }), cost({ organisation: 'TRUST', baseAmount: '90' })];
    expect(whatToBelieve(opened(bareScenario({ lines }))).beliefs).toEqual([]);
  });
});

describe('the panel of ratios', () => {
  test('of worked example B: six ratios, and no sum of them', () => {
    expect(evidencePanel(opened(B)).map(({ id, ratio, reason }) => [id, ratio?.toFixed(2) ?? reason])).toEqual([
      ['savings-rate', '0.80'],
      ['recurrent-share', '1.15'],
      ['activity', '0.32'],
      ['capital-ask', '0.16'],
      ['ramp', 'No own record is entered.'],
      ['red-and-unidentified', '0.00'],
    ]);
  });

  test('a plan of one provider, by hand', () => {
    const scenario = bareScenario({
      lines: [income({ organisation: 'TRUST', baseAmount: '1000' }), cost({ organisation: 'TRUST', baseAmount: '1000' })],
      savings: [
        saving({ id: 'S1', profile: atOnce('72'), rating: 'RED' }),
        saving({ id: 'S2', profile: { kind: 'NON_RECURRENT', amountByYear: byYear('0', '0', '36') } }),
      ],
      ownRecord: [
        {
          organisation: 'TRUST',
          plannedByYear: { '2015/16': '50', '2016/17': '50' },
          achievedByYear: { '2015/16': '30', '2016/17': '36' },
          recurrentByYear: { '2015/16': '24', '2016/17': '19.5' },
        },
      ],
    });
    const ratios = new Map(evidencePanel(opened(scenario)).map((each) => [each.id, each.ratio?.toFixed(4)]));
    // 108 over three years of 1,000 is 3.6% a year, as delivered in 2018/19.
    expect(ratios.get('savings-rate')).toBe('1.0000');
    // 72 of 108 recur; 43.5 of the 66 recorded did.
    expect(ratios.get('recurrent-share')).toBe('1.0115');
    // 72 in the first year; 36 in the best recorded one.
    expect(ratios.get('ramp')).toBe('2.0000');
    // 72 of 108 are rated red; the tool asks from a quarter.
    expect(ratios.get('red-and-unidentified')).toBe('2.6667');
  });
});

describe('marks on the delivery line', () => {
  test('national record lowest first, with its source; the own record among them', () => {
    const shares = (scenario: Scenario) =>
      deliveryMarks(opened(scenario)).map(({ kind, share, label }) => `${kind} ${share.times(100).toFixed(0)}% ${label}`);
    expect(shares(B)).toEqual([
      'evidence 73% recurrent, trusts, month 6, 2017/18',
      'evidence 85% recurrent, trusts, forecast 2017/18',
      'evidence 87% NHS England QIPP, 2013/14',
      'evidence 89% trusts, 2018/19',
    ]);
    const ownRecord = [{ organisation: 'ACUTE', plannedByYear: { '2016/17': '10' }, achievedByYear: { '2016/17': '8' } }];
    expect(shares(scenarioSchema.parse({ ...B, ownRecord }))[1]).toBe('own 80% own record, 2016/17');
  });
});
