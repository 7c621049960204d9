import { D } from '../../shared/money/decimal.ts';

/* A message between threads is a copy of plain content, and amounts are not plain. They go over as their text, which holds every digit, and are amounts again on arrival. */

const AMOUNT = '#amount';

const isPlain = (content: unknown): content is object => typeof content === 'object' && content !== null;

/** Content with every amount as its text, ready to be sent. */
export function packed(content: unknown): unknown {
  if (content instanceof D) return { [AMOUNT]: content.toString() };
  if (Array.isArray(content)) return content.map((each: unknown) => packed(each));
  if (content instanceof Map) return new Map([...content].map(([key, each]: [unknown, unknown]) => [key, packed(each)]));
  if (!isPlain(content)) return content;
  return Object.fromEntries(Object.entries(content).map(([key, each]: [string, unknown]) => [key, packed(each)]));
}

function amountIn(content: object): string | undefined {
  const text: unknown = Object.keys(content).length === 1 ? Reflect.get(content, AMOUNT) : undefined;
  return typeof text === 'string' ? text : undefined;
}

/** What was packed, with its amounts. */
export function unpacked(content: unknown): unknown {
  if (Array.isArray(content)) return content.map((each: unknown) => unpacked(each));
  if (content instanceof Map) return new Map([...content].map(([key, each]: [unknown, unknown]) => [key, unpacked(each)]));
  if (!isPlain(content)) return content;
  const amount = amountIn(content);
  if (amount !== undefined) return new D(amount);
  return Object.fromEntries(Object.entries(content).map(([key, each]: [string, unknown]) => [key, unpacked(each)]));
}
