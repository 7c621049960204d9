import { type z } from 'zod';
import { contract, type Failure, type Handlers, type InputOf, type OutputOf, type Reply } from './contract.ts';
import { isMethod, type Method } from './methods.ts';

/** The map of schemas by method, in the form in which a method and its schemas stay paired for the compiler. */
type Asks = { readonly [M in Method]: { readonly input: z.ZodType<InputOf<M>>; readonly output: z.ZodType<OutputOf<M>> } };
const asks: Asks = contract;

/** Something the page asked for that cannot be done, said so that people may read it. All other errors are internal and never leave the shell. */
export class Refused extends Error {
  readonly code: string;

  constructor(code: string, text: string) {
    super(text);
    this.name = 'Refused';
    this.code = code;
  }
}

export type DispatchPorts = {
  /** Takes what the person should not see and the maintainer should: the error with all that it holds. */
  readonly log: (failed: { method: string; stage: 'input' | 'handler' | 'output'; error: unknown }) => void;
  /** Words for an error of a lower layer that people may read; nothing for any other. `Refused` needs none. */
  readonly explain?: (error: unknown) => Failure | undefined;
};

/**
 * The one way from page to shell: finds the method, checks the input, calls the handler, checks the output. It never throws: what goes wrong is a failure with
 * a code (`UNKNOWN_METHOD`, `INVALID_INPUT`, `INTERNAL`, or that of what was refused) and words without internals.
 */
export async function dispatch(handlers: Handlers, method: string, input: unknown, ports: DispatchPorts): Promise<Reply> {
  if (!isMethod(method)) {
    return failure(
      'UNKNOWN_METHOD',
      `The page asked for "${method.slice(0, 60)}", which this version of Footing does not know. Restart Footing.`,
    );
  }
  return call(handlers, method, input, ports);
}

async function call<M extends Method>(handlers: Handlers, method: M, input: unknown, ports: DispatchPorts): Promise<Reply<M>> {
  const ask = asks[method];
  const asked = ask.input.safeParse(input);
  if (!asked.success) {
    ports.log({ method, stage: 'input', error: asked.error });
    return failure('INVALID_INPUT', `What was asked of "${method}" does not fit: ${firstIssue(asked.error)} Nothing was changed.`);
  }
  try {
    const answered = ask.output.safeParse(await handlers[method](asked.data));
    if (answered.success) return { ok: true, value: answered.data };
    ports.log({ method, stage: 'output', error: answered.error });
  } catch (error) {
    const known = error instanceof Refused ? { code: error.code, text: error.message } : ports.explain?.(error);
    if (known !== undefined) return { ok: false, failure: known };
    ports.log({ method, stage: 'handler', error });
  }
  return failure(
    'INTERNAL',
    `Footing could not do this ("${method}") because of a fault of its own. Your work up to the last edit is saved. Try again; if it fails again, restart Footing.`,
  );
}

function firstIssue(error: z.ZodError): string {
  const issue = error.issues[0];
  if (issue === undefined) return 'it could not be read.';
  const where = issue.path.map(String).join('.');
  return `${where === '' ? 'the input' : where}: ${issue.message.slice(0, 200)}.`;
}

function failure(code: string, text: string): { ok: false; failure: Failure } {
  return { ok: false, failure: { code, text } };
}
