import { madeAtOf } from '../../charts/export/made-at.ts';
import type { Handlers } from '../../shared/contract/contract.ts';
import { Refused } from '../../shared/contract/dispatch.ts';
import type { Exporting, ExportOrder } from '../../shared/contract/exporting.ts';
import type { SheetSource } from '../../charts/export/export-sheet.ts';
import type { ChartOrder, ExportOutcome } from '../export/export-work.ts';
import type { VersionSummary } from '../store/types.ts';
import type { AppContext } from './context.ts';
import { fileStatusOf, known } from './files.ts';

const DONE = { done: true } as const;

type Method = Extract<keyof Handlers, `export.${string}`>;
type Signed = Pick<SheetSource, 'scenario' | 'status' | 'isAltered'>;

/** Handlers of the export of exhibits: one run at a time, with its progress told as it goes. */
export function exportHandlers(context: AppContext): Pick<Handlers, Method> {
  const { exporting, showFolder } = context.ports;
  return {
    'export.look': async (order) => {
      const { exhibits, ready, marks, stamp } = await exporting.look(orderOf(context, order));
      return {
        exhibits: exhibits.map((exhibit) => ({ ...exhibit, notes: [...exhibit.notes] })),
        ready: ready.map((line) => ({ ...line })),
        marks: [...marks],
        stamp: [...stamp],
      };
    },
    'export.copy': async ({ order, exhibit }) => {
      const copied = await exporting.copy(orderOf(context, order), exhibit);
      if (copied === undefined) throw new Refused('NO_EXHIBIT', 'This scenario has nothing to show in that exhibit. Nothing was copied.');
      const { png, ...words } = copied;
      return { png: png === undefined ? null : Buffer.from(png).toString('base64'), ...words };
    },
    'export.run': runner(context),
    'export.stop': () => {
      exporting.stop();
      return Promise.resolve(DONE);
    },
    'export.showFolder': async ({ place }) => {
      await showFolder(folderOf(context, place));
      return DONE;
    },
  };
}

function runner(context: AppContext): Handlers['export.run'] {
  let isRunning = false;
  return async ({ order, place, way, replacing }) => {
    if (isRunning) throw new Refused('EXPORT_RUNNING', 'An export is under way. Wait for it, or cancel it, then export again.');
    isRunning = true;
    try {
      const chartOrder = orderOf(context, order);
      const folder = place === null ? await context.ports.dialogs.chooseFolder() : folderOf(context, place);
      if (folder === undefined) return { kind: 'CANCELLED' };
      const run = { order: chartOrder, folder, way, agreed: replacing };
      const outcome = await context.ports.exporting.run(run, ({ done, total, name }) => {
        context.events.add({ kind: 'EXPORT_PROGRESS', done, total, fileName: name });
      });
      return answerOf(context, outcome, folder);
    } finally {
      isRunning = false;
    }
  };
}

function answerOf(context: AppContext, outcome: ExportOutcome, folder: string): Exporting {
  const where = { place: context.folders.handleOf(folder), folder };
  switch (outcome.kind) {
    case 'done':
      return { kind: 'DONE', ...where, fileNames: [...outcome.names] };
    case 'wouldReplace':
      return { kind: 'WOULD_REPLACE', ...where, fileNames: [...outcome.names] };
    case 'notReady':
      return { kind: 'NOT_READY', ready: outcome.ready.map((line) => ({ ...line })) };
    case 'stopped':
      return { kind: 'STOPPED', written: outcome.written };
    case 'refused':
      return { kind: 'REFUSED', refusal: outcome.refusal };
  }
}

function folderOf({ folders }: AppContext, place: string): string {
  const folder = folders.find(place);
  if (folder === undefined) throw new Refused('UNKNOWN_FOLDER', 'That folder is not known any more. Choose a folder again.');
  return folder;
}

function orderOf(context: AppContext, { source, madeAt, override, edits, ...order }: ExportOrder): ChartOrder {
  return {
    ...order,
    ...signedOf(context, source),
    edits: edits.map(({ exhibit, finding, altText }) => ({ exhibit, finding: finding ?? undefined, altText: altText ?? undefined })),
    override: override ?? undefined,
    madeAt: madeAt ?? madeAtOf(context.ports.now()),
  };
}

/** What is exported, with who signed it: the shell reads both itself and takes neither from the page. */
function signedOf(context: AppContext, source: ExportOrder['source']): Signed {
  const { session } = context;
  if (source.kind === 'LIBRARY') {
    const copy = session.store.scenarios.read(source.id);
    return { scenario: copy.scenario, status: fileStatusOf(copy), isAltered: false };
  }
  if (source.kind === 'VERSION') {
    const { scenario, summary, sealHolds } = session.store.versions.readNumber(source.id, source.version);
    return { scenario, status: sealHolds ? versionStatusOf(summary) : undefined, isAltered: !sealHolds };
  }
  const { scenario, signed, isAltered } = known(context, source.handle);
  if (scenario === undefined) throw new Refused('FILE_NOT_OPEN', 'That file is not open any more. Open it again, then export.');
  return { scenario, status: signed, isAltered: isAltered === true };
}

/** A version is sealed by whoever gave it its status; a snapshot of a draft is signed by nobody. */
function versionStatusOf({ status, by, at }: VersionSummary): Signed['status'] {
  return status === 'DRAFT' ? { stage: status } : { stage: status, name: by.name, role: by.role, date: at.slice(0, 10) };
}
