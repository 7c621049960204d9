import { deliveryInput } from '../../../shared/engine/frame.ts';
import { formatPercent } from '../../../shared/money/format.ts';
import { ownRecordAsRange, ownRecordOf, yearsWords } from '../../../shared/scenario/own-record.ts';
import type { Scenario } from '../../../shared/scenario/schema.ts';
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

/** The words first: what delivery balances, what stands behind that, and the bodies' own record. */
export function RealismHead({ open, results }: { readonly open: OpenDocument; readonly results: Results }) {
  return (
    <header>
      <h1 className="verdict" id="realism-headline">
        {headlineOf(results.breakEven)}
      </h1>
      <p className="vtext">
        {behindHeadline(results.breakEven).join(' ')} <OwnRecordWords open={open} />
      </p>
    </header>
  );
}
