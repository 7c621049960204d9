import { STORE_ERROR_CODES, type StoreErrorCode } from './errors.ts';
import { BACKUP_KINDS, type BackupKind } from './types.ts';

/* What passes between the store and its workers. It is read by hand, because a worker that loads a schema library starts in twice the time. */

/** To make a backup of a database into the backups of a data folder. */
export type BackupOrder = { readonly databasePath: string; readonly folder: string; readonly kind: BackupKind; readonly at: string };
/** To say what is wrong with a database file. */
export type CheckOrder = { readonly path: string };

/** A worker's answer: the path of the backup, or what is wrong; that nothing is; or a failure in words. */
export type WorkerAnswer =
  | { readonly kind: 'done'; readonly result: string }
  | { readonly kind: 'nothing' }
  | { readonly kind: 'failed'; readonly code: StoreErrorCode; readonly text: string };

/** The text that a message holds under a name. */
function textIn(message: unknown, name: string): string {
  const held: unknown = typeof message === 'object' && message !== null ? Reflect.get(message, name) : undefined;
  if (typeof held === 'string') return held;
  throw new TypeError(`A message between the store and its worker holds no text "${name}".`);
}

function oneOf<Word extends string>(words: readonly Word[], text: string): Word {
  const word = words.find((each) => each === text);
  if (word !== undefined) return word;
  throw new TypeError(`A message between the store and its worker says "${text}", which is none of ${words.join(', ')}.`);
}

export function backupOrderIn(message: unknown): BackupOrder {
  const kind = oneOf(BACKUP_KINDS, textIn(message, 'kind'));
  return { databasePath: textIn(message, 'databasePath'), folder: textIn(message, 'folder'), kind, at: textIn(message, 'at') };
}

export function checkOrderIn(message: unknown): CheckOrder {
  return { path: textIn(message, 'path') };
}

export function workerAnswerIn(message: unknown): WorkerAnswer {
  const kind = oneOf(['done', 'nothing', 'failed'], textIn(message, 'kind'));
  if (kind === 'failed') return { kind, code: oneOf(STORE_ERROR_CODES, textIn(message, 'code')), text: textIn(message, 'text') };
  return kind === 'nothing' ? { kind } : { kind, result: textIn(message, 'result') };
}
