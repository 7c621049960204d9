import { negate, type Decimal } from '../money/decimal.ts';
import { capitalCharges, unfundedCharges, type CapitalCharges } from './capital-charges.ts';
import { fundCapital, type Funding } from './capital-funding.ts';
import type { Frame } from './frame.ts';
import type { Ledger } from './ledger.ts';

export type CapitalOutcome = CapitalCharges & { readonly funded: boolean };
export type Capital = { readonly funding: Funding; readonly schemes: ReadonlyMap<string, CapitalOutcome> };

/** Kinds of charge and whether each adds to (1) or takes from (−1) the owner's position. */
const CHARGES = [
  ['depreciation', -1],
  ['pdcDividend', -1],
  ['loanInterest', -1],
  ['minimumRevenueProvision', -1],
  ['runningCost', -1],
  ['unitaryCharge', -1],
  ['chargesRemoved', 1],
] as const;
const ONE_OFF = [
  ['disposalProfit', 1],
  ['impairment', -1],
] as const;

/**
 * Step 3 of model-spec §10: optimism bias, slippage, the funding test, and the charges, posted at the owner from the first projected year.
 * Disposal profit and impairment have a bar of their own and are not underlying (§19 (27)).
 */
export function capital(frame: Frame, ledger: Ledger): Capital {
  const funding = fundCapital(frame);
  const schemes = new Map<string, CapitalOutcome>();
  for (const plan of funding.plans.values()) {
    const funded = funding.funded.has(plan.scheme.id);
    const outcome = { ...(funded ? capitalCharges(frame, plan) : unfundedCharges(frame, plan)), funded };
    schemes.set(plan.scheme.id, outcome);
    const owner = { organisation: plan.scheme.organisation, source: plan.scheme.id, setting: 'OTHER', betweenMembers: false } as const;
    const post = (step: 'capitalCharges' | 'disposalAndImpairment', category: string, amounts: readonly Decimal[], sign: 1 | -1): void => {
      amounts.forEach((amount, year) => {
        if (year > 0)
          ledger.post({
            ...owner,
            year,
            step,
            category,
            amount: sign === 1 ? amount : negate(amount),
            recurrent: step === 'capitalCharges',
          });
      });
    };
    for (const [kind, sign] of CHARGES) post('capitalCharges', kind, outcome[kind], sign);
    for (const [kind, sign] of ONE_OFF) post('disposalAndImpairment', kind, outcome[kind], sign);
  }
  return { funding, schemes };
}
