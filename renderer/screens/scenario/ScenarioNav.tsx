import { useDrafts } from '../../components/grid/drafts.ts';
import { Icon } from '../../components/Icon.tsx';
import { counted } from '../../components/counts.ts';
import type { FromLibrary } from '../../state/document.ts';
import { useEntry } from '../../state/entry.ts';
import { useResults } from '../../state/projection.ts';
import { useView } from '../../state/view.ts';
import { focusTable } from './focus-table.ts';
import { SECTIONS } from './sections.ts';
import { troublesOf } from './troubles.ts';

/** The sections of the editor below its screen, each with the errors that wait in it. */
export function ScenarioNav({ open }: { readonly open: FromLibrary }) {
  const { unit, screen, show } = useView();
  const { section, openSection } = useEntry();
  const results = useResults(open.scenario, unit);
  const drafts = useDrafts(open.id);
  const troubles = results === null ? [] : troublesOf(results.problems, drafts.values());
  const errorsIn = (id: string): number => troubles.filter((trouble) => trouble.section === id && trouble.isError).length;
  return (
    <>
      {SECTIONS.map(({ id, label }) => {
        const isHere = screen === 'scenario' && section === id;
        const errors = errorsIn(id);
        return (
          <button
            key={id}
            type="button"
            className={isHere ? 'nav sub section on' : 'nav sub section'}
            aria-current={isHere ? 'true' : undefined}
            onClick={() => {
              openSection(id);
              show('scenario');
              focusTable();
            }}
          >
            <span className="nav-label">{label}</span>
            {errors === 0 ? null : (
              <span className="n1 at" title={counted(errors, 'problem')}>
                <Icon name="warn" small />
                {errors}
                <span className="vh"> {errors === 1 ? 'problem' : 'problems'}</span>
              </span>
            )}
          </button>
        );
      })}
    </>
  );
}
