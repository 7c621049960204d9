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
/** People in England in mid-2017, rounded as the Office for National Statistics gives it in sentences. */
const PEOPLE_IN_ENGLAND = '55600000';

/** What a footprint asks of STP capital beside its share of the £2.6bn. `ratio` above 1: it asks for more than its share. Pounds. */
export type FairShare = {
  readonly asked: Decimal;
  readonly share: Decimal;
  readonly ratio: Decimal;
  readonly basis: 'population' | 'mean of 44';
};

/**
 * The ratio of what is asked to a fair share (model-spec §6.1): the share goes by population where one is entered for the base year or any other, else it is the
 * mean of the 44 footprints, which differ in size by more than five times.
 */
export function fairShareOf({ frame, capital }: Projection): FairShare {
  const { populationByYear, baseYear } = frame.scenario;
  const people = populationByYear[baseYear] ?? Object.values(populationByYear)[0];
  const isKnown = people !== undefined && !decimal(people.value).isZero();
  const part = isKnown ? decimal(people.value).div(decimal(PEOPLE_IN_ENGLAND)) : decimal('1').div(decimal(FOOTPRINTS));
  const share = decimal(FOR_STPS).times(part);
  const asked = sum(capital.funding.sources.find(({ source }) => source === 'STP_PDC')?.asked ?? []);
  return { asked, share, ratio: asked.div(share), basis: isKnown ? 'population' : 'mean of 44' };
}
