import { expect, test } from 'vitest';
import { savingsWithoutCapital, waitingFor } from '../../../renderer/screens/scenario/capital-effect.ts';
import { ladderFinding, ladderOf } from '../../../renderer/screens/scenario/ladder-rungs.ts';
import { systemOf, whoGains } from '../../../renderer/screens/scenario/who-gains.ts';
import { troublesOf } from '../../../renderer/screens/scenario/troubles.ts';
import { project } from '../../../shared/engine/project.ts';
import { sum, ZERO } from '../../../shared/money/decimal.ts';
import { toPence } from '../../../shared/money/format.ts';
import { fairShareOf, NATIONAL_CAPITAL } from '../../../shared/outcomes/national-capital.ts';
import { shiftSystem } from '../../../shared/outcomes/shift-system.ts';
import { shippedScenario } from '../../support/shipped-scenario.ts';

const projection = project(shippedScenario('worked-example-b'));
const sample = project(shippedScenario('sample'));

test('the rungs of every ladder add up from what is claimed to what counts, in every year', () => {
  for (const { savings, frame } of [projection, sample]) {
    for (const outcome of savings.schemes.values()) {
      const rungs = ladderOf(outcome);
      for (let year = 1; year <= frame.yearCount; year += 1) {
        const steps = sum(rungs.slice(0, -1).map(({ amounts }) => amounts[year] ?? ZERO));
        expect(toPence(steps)).toBe(toPence(outcome.systemEffect[year] ?? ZERO));
      }
    }
  }
});

test('a ladder says what it takes, and what it finds', () => {
  const council = projection.savings.schemes.get('S6');
  if (council === undefined) throw new Error('Worked example B has a scheme S6.');
  expect(ladderOf(council).map(({ label }) => label)).toEqual([
    'What the plan claims',
    'Timing',
    'Capital',
    'Overlap',
    'Not cash-releasing, 10%',
    'Not delivered, 15%',
    'Counts for the system',
  ]);
  expect(ladderFinding(council, { year: 3, unit: '£m' })).toBe(
    'Strengths-based practice in adult social care: £10.00m claimed, £7.65m counts',
  );
});

test('who gains by the shifts and who loses comes to what they are worth to the system', () => {
  for (const each of [projection, sample]) {
    for (let year = 1; year <= each.frame.yearCount; year += 1) {
      const gains = whoGains(each, year);
      expect(toPence(sum(gains.map(systemOf)))).toBe(toPence(shiftSystem(each).systemEffect[year] ?? ZERO));
      // What commissioners no longer pay, providers no longer get.
      expect(gains.filter(({ key }) => key === 'price').map((row) => toPence(systemOf(row)))).toEqual(['0.00']);
    }
  }
  const care = whoGains(projection, 3).find(({ key }) => key === 'care');
  expect(toPence(care?.byOrganisation.get('CCG') ?? ZERO)).toBe('-2186344.01');
});

test('savings that wait for capital fall with it', () => {
  expect(waitingFor(projection, 'C2').map(({ id, isLost }) => ({ id, isLost }))).toEqual([{ id: 'S7', isLost: true }]);
  expect(waitingFor(projection, 'C1').map(({ id, what, isLost }) => ({ id, what, isLost }))).toEqual([
    { id: 'SH2', what: 'shift', isLost: false },
  ]);
  expect(toPence(savingsWithoutCapital(projection))).toBe('3000000.00');
});

test('a fair share of the capital is the mean of the 44 footprints', () => {
  const fair = fairShareOf(projection);
  expect(fair.share.toFixed(0)).toBe('59090909');
  expect(toPence(fair.asked)).toBe('9256000.00');
  expect(fair.ratio.toFixed(3)).toBe('0.157');
  const [all, ...parts] = NATIONAL_CAPITAL.slice(0, 4);
  expect(parts.reduce((total, { pounds }) => total + BigInt(pounds), 0n)).toBe(BigInt(all?.pounds ?? '0'));
});

test('what was typed and not read stands before what the rules say, and each in its section', () => {
  const draft = {
    path: 'savings.S3.delivery',
    text: '40 | 80 | 75',
    message: 'The high value must be at least the likely one.',
    where: 'Length of stay, Delivery',
  };
  const troubles = troublesOf(projection.problems, [draft]);
  expect(troubles[0]).toMatchObject({ path: 'savings.S3.delivery', section: 'savings', isError: true });
  expect(troubles.find(({ path }) => path.startsWith('shifts.'))).toMatchObject({ section: 'shifts', isError: false });
  expect(troubles).toHaveLength(projection.problems.length + 1);
});
