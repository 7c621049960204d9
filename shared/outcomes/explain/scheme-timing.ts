import { exitLevel, inYearShare, slipByMonths, type Ramp } from '../../calendar/phasing.ts';
import { ONE, ZERO, plus, sum, times, type Decimal } from '../../money/decimal.ts';
import { wholeOf } from '../../engine/frame.ts';
import type { SavingsOutcome } from '../../engine/savings.ts';
import { DEFAULT_INPUTS } from '../../scenario/defaults.ts';
import type { SavingsScheme } from '../../scenario/schema.ts';
import { amountIn, type Context } from './context.ts';
import type { Draft, DraftFactor, DraftTerm } from './draft.ts';
import { figureOfUse, useOf, usesEntered, type InputUse } from './input-uses.ts';
import { deflatorFactor } from './series.ts';
import { startSentence, startUses } from './waiting.ts';
import { percent, pounds } from './wording.ts';

type RampProfile = Extract<SavingsScheme['profile'], { kind: 'LINEAR' | 'S_CURVE' | 'STEP' }>;

function rampOf(profile: RampProfile, startMonth: number): Ramp {
  return { shape: profile.kind, startMonth, rampMonths: wholeOf(profile.rampMonths) };
}

function realFactor(context: Context, scheme: SavingsScheme, year: number): DraftFactor[] {
  return scheme.priceBasis === 'REAL' && scheme.profile.kind !== 'PROGRAMME' ? [deflatorFactor(context, year)] : [];
}

function grossFactor(context: Context, scheme: SavingsScheme): DraftFactor {
  const use = useOf(context, `savings.${scheme.id}.profile.grossFullYearEffect`, '£');
  return { label: 'Gross full-year effect', amount: figureOfUse(use), unit: '£', use };
}

/** What makes the headline of a scheme in a year: terms or factors by the kind of its profile (model-spec §5.2). */
function headlineParts(context: Context, outcome: SavingsOutcome, year: number): Pick<Draft, 'formula' | 'terms' | 'factors' | 'uses'> {
  const { scheme, timing } = outcome;
  const profile = scheme.profile;
  const real = realFactor(context, scheme, year);
  switch (profile.kind) {
    case 'PROGRAMME': {
      const years = context.frame.years.map((_, index) => index).slice(1, year + 1);
      const terms = years.map((each) => ({
        label: `Savings planned for ${context.label(each)}`,
        amount: amountIn(timing.headline, each).minus(amountIn(timing.headline, each - 1)),
        path: context.path(each, 'schemes', scheme.id, 'newSavings'),
      }));
      return { formula: 'the sum of the savings planned for each year so far', terms };
    }
    case 'NON_RECURRENT': {
      const use = useOf(context, `savings.${scheme.id}.profile.amountByYear.${context.label(year)}`, '£');
      const factors: DraftFactor[] = [{ label: 'Amount planned for the year', amount: figureOfUse(use), unit: '£', use }, ...real];
      return { formula: 'the amount planned for the year, which does not recur', factors };
    }
    case 'CUSTOM': {
      const use = useOf(context, `savings.${scheme.id}.profile.shareByYear.${context.label(year)}`, 'share');
      const share: DraftFactor = { label: `Share planned for ${context.label(year)}`, amount: figureOfUse(use), unit: 'share', use };
      return {
        formula: 'gross full-year effect × the share planned for the year',
        factors: [grossFactor(context, scheme), share, ...real],
      };
    }
    default: {
      const share = inYearShare(rampOf(profile, timing.plannedStart), year);
      return {
        formula: 'gross full-year effect × the average level of the ramp over the year, on planned dates',
        factors: [grossFactor(context, scheme), { label: 'Share of the year on planned dates', amount: share, unit: 'share' }, ...real],
        uses: usesEntered(
          context,
          ['startMonth', 'rampMonths'].map((field) => `savings.${scheme.id}.profile.${field}`),
        ),
      };
    }
  }
}

/** L0, what the plan claims on planned dates (model-spec §5.3). */
export function headlineDraft(context: Context, outcome: SavingsOutcome, year: number): Draft {
  const amount = amountIn(outcome.headline, year);
  return {
    label: `Headline saving, ${outcome.scheme.name}, ${context.label(year)}`,
    unit: '£',
    amount,
    sentence: `The plan claims ${pounds(amount)} from ${outcome.scheme.name} in ${context.label(year)}.`,
    ...headlineParts(context, outcome, year),
  };
}

/** What an annual programme sets out to save anew in one year: a rate of what its owner can influence (model-spec §5.2). */
export function newSavingsDraft(context: Context, { scheme }: SavingsOutcome, year: number): Draft {
  const rate = useOf(context, `savings.${scheme.id}.profile.rateByYear.${context.label(year)}`, 'rate');
  const base = amountIn(context.projection.doNothing.influenceable.get(scheme.organisation), year);
  const amount = times(figureOfUse(rate), base);
  return {
    label: `New savings planned, ${scheme.name}, ${context.label(year)}`,
    unit: '£',
    amount,
    sentence: `${scheme.name} sets out to save ${percent(figureOfUse(rate))} of ${context.name(scheme.organisation)}'s influenceable cost in ${context.label(year)}: ${pounds(amount)}.`,
    formula: 'rate of the year × influenceable cost of the do nothing',
    factors: [
      { label: `Rate for ${context.label(year)}`, amount: figureOfUse(rate), unit: 'rate', use: rate },
      {
        label: 'Influenceable cost',
        amount: base,
        unit: '£',
        path: context.path(year, 'organisations', scheme.organisation, 'influenceable'),
      },
    ],
  };
}

/** What an annual programme finds by year, on the dates that its slippage allows. */
function foundByYear({ timing }: SavingsOutcome): Decimal[] {
  const planned = timing.headline.map((total, year) => total.minus(amountIn(timing.headline, year - 1)));
  return slipByMonths(planned, timing.effectiveStart - timing.plannedStart).slice(0, planned.length);
}

/** What takes an annual programme from its headline to what it finds: slippage, and last years' one-off savings to be found again. */
function programmeChanges(context: Context, outcome: SavingsOutcome, year: number): { changes: DraftTerm[]; uses: InputUse[] } {
  const recurrent = useOf(context, `savings.${outcome.scheme.id}.recurrentShare`, DEFAULT_INPUTS.fullShare);
  const found = foundByYear(outcome);
  const carried = sum(found.slice(1, year));
  const late = plus(carried, amountIn(found, year)).minus(amountIn(outcome.headline, year));
  const drag = times(ONE.minus(figureOfUse(recurrent)), carried).neg();
  return {
    changes: [
      { label: 'Found later than planned', amount: late },
      { label: "Earlier years' one-off savings, to be found again", amount: drag, use: recurrent },
    ],
    uses: [recurrent],
  };
}

/** L1, on the dates that slippage and capital allow, with the non-recurrent drag (model-spec §5.3). */
export function timingDraft(context: Context, outcome: SavingsOutcome, year: number): Draft {
  const { scheme, timing } = outcome;
  const amount = amountIn(outcome.effective, year);
  const headline = amountIn(outcome.headline, year);
  const profile = scheme.profile;
  const isProgramme = profile.kind === 'PROGRAMME';
  const isRamp = profile.kind === 'LINEAR' || profile.kind === 'S_CURVE' || profile.kind === 'STEP';
  const { changes, uses } = isProgramme
    ? programmeChanges(context, outcome, year)
    : { changes: [{ label: 'Lost or moved by the later start', amount: amount.minus(headline) }], uses: [] };
  const share = isRamp ? inYearShare(rampOf(profile, timing.effectiveStart), year) : ZERO;
  const start = { planned: timing.plannedStart, effective: timing.effectiveStart };
  return {
    label: `After timing, ${scheme.name}, ${context.label(year)}`,
    unit: '£',
    amount,
    sentence: `${pounds(amount)} of ${scheme.name} falls in ${context.label(year)}, of ${pounds(headline)} claimed. ${startSentence(context, scheme, start)}`,
    formula: isProgramme
      ? 'recurrent share × savings of earlier years + new savings of the year'
      : 'the headline, moved to the date on which it can start',
    terms: [{ label: 'Headline saving', amount: headline, path: context.path(year, 'schemes', scheme.id, 'headline') }, ...changes],
    factors: isRamp
      ? [
          grossFactor(context, scheme),
          { label: 'Share of the year on the real start date', amount: share, unit: 'share' },
          ...realFactor(context, scheme, year),
        ]
      : [],
    uses: [...uses, ...startUses(context, 'savings', scheme)],
  };
}

/** Level at 31 March × 12 months less what counts in the year, before gate, overlap, cash release and delivery (§19 (10)). */
export function exitGapDraft(context: Context, outcome: SavingsOutcome, year: number): Draft {
  const { scheme, timing } = outcome;
  const amount = amountIn(timing.exitGap, year);
  const inYear = amountIn(outcome.effective, year);
  const profile = scheme.profile;
  const isRamp = profile.kind === 'LINEAR' || profile.kind === 'S_CURVE' || profile.kind === 'STEP';
  const level = isRamp ? ` (${percent(exitLevel(rampOf(profile, timing.effectiveStart), year))} of full effect)` : '';
  return {
    label: `Still to come in a full year, ${scheme.name}, ${context.label(year)}`,
    unit: '£',
    amount,
    sentence: `At its level on 31 March of ${context.label(year)}${level}, ${scheme.name} would bring ${pounds(amount)} ${amount.lt(0) ? 'less' : 'more'} over twelve months than in the year itself.`,
    formula: 'level at 31 March over twelve months less the amount in the year',
    terms: [
      { label: 'Level at 31 March over twelve months', amount: plus(amount, inYear) },
      { label: 'Amount in the year, after timing', amount: inYear.neg(), path: context.path(year, 'schemes', scheme.id, 'timing') },
    ],
    uses: [
      ...usesEntered(context, [`savings.${scheme.id}.profile.exitShareByYear.${context.label(year)}`]),
      ...startUses(context, 'savings', scheme),
    ],
  };
}
