import { create } from 'zustand';
import type { Failure } from '../../shared/contract/contract.ts';
import type { Exporting, ExportLook, ExportOrder } from '../../shared/contract/exporting.ts';
import type { ShellEvent } from '../../shared/contract/records.ts';
import { ALL_EXHIBIT_IDS, EXHIBIT_IDS, type ExhibitId } from '../../shared/outcomes/exhibits/exhibit.ts';
import { EXPORT_FORMATS, type ExportFormat } from '../../shared/outcomes/exhibits/export-formats.ts';
import type { MoneyUnit } from '../../shared/money/units.ts';
import type { Scenario } from '../../shared/scenario/schema.ts';
import { counted } from '../components/counts.ts';
import { ask } from './client.ts';
import { refusalOf, useDocument, type OpenDocument } from './document.ts';
import { say } from './said.ts';

/** Words that somebody wrote in place of the drafted ones. */
export type WrittenWords = { readonly finding?: string; readonly altText?: string };
type Progress = Extract<ShellEvent, { kind: 'EXPORT_PROGRESS' }>;
type Place = { readonly place: string; readonly folder: string; readonly fileNames: readonly string[] };

/** An exhibit that the shell worked out: its words as drafted, and its picture; without one it is a table, or the scenario has nothing to show in it. */
export type WorkedExhibit = {
  readonly drafted: Pick<ExportLook['exhibits'][number], 'finding' | 'subtitle' | 'altText'>;
  readonly png: string | null;
  readonly trouble: string;
};

/** Where an export stands: nothing asked; under way; waiting for a word about files that are there; or what came of it. */
export type ExportRun =
  | { readonly kind: 'IDLE' }
  | { readonly kind: 'RUNNING'; readonly progress: Progress | null; readonly isStopping: boolean }
  | ({ readonly kind: 'ASKING' } & Place)
  | ({ readonly kind: 'DONE' } & Place)
  | { readonly kind: 'STOPPED'; readonly written: number };

type ExportingState = {
  /** The scenario that choices and words are about: another one, or another figure in it, takes the words away. */
  readonly scenario: Scenario | null;
  /** Null until somebody chooses: every exhibit that one projection gives. */
  readonly chosen: readonly ExhibitId[] | null;
  readonly formats: readonly ExportFormat[];
  /** The exhibit that lies before the person; null before they turned to one. */
  readonly shown: ExhibitId | null;
  readonly words: Readonly<Partial<Record<ExhibitId, WrittenWords>>>;
  readonly worked: Readonly<Partial<Record<ExhibitId, WorkedExhibit>>>;
  readonly override: string;
  readonly run: ExportRun;
  readonly look: ExportLook | null;
  /** Begins on a scenario; what was chosen stays where it is the same one. */
  readonly begin: (scenario: Scenario) => void;
  readonly choose: (chosen: readonly ExhibitId[] | null) => void;
  readonly show: (exhibit: ExhibitId) => void;
  readonly setFormats: (formats: readonly ExportFormat[]) => void;
  readonly write: (exhibit: ExhibitId, words: WrittenWords) => void;
  readonly setOverride: (override: string) => void;
  readonly lookAgain: (open: OpenDocument, unit: MoneyUnit) => Promise<void>;
  /** Has the shell work out one exhibit, to be seen before it is exported. */
  readonly work: (open: OpenDocument, given: { unit: MoneyUnit; exhibit: ExhibitId }) => Promise<void>;
  readonly start: (open: OpenDocument, unit: MoneyUnit) => Promise<void>;
  /** What becomes of the files that are there already. */
  readonly goOn: (open: OpenDocument, given: { unit: MoneyUnit; way: 'REPLACE' | 'KEEP_BOTH' }) => Promise<void>;
  readonly stop: () => Promise<void>;
  readonly putAway: () => void;
  readonly hear: (progress: Progress) => void;
};

/** What is exported, as the shell knows it. */
export function sourceOf(open: OpenDocument): ExportOrder['source'] {
  if (open.kind === 'library') return { kind: 'LIBRARY', id: open.id };
  if (open.kind === 'version') return { kind: 'VERSION', id: open.id, version: open.version.version };
  return { kind: 'COPY', handle: open.handle };
}

const FRESH = { chosen: null, shown: null, words: {}, worked: {}, override: '', run: { kind: 'IDLE' }, look: null } as const;

/** The order as it stands on the Export screen. */
function orderOf(open: OpenDocument, unit: MoneyUnit): ExportOrder {
  const { chosen, formats, words, override } = useExporting.getState();
  const edits = ALL_EXHIBIT_IDS.flatMap((exhibit) => {
    const written = words[exhibit];
    return written === undefined ? [] : [{ exhibit, finding: written.finding ?? null, altText: written.altText ?? null }];
  });
  return {
    source: sourceOf(open),
    unit,
    exhibits: [...(chosen ?? EXHIBIT_IDS)],
    formats: [...formats],
    edits,
    override: override.trim() === '' ? null : override,
    madeAt: null,
  };
}

/** The order in which looks were asked for: an answer that was overtaken is not shown. */
let lastLook = 0;

/** The export of exhibits: what is chosen, what the shell says of it, and how far it is. */
export const useExporting = create<ExportingState>()((set, get) => ({
  scenario: null,
  formats: EXPORT_FORMATS,
  ...FRESH,
  begin: (scenario) => {
    if (get().scenario !== scenario) set({ scenario, ...FRESH });
  },
  choose: (chosen) => {
    set({ chosen });
  },
  show: (shown) => {
    set({ shown });
  },
  setFormats: (formats) => {
    set({ formats: EXPORT_FORMATS.filter((format) => formats.includes(format)) });
  },
  write: (exhibit, words) => {
    set({ words: { ...get().words, [exhibit]: { ...get().words[exhibit], ...words } } });
  },
  setOverride: (override) => {
    set({ override });
  },
  lookAgain: async (open, unit) => {
    const mine = (lastLook += 1);
    const reply = await ask('export.look', orderOf(open, unit));
    if (mine !== lastLook || get().scenario !== open.scenario) return;
    if (reply.ok) set({ look: reply.value });
    else refuse('The export could not be looked at', reply.failure);
  },
  work: (open, { unit, exhibit }) => workOut(open, exhibit, unit),
  start: (open, unit) => run(open, { unit, place: null, way: 'ASK', replacing: [] }),
  goOn: async (open, { unit, way }) => {
    const { run: asking } = get();
    if (asking.kind !== 'ASKING') return;
    await run(open, { unit, place: asking.place, way, replacing: way === 'REPLACE' ? asking.fileNames : [] });
  },
  stop: async () => {
    const { run: running } = get();
    if (running.kind !== 'RUNNING') return;
    set({ run: { ...running, isStopping: true } });
    await ask('export.stop', null);
  },
  putAway: () => {
    set({ run: { kind: 'IDLE' } });
  },
  hear: (progress) => {
    const { run: running } = get();
    if (running.kind === 'RUNNING') set({ run: { ...running, progress } });
  },
}));

const NOTHING = { finding: '', subtitle: '', altText: '' };

async function workOut(open: OpenDocument, exhibit: ExhibitId, unit: MoneyUnit): Promise<void> {
  const reply = await ask('export.copy', { order: orderOf(open, unit), exhibit });
  const { scenario, worked, words } = useExporting.getState();
  if (scenario !== open.scenario) return;
  const known = words[exhibit] === undefined ? undefined : worked[exhibit]?.drafted;
  const next = reply.ok
    ? { drafted: known ?? wordsOf(reply.value), png: reply.value.png, trouble: '' }
    : { drafted: NOTHING, png: null, trouble: reply.failure.text };
  useExporting.setState({ worked: { ...worked, [exhibit]: next } });
}

function wordsOf({ finding, subtitle, altText }: WorkedExhibit['drafted']): WorkedExhibit['drafted'] {
  return { finding, subtitle, altText };
}

function refuse(title: string, failure: Failure): void {
  useDocument.getState().refuse(refusalOf(title, failure));
}

type Going = {
  readonly unit: MoneyUnit;
  readonly place: string | null;
  readonly way: 'ASK' | 'REPLACE' | 'KEEP_BOTH';
  readonly replacing: readonly string[];
};

async function run(open: OpenDocument, { unit, place, way, replacing }: Going): Promise<void> {
  if (useExporting.getState().run.kind === 'RUNNING') return;
  useExporting.setState({ run: { kind: 'RUNNING', progress: null, isStopping: false } });
  const reply = await ask('export.run', { order: orderOf(open, unit), place, way, replacing: [...replacing] });
  if (reply.ok) settle(reply.value);
  else {
    useExporting.setState({ run: { kind: 'IDLE' } });
    refuse('The export was not made', reply.failure);
  }
}

/** What came of an export, shown where it was asked for and said to who listens. */
function settle(exporting: Exporting): void {
  const show = (next: ExportRun, words: string): void => {
    useExporting.setState({ run: next });
    if (words !== '') say(words);
  };
  switch (exporting.kind) {
    case 'DONE':
      show(exporting, `Exported ${counted(exporting.fileNames.length, 'file')} to ${exporting.folder}`);
      return;
    case 'WOULD_REPLACE':
      show({ ...exporting, kind: 'ASKING' }, '');
      return;
    case 'STOPPED':
      show(exporting, stoppedWords(exporting.written));
      return;
    case 'CANCELLED':
      show({ kind: 'IDLE' }, '');
      return;
    case 'REFUSED':
      show({ kind: 'IDLE' }, '');
      useDocument.getState().refuse(exporting.refusal);
      return;
    case 'NOT_READY':
      show({ kind: 'IDLE' }, 'Not exported: the ready check stops it. Mend it, or say why you export it all the same.');
  }
}

/** What the ready check stops an export for. */
export function stopsIn(look: ExportLook | null): ExportLook['ready'] {
  return (look?.ready ?? []).filter(({ holds, stops }) => !holds && stops);
}

export function stoppedWords(written: number): string {
  return written === 0 ? 'Cancelled: no file was written.' : `Cancelled after ${counted(written, 'file')}, which stay.`;
}
