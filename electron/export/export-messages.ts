import type { ExhibitId } from '../../shared/outcomes/exhibits/exhibit.ts';
import type { ChartOrder, Copied, ExportOutcome, ExportProgress, ExportRun, Look } from './export-work.ts';

/* What crosses between the app and the worker that exports. */

export type ExportAsk =
  | { readonly kind: 'look'; readonly order: ChartOrder }
  | { readonly kind: 'copy'; readonly order: ChartOrder; readonly exhibit: ExhibitId }
  | { readonly kind: 'run'; readonly run: ExportRun };
export type ToExport = { readonly kind: 'ask'; readonly id: number; readonly ask: ExportAsk } | { readonly kind: 'stop' };

export type ExportAnswer =
  | { readonly kind: 'look'; readonly look: Look }
  | { readonly kind: 'copy'; readonly copied: Copied | undefined }
  | { readonly kind: 'run'; readonly outcome: ExportOutcome };
export type FromExport =
  | { readonly kind: 'progress'; readonly progress: ExportProgress }
  | { readonly kind: 'answer'; readonly id: number; readonly answer: ExportAnswer }
  | { readonly kind: 'failed'; readonly id: number; readonly error: string };
