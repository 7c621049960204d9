import { Icon, Mark } from '../components/Icon.tsx';
import { STATUS_WORDS } from '../components/status-words.ts';
import { useDocument, type OpenDocument } from '../state/document.ts';
import { useLibrary } from '../state/library.ts';
import { useStartup } from '../state/startup.ts';
import { useView } from '../state/view.ts';
import { runCommand } from './commands.ts';
import { openOnBoard } from './file-actions.ts';
import { keyWords } from './keys.ts';
import { stepName } from './library-actions.ts';

/** Where the figures come from, where that must be said. */
function provenance(open: OpenDocument): string | null {
  if (open.kind === 'library' && open.origin === 'SAMPLE') return 'Sample';
  if (open.kind === 'library' && open.origin === 'PUBLISHED') return open.steps.undo === null ? 'As published' : 'Published plan, changed';
  return open.scenario.illustrative ? 'Illustrative figures' : null;
}

function DocumentName({ open }: { readonly open: OpenDocument }) {
  const said = provenance(open);
  return (
    <>
      <span className="doc" title={`${open.scenario.name}, ${open.scenario.footprint.name}`}>
        {open.scenario.name} <span className="u">{open.scenario.footprint.name}</span>
      </span>
      <span className="chip">{STATUS_WORDS[open.status]}</span>
      {open.kind === 'copy' ? <span className="chip">Recipient’s copy, read only</span> : null}
      {open.kind === 'version' ? <span className="chip">Version {open.version.version}, read only</span> : null}
      {said === null ? null : <span className="chip sample">{said}</span>}
    </>
  );
}

function Step({ direction, name }: { readonly direction: 'undo' | 'redo'; readonly name: string | null }) {
  const word = direction === 'undo' ? 'Undo' : 'Redo';
  const said = name === null ? word : `${word}: ${name}`;
  return (
    <button
      type="button"
      className="tool"
      disabled={name === null}
      aria-label={said}
      title={name === null ? `Nothing to ${direction}` : said}
      onClick={() => {
        runCommand(`scenario.${direction}`);
      }}
    >
      <Icon name={direction} small />
      <span>{said}</span>
    </button>
  );
}

/** Undo and redo, each naming its step: of the scenario that is open, in the library of the bin. */
function Steps() {
  const { screen } = useView();
  const open = useDocument((state) => state.open);
  const binned = useLibrary((state) => state.binned);
  if (screen === 'library' ? binned === null : open?.kind !== 'library') return null;
  return (
    <>
      <Step direction="undo" name={stepName('undo')} />
      <Step direction="redo" name={stepName('redo')} />
    </>
  );
}

/** The way on from what cannot be changed: a copy of the file, or the scenario that the version was sealed from. */
function WayOn({ open }: { readonly open: OpenDocument }) {
  if (open.kind === 'copy') {
    return (
      <button
        type="button"
        className="btn sm pri"
        onClick={() => {
          runCommand('file.makeCopy');
        }}
      >
        Make a copy to edit
      </button>
    );
  }
  if (open.kind === 'library') return null;
  return (
    <button type="button" className="btn sm pri" onClick={() => void openOnBoard(open.id)}>
      Back to the scenario
    </button>
  );
}

export function TitleBar() {
  const open = useDocument((state) => state.open);
  const { screen, lay } = useView();
  const isAside = useStartup((state) => state.startup?.database === 'SET_ASIDE');
  return (
    <header className="tb" aria-label="Title bar" data-part tabIndex={-1}>
      <div className="brand">
        <Mark />
        Footing
      </div>
      {open !== null && screen !== 'library' ? <DocumentName open={open} /> : null}
      <div className="grow" />
      <Steps />
      {open !== null && screen !== 'library' && !isAside ? <WayOn open={open} /> : null}
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
