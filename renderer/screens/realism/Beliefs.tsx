import { useMemo } from 'react';
import type { MoneyUnit } from '../../../shared/money/units.ts';
import { evidencePanel, type EvidenceRatio } from '../../../shared/realism/evidence-panel.ts';
import { beliefText, whatToBelieve, type Belief } from '../../../shared/realism/what-to-believe.ts';
import { formatFigure } from '../../../shared/money/format.ts';
import { outsideView, sourceOf } from '../../../shared/evidence/evidence.ts';
import { Icon } from '../../components/Icon.tsx';
import { copyText } from '../../state/clipboard.ts';
import type { OpenDocument } from '../../state/document.ts';
import { canGoToInputs, goToInput } from '../../state/going-to.ts';
import type { Results } from '../../state/projection.ts';
import { contextOf } from '../../state/realism-contexts.ts';
import { say } from '../../state/said.ts';
import { Shape } from './Shape.tsx';

type Part = { readonly open: OpenDocument; readonly results: Results; readonly unit: MoneyUnit };

async function copy(text: string): Promise<void> {
  say((await copyText(text)) ? 'Copied as text.' : 'Not copied: the system did not give Footing its clipboard.');
}

/** The figure is the way to the input that says it. */
function FigureOf({ belief }: { readonly belief: Belief }) {
  const [path] = belief.paths;
  if (path === undefined || !canGoToInputs()) return <b>{belief.figure}</b>;
  return (
    <button
      type="button"
      className="to-input b"
      title="Go to the input"
      onClick={() => {
        goToInput(path);
      }}
    >
      {belief.figure}
      <span className="vh">, go to the input</span>
    </button>
  );
}

function Ratio({ ratio }: { readonly ratio: EvidenceRatio }) {
  const source = ratio.view === undefined ? 'Tool default or own record.' : `${sourceOf(outsideView(ratio.view))}.`;
  return (
    <div>
      <dt>{ratio.label}</dt>
      <dd className="b">{ratio.ratio === undefined ? 'n/a' : `× ${formatFigure(ratio.ratio, 2)}`}</dd>
      <dd className="mi t3">{ratio.reason ?? `Yours ${ratio.yours}; held against ${ratio.comparison}. ${source}`}</dd>
    </div>
  );
}

/** Six ratios of the plan to the evidence; they are never blended into one. */
function Ratios({ ratios }: { readonly ratios: readonly EvidenceRatio[] }) {
  return (
    <section aria-labelledby="ratios">
      <h2 className="ex" id="ratios">
        Against the evidence
      </h2>
      <p className="exs">Above 1 the plan is more hopeful than what it is held against. There is no sum of these.</p>
      <dl className="shape">
        {ratios.map((ratio) => (
          <Ratio key={ratio.id} ratio={ratio} />
        ))}
      </dl>
    </section>
  );
}

/** What one would have to believe for the system to balance, each figure live and linked to its input; then how the savings are made up. */
export function Beliefs({ open, results, unit }: Part) {
  const { told, ratios } = useMemo(() => {
    const context = contextOf(results);
    return { told: whatToBelieve(context), ratios: evidencePanel(context) };
  }, [results]);
  return (
    <>
      <p className="lead sm t2">
        {told.beliefs.length === 0
          ? 'Nothing has to be believed: no savings, shift, capital or support stands in this plan.'
          : told.opening}
      </p>
      {told.beliefs.length === 0 ? null : (
        <ol className="beliefs">
          {told.beliefs.map((belief) => (
            <li key={belief.key}>
              <FigureOf belief={belief} />
              <span>{belief.text}</span>
            </li>
          ))}
        </ol>
      )}
      <div className="row">
        <button type="button" className="btn sm" onClick={() => void copy(beliefText(told))}>
          <Icon name="copy" small />
          Copy for a paper
        </button>
      </div>
      <Shape open={open} results={results} unit={unit} />
      <Ratios ratios={ratios} />
    </>
  );
}
