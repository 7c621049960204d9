import type { OpenedFile, SaveRequest } from './file-work.ts';
import type { SavedFile, TextToSave } from './save-file.ts';

/* What crosses between the main thread and the worker of files. */

export type FileRequest = {
  readonly id: number;
  readonly ask:
    | { readonly kind: 'open'; readonly path: string }
    | { readonly kind: 'openText'; readonly fileName: string; readonly text: string }
    | { readonly kind: 'save'; readonly request: SaveRequest }
    | { readonly kind: 'saveText'; readonly request: TextToSave };
};
export type FileAnswer =
  | { readonly id: number; readonly kind: 'done'; readonly result: OpenedFile | SavedFile }
  | { readonly id: number; readonly kind: 'failed'; readonly error: string };
