import { timingSafeEqual } from 'node:crypto';
import { Buffer } from 'node:buffer';

export type LoopbackRequest = {
  readonly method: string | undefined;
  /** Path and query as sent. */
  readonly target: string;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
};
export type RequestFault = { readonly status: 400 | 403 | 405 | 421; readonly reason: string };

/**
 * Why a request to the loopback shell is refused; nothing where it is not. The Host must be ours, because another site may point a name at 127.0.0.1. A call
 * must come from our own page (Origin, Sec-Fetch-Site) and carry the token, which only who was given the address knows.
 */
export function loopbackFault(
  { method, target, headers }: LoopbackRequest,
  { origin, token }: { origin: string; token: string },
): RequestFault | undefined {
  if (headers['host'] !== new URL(origin).host) return { status: 421, reason: 'another host' };
  const site = headers['sec-fetch-site'];
  if (!target.startsWith('/api/')) {
    return method === 'GET' || method === 'HEAD' ? undefined : { status: 405, reason: 'another way than reading' };
  }
  if (method !== 'POST') return { status: 405, reason: 'a call is a POST' };
  if (headers['origin'] !== origin) return { status: 403, reason: 'another origin' };
  if (site !== undefined && site !== 'same-origin') return { status: 403, reason: 'another site' };
  if (headers['content-type'] !== 'application/json') return { status: 400, reason: 'no JSON' };
  return isEqual(String(headers['authorization']), `Bearer ${token}`) ? undefined : { status: 403, reason: 'no token' };
}

/** Takes the same time wherever the texts differ. */
function isEqual(given: string, expected: string): boolean {
  const one = Buffer.from(given);
  const other = Buffer.from(expected);
  return one.length === other.length && timingSafeEqual(one, other);
}
