import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { protocol } from 'electron';
import { bundlePath } from '../security/bundle-path.ts';
import { SECURITY_HEADERS } from '../security/content-security-policy.ts';

const SCHEME = 'app';
/** The origin of the page: a scheme of our own, because file: would see the disk. */
export const PAGE_ORIGIN = `${SCHEME}://bundle`;

/** Must run before Electron is ready. */
export function registerPageScheme(): void {
  protocol.registerSchemesAsPrivileged([{ scheme: SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true } }]);
}

/** Serves the built page from a folder, and nothing outside it. */
export function servePage(pageFolder: string): void {
  protocol.handle(SCHEME, (request) => answerTo(request, pageFolder));
}

async function answerTo(request: Request, pageFolder: string): Promise<Response> {
  if (request.method !== 'GET' && request.method !== 'HEAD') return refusal(405);
  const asked = bundlePath(request.url, PAGE_ORIGIN);
  if (asked.kind === 'refused') return refusal(asked.status);
  const bytes = await readFile(join(pageFolder, asked.path)).catch(() => undefined);
  if (bytes === undefined) return refusal(404);
  return new Response(new Uint8Array(bytes), { status: 200, headers: { ...SECURITY_HEADERS, 'content-type': asked.contentType } });
}

function refusal(status: number): Response {
  return new Response('', { status, headers: { ...SECURITY_HEADERS, 'content-type': 'text/plain; charset=utf-8' } });
}
