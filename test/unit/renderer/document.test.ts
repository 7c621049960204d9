import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { applyEdit } from '../../../shared/scenario/edits.ts';
import type { Edit } from '../../../shared/scenario/edit-kinds.ts';
import type { Scenario } from '../../../shared/scenario/schema.ts';
import { shippedScenario } from '../../support/shipped-scenario.ts';

type Call = { readonly method: string; readonly input: unknown; readonly answer: (reply: unknown) => void };

/** Calls that the page made and that nobody has answered yet. */
let waiting: Call[] = [];
const stored = shippedScenario('worked-example-b');

function openWith(scenario: Scenario, revision: number) {
  const steps = { undo: 'Delivery', redo: null };
  return {
    id: 'one',
    scenario,
    revision,
    steps,
    status: 'DRAFT',
    savedAt: '2018-04-01T09:00:00Z',
    origin: 'OWN',
    drift: [],
    signature: null,
  };
}

/** The call that waits longest, as soon as there is one. */
async function nextCall(): Promise<Call> {
  await vi.waitFor(() => {
    expect(waiting.length).toBeGreaterThan(0);
  });
  const call = waiting.shift();
  if (call === undefined) throw new Error('No call waits.');
  return call;
}

const accepted = (revision: number, label = 'Delivery') => ({
  ok: true,
  value: { revision, savedAt: '2018-04-01T09:01:00Z', steps: { undo: label, redo: null }, status: 'DRAFT', isNewDraft: false, label },
});

const delivery = (scheme: string, to: string): Edit => ({ kind: 'setInputField', path: `savings.${scheme}.delivery`, field: 'value', to });

async function openDocument() {
  vi.resetModules();
  const { useDocument } = await import('../../../renderer/state/document.ts');
  const opening = useDocument.getState().openFromLibrary('one');
  (await nextCall()).answer({ ok: true, value: openWith(stored, 3) });
  await opening;
  return useDocument;
}

function deliveryShown(useDocument: Awaited<ReturnType<typeof openDocument>>, scheme: string): string | undefined {
  return useDocument.getState().open?.scenario.savings.find(({ id }) => id === scheme)?.delivery?.value;
}

beforeEach(() => {
  waiting = [];
  const call = (method: string, input: unknown) => new Promise((answer) => waiting.push({ method, input, answer }));
  vi.stubGlobal('window', { footing: { shell: 'loopback', call } });
});
afterEach(() => {
  vi.unstubAllGlobals();
});

test('an edit shows at once and says that it is not kept yet; the next waits for its turn and names the revision that it is made on', async () => {
  const useDocument = await openDocument();
  const first = useDocument.getState().edit(delivery('S2', '0.7'));
  const second = useDocument.getState().edit(delivery('S3', '0.6'));
  expect([deliveryShown(useDocument, 'S2'), deliveryShown(useDocument, 'S3')]).toEqual(['0.7', '0.6']);
  expect(useDocument.getState().unsaved).toBe(2);
  const one = await nextCall();
  expect(one).toMatchObject({ method: 'scenario.edit', input: { revision: 3 } });
  expect(waiting).toEqual([]);
  one.answer(accepted(4));
  expect(await first).toBe(true);
  const two = await nextCall();
  expect(two).toMatchObject({ method: 'scenario.edit', input: { revision: 4 } });
  two.answer(accepted(5));
  expect(await second).toBe(true);
  expect(useDocument.getState()).toMatchObject({ unsaved: 0, open: { revision: 5 } });
  expect([deliveryShown(useDocument, 'S2'), deliveryShown(useDocument, 'S3')]).toEqual(['0.7', '0.6']);
});

test('what the shell refuses is taken back from the screen, and what was made on top of it is not kept either', async () => {
  const useDocument = await openDocument();
  const first = useDocument.getState().edit(delivery('S2', '0.7'));
  const second = useDocument.getState().edit(delivery('S3', '0.6'));
  (await nextCall()).answer({ ok: false, failure: { code: 'DISK_FULL', text: 'The disk is full.' } });
  const again = await nextCall();
  expect(again.method).toBe('scenario.open');
  again.answer({ ok: true, value: openWith(stored, 3) });
  expect([await first, await second]).toEqual([false, false]);
  expect(waiting).toEqual([]);
  expect(useDocument.getState().open?.scenario).toBe(stored);
  expect(useDocument.getState()).toMatchObject({ unsaved: 0, notice: { title: 'Nothing was changed', text: 'The disk is full.' } });
  // The next edit is made on what is stored.
  void useDocument.getState().edit(delivery('S2', '0.65'));
  expect(await nextCall()).toMatchObject({ method: 'scenario.edit', input: { revision: 3 } });
});

test('an edit made while an undo is under way waits for what the undo leaves', async () => {
  const useDocument = await openDocument();
  const step = useDocument.getState().step('undo');
  const edit = useDocument.getState().edit(delivery('S2', '0.7'));
  const undo = await nextCall();
  expect(undo).toMatchObject({ method: 'scenario.undo', input: { revision: 3 } });
  expect(deliveryShown(useDocument, 'S2')).toBe('0.85');
  const before = applyEdit(stored, delivery('S3', '0.5')).scenario;
  undo.answer({ ok: true, value: { ...accepted(4).value, scenario: before } });
  await step;
  const made = await nextCall();
  expect(made).toMatchObject({ method: 'scenario.edit', input: { revision: 4 } });
  made.answer(accepted(5));
  expect(await edit).toBe(true);
  expect([deliveryShown(useDocument, 'S2'), deliveryShown(useDocument, 'S3')]).toEqual(['0.7', '0.5']);
});

test('a redo asked for while the undo is under way is made after it, and one with nothing to make again is not sent', async () => {
  const useDocument = await openDocument();
  const { isSettling } = await import('../../../renderer/state/document.ts');
  expect(isSettling()).toBe(false);
  const undone = useDocument.getState().step('undo');
  const redone = useDocument.getState().step('redo');
  const again = useDocument.getState().step('redo');
  expect(isSettling()).toBe(true);
  (await nextCall()).answer({ ok: true, value: { ...accepted(4).value, steps: { undo: null, redo: 'Delivery' }, scenario: stored } });
  await undone;
  const redo = await nextCall();
  expect(redo).toMatchObject({ method: 'scenario.redo', input: { revision: 4 } });
  redo.answer({ ok: true, value: { ...accepted(5).value, scenario: stored } });
  await redone;
  await again;
  expect(waiting).toEqual([]);
  expect(isSettling()).toBe(false);
});

test('what does not fit is not sent', async () => {
  const useDocument = await openDocument();
  expect(await useDocument.getState().edit(delivery('S99', '0.7'))).toBe(false);
  expect(waiting).toEqual([]);
  expect(useDocument.getState()).toMatchObject({ unsaved: 0, notice: { title: 'Nothing was changed' } });
});
