import { decimal, sum, type Decimal } from '../money/decimal.ts';
import type { Projection } from '../engine/project.ts';

/** A published amount of capital with where it was said. Pounds as text. */
export type CapitalFact = { readonly what: string; readonly pounds: string; readonly source: string };

const BUDGET = 'Autumn Budget 2017; Healthcare Leader, 22 November 2017';

/** The capital that the Autumn Budget of 2017 gave to 2022/23, what it was for, and what had been asked for (model-spec §6.1). */
export const NATIONAL_CAPITAL: readonly CapitalFact[] = [
  { what: 'New capital to 2022/23', pounds: '3500000000', source: BUDGET },
  { what: 'of it for STPs', pounds: '2600000000', source: BUDGET },
  { what: 'of it for trusts in difficulty and safety', pounds: '700000000', source: BUDGET },
  { what: 'of it for energy and technology', pounds: '200000000', source: BUDGET },
  { what: 'Given before, in spring', pounds: '425000000', source: 'Spring Budget 2017; HFMA, 8 March 2017' },
  { what: 'Asked for by 37 of 44 footprints', pounds: '9530000000', source: 'BMA, February 2017' },
];

const FOR_STPS = '2600000000';
const FOOTPRINTS = '44';

/** What a footprint asks of STP capital beside the mean of all. `ratio` above 1: it asks for more than that. Pounds. */
export type FairShare = { readonly asked: Decimal; readonly share: Decimal; readonly ratio: Decimal };

/**
 * The ratio of what is asked of STP capital to a fair share of the £2.6bn (model-spec §6.1). The share is the mean of the 44 footprints, £59.1m, whatever their size: a
 * share by population needs the population of England, which the sources of this model do not give.
 */
export function fairShareOf({ capital }: Projection): FairShare {
  const share = decimal(FOR_STPS).div(decimal(FOOTPRINTS));
  const asked = sum(capital.funding.sources.find(({ source }) => source === 'STP_PDC')?.asked ?? []);
  return { asked, share, ratio: asked.div(share) };
}
