import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CanonicalFormError, canonicalJson, hasCanonicalForm, isJsonObject } from '../../../shared/scenario/canonical.ts';
import { fingerprint, hashOf } from '../../../shared/scenario/fingerprint.ts';
import { scenarioSchema } from '../../../shared/scenario/schema.ts';

describe('canonical JSON', () => {
  test('is laid out one entry a line, keys sorted, with a newline at the end', () => {
    expect(canonicalJson({ b: [1, 'x', { d: true, c: null }], a: {}, Z: [], e: undefined })).toBe(
      '{\n  "Z": [],\n  "a": {},\n  "b": [\n    1,\n    "x",\n    {\n      "c": null,\n      "d": true\n    }\n  ]\n}\n',
    );
  });

  test('sorts by code point, also above U+FFFF, and does not group keys that look like numbers', () => {
    const keys = ['😀', '\uffff', 'é', 'a', 'B', '10', '9', '', '\ue000', '\ud800'];
    const sorted = ['', '10', '9', 'B', 'a', 'é', '\ue000', '\uffff', '\ud800', '😀'];
    const written = canonicalJson(Object.fromEntries(keys.map((key) => [key, 0])));
    expect(written).toBe(`{\n${sorted.map((key) => `  ${JSON.stringify(key)}: 0`).join(',\n')}\n}\n`);
  });

  test('keeps half of a surrogate pair as an escape', () => {
    expect(canonicalJson('\ud800')).toBe('"\\ud800"\n');
  });

  test('writes minus nil as nil', () => {
    expect(canonicalJson([-0, 0, -12, 9007199254740991])).toBe('[\n  0,\n  0,\n  -12,\n  9007199254740991\n]\n');
  });

  test('does not depend on the order in which an object was built', () => {
    const backwards = (content: unknown): unknown => {
      if (Array.isArray(content)) return content.map(backwards);
      if (typeof content !== 'object' || content === null) return content;
      return Object.fromEntries(
        Object.entries(content)
          .reverse()
          .map(([key, item]) => [key, backwards(item)]),
      );
    };
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 4 }).filter(hasCanonicalForm), (content) => {
        expect(canonicalJson(backwards(content))).toBe(canonicalJson(content));
        expect(JSON.parse(canonicalJson(content))).toEqual(JSON.parse(JSON.stringify(content)));
      }),
      { numRuns: 1000 },
    );
  });

  const loop: unknown[] = [];
  loop.push(loop);
  test.each([
    ['a fraction', [1.5], 'the number 1.5'],
    ['a number beyond exact whole numbers', { a: 2 ** 53 }, 'the number 9007199254740992'],
    ['NaN', [NaN], 'the number NaN'],
    ['a class instance', { a: new Map() }, 'an object of a class'],
    ['a function', { a: () => 1 }, 'a function'],
    ['a bigint', [1n], 'a bigint'],
    ['a gap in a list', Object.assign([], { length: 1 }), 'something undefined'],
    ['nothing at all', undefined, 'something undefined'],
    ['something that holds itself', loop, 'content more than 64 levels deep'],
  ])('refuses %s', (_, content, found) => {
    expect(hasCanonicalForm(content)).toBe(false);
    expect(() => canonicalJson(content)).toThrow(CanonicalFormError);
    expect(() => canonicalJson(content)).toThrow(`Found ${found}, which cannot be written to a scenario file.`);
  });

  test('an object is neither a list nor null', () => {
    expect([{}, [], null, 'x', undefined].map(isJsonObject)).toEqual([true, false, false, false, false]);
  });
});

describe('the fingerprint', () => {
  const written = {
    name: 'Plan',
    footprint: { id: 'F', name: 'Footprint' },
    baseYear: '2017/18',
    targetYear: '2020/21',
    horizonYear: '2020/21',
  };

  test('is the start of the SHA-256 of the canonical text', () => {
    // printf '{\n  "a": "é"\n}\n' | sha256sum
    expect(hashOf({ a: 'é' })).toBe('4e979729ed9ac42a2f0a8dc9895d2b83fa40820c50f013e29645bd00f2bb6fa2');
    const scenario = scenarioSchema.parse(written);
    expect(fingerprint(scenario)).toBe(hashOf(scenario).slice(0, 12));
    expect(fingerprint(scenario)).toMatch(/^[0-9a-f]{12}$/);
  });

  test('does not depend on how the scenario was written, only on what it says', () => {
    const bare = scenarioSchema.parse({ ...written, populationByYear: { '2020/21': 300000 } });
    const full = scenarioSchema.parse({ populationByYear: { '2020/21': { unit: 'persons', value: '0300000.0' } }, ...written });
    const other = scenarioSchema.parse({ ...written, populationByYear: { '2020/21': { value: '300000', source: 'Registry' } } });
    expect(fingerprint(full)).toBe(fingerprint(bare));
    expect(fingerprint(other)).not.toBe(fingerprint(bare));
  });
});
