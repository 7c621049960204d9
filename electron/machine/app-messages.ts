import type { Reply } from '../../shared/contract/contract.ts';
import type { ShellEvent } from '../../shared/contract/records.ts';
import type { About } from '../app/ports.ts';

/* What crosses between a shell, which must never stand still, and the worker that holds the app and its database. */

/** What the worker is started with. */
export type AppPlace = { readonly shell: About['shell']; readonly root: string; readonly databaseFolder: string };

/** What the app asks of the shell, because only the shell has windows. */
export type ShellQuestion =
  | { readonly kind: 'chooseFileToOpen' }
  | { readonly kind: 'chooseWhereToSave'; readonly fileName: string }
  | { readonly kind: 'chooseFolder' }
  | { readonly kind: 'showFolder'; readonly folder: string };

export type ToApp =
  | { readonly kind: 'call'; readonly id: number; readonly method: string; readonly input: unknown }
  | { readonly kind: 'openFile'; readonly path: string }
  | { readonly kind: 'tell'; readonly event: ShellEvent }
  | { readonly kind: 'answer'; readonly id: number; readonly chosen: string | undefined }
  | { readonly kind: 'close' };

export type FromApp =
  | { readonly kind: 'started' }
  | { readonly kind: 'notStarted'; readonly text: string }
  | { readonly kind: 'reply'; readonly id: number; readonly reply: Reply }
  | { readonly kind: 'question'; readonly id: number; readonly question: ShellQuestion }
  | { readonly kind: 'quit' };
