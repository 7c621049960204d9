import { expect, test } from 'vitest';
import { type Handlers } from '../../shared/contract/contract.ts';
import { Refused, dispatch, type DispatchPorts } from '../../shared/contract/dispatch.ts';
import { METHODS, isMethod } from '../../shared/contract/methods.ts';

type Logged = Parameters<DispatchPorts['log']>[0];

/** Handlers of which a test needs a few; any other call fails loudly. */
function handlersWith(some: Partial<Handlers>): Handlers {
  const refuse = (): Promise<never> => Promise.reject(new Error('no handler in this test'));
  return { ...Object.fromEntries(METHODS.map((method) => [method, refuse])), ...some } as Handlers;
}

function recording(): { ports: DispatchPorts; logged: Logged[] } {
  const logged: Logged[] = [];
  return { logged, ports: { log: (entry) => logged.push(entry) } };
}

const rename = { id: 's1', name: '  Seaside plan ' };

test('a good call reaches its handler with the checked input and comes back as its value', async () => {
  const seen: unknown[] = [];
  const handlers = handlersWith({
    'library.rename': (input) => {
      seen.push(input);
      return Promise.resolve({ done: true });
    },
  });
  const { ports, logged } = recording();
  expect(await dispatch(handlers, 'library.rename', rename, ports)).toEqual({ ok: true, value: { done: true } });
  expect(seen).toEqual([{ id: 's1', name: 'Seaside plan' }]);
  expect(logged).toEqual([]);
});

test.each(['library.destroy', '', '__proto__', 'constructor', 'toString', 'hasOwnProperty'])(
  'the unknown method %j is a failure that names it',
  async (method) => {
    const reply = await dispatch(handlersWith({}), method, null, recording().ports);
    expect(reply).toMatchObject({ ok: false, failure: { code: 'UNKNOWN_METHOD' } });
    expect(isMethod(method)).toBe(false);
  },
);

test.each([
  ['nothing', null],
  ['a field too many', { ...rename, path: 'plans/one.footing' }],
  ['a number for a text', { id: 1, name: 'a' }],
  ['an empty name', { id: 's1', name: '   ' }],
  ['an id that is too long', { id: 'x'.repeat(65), name: 'a' }],
])('input with %s never reaches the handler', async (_, input) => {
  let called = 0;
  const handlers = handlersWith({
    'library.rename': () => {
      called += 1;
      return Promise.resolve({ done: true });
    },
  });
  const { ports, logged } = recording();
  expect(await dispatch(handlers, 'library.rename', input, ports)).toMatchObject({ ok: false, failure: { code: 'INVALID_INPUT' } });
  expect(called).toBe(0);
  expect(logged.map(({ stage }) => stage)).toEqual(['input']);
});

test('an answer that does not fit the contract is logged and not handed out', async () => {
  const handlers = handlersWith({ 'library.rename': () => Promise.resolve({ done: 'secret' } as never) });
  const { ports, logged } = recording();
  const reply = await dispatch(handlers, 'library.rename', rename, ports);
  expect(reply).toMatchObject({ ok: false, failure: { code: 'INTERNAL' } });
  expect(JSON.stringify(reply)).not.toContain('secret');
  expect(logged.map(({ stage }) => stage)).toEqual(['output']);
});

test('an error inside is logged whole, and the page learns nothing of it', async () => {
  const error = new Error('SQLITE_BUSY at C:/secret/folder');
  const { ports, logged } = recording();
  const reply = await dispatch(handlersWith({ 'app.startup': () => Promise.reject(error) }), 'app.startup', null, ports);
  expect(reply).toMatchObject({ ok: false, failure: { code: 'INTERNAL' } });
  expect(JSON.stringify(reply)).not.toContain('secret');
  expect(logged).toEqual([{ method: 'app.startup', stage: 'handler', error }]);
});

test('a handler that throws before it returns a promise fails the same way', async () => {
  const handlers = handlersWith({
    'app.startup': () => {
      throw new TypeError('at once');
    },
  });
  expect(await dispatch(handlers, 'app.startup', null, recording().ports)).toMatchObject({ ok: false, failure: { code: 'INTERNAL' } });
});

test('what is refused for a reason keeps its code and words', async () => {
  const handlers = handlersWith({ 'app.startup': () => Promise.reject(new Refused('NO_DATABASE', 'Choose a way on first.')) });
  const { ports, logged } = recording();
  const failure = { code: 'NO_DATABASE', text: 'Choose a way on first.' };
  expect(await dispatch(handlers, 'app.startup', null, ports)).toEqual({ ok: false, failure });
  expect(logged).toEqual([]);
});

test('an error of a lower layer is said in the words that the shell gives for it', async () => {
  const failure = { code: 'DATABASE_LOCKED', text: 'Another window has the database open.' };
  const handlers = handlersWith({ 'app.startup': () => Promise.reject(new RangeError('locked')) });
  const explain = (error: unknown) => (error instanceof RangeError ? failure : undefined);
  expect(await dispatch(handlers, 'app.startup', null, { ...recording().ports, explain })).toEqual({ ok: false, failure });
});
