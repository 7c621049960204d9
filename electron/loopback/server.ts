import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import { Buffer } from 'node:buffer';
import type { Reply } from '../../shared/contract/contract.ts';
import { bundlePath } from '../security/bundle-path.ts';
import { SECURITY_HEADERS } from '../security/content-security-policy.ts';
import { loopbackFault } from '../security/loopback-request.ts';

const TOKEN_BYTES = 32;
/** A scenario file of the largest size, written as a JSON text inside JSON, where each quote takes two characters. */
const LARGEST_BODY_BYTES = 50_000_000;

export type LoopbackServer = {
  readonly origin: string;
  readonly token: string;
  /** What to open in a browser. The token stands in the fragment, which is sent to nobody and written in no log. */
  readonly address: string;
  readonly close: () => Promise<void>;
};

type Serving = { readonly origin: string; readonly token: string; readonly pageFolder: string; readonly answer: Answer };
type Answer = (method: string, input: unknown) => Promise<Reply>;

/** Serves the built page and its calls on 127.0.0.1, to whoever has the token. */
export async function serveLoopback({
  pageFolder,
  answer,
  port = 0,
}: {
  pageFolder: string;
  answer: Answer;
  port?: number;
}): Promise<LoopbackServer> {
  const token = randomBytes(TOKEN_BYTES).toString('base64url');
  const server = createServer();
  await new Promise<void>((listening, failed) => {
    server.once('error', failed);
    server.listen(port, '127.0.0.1', listening);
  });
  const bound = server.address();
  if (bound === null || typeof bound === 'string') throw new Error('The loopback shell has no port.');
  const origin = `http://127.0.0.1:${String(bound.port)}`;
  server.on('request', (request, response) => {
    void serve({ origin, token, pageFolder, answer }, request, response).catch(() => {
      response.destroy();
    });
  });
  return {
    origin,
    token,
    address: `${origin}/#token=${token}`,
    close: () =>
      new Promise((closed) => {
        server.close(() => {
          closed();
        });
        server.closeAllConnections();
      }),
  };
}

async function serve(serving: Serving, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const target = request.url ?? '/';
  const fault = loopbackFault({ method: request.method, target, headers: request.headers }, serving);
  if (fault !== undefined) {
    send(response, { status: fault.status, body: fault.reason, contentType: 'text/plain; charset=utf-8' });
    return;
  }
  if (target.startsWith('/api/')) await serveCall(serving, request, response);
  else await serveFile(serving, target, response);
}

async function serveCall({ answer }: Serving, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const body = await bodyOf(request);
  const input = body === undefined ? undefined : parsed(body);
  if (input === undefined) {
    send(response, { status: 400, body: 'no JSON, or too much of it', contentType: 'text/plain; charset=utf-8' });
    return;
  }
  const method = (request.url ?? '').slice('/api/'.length);
  const reply = await answer(method, input.content);
  send(response, { status: 200, body: JSON.stringify(reply), contentType: 'application/json; charset=utf-8' });
}

async function serveFile({ origin, pageFolder }: Serving, target: string, response: ServerResponse): Promise<void> {
  const asked = bundlePath(`${origin}${target}`, origin);
  if (asked.kind === 'refused') {
    send(response, { status: asked.status, body: asked.reason, contentType: 'text/plain; charset=utf-8' });
    return;
  }
  const bytes = await readFile(join(pageFolder, asked.path)).catch(() => undefined);
  if (bytes === undefined) send(response, { status: 404, body: 'no such file', contentType: 'text/plain; charset=utf-8' });
  else send(response, { status: 200, body: bytes, contentType: asked.contentType });
}

function send(
  response: ServerResponse,
  { status, body, contentType }: { status: number; body: string | Buffer; contentType: string },
): void {
  response.writeHead(status, { ...SECURITY_HEADERS, 'content-type': contentType }).end(body);
}

/** The body of a call; nothing where it is larger than any call is. */
async function bodyOf(request: IncomingMessage): Promise<string | undefined> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request) {
    if (!Buffer.isBuffer(part)) return undefined;
    size += part.length;
    if (size > LARGEST_BODY_BYTES) return undefined;
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
}

/** What a JSON text holds, wrapped, because null is a content too. */
function parsed(text: string): { content: unknown } | undefined {
  try {
    return { content: JSON.parse(text) };
  } catch {
    return undefined;
  }
}
