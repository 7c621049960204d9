import { isJsonObject } from '../../shared/scenario/canonical.ts';
import { D, decimal, isCanonicalDecimal, type Decimal } from '../../shared/money/decimal.ts';
import { moneyInSentence } from '../../shared/money/format.ts';
import type { JsonObject, JsonValue } from '../../shared/scenario/strict-json.ts';
import { SYSTEM, type StoredOutcomes } from '../store/types.ts';

/** Results written to the penny by one program and exactly by another are the same figure. */
const HALF_A_PENNY = new D('0.005');
const LISTED = 20;

/**
 * The results that a scenario file carries, under the names that summaries use: `system.reported.2020/21`, `organisations.ACUTE.support.2020/21`. Exact amounts
 * in pounds as decimal text. Nothing where the scenario could not be computed.
 */
export function fileResults(outcomes: StoredOutcomes): JsonObject | undefined {
  if (outcomes.kind === 'notComputed') return undefined;
  const system: JsonObject = {};
  const organisations: JsonObject = {};
  for (const { organisation, measure, year, amount } of outcomes.figures) {
    const body = organisation === SYSTEM ? system : objectIn(organisations, organisation);
    objectIn(body, measure)[year] = amount;
  }
  return { system, organisations };
}

function objectIn(holder: JsonObject, key: string): JsonObject {
  const held = holder[key];
  if (isJsonObject(held)) return held;
  const made: JsonObject = {};
  holder[key] = made;
  return made;
}

/**
 * Figures that a file states and this engine computes otherwise, in words, the largest difference first. Only what both state is compared, because another
 * version may state more. `names` are the organisations' own.
 */
export function resultDifferences(
  stated: JsonObject | undefined,
  now: JsonObject | undefined,
  names: ReadonlyMap<string, string>,
): string[] {
  if (stated === undefined || now === undefined) return [];
  const today = amountsIn(now);
  const differing = [...amountsIn(stated)].flatMap(([path, before]) => {
    const after = today.get(path);
    return after === undefined || before.minus(after).abs().lte(HALF_A_PENNY) ? [] : [{ path, before, after }];
  });
  differing.sort((one, other) => other.after.minus(other.before).abs().comparedTo(one.after.minus(one.before).abs()));
  const words = differing.slice(0, LISTED).map((each) => differenceText(each, names));
  return differing.length > LISTED ? [...words, `and ${String(differing.length - LISTED)} more`] : words;
}

type Difference = { readonly path: string; readonly before: Decimal; readonly after: Decimal };
const PARTS = '\n';

function differenceText({ path, before, after }: Difference, names: ReadonlyMap<string, string>): string {
  const [whole = '', ...rest] = path.split(PARTS);
  const body = whole === 'organisations' ? (names.get(rest[0] ?? '') ?? rest[0] ?? '') : 'System';
  const [measure = '', year = ''] = whole === 'organisations' ? rest.slice(1) : rest;
  const inPounds = (amount: Decimal): string => moneyInSentence(amount, { unit: '£', places: 2 });
  return `${body}, ${measureWords(measure)}, ${year}: the file says ${inPounds(before)}, this version computes ${inPounds(after)}`;
}

/** `exitRunRate` reads "exit run rate". */
export function measureWords(measure: string): string {
  return measure.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}

/** Every amount of a tree under its path; names may hold dots and slashes, so that the parts are joined by line breaks. */
function amountsIn(tree: JsonObject): Map<string, Decimal> {
  const amounts = new Map<string, Decimal>();
  const visit = (held: JsonValue, path: readonly string[]): void => {
    if (typeof held === 'string' && isDecimal(held)) amounts.set(path.join(PARTS), decimal(held));
    if (!isJsonObject(held)) return;
    for (const [key, inner] of Object.entries(held)) visit(inner, [...path, key]);
  };
  for (const part of ['system', 'organisations']) visit(tree[part] ?? null, [part]);
  return amounts;
}

/** To the penny or exact. */
function isDecimal(text: string): boolean {
  return isCanonicalDecimal(text) || /^-?\d{1,30}\.\d{2}$/.test(text);
}
