import type { ReactNode } from 'react';
import { FirstRunStrip } from '../components/FirstRunStrip.tsx';
import { ZERO } from '../../shared/money/decimal.ts';
import { moneyInFittingUnit } from '../../shared/money/format.ts';
import { capitalSlipped, ownRecord } from '../../shared/scenario/what-ifs.ts';
import { useDocument, type OpenDocument } from '../state/document.ts';
import { explainFigure } from '../state/explaining.ts';
import { isSample, useFirstRun } from '../state/first-run.ts';
import { useResults, type Results } from '../state/projection.ts';
import { say } from '../state/said.ts';
import { useView } from '../state/view.ts';
import { openFile } from './file-actions.ts';

const MONTHS_LATE = 12;

/** The reported position opens to the sum that made it, and the status bar says what the reader will find there. */
function lookBehind(results: Results | null, words: string): void {
  if (results === null) return;
  const { years, target } = results.projection.frame;
  explainFigure(`system.reported.${years[target] ?? ''}`);
  say(words);
}

function Strip({ open }: { readonly open: OpenDocument }) {
  const { unit, lay } = useView();
  const hide = useFirstRun((state) => state.hide);
  const edit = useDocument((state) => state.edit);
  const results = useResults(open.scenario, unit);
  const unidentified = results?.verdict.unidentified ?? ZERO;
  const isAsSubmitted = open.kind === 'library' && open.steps.undo === null;
  const hint = unidentified.isZero() ? 'Undo, to see the plan as submitted.' : `${moneyInFittingUnit(unidentified)} of it has no plan.`;
  const tryOut = (label: string, scenario: OpenDocument['scenario']): void => {
    void edit({ kind: 'replaceScenario', scenario, label });
  };
  return (
    <FirstRunStrip
      title={isAsSubmitted ? 'This plan balances. Should you believe it?' : 'As submitted this plan balances. Did you believe it?'}
      steps={[
        {
          title: 'Look behind the £0.0m',
          hint,
          run: () => {
            lookBehind(
              results,
              unidentified.isZero()
                ? 'Nothing in it is unidentified as it stands now.'
                : `${moneyInFittingUnit(unidentified)} of the savings have no plan: nobody has said who makes them, or how.`,
            );
          },
        },
        {
          title: 'Set delivery to their own record',
          hint: 'What these bodies delivered before.',
          run: () => {
            tryOut('Delivery at their own record', ownRecord(open.scenario));
          },
        },
        {
          title: 'Slip the capital by a year',
          hint: 'See what waits for it, and who carries it.',
          run: () => {
            tryOut('All capital a year later', capitalSlipped(open.scenario, MONTHS_LATE));
          },
        },
      ]}
      onStartMine={() => {
        lay('new');
      }}
      onOpenFile={() => void openFile()}
      onHide={hide}
    />
  );
}

/** The board of the sample with the strip of the first run above it, until it is put away; any other board as it is. */
export function WithFirstRun({ open, children }: { readonly open: OpenDocument; readonly children: ReactNode }) {
  const isHidden = useFirstRun((state) => state.isHidden);
  if (isHidden || !isSample(open)) return children;
  return (
    <div className="with-strip">
      <Strip open={open} />
      {children}
    </div>
  );
}
