import { ZERO, plus, sum, type Decimal } from '../../../shared/money/decimal.ts';
import type { Projection } from '../../../shared/engine/project.ts';

/** One kind of payment or cost of all shifts in a year, by organisation: positive where it helps the one that has it. Pounds. */
export type GainRow = { readonly key: string; readonly label: string; readonly byOrganisation: ReadonlyMap<string, Decimal> };

class Gains {
  readonly amounts = new Map<string, Decimal>();

  add(organisation: string, amount: Decimal): void {
    this.amounts.set(organisation, plus(this.amounts.get(organisation) ?? ZERO, amount));
  }
}

type Amounts = readonly Decimal[];

/** Who gains and who loses by all shifts in a year (model-spec §7.2): every payment between members stands twice and nets to nil. */
export function whoGains({ shifts }: Projection, year: number): readonly GainRow[] {
  const at = (amounts: Amounts): Decimal => amounts[year] ?? ZERO;
  const [price, variable, wards, care, support] = [new Gains(), new Gains(), new Gains(), new Gains(), new Gains()];
  for (const { activity, tariffSaved, variableReleased, contractPaid, reprovision } of shifts.schemes.values()) {
    const { commissioner, fromOrganisation, toOrganisation } = activity.scheme;
    price.add(commissioner, at(tariffSaved));
    price.add(fromOrganisation, at(tariffSaved).neg());
    variable.add(fromOrganisation, at(variableReleased));
    care.add(commissioner, at(contractPaid).neg());
    care.add(toOrganisation, at(contractPaid).minus(at(reprovision)));
  }
  for (const { group, costReleased } of shifts.groups.values()) wards.add(group.organisation, at(costReleased));
  for (const [provider, outcome] of shifts.stranded) {
    support.add(provider, at(outcome.support));
    for (const [payer, paid] of outcome.paidBy) support.add(payer, at(paid).neg());
  }
  const rows: GainRow[] = [
    { key: 'price', label: 'Price no longer paid', byOrganisation: price.amounts },
    { key: 'variable', label: 'Variable cost released', byOrganisation: variable.amounts },
    { key: 'wards', label: 'Ward cost released', byOrganisation: wards.amounts },
    { key: 'care', label: 'Community care instead', byOrganisation: care.amounts },
    { key: 'support', label: 'Support for stranded cost', byOrganisation: support.amounts },
  ];
  return rows.filter(({ key, byOrganisation }) => key !== 'support' || [...byOrganisation.values()].some((amount) => !amount.isZero()));
}

/** What a row comes to for the system: payments between members net to nil. */
export function systemOf({ byOrganisation }: GainRow): Decimal {
  return sum(byOrganisation.values());
}
