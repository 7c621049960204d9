import { z } from 'zod';
import type { InputOf, Reply } from '../../shared/contract/contract.ts';
import type { Method } from '../../shared/contract/methods.ts';

/** The way to the shell: Electron's preload puts it on the window; in a browser it is a loopback address with a token. */
type Bridge = { readonly shell: 'electron' | 'loopback'; readonly call: (method: Method, input: unknown) => Promise<unknown> };

declare global {
  interface Window {
    readonly footing?: Bridge;
  }
}

const TOKEN_KEY = 'footing-token';

/** The token stands in the address's fragment once, so that it is never sent in a request line; a reload finds it in the session. */
function takeToken(): string {
  const given = new URLSearchParams(location.hash.slice(1)).get('token');
  if (given !== null) {
    sessionStorage.setItem(TOKEN_KEY, given);
    history.replaceState(null, '', location.pathname);
  }
  return given ?? sessionStorage.getItem(TOKEN_KEY) ?? '';
}

function loopback(): Bridge {
  const token = takeToken();
  return {
    shell: 'loopback',
    call: async (method, input) => {
      const response = await fetch(`/api/${method}`, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        body: JSON.stringify(input),
      });
      if (!response.ok) throw new Error(`The shell refused the request (${String(response.status)}).`);
      const reply: unknown = await response.json();
      return reply;
    },
  };
}

const bridge: Bridge = window.footing ?? loopback();

/** Which shell the page runs in: in a browser there are no native dialogs. */
export const shell = bridge.shell;

const LOST = {
  code: 'SHELL_LOST',
  text: 'Footing stopped answering. What you committed is saved. Close this window and start Footing again.',
};

/** The shell has checked the value of its answer against the contract; here it is only made sure that it is an answer. */
function replyOf<M extends Method>(): z.ZodType<Reply<M>> {
  return z.custom<Reply<M>>((reply) => typeof reply === 'object' && reply !== null && 'ok' in reply);
}

/** Asks the shell. It never throws: a shell that is gone is a failure like any other. */
export async function ask<M extends Method>(method: M, input: InputOf<M>): Promise<Reply<M>> {
  try {
    return replyOf<M>().parse(await bridge.call(method, input));
  } catch {
    return { ok: false, failure: LOST };
  }
}
