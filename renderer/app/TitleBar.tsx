import { Icon, Mark } from '../components/Icon.tsx';
import { shell } from '../state/client.ts';
import { useDocument, type OpenDocument } from '../state/document.ts';
import { useView } from '../state/view.ts';
import { keyWords, runCommand } from './commands.ts';

const STATUS_WORDS = { DRAFT: 'Draft', ASSURED: 'Assured', APPROVED: 'Approved' } as const;

/** Where the figures come from, where that must be said. */
function provenance(open: OpenDocument): string | null {
  if (open.kind === 'library' && open.origin === 'SAMPLE') return 'Sample';
  if (open.kind === 'library' && open.origin === 'PUBLISHED') return 'As published';
  return open.scenario.illustrative ? 'Illustrative figures' : null;
}

function DocumentName({ open }: { readonly open: OpenDocument }) {
  const said = provenance(open);
  return (
    <>
      <span className="doc">
        {open.scenario.name} <span className="u">{open.scenario.footprint.name}</span>
      </span>
      <span className="chip">{STATUS_WORDS[open.status]}</span>
      {open.kind === 'copy' ? <span className="chip">Recipient’s copy, read only</span> : null}
      {said === null ? null : <span className="chip sample">{said}</span>}
    </>
  );
}

function Step({ direction, name }: { readonly direction: 'undo' | 'redo'; readonly name: string | null }) {
  const word = direction === 'undo' ? 'Undo' : 'Redo';
  return (
    <button
      type="button"
      className={name === null ? 'tool off' : 'tool'}
      disabled={name === null}
      onClick={() => {
        runCommand(`scenario.${direction}`);
      }}
    >
      <Icon name={direction} small />
      {name === null ? word : `${word}: ${name}`}
    </button>
  );
}

export function TitleBar() {
  const open = useDocument((state) => state.open);
  const { screen, lay } = useView();
  const steps = open?.kind === 'library' ? open.steps : { undo: null, redo: null };
  return (
    <header className={shell === 'electron' ? 'tb native' : 'tb'} aria-label="Title bar" data-part tabIndex={-1}>
      <div className="brand">
        <Mark />
        Footing
      </div>
      {open !== null && screen !== 'library' ? <DocumentName open={open} /> : null}
      <div className="grow" />
      {open?.kind === 'library' && screen !== 'library' ? (
        <>
          <Step direction="undo" name={steps.undo} />
          <Step direction="redo" name={steps.redo} />
        </>
      ) : null}
      {open?.kind === 'copy' && screen !== 'library' ? (
        <button
          type="button"
          className="btn sm"
          onClick={() => {
            runCommand('file.makeCopy');
          }}
        >
          Make a copy to edit
        </button>
      ) : null}
      <button
        type="button"
        className="find"
        aria-haspopup="dialog"
        onClick={() => {
          lay('palette');
        }}
      >
        <Icon name="find" small />
        <span className="grow">Find or do anything</span>
        <kbd>{keyWords('Mod+K')}</kbd>
      </button>
    </header>
  );
}
