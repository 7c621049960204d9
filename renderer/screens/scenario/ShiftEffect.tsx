import { ZERO, plus, sum, type Decimal } from '../../../shared/money/decimal.ts';
import { changeInSentence, formatCount, moneyInSentence } from '../../../shared/money/format.ts';
import type { MoneyUnit } from '../../../shared/money/units.ts';
import { shiftSystem } from '../../../shared/outcomes/shift-system.ts';
import type { Results } from '../../state/projection.ts';
import { AmountsTable, type AmountsRow } from './AmountsTable.tsx';
import { systemOf, whoGains } from './who-gains.ts';

function findingOf({ headline, effect, unit }: { headline: Decimal; effect: Decimal; unit: MoneyUnit }): string {
  const does = effect.isNegative()
    ? `costs the system ${moneyInSentence(effect.neg(), { unit })}`
    : `is worth ${moneyInSentence(effect, { unit })} to the system`;
  return `The plan scores the shifts at ${changeInSentence(headline, { unit })}; what moves ${does}`;
}

/** Beds and wards of the target year in a sentence, where wards are entered. */
function Beds({ results }: { readonly results: Results }) {
  const { frame, shifts } = results.projection;
  if (shifts.groups.size === 0) return <p className="t2">No ward is entered, so beds that are freed release no ward cost.</p>;
  const beds = sum([...shifts.groups.values()].map(({ bedsFreed }) => bedsFreed[frame.target] ?? ZERO));
  const closed = sum([...shifts.groups.values()].map(({ stepsInMarch }) => stepsInMarch[frame.target] ?? ZERO));
  return (
    <p className="t2">
      {formatCount(beds, 1)} beds free by March of {frame.years[frame.target]}, {formatCount(closed)} {closed.eq(1) ? 'ward' : 'wards'}{' '}
      closed.
    </p>
  );
}

/** Who gains and who loses by the shifts in the target year, to the penny, whatever the unit of the screen. */
export function ShiftEffect({ results, unit }: { readonly results: Results; readonly unit: MoneyUnit }) {
  const { projection, outcomes } = results;
  const { frame } = projection;
  if (projection.shifts.schemes.size === 0) return null;
  const gains = whoGains(projection, frame.target);
  const concerned = outcomes.organisations.filter(({ id }) => gains.some(({ byOrganisation }) => byOrganisation.has(id)));
  const rows: AmountsRow[] = gains.map((row) => ({
    key: row.key,
    label: row.label,
    amounts: [...concerned.map(({ id }) => row.byOrganisation.get(id) ?? ZERO), systemOf(row)],
  }));
  const totals = [
    ...concerned.map(({ id }) => sum(gains.map(({ byOrganisation }) => byOrganisation.get(id) ?? ZERO))),
    sum(gains.map(systemOf)),
  ];
  const headline = shiftSystem(projection).headline[frame.target] ?? ZERO;
  return (
    <section aria-labelledby="shift-finding">
      <h3 className="ex" id="shift-finding">
        {findingOf({ headline, effect: plus(totals.at(-1) ?? ZERO, ZERO), unit })}
      </h3>
      <p className="exs">
        Who gains and who loses by all shifts, {frame.years[frame.target]}, to the penny. Payments between members stand twice and net to
        nil.
      </p>
      <AmountsTable
        caption="Who gains and who loses"
        columns={[...concerned.map(({ name }) => name), 'System']}
        rows={[...rows, { key: 'total', label: 'Effect of the shifts', amounts: totals, isTotal: true }]}
        unit="£"
        areOutcomes
        places={2}
      />
      <Beds results={results} />
    </section>
  );
}
