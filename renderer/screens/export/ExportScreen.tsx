import '../../styles/export.css';
import { useEffect } from 'react';
import type { OpenDocument } from '../../state/document.ts';
import { exhibitsFor } from '../../state/exhibits.ts';
import { useExporting } from '../../state/exporting.ts';
import { listedExhibits, type ListedExhibit } from '../../state/listed-exhibits.ts';
import { useResults } from '../../state/projection.ts';
import { useView } from '../../state/view.ts';
import { ConflictQuestion } from './ConflictQuestion.tsx';
import { ExhibitChoice } from './ExhibitChoice.tsx';
import { Going } from './Going.tsx';
import { Preview } from './Preview.tsx';
import { ReadyCheck } from './ReadyCheck.tsx';
import { Words } from './Words.tsx';
import { useWorked } from './worked.ts';

/** Long enough that the shell is not asked for every letter of a title. */
const REST_MS = 150;

/** Asks the shell again what it says of the export, whenever something changes that it goes by. */
function useLook(open: OpenDocument): void {
  const unit = useView((state) => state.unit);
  const { scenario, chosen, words, override, begin, lookAgain } = useExporting();
  useEffect(() => {
    begin(open.scenario);
  }, [begin, open.scenario]);
  useEffect(() => {
    if (scenario !== open.scenario) return undefined;
    const timer = setTimeout(() => void lookAgain(open, unit), REST_MS);
    return () => {
      clearTimeout(timer);
    };
  }, [open, unit, scenario, chosen, words, override, lookAgain]);
}

/** The exhibit before the person on paper, and the way from there into a file. */
function Shown({
  open,
  listed,
  shown,
}: {
  readonly open: OpenDocument;
  readonly listed: readonly ListedExhibit[];
  readonly shown: ListedExhibit;
}) {
  const unit = useView((state) => state.unit);
  useWorked(open, shown, unit);
  return (
    <>
      <Preview listed={listed} shown={shown} unit={unit} />
      <aside className="xr" aria-label="Ready check and words">
        <ReadyCheck />
        <Words exhibit={shown.exhibit} />
        <Going open={open} listed={listed} shown={shown} unit={unit} />
      </aside>
    </>
  );
}

/** Exhibits for a paper: which, as what, with which words, after the ready check. It works for whatever is open, because nothing is changed. */
export function ExportScreen({ open }: { readonly open: OpenDocument }) {
  const unit = useView((state) => state.unit);
  const results = useResults(open.scenario, unit);
  const { shown: shownId, worked } = useExporting();
  useLook(open);
  const ready = results === null ? [] : exhibitsFor(results, unit);
  if (ready.length === 0) {
    return (
      <div className="xp-none">
        <h1 className="h1">Export</h1>
        <p className="reads">
          Nothing can be exported, because this scenario could not be computed. Its problems are counted in the status bar; mend them, and
          its exhibits are here.
        </p>
      </div>
    );
  }
  const listed = listedExhibits(ready, worked);
  const shown = listed.find(({ exhibit }) => exhibit.id === shownId) ?? listed[0];
  return (
    <div className="xp">
      <ExhibitChoice listed={listed} shown={shown} />
      {shown === undefined ? null : <Shown open={open} listed={listed} shown={shown} />}
      <ConflictQuestion open={open} unit={unit} />
    </div>
  );
}
