import '../../styles/export.css';
import { useEffect } from 'react';
import type { OpenDocument } from '../../state/document.ts';
import { exhibitsFor } from '../../state/exhibits.ts';
import { useExporting } from '../../state/exporting.ts';
import { useResults } from '../../state/projection.ts';
import { useView } from '../../state/view.ts';
import { ConflictQuestion } from './ConflictQuestion.tsx';
import { ExhibitChoice } from './ExhibitChoice.tsx';
import { Going } from './Going.tsx';
import { Preview } from './Preview.tsx';
import { ReadyCheck } from './ReadyCheck.tsx';
import { Words } from './Words.tsx';

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

/** Exhibits for a paper: which, as what, with which words, after the ready check. It works for whatever is open, because nothing is changed. */
export function ExportScreen({ open }: { readonly open: OpenDocument }) {
  const unit = useView((state) => state.unit);
  const results = useResults(open.scenario, unit);
  const shownId = useExporting((state) => state.shown);
  useLook(open);
  if (results === null) return null;
  const exhibits = exhibitsFor(results, unit);
  const shown = exhibits.find(({ id }) => id === shownId) ?? exhibits[0];
  if (shown === undefined) {
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
  return (
    <div className="xp">
      <ExhibitChoice exhibits={exhibits} shown={shown} />
      <Preview exhibits={exhibits} shown={shown} unit={unit} />
      <aside className="xr" aria-label="Ready check and words">
        <ReadyCheck />
        <Words exhibit={shown} />
        <Going open={open} exhibits={exhibits} shown={shown} unit={unit} />
      </aside>
      <ConflictQuestion open={open} unit={unit} />
    </div>
  );
}
