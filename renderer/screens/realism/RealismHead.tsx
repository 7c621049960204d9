import { deliveryInput } from '../../../shared/engine/frame.ts';
import { formatPercent, moneyInSentence } from '../../../shared/money/format.ts';
import type { MoneyUnit } from '../../../shared/money/units.ts';
import { ownRecordAsRange, ownRecordOf, yearsWords } from '../../../shared/scenario/own-record.ts';
import type { Scenario } from '../../../shared/scenario/schema.ts';
import { Explains } from '../../components/Explains.tsx';
import { useDocument, type OpenDocument } from '../../state/document.ts';
import type { Results } from '../../state/projection.ts';
import { useRealismView } from '../../state/realism-view.ts';
import { behindHeadline, headlineOf } from './break-even-words.ts';

/** What the organisations achieved of their plans, over the years that are recorded; undefined where nothing is. */
function recordWords(scenario: Scenario): string | undefined {
  const { overall, byOrganisation } = ownRecordOf(scenario);
  if (overall === undefined) return undefined;
  const years = [...byOrganisation.values()].flatMap((record) => record.years).sort((a, b) => a.year.localeCompare(b.year));
  const whose = byOrganisation.size === 1 ? 'one organisation' : `${String(byOrganisation.size)} organisations`;
  return `${formatPercent(overall.share)} of what was planned, ${whose}, ${yearsWords(years)}`;
}

/** Makes the record the range of delivery of every scheme whose owner has one; each scheme's note says so. */
function UseAsRange({ scenario }: { readonly scenario: Scenario }) {
  const edit = useDocument((state) => state.edit);
  const range = ownRecordAsRange(scenario, (scheme) => deliveryInput(scenario, scheme));
  if (range === undefined) return null;
  return (
    <button type="button" className="lnk" onClick={() => void edit(range, 'Own record of past savings')}>
      Use it as the range of delivery
    </button>
  );
}

function OwnRecordWords({ open }: { readonly open: OpenDocument }) {
  const openRecord = useRealismView((state) => state.openRecord);
  const words = recordWords(open.scenario);
  const canEdit = open.kind === 'library';
  if (words === undefined && !canEdit) return <>Own record: none is entered, so only national figures are compared.</>;
  return (
    <>
      Own record: {words === undefined ? null : `${words}. `}
      {canEdit ? (
        <button
          type="button"
          className="lnk"
          onClick={() => {
            openRecord(true);
          }}
        >
          {words === undefined ? 'enter three past years' : 'Change it'}
        </button>
      ) : null}
      {words === undefined ? '; it will stand on this line.' : ' '}
      {words !== undefined && canEdit ? <UseAsRange scenario={open.scenario} /> : null}
    </>
  );
}

/** Where the plan stands, each figure open to its sum. */
function Standing({ results, unit }: { readonly results: Results; readonly unit: MoneyUnit }) {
  const { figures, projection } = results;
  const year = projection.frame.target;
  if (projection.frame.leftOut.has('scenario')) return null;
  const figure = (measure: 'reported' | 'beforeSupport') => (
    <Explains path={`system.${measure}.${figures.label(year)}`}>
      <b>{moneyInSentence(figures.system(measure, year).figure, { unit })}</b>
    </Explains>
  );
  return (
    <>
      As it stands, {figures.label(year)} is {figure('reported')} as reported and {figure('beforeSupport')} before support.{' '}
    </>
  );
}

/** The words first: what delivery balances, what stands behind that, and the bodies' own record. */
export function RealismHead({ open, results, unit }: { readonly open: OpenDocument; readonly results: Results; readonly unit: MoneyUnit }) {
  return (
    <header>
      <h1 className="verdict" id="realism-headline">
        {headlineOf(results.breakEven)}
      </h1>
      <p className="vtext">
        <Standing results={results} unit={unit} />
        {behindHeadline(results.breakEven).join(' ')} <OwnRecordWords open={open} />
      </p>
    </header>
  );
}
