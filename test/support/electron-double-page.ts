import { Buffer } from 'node:buffer';
import { readFileSync } from 'node:fs';
import type { Browser, Frame, Page, Route } from 'playwright-core';
import { launchBrowser } from './browser.ts';

/** What a page of the double asks of its main process. */
export type PageHost = {
  readonly size: { readonly width: number; readonly height: number };
  readonly preferences: Readonly<Record<string, unknown>>;
  readonly invoke: (frame: unknown, channel: string, given: readonly unknown[]) => Promise<unknown>;
  readonly protocolOf: (scheme: string) => ((request: Request) => Promise<Response> | Response) | undefined;
  readonly isCancelled: (url: string) => boolean;
  readonly mayHave: (permission: string, origin: string) => boolean;
  readonly isNavigationPrevented: (url: string, isTop: boolean) => boolean;
  readonly isWindowDenied: (url: string) => boolean;
  readonly fault: (text: string) => void;
};

/** A browser knows no scheme of ours, so app://bundle/x is https://bundle.app.test/x there; nothing of that name is ever looked up. */
const DISGUISED = /^https:\/\/([a-z]+)\.([a-z]+)\.test(\/.*)?$/;

/** The address as Electron would give it. */
export function undisguised(url: string): string {
  return url.replace(DISGUISED, (_, host: string, scheme: string, path: string | undefined) => `${scheme}://${host}${path ?? '/'}`);
}
function disguised(url: string): string {
  return url.replace(
    /^([a-z]+):\/\/([a-z]+)(\/.*)?$/,
    (_, scheme: string, host: string, path: string | undefined) => `https://${host}.${scheme}.test${path ?? '/'}`,
  );
}

/** A frame as event.senderFrame shows it. */
function frameSeen(frame: Frame): { url: string; origin: string; parent: unknown } {
  const url = undisguised(frame.url());
  const parent = frame.parentFrame();
  return { url, origin: /^[a-z]+:\/\/[^/]*/.exec(url)?.[0] ?? 'null', parent: parent === null ? null : frameSeen(parent) };
}

/** A page in a real browser, with the preload before it and the main process behind it. */
export class DoublePage {
  readonly page: Page;
  readonly errors: string[] = [];
  readonly requests: string[] = [];
  readonly #browser: Browser;
  readonly #host: PageHost;
  #expected = '';

  private constructor(browser: Browser, page: Page, host: PageHost) {
    this.#browser = browser;
    this.page = page;
    this.#host = host;
  }

  static async open(host: PageHost): Promise<DoublePage> {
    const browser = await launchBrowser(['--host-resolver-rules=MAP * ~NOTFOUND']);
    const page = await browser.newPage({ viewport: host.size });
    const double = new DoublePage(browser, page, host);
    await double.#connect();
    return double;
  }

  async load(url: string): Promise<void> {
    this.#expected = disguised(url);
    await this.#permit(url);
    await this.page.goto(this.#expected);
  }

  /** Writing to the clipboard is asked of main, as Electron asks; a browser by itself would want a click for it. */
  async #permit(url: string): Promise<void> {
    const { origin } = new URL(this.#expected);
    if (this.#host.mayHave('clipboard-sanitized-write', url.replace(/\/$/, '')))
      await this.page.context().grantPermissions(['clipboard-write'], { origin });
  }

  async close(): Promise<void> {
    await this.#browser.close();
  }

  async #connect(): Promise<void> {
    this.page.on('pageerror', (error) => this.errors.push(String(error)));
    this.page.on('console', (message) => {
      if (message.type() === 'error') this.errors.push(message.text());
    });
    await this.page.exposeBinding('__invoke', ({ frame }, channel: string, given: unknown[]) => this.#answer(frame, channel, given));
    await this.page.exposeBinding('__windowOpen', (_source, url: string) => {
      if (!this.#host.isWindowDenied(url)) this.#host.fault(`A window was opened on ${url}`);
    });
    const preload = this.#preload();
    if (preload !== undefined) await this.page.addInitScript({ content: preload });
    await this.page.route('**/*', (route) => this.#route(route));
  }

  async #answer(frame: Frame, channel: string, given: unknown[]): Promise<{ answer?: unknown; error?: string }> {
    try {
      return { answer: await this.#host.invoke(frameSeen(frame), channel, given) };
    } catch (error) {
      return { error: String(error) };
    }
  }

  /** As in Electron, a preload that cannot be read is reported and the page loads without it. */
  #preload(): string | undefined {
    const { preload, sandbox, contextIsolation } = this.#host.preferences;
    try {
      return preloadScript(readFileSync(String(preload), 'utf8'), {
        sandbox: sandbox === true,
        contextIsolation: contextIsolation === true,
      });
    } catch (error) {
      this.#host.fault(`Unable to load preload script: ${String(error)}`);
      return undefined;
    }
  }

  async #route(route: Route): Promise<void> {
    const request = route.request();
    const url = undisguised(request.url());
    this.requests.push(url);
    const isOwnLoad = request.isNavigationRequest() && request.url() === this.#expected;
    const isLeaving = request.isNavigationRequest() && !isOwnLoad;
    // An answer without content leaves the page where it is, as a prevented navigation does.
    if (isLeaving && this.#host.isNavigationPrevented(url, request.frame().parentFrame() === null)) return route.fulfill({ status: 204 });
    if (this.#host.isCancelled(url)) return route.abort();
    const handler = this.#host.protocolOf(url.split(':')[0] ?? '');
    if (handler === undefined) return route.abort();
    const response = await handler(new Request(url, { method: request.method() }));
    const body = Buffer.from(await response.arrayBuffer());
    return route.fulfill({ status: response.status, headers: Object.fromEntries(response.headers), body });
  }
}

/** Runs the preload as the sandbox does: it may require electron alone, and what it exposes is fixed. */
function preloadScript(source: string, { sandbox, contextIsolation }: { sandbox: boolean; contextIsolation: boolean }): string {
  return `(() => {
  if (window !== window.top) return;
  const invokeMain = window.__invoke, openWindow = window.__windowOpen;
  window.open = (url) => { void openWindow(String(url)); return null; };
  const ipcRenderer = { invoke: async (channel, ...given) => {
    structuredClone(given);
    const { answer, error } = await invokeMain(channel, given);
    if (error !== undefined) throw new Error("Error invoking remote method '" + channel + "': " + error);
    return answer;
  } };
  const contextBridge = { exposeInMainWorld: (name, api) => {
    if (!${String(contextIsolation)}) throw new Error('contextBridge API can only be used when contextIsolation is enabled');
    Object.defineProperty(window, name, { value: Object.freeze(api), writable: false, configurable: false });
  } };
  const module = { exports: {} };
  const require = (name) => {
    if (name === 'electron') return { ipcRenderer, contextBridge };
    throw new Error('module not found: ' + name + (${String(sandbox)} ? ' (sandbox)' : ''));
  };
  ((require, module, exports) => { ${source}\n })(require, module, module.exports);
})();`;
}
