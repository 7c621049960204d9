import type { Step } from '../../engine/ledger.ts';
import { listed } from '../../scenario/labels.ts';
import { labelOfBar } from '../bridge.ts';
import type { DraftTerm } from './draft.ts';

/** What each step of the calculation is, as the end of "It is …" (model-spec §10). */
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

/** What a step is, as a sentence: "It is what remains after overlap …". */
export function meaningOf(step: Exclude<Step, 'doNothing'>): string {
  return `It is ${MEANINGS[step]}.`;
}

/** How a step is worked out, in words. */
export function formulaOf(step: Exclude<Step, 'doNothing'>): string {
  return `the sum over its items of ${MEANINGS[step]}`;
}

/** How many items a figure is made of and which come first: "7 items, Acute CIP and Agency first." Nothing for one or two. */
export function biggestFirst(terms: readonly DraftTerm[]): string {
  const counted = terms.filter((term) => !term.amount.isZero()).sort((a, b) => b.amount.abs().cmp(a.amount.abs()));
  if (counted.length < 3) return '';
  return ` ${String(counted.length)} items, ${listed(counted.slice(0, 2).map((term) => term.label))} first.`;
}
