import { useMemo, type ReactNode } from 'react';
import { formatFigure, formatPercent } from '../../../shared/money/format.ts';
import { backLoadingOf, concentrationOf } from '../../../shared/realism/concentration.ts';
import { requiredAgainstAchieved } from '../../../shared/realism/required-rate.ts';
import { moneyInSentence } from '../../../shared/money/format.ts';
import type { MoneyUnit } from '../../../shared/money/units.ts';
import type { OpenDocument } from '../../state/document.ts';
import type { Results } from '../../state/projection.ts';
import { useSlowTest } from './slow-tests.ts';

function Line({ label, children, hint }: { readonly label: string; readonly children: ReactNode; readonly hint: string }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd className="b">{children}</dd>
      <dd className="mi t3">{hint}</dd>
    </div>
  );
}

/** How the savings are made up: how few schemes carry them, how late they come, how much is needed a year beside what was achieved. */
export function Shape({ open, results, unit }: { readonly open: OpenDocument; readonly results: Results; readonly unit: MoneyUnit }) {
  const { projection, outcomes } = results;
  const failures = useSlowTest('failures', open.scenario);
  const slips = useSlowTest('slipSets', open.scenario);
  const worst = failures.isEarlier ? undefined : failures.result?.[0];
  const { concentration, late, required } = useMemo(
    () => ({
      concentration: concentrationOf(projection),
      late: backLoadingOf(projection),
      required: requiredAgainstAchieved(projection, outcomes),
    }),
    [projection, outcomes],
  );
  const achieved = required.achieved.map(
    ({ label, low, high }) => `${low.eq(high) ? formatPercent(low) : `${formatPercent(low)} to ${formatPercent(high)}`} ${label}`,
  );
  const { savings, shifts, capital } = projection.frame.scenario;
  const nameOf = (id: string): string => [...savings, ...shifts, ...capital].find((scheme) => scheme.id === id)?.name ?? id;
  return (
    <section aria-labelledby="shape">
      <h2 className="ex" id="shape">
        The shape of the savings
      </h2>
      <dl className="shape">
        <Line
          label="Counts like"
          hint={
            concentration.topThreeShare === undefined
              ? 'No scheme saves anything in the target year.'
              : `The three largest bring ${formatPercent(concentration.topThreeShare)} of the savings.`
          }
        >
          {concentration.effectiveSchemes === undefined ? 'n/a' : `${formatFigure(concentration.effectiveSchemes, 1)} equal schemes`}
        </Line>
        {worst === undefined ? null : (
          <Line
            label="If the costliest fails"
            hint={`${nameOf(worst.scheme)} delivers nothing${worst.losesBalance ? ', and balance is lost by that alone.' : '.'}`}
          >
            {moneyInSentence(worst.reported, { unit })}
          </Line>
        )}
        <Line label="Back-loading" hint="0 is all in the first year, 0.5 even, 1 all in the target year.">
          {late.index === undefined ? 'n/a' : formatFigure(late.index, 2)}
        </Line>
        <Line label="Needed each year" hint={`Achieved before, a year: ${achieved.join('; ')}.`}>
          {required.ofSystemCost === undefined ? 'n/a' : `${formatPercent(required.ofSystemCost)} of all cost`}
        </Line>
        {slips.isEarlier || slips.result === undefined ? null : (
          <Line label="If schemes are a year late" hint={slips.result.text}>
            {slips.result.sets[0]?.schemes.map(nameOf).join(' and ') ?? 'n/a'}
          </Line>
        )}
      </dl>
    </section>
  );
}
