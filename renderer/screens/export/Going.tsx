import { useEffect, useRef } from 'react';
import type { MoneyUnit } from '../../../shared/money/units.ts';
import { runCommand } from '../../app/commands.ts';
import { counted } from '../../components/counts.ts';
import { Icon } from '../../components/Icon.tsx';
import { ask, shell } from '../../state/client.ts';
import { copyExhibit, type CopiedPart } from '../../state/copying.ts';
import type { OpenDocument } from '../../state/document.ts';
import { chosenOf, hasPicture, type ListedExhibit } from '../../state/listed-exhibits.ts';
import { stoppedWords, useExporting, type ExportRun } from '../../state/exporting.ts';

type Shown = {
  readonly open: OpenDocument;
  readonly listed: readonly ListedExhibit[];
  readonly shown: ListedExhibit;
  readonly unit: MoneyUnit;
};

function Copy({ open, shown, unit, part }: Omit<Shown, 'listed'> & { readonly part: CopiedPart }) {
  return (
    <button type="button" className="btn" onClick={() => void copyExhibit(open, { exhibit: shown.exhibit, part, unit })}>
      <Icon name="copy" small />
      Copy {part}
    </button>
  );
}

function Running({ run }: { readonly run: Extract<ExportRun, { kind: 'RUNNING' }> }) {
  const stop = useExporting((state) => state.stop);
  const { progress, isStopping } = run;
  const total = progress?.total ?? 0;
  const words = progress === null ? 'Beginning …' : `${String(progress.done)} of ${String(total)} made`;
  return (
    <div className="xg">
      <div className="row between">
        <span className="sm t2" aria-live="polite">
          {isStopping ? 'Cancelling …' : words}
        </span>
        <button
          type="button"
          className="btn"
          onClick={() => void stop()}
          disabled={isStopping}
          title={isStopping ? 'Already asked for' : undefined}
        >
          Cancel
        </button>
      </div>
      <progress aria-label="Files made" max={Math.max(total, 1)} value={progress?.done ?? 0} />
    </div>
  );
}

function Done({ run }: { readonly run: Extract<ExportRun, { kind: 'DONE' }> }) {
  return (
    <div className="xg" role="status">
      <p className="sm">
        <span className="ok">
          <Icon name="tick" small />
        </span>{' '}
        <b>{counted(run.fileNames.length, 'file')}</b> in <span className="folder">{run.folder}</span>
      </p>
      <ul className="xnames" tabIndex={0} aria-label="Files written">
        {run.fileNames.map((name) => (
          <li key={name}>{name}</li>
        ))}
      </ul>
      {/* A browser has no file manager of its own: there the folder's name has to do. */}
      {shell === 'electron' ? (
        <button type="button" className="btn" onClick={() => void ask('export.showFolder', { place: run.place })}>
          Show in folder
        </button>
      ) : null}
    </div>
  );
}

/** What was pressed to begin is away while the files are made: when it is back, the focus that fell to the page is given to it again. */
function useFocusAgain(kind: ExportRun['kind']) {
  const begins = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (kind !== 'IDLE' && document.activeElement === document.body) begins.current?.focus();
  }, [kind]);
  return begins;
}

/** The way out: to files, with how far it is and where they are; or to the clipboard. */
export function Going({ open, listed, shown, unit }: Shown) {
  const { run, chosen, worked } = useExporting();
  const begins = useFocusAgain(run.kind);
  const count = chosenOf(listed, chosen).length;
  return (
    <div className="xend">
      {run.kind === 'DONE' ? <Done run={run} /> : null}
      {run.kind === 'STOPPED' ? (
        <p className="sm t2" role="status">
          {stoppedWords(run.written)}
        </p>
      ) : null}
      {run.kind === 'RUNNING' ? (
        <Running run={run} />
      ) : (
        <>
          <button
            ref={begins}
            type="button"
            className="btn pri"
            onClick={() => {
              runCommand('export.run');
            }}
          >
            Export {counted(count, 'exhibit')}…
          </button>
          <div className="row wraps">
            {!hasPicture(shown, worked) ? null : <Copy open={open} shown={shown} unit={unit} part="picture" />}
            <Copy open={open} shown={shown} unit={unit} part="table" />
          </div>
        </>
      )}
    </div>
  );
}
