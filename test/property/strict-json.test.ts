import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readStrictJson } from '../../shared/scenario/strict-json.ts';

const RUNS = { numRuns: 3000 };
const POLLUTING = /"(?:__proto__|constructor|prototype)"\s*:/;

/** What the platform's own reader makes of a text: the value, or nothing where it refuses. */
function platformReads(text: string): { value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return undefined;
  }
}

/** The same with numbers as the platform reads them, so that literal texts compare. */
function numbersRead(read: unknown, platform: unknown): unknown {
  if (typeof platform === 'number' && typeof read === 'string') return Number(read);
  if (Array.isArray(read) && Array.isArray(platform)) return read.map((item, index) => numbersRead(item, platform[index]));
  if (typeof read !== 'object' || read === null || typeof platform !== 'object' || platform === null) return read;
  const held = new Map<string, unknown>(Object.entries(platform));
  return Object.fromEntries(Object.entries(read).map(([key, item]) => [key, numbersRead(item, held.get(key))]));
}

describe('the strict reader beside the reader of the platform', () => {
  test('reads the same from what the platform wrote', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 6 }), fc.constantFrom(undefined, 2, '\t'), (content, indent) => {
        const text = JSON.stringify(content, null, indent);
        fc.pre(!POLLUTING.test(text));
        const reading = readStrictJson(text);
        const platform = platformReads(text)?.value;
        expect(reading.kind === 'read' ? { value: numbersRead(reading.value, platform) } : reading).toEqual({ value: platform });
      }),
      RUNS,
    );
  });

  test('refuses what the platform refuses in a text that was changed, and nothing else but keys', () => {
    const edit = fc.record({
      at: fc.nat(),
      cut: fc.nat({ max: 3 }),
      put: fc.constantFrom('', '"', ',', ':', '{', '}', '[', ']', '0', '-', '.', 'e', '\\', 'u', 't', ' ', '\n', '\u0001'),
    });
    fc.assert(
      fc.property(fc.json(), fc.array(edit, { minLength: 1, maxLength: 3 }), (json, edits) => {
        const text = edits.reduce((before, { at, cut, put }) => {
          const place = before.length === 0 ? 0 : at % before.length;
          return before.slice(0, place) + put + before.slice(place + cut);
        }, json);
        const reading = readStrictJson(text);
        const isOurRule =
          reading.kind === 'damaged' && (reading.expected === 'each key once' || reading.expected.endsWith('never allowed'));
        if (!isOurRule) expect(reading.kind === 'read').toBe(platformReads(text) !== undefined);
      }),
      RUNS,
    );
  });

  test('keeps every digit of a number', () => {
    const digits = fc.stringMatching(/^-?(0|[1-9][0-9]{0,24})(\.[0-9]{1,24})?$/);
    fc.assert(
      fc.property(digits, (literal) => {
        const reading = readStrictJson(literal);
        const read = reading.kind === 'read' ? reading.value : undefined;
        if (typeof read !== 'number' && typeof read !== 'string') throw new TypeError(`${literal} was read as no number.`);
        expect(plain(String(read))).toBe(plain(literal));
      }),
      RUNS,
    );
  });
});

/** The digits of a plain number without idle zeros, worked out on the text alone. */
function plain(number: string): string {
  const [whole = '', fraction = ''] = number.split('.');
  let end = fraction.length;
  while (end > 0 && fraction[end - 1] === '0') end -= 1;
  const kept = end === 0 ? whole : `${whole}.${fraction.slice(0, end)}`;
  return kept === '-0' ? '0' : kept;
}
