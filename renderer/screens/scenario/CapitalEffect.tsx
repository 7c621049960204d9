import { ZERO, plus, sum, type Decimal } from '../../../shared/money/decimal.ts';
import { formatCount, formatPercent, moneyInSentence } from '../../../shared/money/format.ts';
import { usualPlaces, type MoneyUnit } from '../../../shared/money/units.ts';
import type { CapitalOutcome } from '../../../shared/engine/capital.ts';
import { NATIONAL_CAPITAL, fairShareOf } from '../../../shared/outcomes/national-capital.ts';
import { Icon } from '../../components/Icon.tsx';
import type { Results } from '../../state/projection.ts';
import { AmountsTable, type AmountsRow } from './AmountsTable.tsx';
import { savingsWithoutCapital, waitingFor, type Waiting } from './capital-effect.ts';
import { shortYear } from './sheets/sheet-context.ts';

type Part = { readonly results: Results; readonly unit: MoneyUnit };

const CHARGES = [
  ['depreciation', 'Depreciation'],
  ['pdcDividend', 'PDC dividend'],
  ['loanInterest', 'Loan interest'],
  ['minimumRevenueProvision', 'Minimum revenue provision'],
  ['runningCost', 'Running costs'],
  ['unitaryCharge', 'Unitary charge'],
] as const satisfies readonly (readonly [keyof CapitalOutcome, string])[];

/** Charges to two places of £m, as they are read in papers (guide §3). */
function placesOf(unit: MoneyUnit): number {
  return unit === '£m' ? 2 : usualPlaces(unit);
}

function chargeRows(results: Results, id: string, outcome: CapitalOutcome, owner: string): readonly AmountsRow[] {
  const { frame } = results.projection;
  const labels = frame.years.slice(1);
  const amountsOf = (name: (typeof CHARGES)[number][0]): Decimal[] => labels.map((_, index) => outcome[name][index + 1] ?? ZERO);
  const shown = CHARGES.filter(([name]) => outcome[name].some((amount) => !amount.isZero()));
  const rows = shown.map(([name, label]) => ({
    key: name,
    label,
    amounts: amountsOf(name),
    figures: labels.map((year) => `capital.${id}.${name}.${year}`),
  }));
  const total = labels.map((_, index) => sum(shown.map(([name]) => outcome[name][index + 1] ?? ZERO)));
  return rows.length === 0
    ? []
    : [...rows, { key: 'total', label: `Charged to ${owner}`, amounts: total.map((amount) => plus(amount, ZERO)), isTotal: true }];
}

function WaitsList({ waiting, unit }: { readonly waiting: readonly Waiting[]; readonly unit: MoneyUnit }) {
  if (waiting.length === 0) return null;
  return (
    <ul className="waits" aria-label="What waits for it">
      {waiting.map(({ id, name, what, amount, isLost }) => (
        <li key={id} className={isLost ? 'at' : 't2'}>
          {isLost ? <Icon name="lock" small /> : <Icon name="clock" small />}
          <span>
            {name}: a {what} of {moneyInSentence(amount, { unit })} {isLost ? 'counts as nil' : 'waits for it'}
          </span>
        </li>
      ))}
    </ul>
  );
}

function findingOf(name: string, refusal: string | undefined, lost: readonly Waiting[], unit: MoneyUnit): string {
  if (refusal === undefined) return `${name} is funded`;
  const amount = sum(lost.map((each) => each.amount));
  return lost.length === 0
    ? `${name} is not funded`
    : `${name} is not funded, and ${moneyInSentence(amount, { unit })} of savings falls with it`;
}

/** What one capital scheme does: whether it is funded, what it charges to whom, and what waits for it. */
export function CapitalEffect({ id, results, unit }: Part & { readonly id: string }) {
  const { frame, capital } = results.projection;
  const scheme = frame.scenario.capital.find((each) => each.id === id);
  const outcome = capital.schemes.get(id);
  if (scheme === undefined || outcome === undefined) return null;
  const refusal = capital.funding.refusals.get(id);
  const waiting = waitingFor(results.projection, id);
  const owner = frame.organisations.get(scheme.organisation)?.name ?? scheme.organisation;
  const rows = chargeRows(results, id, outcome, owner);
  return (
    <section aria-labelledby="capital-finding">
      <h3 className="ex" id="capital-finding">
        {findingOf(
          scheme.name,
          refusal,
          waiting.filter(({ isLost }) => isLost),
          unit,
        )}
      </h3>
      <p className="exs">
        {refusal === undefined ? 'Charges by year, and what waits for it.' : `${refusal}. No spend, no charges, no opening date.`}
      </p>
      <WaitsList waiting={waiting} unit={unit} />
      {rows.length === 0 ? null : (
        <AmountsTable
          caption="Charges by year"
          columns={frame.years.slice(1).map(shortYear)}
          rows={rows}
          unit={unit}
          places={placesOf(unit)}
        />
      )}
    </section>
  );
}

function billions(pounds: string): string {
  const millions = Number(pounds) / 1_000_000;
  return millions >= 1000 ? `£${formatBillions(millions / 1000)}bn` : `£${String(millions)}m`;
}

function formatBillions(amount: number): string {
  return String(Math.round(amount * 100) / 100);
}

/** Envelopes against what is asked, the facts of the national capital, and the share that would be fair (model-spec §6.1, §6.4). */
export function CapitalFacts({ results, unit }: Part) {
  const fair = fairShareOf(results.projection);
  const lost = savingsWithoutCapital(results.projection);
  const over = results.projection.capital.funding.sources.find(({ source }) => source === 'STP_PDC')?.overProgramming;
  return (
    <section aria-labelledby="fair-finding" className="facts">
      <div>
        <h3 className="ex" id="fair-finding">
          {fair.asked.isZero() ? 'Nothing is asked of STP capital' : `The ask is ${formatCount(fair.ratio, 2)} times a fair share`}
        </h3>
        <p className="t2">
          {moneyInSentence(fair.asked, { unit })} of STP capital against {moneyInSentence(fair.share, { unit })}, a share of the £2.6bn as
          the mean of 44 footprints. They differ in size by more than five times, so read it beside the population.
        </p>
        {over === undefined || over.isNegative() ? null : (
          <p className="t2">Over-programmed by {formatPercent(over)}: schemes at the end of the ranking are not funded.</p>
        )}
        {lost.isZero() ? null : <p className="at">{moneyInSentence(lost, { unit })} of savings waits for capital that is not there.</p>}
      </div>
      <table className="tbl lines" aria-label="The national capital">
        <tbody>
          {NATIONAL_CAPITAL.map(({ what, pounds, source }) => (
            <tr key={what} title={source}>
              <th scope="row">{what}</th>
              <td className="num">{billions(pounds)}</td>
              <td className="t3">{source}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
