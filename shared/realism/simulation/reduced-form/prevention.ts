import { figure, takesPart } from '../../../engine/frame.ts';
import { DEFAULT_INPUTS, DEFAULT_LAG_PROFILE } from '../../../scenario/defaults.ts';
import type { Postings } from './postings.ts';
import { at } from './cell.ts';
import type { Workings } from './workings.ts';

/** Step 7 of model-spec §10 in the reduced form: investment at who pays, cash-releasing benefit at who gains (model-spec §8). */
export function addPrevention(workings: Workings, postings: Postings): void {
  const { frame, cells } = workings;
  for (const scheme of frame.scenario.prevention) {
    if (!takesPart(frame, 'prevention', scheme.id)) continue;
    const investments = scheme.investments.map(({ organisation, amountByYear }) => {
      const stated = workings.pathOf({ ...amountByYear, [frame.years[0] ?? '']: DEFAULT_INPUTS.nil });
      postings.post({ organisation, path: stated, kind: 'recurrent', weight: -1 });
      return stated;
    });
    const lags = (scheme.lagProfile ?? DEFAULT_LAG_PROFILE).map((perPound) => cells.of(perPound, DEFAULT_INPUTS.nil));
    const cashShare = cells.of(scheme.cashReleasingShare, DEFAULT_INPUTS.preventionCashReleasingShare);
    const cash = workings.path([...investments, ...lags, cashShare], (amounts) => {
      amounts.fill(0);
      for (const { amounts: spent } of investments)
        for (let year = 1; year < amounts.length; year += 1)
          for (let lag = 0; lag < lags.length && year + lag < amounts.length; lag += 1)
            amounts[year + lag] = at(amounts, year + lag) + at(spent, year) * (lags[lag]?.amount ?? 0) * cashShare.amount;
    });
    for (const { organisation, weight } of scheme.beneficiaries)
      postings.post({ organisation, path: cash, kind: 'recurrent', weight: figure(weight).toNumber() });
  }
}
