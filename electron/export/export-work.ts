import type { SheetSource } from '../../charts/export/export-sheet.ts';
import type { Refusal } from '../../shared/contract/records.ts';
import type { Exhibit, ExhibitId } from '../../shared/outcomes/exhibits/exhibit.ts';
import type { ExportFormat } from '../../shared/outcomes/exhibits/export-formats.ts';
import type { ReadyLine } from '../../shared/outcomes/exhibits/ready-check.ts';

/* What is asked of an export and what comes of it. All of it is plain, so that it can cross to a worker and back. */

/** What to export, how, and the time that its stamp gives. */
export type ChartOrder = SheetSource & {
  readonly formats: readonly ExportFormat[];
  /** Why it is exported though the ready check stops it. */
  readonly override?: string | undefined;
  /** "2026-11-21 14:32". */
  readonly madeAt: string;
};

/** What the person sees before anything is made. */
export type SeenExhibit = Pick<Exhibit, 'id' | 'name' | 'finding' | 'subtitle' | 'altText' | 'notes'> & { readonly hasPicture: boolean };
export type Look = {
  readonly exhibits: readonly SeenExhibit[];
  readonly ready: readonly ReadyLine[];
  readonly marks: readonly string[];
  readonly stamp: readonly string[];
};

/** One exhibit for the clipboard. An exhibit that is a table only has no picture. */
export type Copied = Pick<Exhibit, 'finding' | 'subtitle' | 'altText'> & {
  readonly png: Uint8Array | undefined;
  readonly html: string;
  readonly text: string;
};

/** Where to, and what to do about files that are there already: say so, replace those that the person was asked about, or take a free name. */
export type ExportRun = {
  readonly order: ChartOrder;
  readonly folder: string;
  readonly way: 'ASK' | 'REPLACE' | 'KEEP_BOTH';
  readonly agreed: readonly string[];
};
export type ExportOutcome =
  | { readonly kind: 'done'; readonly names: readonly string[] }
  | { readonly kind: 'wouldReplace'; readonly names: readonly string[] }
  | { readonly kind: 'notReady'; readonly ready: readonly ReadyLine[] }
  | { readonly kind: 'stopped'; readonly written: number }
  | { readonly kind: 'refused'; readonly refusal: Refusal };
export type ExportProgress = { readonly done: number; readonly total: number; readonly name: string };

/** The work of an export, wherever it is done. One run at a time. */
export interface ExportWork {
  look(order: ChartOrder): Promise<Look>;
  /** Undefined where the scenario does not have the exhibit. */
  copy(order: ChartOrder, exhibit: ExhibitId): Promise<Copied | undefined>;
  run(run: ExportRun, tell: (progress: ExportProgress) => void): Promise<ExportOutcome>;
  /** Ends the run after the file that is being made or written. */
  stop(): void;
}
