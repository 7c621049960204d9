import { app, invoke, stage } from './electron-double.ts';
import { undisguised } from './electron-double-page.ts';
import type { Question, Recorded } from './electron-app.ts';

/* Runs in the process of the main bundle, beside it: answers what a test asks of the double. Loaded with --import before the bundle. */

function pageOf() {
  const page = stage.windows[0]?.page;
  if (page === undefined) throw new Error(`There is no window. ${stage.faults.join(' ')}`);
  return page;
}

function recorded(): Recorded {
  const { switches, privileged, faults, shownFolders, spellChecker, windows } = stage;
  const window = windows[0];
  return {
    switches,
    faults,
    shownFolders,
    spellChecker,
    privileged: privileged.map(({ scheme, privileges }) => ({ scheme, privileges: { ...privileges } })),
    preferences: { ...window?.options.webPreferences },
    isShown: window?.isShown ?? false,
    windowCount: windows.length,
    pageErrors: window?.page?.errors ?? [],
    requests: window?.page?.requests ?? [],
    address: undisguised(window?.page?.page.url() ?? ''),
    userData: stage.paths.get('userData') ?? '',
  };
}

/** What the page may have, as both handlers say. */
function permission(name: string, origin: string): { requested: boolean; checked: boolean; device: boolean } {
  let requested = false;
  stage.requestHandler?.(null, name, (allowed) => void (requested = allowed), { requestingUrl: `${origin}/` });
  return { requested, checked: stage.checkHandler?.(null, name, origin) ?? true, device: stage.deviceHandler?.() ?? true };
}

/** A request with its address as it is written: the class Request would have made the path prettier before the handler sees it. */
async function fetched(url: string, method: string): Promise<{ status: number; headers: Record<string, string>; text: string }> {
  const handler = stage.protocols.get('app');
  if (handler === undefined) throw new Error('No handler for app:');
  const response = await handler({ url, method } as Request);
  return { status: response.status, headers: Object.fromEntries(response.headers), text: await response.text() };
}

async function answerTo(question: Question): Promise<unknown> {
  switch (question.kind) {
    case 'ready':
      await until(() => stage.windows[0]?.isShown === true || stage.faults.length > 0);
      return recorded();
    case 'recorded':
      return recorded();
    case 'evaluate':
      return pageOf().page.evaluate(question.expression);
    case 'screenshot':
      return (await pageOf().page.screenshot({ path: question.path })).length;
    case 'invoke':
      return invoke(question.frame, question.channel, question.given);
    case 'fetch':
      return fetched(question.url, question.method);
    case 'permission':
      return permission(question.name, question.origin);
    case 'emit':
      return app.emit(question.event, ...question.given.map(withPreventDefault));
    case 'menu':
      return clicked(question.label);
    case 'choose':
      stage.chosenToOpen.push(...question.toOpen);
      stage.chosenToSave.push(...question.toSave);
      return true;
    case 'quit':
      setImmediate(() => {
        app.quit();
      });
      return true;
  }
}

function withPreventDefault(given: unknown): unknown {
  return given === 'event' ? { preventDefault: () => undefined } : given;
}

type Item = { readonly label?: string; readonly submenu?: readonly Item[]; readonly click?: () => void };

function clicked(label: string): boolean {
  const flat = (items: readonly Item[]): Item[] => items.flatMap((item) => [item, ...flat(item.submenu ?? [])]);
  const item = flat((stage.menu?.template ?? []) as readonly Item[]).find((each) => each.label === label);
  item?.click?.();
  return item !== undefined;
}

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise((later) => setTimeout(later, 10));
}

process.on('message', (message: { id: number; question: Question }) => {
  answerTo(message.question).then(
    (answer) => process.send?.({ id: message.id, answer }),
    (error: unknown) => process.send?.({ id: message.id, error: error instanceof Error ? error.message : String(error) }),
  );
});
// A test that ended, however it did, leaves nothing running.
process.on('disconnect', () => process.exit(1));
