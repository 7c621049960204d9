import type { Failure, Reply } from '../../shared/contract/contract.ts';
import { dispatch } from '../../shared/contract/dispatch.ts';
import { EditError } from '../../shared/scenario/draft.ts';
import type { App } from '../app/app.ts';
import { StoreError } from '../store/errors.ts';
import type { Log } from './log-file.ts';

/** How a shell answers its page: through the one dispatch, with faults in the log and words of the store for people. */
export function answersOf({ handlers }: App, log: Log): (method: string, input: unknown) => Promise<Reply> {
  return (method, input) =>
    dispatch(handlers, method, input, {
      log: ({ method: failed, stage, error }) => {
        log(`${failed} failed (${stage})`, error);
      },
      explain: wordsForPeople,
    });
}

/** What the store could not do and what an edit does not allow are said in words for people. */
function wordsForPeople(error: unknown): Failure | undefined {
  return error instanceof StoreError || error instanceof EditError ? { code: error.code, text: error.message } : undefined;
}
