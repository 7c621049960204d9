import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { D, ONE, ZERO } from '../../../shared/money/decimal.ts';
import { scenarioSchema, type Scenario } from '../../../shared/scenario/schema.ts';
import { COUNCIL_ONLY_SOURCES, NHS_ONLY_SOURCES, regimeOf } from '../../../shared/scenario/vocabulary.ts';
import { scenarioArbitrary } from '../../support/scenario-arbitrary.ts';

const SAMPLES = fc.sample(scenarioArbitrary(), { numRuns: 600, seed: 2018 });

/** Rule E11 refuses a scenario with this field, so no valid scenario has it. */
const NEVER_VALID = ['prevention[].returnOnInvestment'];

const isInput = (keys: Iterable<string>): boolean => new Set(keys).has('unit');

/** Every field and every allowed word of the schema, as "savings[].profile.kind=STEP". An input counts as one field, whatever it carries. */
function allowedBy(schema: z.core.JSONSchema._JSONSchema | undefined, path = ''): string[] {
  if (schema === undefined || typeof schema === 'boolean') return [];
  if (schema.oneOf !== undefined) return schema.oneOf.flatMap((option) => allowedBy(option, path));
  if (schema.items !== undefined) return [schema.items].flat().flatMap((item) => allowedBy(item, `${path}[]`));
  const words = schema.enum ?? (schema.const === undefined ? [] : [schema.const]);
  if (words.length > 0) return words.map((word) => `${path}=${String(word)}`);
  if (typeof schema.additionalProperties === 'object') return allowedBy(schema.additionalProperties, `${path}{}`);
  if (schema.properties === undefined) return [path];
  if (isInput(Object.keys(schema.properties))) return [path];
  return Object.entries(schema.properties).flatMap(([key, part]) => allowedBy(part, path === '' ? key : `${path}.${key}`));
}

/** The same of one scenario. Keys that are years or ratings are read as "{}". */
function presentIn(part: unknown, path = ''): string[] {
  if (Array.isArray(part)) return part.flatMap((item) => presentIn(item, `${path}[]`));
  if (typeof part !== 'object' || part === null) return [path, `${path}=${String(part)}`];
  if (isInput(Object.keys(part))) return [path];
  return Object.entries(part).flatMap(([key, item]) => {
    if (/^\d{4}\/\d{2}$|^[A-Z_]+$/.test(key)) return presentIn(item, `${path}{}`);
    return presentIn(item, path === '' ? key : `${path}.${key}`);
  });
}

describe('random scenarios', () => {
  test('hold every field and every allowed word of the schema', () => {
    const present = new Set(SAMPLES.flatMap((scenario) => presentIn(scenario)));
    const allowed = allowedBy(z.toJSONSchema(scenarioSchema, { io: 'output' }));
    expect(allowed).toContain('settings.deliveryByRating{}');
    expect(allowed).toContain('savings[].profile.kind=PROGRAMME');
    expect(allowed.filter((fact) => !present.has(fact) && !NEVER_VALID.includes(fact))).toEqual([]);
  });

  test('hold every annotation of an input, and a range in order', () => {
    const inputs = SAMPLES.flatMap((scenario) => scenario.lines.map(({ baseAmount }) => baseAmount));
    for (const key of ['source', 'owner', 'date', 'confidence', 'note', 'range'] as const)
      expect(inputs.some((input) => input[key] !== undefined)).toBe(true);
    for (const { value, range } of inputs) {
      if (range === undefined) continue;
      expect(new D(range.low).lte(range.likely) && new D(range.likely).lte(range.high)).toBe(true);
      expect(range.likely).toBe(value);
    }
  });

  test('keep to the sizes and amounts asked for', () => {
    const sizes = { organisations: 2, savings: 1, shifts: 0, capital: 0, largestPounds: 1000, projectedYears: 6, annotated: false };
    for (const scenario of fc.sample(scenarioArbitrary(sizes), { numRuns: 100, seed: 5 })) {
      expect(scenario.organisations.length).toBeLessThanOrEqual(2);
      expect(scenario.savings.length).toBeLessThanOrEqual(1);
      expect([scenario.shifts, scenario.capital]).toEqual([[], []]);
      expect(scenario.horizonYear).toBe('2023/24');
      expect(scenario.lines.every(({ baseAmount }) => new D(baseAmount.value).lte(1000) && Object.keys(baseAmount).length === 2)).toBe(
        true,
      );
    }
  });

  test('hold together: references, sums and regimes', () => {
    expect(SAMPLES.flatMap(looseReferences)).toEqual([]);
    expect(SAMPLES.flatMap(wrongSums)).toEqual([]);
    expect(SAMPLES.flatMap(wrongCapital)).toEqual([]);
  });
});

function looseReferences(scenario: Scenario): string[] {
  const organisations = new Set(scenario.organisations.map(({ id }) => id));
  const ids = [
    scenario.series,
    scenario.lines,
    scenario.programmes,
    scenario.pools,
    scenario.savings,
    scenario.capital,
    scenario.stepGroups,
  ].map((list) => list.map(({ id }) => id));
  const known = new Set([...organisations, ...ids.flat(), ...scenario.flows.map(({ id }) => id), ...scenario.shifts.map(({ id }) => id)]);
  const named =
    /^(organisation|payer|payee|counterparty|fromOrganisation|toOrganisation|commissioner|pool|programme|first|second|stepGroup|payLine|costUplift|efficiencyFactor|.*Series)$/;
  const listed = /^(capitalDependencies|enables|of|lines)$/;
  const loose: string[] = [];
  const visit = (part: unknown): void => {
    if (typeof part !== 'object' || part === null) return;
    for (const [key, item] of Object.entries(part)) {
      if (named.test(key) && typeof item === 'string' && !known.has(item)) loose.push(`${key}: ${item}`);
      if (listed.test(key) && Array.isArray(item))
        loose.push(...item.filter((id) => typeof id === 'string' && !known.has(id)).map((id) => `${key}: ${String(id)}`));
      visit(item);
    }
  };
  visit(scenario);
  const total = ids.flat().length + organisations.size + scenario.flows.length + scenario.shifts.length;
  return known.size === total ? loose : [...loose, 'an id is used twice'];
}

function wrongSums(scenario: Scenario): string[] {
  const groups = [
    ...scenario.savings
      .map(({ id, benefitSplit }) => ({ id, shares: benefitSplit.map(({ weight }) => weight) }))
      .filter(({ shares }) => shares.length > 0),
    ...scenario.prevention.map(({ id, beneficiaries }) => ({ id, shares: beneficiaries.map(({ weight }) => weight) })),
    ...scenario.capital.map(({ id, funding }) => ({ id, shares: funding.map(({ share }) => share) })),
    ...scenario.riskShares.map(({ id, participants }) => ({ id, shares: participants.map(({ gainWeight }) => gainWeight) })),
    ...scenario.riskShares.map(({ id, participants }) => ({ id, shares: participants.map(({ lossWeight }) => lossWeight) })),
  ];
  return groups.filter(({ shares }) => !shares.reduce((sum, { value }) => sum.plus(value), ZERO).eq(ONE)).map(({ id }) => id);
}

function wrongCapital(scenario: Scenario): string[] {
  const types = new Map(scenario.organisations.map(({ id, type }) => [id, type]));
  return scenario.capital
    .filter(({ organisation, regime, funding }) => {
      const type = types.get(organisation);
      const isCouncil = type !== undefined && regimeOf(type) === 'COUNCIL';
      const barred = isCouncil ? NHS_ONLY_SOURCES : COUNCIL_ONLY_SOURCES;
      return (regime !== undefined && (regime === 'COUNCIL') !== isCouncil) || funding.some(({ source }) => barred.has(source));
    })
    .map(({ id }) => id);
}
