import type { Decimal } from '../../money/decimal.ts';
import { HEADLINE_STEPS, type Step } from '../../engine/ledger.ts';
import { labelOfBar } from '../bridge.ts';
import type { DraftTerm } from './draft.ts';
import { betterOrWorse, insideSentence } from './wording.ts';

/** What each step of the calculation is, as what follows a colon (model-spec §10). */
const MEANINGS: Readonly<Record<Exclude<Step, 'doNothing'>, string>> = {
  headline: 'what the plans claim, on planned dates and fully delivered',
  shiftHeadline: 'the tariff that shifts save less reprovision, as planned',
  preventionHeadline: 'the gross benefit of prevention less what is invested',
  timing: "what a later start takes away, and earlier years' one-off savings that must be found again",
  capitalNotAvailable: 'what waits for capital that is not funded',
  overlap: 'what several schemes claim of the same cost, which can be saved once',
  notCashReleasing: 'productivity that releases no cash',
  deliveryRisk: 'what remains after overlap and cash release, times the share not delivered',
  tariffIllusionSavings: 'the income that one member loses when another saves on its contract, less the cost that it can release',
  shiftDelivery: 'what shifts really save and cost, less what was planned',
  tariffIllusionShift: 'the income that a provider loses with its activity, less the variable and ward cost that it releases',
  capitalCharges: 'depreciation, dividend, interest, provision and running cost of the schemes that are funded',
  disposalAndImpairment: 'profit on disposal less impairment, outside control totals',
  implementation: 'the one-off and running cost of schemes',
  riskShare: 'what the agreements move between members; over the system it is nil',
  support: 'PSF of those who meet their control total',
  reserves: 'what councils draw from reserves, less the surpluses that they add',
};

/** What each step is called where savings of all categories stand together. */
export function labelOfStep(step: Step): string {
  return step === 'headline' ? 'Savings claimed' : labelOfBar(step);
}

/** What a step is, as a sentence about who bears it: "The system is £7.1m worse off in 2020/21 through delivery risk: what remains after overlap …". */
export function stepSentence(
  step: Exclude<Step, 'doNothing'>,
  said: { owner: string; amount: Decimal; year: string; name?: string; terms: readonly DraftTerm[] },
): string {
  const name = said.name ?? insideSentence(labelOfStep(step)).replace(': ', ', ');
  const verb = HEADLINE_STEPS.has(step) ? 'would be' : 'is';
  return `${betterOrWorse(said.amount, said.owner, verb)} in ${said.year} through ${name}: ${MEANINGS[step]}.${largest(said.terms)}`;
}

/** How a step is worked out, in words. */
export function formulaOf(step: Exclude<Step, 'doNothing'>): string {
  return `the sum over its items of ${MEANINGS[step]}`;
}

/** How many items a figure is made of and which are the largest: " Largest of 7: Acute CIP, then Agency." Nothing for one or two. */
function largest(terms: readonly DraftTerm[]): string {
  const counted = terms.filter((term) => !term.amount.isZero()).sort((a, b) => b.amount.abs().cmp(a.amount.abs()));
  const [first, second] = counted;
  if (counted.length < 3 || first === undefined || second === undefined) return '';
  return ` Largest of ${String(counted.length)}: ${first.label}, then ${second.label}.`;
}
