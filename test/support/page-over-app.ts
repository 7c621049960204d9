import axe from 'axe-core';
import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core';
import type { InputOf, OutputOf } from '../../shared/contract/contract.ts';
import type { Method } from '../../shared/contract/methods.ts';
import { startLoopbackApp, type LoopbackApp } from './loopback-app.ts';

/** The built page in a browser over the built loopback shell, with everything that it complained of. */
export type PageOverApp = {
  readonly page: Page;
  readonly app: LoopbackApp;
  /** Whatever the page or the browser wrote to the console: errors, what the security policy stopped, the greeting of a development build. What is shipped writes nothing. */
  readonly faults: readonly string[];
  /** Asks the shell as the page does. */
  readonly ask: <M extends Method>(method: M, input: InputOf<M>) => Promise<OutputOf<M>>;
  readonly close: () => Promise<void>;
};

export const LAPTOP = { width: 1280, height: 800 } as const;

/** Opens the page on an app that is given, or on one of its own over a fresh data folder, which then starts with the sample on its board. */
export async function openPage(
  browser: Browser,
  { app: given, ...options }: { app?: LoopbackApp } & BrowserContextOptions = {},
): Promise<PageOverApp> {
  const app = given ?? (await startLoopbackApp());
  const context = await browser.newContext({ viewport: LAPTOP, reducedMotion: 'reduce', ...options });
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(String(error)));
  page.on('console', (message) => {
    faults.push(`${message.type()}: ${message.text()}`);
  });
  await page.goto(app.address);
  await page.locator('.verdict, #library-grid, .empty h2, .plain').first().waitFor();
  return {
    page,
    app,
    faults,
    ask: (method, input) => askApp(app, method, input),
    close: async () => {
      await context.close();
      if (given === undefined) await app.stop();
    },
  };
}

/** Asks the loopback shell as its page does, without one. */
export async function askApp<M extends Method>(app: LoopbackApp, method: M, input: InputOf<M>): Promise<OutputOf<M>> {
  const answer = await fetch(`${app.origin}/api/${method}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${app.token}`, origin: app.origin, 'content-type': 'application/json' },
    body: JSON.stringify(input),
  });
  const reply = (await answer.json()) as { ok: true; value: OutputOf<M> } | { ok: false; failure: { code: string; text: string } };
  if (!reply.ok) throw new Error(`${method}: ${reply.failure.text}`);
  return reply.value;
}

/** What axe-core holds to be serious or critical on the page as it stands, each with the elements. */
export async function seriousFaults(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const found = await page.evaluate(async () => {
    const { axe: runner } = window as unknown as {
      axe: {
        run: (
          root: Document,
          options: unknown,
        ) => Promise<{ violations: { id: string; impact: string; nodes: { target: string[]; failureSummary: string }[] }[] }>;
      };
    };
    const { violations } = await runner.run(document, { resultTypes: ['violations'] });
    return violations;
  });
  return found
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')}: ${failureSummary}`));
}

/** Drops a file on the window, as from the desktop. */
export async function dropFile(page: Page, file: { name: string; text: string }): Promise<void> {
  await page.evaluate(({ name, text }) => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File([text], name));
    document.body.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
  }, file);
}

/** Parts of the frame that are wider than the room they have: nothing should ever be scrolled sideways. */
export async function partsTooWide(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('html, body, .main, [data-part]')]
      .filter((part) => part.scrollWidth > part.clientWidth + 1)
      .map((part) => `${part.tagName.toLowerCase()}.${part.className}: ${String(part.scrollWidth)} in ${String(part.clientWidth)}`),
  );
}

/** The rows of the library's list that hold a text. */
export function rowsOf(page: Page, text: string): Locator {
  return page.locator('#library-grid .grid-body [role="row"]').filter({ hasText: text });
}

/** Chooses in the command palette by the keyboard alone. */
export async function command(page: Page, typed: string): Promise<void> {
  await page.keyboard.press('Control+K');
  await page.getByRole('dialog', { name: 'Find or do anything' }).waitFor();
  await page.keyboard.type(typed);
  await page.locator('.palette-item[data-focused]').waitFor();
  await page.keyboard.press('Enter');
}
