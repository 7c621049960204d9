import type { Step } from '../../shared/engine/ledger.ts';
import { project } from '../../shared/engine/project.ts';
import { D, plus, type Decimal } from '../../shared/money/decimal.ts';
import { foot } from '../../shared/money/foot.ts';
import { displayStep } from '../../shared/money/units.ts';
import { outcomesOf } from '../../shared/outcomes/positions.ts';
import { breakEven } from '../../shared/realism/break-even.ts';
import { shippedScenario } from '../support/shipped-scenario.ts';
import { at, inPence, under, withPlaces, type Figure } from './golden-text.ts';

const YEAR = 1;
const MILLION = new D(1_000_000);
const LINES: Readonly<Record<string, string>> = {
  allocation: 'ccg-allocation',
  'CCG other care': 'ccg-other-care',
  'Trust external income': 'trust-external-income',
  pay: 'trust-pay',
  drugs: 'trust-drugs',
  nonpay: 'trust-non-pay',
};

/** The golden figures of worked example A as the engine computes them from the shipped file. */
export function figuresOfA(): Figure[] {
  const projection = project(shippedScenario('worked-example-a'));
  const { organisations, system } = outcomesOf(projection);
  const ccg = at(organisations, 0);
  const trust = at(organisations, 1);
  const [rostering, lengthOfStay, contract] = ['S1', 'S2', 'S3'].map((id) => under(projection.savings.schemes, id));
  const step = (name: Step): Decimal => at(under(system.steps, name), YEAR);
  const released = projection.entries.filter((entry) => entry.source === 'S3' && entry.amount.gt(0) && entry.organisation === 'TRUST');
  const kept = plus(at(rostering?.deliverable, YEAR), at(lengthOfStay?.deliverable, YEAR));
  const claimed = plus(at(rostering?.headline, YEAR), at(lengthOfStay?.headline, YEAR));
  const delivered = at(contract?.deliverable, YEAR);
  // The footed row of A illustrates footing only: it shows the contract reduction as delivered, and the rest of the delivery risk beside it.
  const row = [at(system.doNothing, YEAR), claimed, step('overlap'), kept.minus(claimed).minus(step('overlap')), delivered, step('tariffIllusionSavings')];
  const footed = foot(row, displayStep({ unit: '£m' }), { pin: 0 });
  return [
    inPence('A.base.ccg', at(ccg.reported, 0)),
    inPence('A.base.trust', at(trust.reported, 0)),
    inPence('A.base.system', at(system.reported, 0)),
    ...Object.entries(LINES).map(([name, id]) => inPence(`A.dn.${name}`, at(under(projection.doNothing.lines, id), YEAR))),
    inPence('A.dn.contract (CCG->Trust)', at(under(projection.doNothing.flows, 'trust-contract'), YEAR)),
    inPence('A.dn.ccg', at(ccg.doNothing, YEAR)),
    inPence('A.dn.trust', at(trust.doNothing, YEAR)),
    inPence('A.dn.system', at(system.doNothing, YEAR)),
    inPence('A.scheme.a1', at(rostering?.headline, YEAR)),
    inPence('A.scheme.a2', at(lengthOfStay?.headline, YEAR)),
    inPence('A.scheme.overlap', step('overlap')),
    inPence('A.scheme.d1', at(rostering?.deliverable, YEAR)),
    inPence('A.scheme.d2', at(lengthOfStay?.deliverable, YEAR)),
    inPence('A.scheme.qipp', delivered),
    inPence('A.scheme.released', at(released, 0).amount),
    inPence('A.result.ccg', at(ccg.reported, YEAR)),
    inPence('A.result.trust', at(trust.reported, YEAR)),
    inPence('A.result.system', at(system.reported, YEAR)),
    // The headline plan of the example counts the contract reduction at what the plan claims.
    inPence('A.result.naive', at(system.headline, YEAR)),
    withPlaces('A.breakeven', breakEven(projection).beforeSupport.share ?? new D(0), 6),
    ['A.foot', [...footed.figures, footed.total].map((figure) => figure.div(MILLION).toFixed(1))],
  ];
}
