import type { Scenario } from '../../shared/scenario/schema.ts';
import type { StorePorts, StoredOutcomes } from '../../electron/store/types.ts';
import { SYSTEM } from '../../electron/store/types.ts';

const YEARS = ['2018/19', '2019/20', '2020/21'] as const;

/**
 * Outcomes that follow from a scenario without the engine: "reported" is the savings' delivery added up in ten-thousandths, so that a test sees at once
 * whether stored outcomes belong to the scenario as it stands.
 */
export function plainOutcomes(scenario: Scenario, engineVersion = 'plain 1'): StoredOutcomes {
  const delivered = scenario.savings.reduce((total, { delivery }) => total + Math.round(Number(delivery?.value ?? '0') * 10_000), 0);
  const amount = String(delivered);
  const bodies = [SYSTEM, ...scenario.organisations.map(({ id }) => id).sort()];
  return {
    kind: 'computed',
    engineVersion,
    headline: {
      doNothing: '0',
      reported: amount,
      underlying: '-1.5',
      unidentified: '0',
      requiredMitigation: '0',
      verdict: `Delivered ${amount}`,
    },
    figures: bodies.flatMap((organisation) => YEARS.map((year) => ({ organisation, year, measure: 'reported', amount }))),
    bars: YEARS.map((year) => ({ year, bar: 'reported', label: 'Reported position', kind: 'position', amount })),
  };
}

/** Ids go on over all ports of a test file, since a library may be opened again with others. */
let ids = 0;

export interface TestPorts extends StorePorts {
  /** Lets time pass. */
  pass: (milliseconds: number) => void;
}

/** A clock that starts on 14 March 2018 and moves a second with each look, ids in order, and outcomes without the engine. */
export function testPorts(overrides: Partial<StorePorts> = {}): TestPorts {
  let moment = Date.UTC(2018, 2, 14, 9, 30);
  return {
    now: () => new Date((moment += 1000)),
    newId: () => `id-${String((ids += 1))}`,
    project: (scenario) => plainOutcomes(scenario),
    pass: (milliseconds) => {
      moment += milliseconds;
    },
    ...overrides,
  };
}
