import { ZERO, plus, type Decimal } from '../money/decimal.ts';
import { toPence } from '../money/format.ts';
import { yearAfter } from '../calendar/financial-year.ts';
import type { SourceOutcome } from '../engine/capital-funding.ts';
import { foldByYear } from '../engine/ledger.ts';
import type { Projection } from '../engine/project.ts';
import type { Summary } from './summary-schema.ts';
import { besides, shareText, summaryText, unlessLeftOut, type ByYearText } from './summary-text.ts';

function schemeSummaries(projection: Projection) {
  const { pounds } = summaryText(projection);
  const { schemes, funding } = projection.capital;
  const posted = foldByYear(projection.entries, projection.frame.yearCount, (entry) =>
    entry.step === 'capitalCharges' ? entry.source : undefined,
  );
  return unlessLeftOut(projection, projection.frame.scenario.capital, ({ id, name, organisation }) => {
    const outcome = schemes.get(id);
    if (outcome === undefined) return undefined;
    return {
      name,
      organisation,
      funded: outcome.funded,
      refusal: funding.refusals.get(id) ?? null,
      outturn: toPence(funding.plans.get(id)?.total ?? ZERO),
      spend: pounds(outcome.spend),
      depreciation: pounds(outcome.depreciation),
      pdcDividend: pounds(outcome.pdcDividend),
      loanInterest: pounds(outcome.loanInterest),
      minimumRevenueProvision: pounds(outcome.minimumRevenueProvision),
      runningCost: pounds(outcome.runningCost),
      unitaryCharge: pounds(outcome.unitaryCharge),
      impairment: pounds(outcome.impairment),
      disposalProfit: pounds(outcome.disposalProfit),
      netBookValue: pounds(outcome.netBookValue),
      loanOutstanding: pounds(outcome.loanOutstanding),
      relevantNetAssets: pounds(outcome.relevantNetAssets),
      total: pounds((posted.get(id) ?? []).map((amount) => ZERO.minus(amount))),
    };
  });
}

function runningTotals(amounts: readonly Decimal[]): Decimal[] {
  let total = ZERO;
  return amounts.map((amount) => (total = plus(total, amount)));
}

/** Every source of capital, from the base year to the last year with money in it (model-spec §6.4). */
function sourceSummaries(projection: Projection): Summary['capital']['sources'] {
  const { frame, capital } = projection;
  if (frame.leftOut.has('scenario')) return {};
  const years = (source: SourceOutcome): number[] => {
    const spans = [source.asked, source.funded, source.envelope ?? []].map(
      (amounts) => amounts.findLastIndex((amount) => !amount.isZero()) + 1,
    );
    return Array.from({ length: Math.max(frame.years.length, ...spans) }, (_, year) => year);
  };
  return Object.fromEntries(
    capital.funding.sources.map((source) => {
      const all = years(source);
      const byYear = (amounts: readonly Decimal[]): ByYearText =>
        Object.fromEntries(all.map((year) => [yearAfter(frame.scenario.baseYear, year), toPence(amounts[year] ?? ZERO)]));
      const left = all.map((year) => (source.envelope?.[year] ?? ZERO).minus(source.funded[year] ?? ZERO));
      return [
        source.source,
        {
          envelope: source.envelope === undefined ? null : byYear(source.envelope),
          asked: byYear(source.asked),
          funded: byYear(source.funded),
          headroom: source.envelope === undefined ? null : byYear(runningTotals(left)),
          overProgramming: source.overProgramming === undefined ? null : shareText(source.overProgramming),
        },
      ];
    }),
  );
}

/** Spend, charges and balances of every capital scheme by id, and the sources of capital under `sources` (model-spec §6). */
export function capitalSummaries(projection: Projection): Summary['capital'] {
  return besides(schemeSummaries(projection), { sources: sourceSummaries(projection) });
}
