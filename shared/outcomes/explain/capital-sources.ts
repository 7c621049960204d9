import { ONE, ZERO, plus, sum, times, type Decimal } from '../../money/decimal.ts';
import type { SourceOutcome } from '../../engine/capital-funding.ts';
import { figureAt, takesPart, wholeOf } from '../../engine/frame.ts';
import { DEFAULT_INPUTS } from '../../scenario/defaults.ts';
import { keysOf } from '../../scenario/places.ts';
import { labelOf } from '../../scenario/vocabulary.ts';
import { capitalAt, capitalPath, shareOfSources, type CapitalAt } from './capital-at.ts';
import { amountIn, type Context } from './context.ts';
import type { Draft, DraftTerm } from './draft.ts';
import { everyYear, once, type Family, type Figure, type FigureMap } from './figures.ts';
import { figureOfUse, useOf } from './input-uses.ts';
import { percent, pounds } from './wording.ts';

/** What one scheme asks of one source in a year, funded or not: a share of its spend with optimism bias and slippage. */
function askedOf(at: CapitalAt, source: SourceOutcome['source'], year: number): Decimal {
  return times(amountIn(at.plan.outturn, year), shareOfSources(at, [source]).share);
}

function askedDraft(at: CapitalAt, source: SourceOutcome['source'], year: number): Draft {
  const { share, uses } = shareOfSources(at, [source]);
  const spend = amountIn(at.plan.outturn, year);
  const amount = askedOf(at, source, year);
  const isSpent = at.outcome.funded && year <= at.context.frame.yearCount;
  return {
    label: `Asked of ${labelOf(source)}, ${at.scheme.name}, ${at.context.label(year)}`,
    unit: '£',
    amount,
    sentence: `${at.scheme.name} asks ${pounds(amount)} of ${labelOf(source)} in ${at.context.label(year)}: ${percent(share)} of its spend.`,
    formula: 'spend of the year, if it is funded, × share of the funding mix',
    factors: [
      { label: 'Spend of the year, if funded', amount: spend, unit: '£', ...(isSpent ? capitalPath(at, 'spend', year) : {}) },
      { label: 'Share of the funding mix', amount: share, unit: 'share' },
    ],
    uses: [
      ...uses,
      ...Object.keys(at.scheme.baseCostByYear).map((label) => useOf(at.context, `capital.${at.id}.baseCostByYear.${label}`, '£')),
    ],
  };
}

/** What a scheme asks of each of its sources: `capital.C1.asked.STP_PDC.2019/20`. */
export function askedFigures(at: CapitalAt): [string, Figure][] {
  const sources = [...new Set(at.scheme.funding.map((part) => part.source))];
  const lastYear = at.plan.outturn.length - 1;
  return sources.map((source) => [`asked.${source}`, { ...everyYear((year) => askedDraft(at, source, year)), lastYear }]);
}

/** Schemes that name a source, with what each asks of it in a year; `funded` keeps those that are granted it. */
function askTerms(context: Context, { source }: SourceOutcome, year: number, funded: 'all' | 'funded'): DraftTerm[] {
  return [...context.projection.capital.schemes.keys()].flatMap((id) => {
    const at = capitalAt(context, id);
    if (at === undefined || !at.scheme.funding.some((part) => part.source === source)) return [];
    if (funded === 'funded' && !at.outcome.funded) return [];
    return [{ label: at.scheme.name, amount: askedOf(at, source, year), ...capitalPath(at, `asked.${source}`, year) }];
  });
}

function envelopeTerms(context: Context, { source }: SourceOutcome, year: number): DraftTerm[] {
  const { capitalEnvelopes, capital } = context.scenario;
  const keys = keysOf(capitalEnvelopes);
  const entered = capitalEnvelopes.flatMap((envelope, index): DraftTerm[] => {
    const amount =
      envelope.source === source && takesPart(context.frame, 'capitalEnvelopes', source)
        ? figureAt(envelope.amountByYear, context.label(year))
        : undefined;
    const path = `capitalEnvelopes.${keys[index] ?? ''}.amountByYear.${context.label(year)}`;
    return amount === undefined ? [] : [{ label: 'Envelope entered', amount, use: useOf(context, path, '£') }];
  });
  if (source !== 'LAND_RECEIPT') return entered;
  const receipts = capital.flatMap(({ id, name, disposal }): DraftTerm[] => {
    if (disposal === undefined || !takesPart(context.frame, 'capital', id)) return [];
    if (Math.floor(wholeOf(disposal.month) / 12) !== year) return [];
    const use = useOf(context, `capital.${id}.disposal.proceeds`, '£');
    return [{ label: `Proceeds of ${name}`, amount: figureOfUse(use), use }];
  });
  return [...entered, ...receipts];
}

function headroomIn({ envelope = [], funded }: SourceOutcome, year: number): Decimal {
  let headroom = ZERO;
  for (let each = 0; each <= year; each += 1) headroom = plus(headroom, amountIn(envelope, each)).minus(amountIn(funded, each));
  return headroom;
}

function headroomDraft(context: Context, outcome: SourceOutcome, year: number): Draft {
  const name = labelOf(outcome.source);
  const amount = headroomIn(outcome, year);
  const path = (figureName: string, at: number): string => context.path(at, 'capital.sources', outcome.source, figureName);
  const before =
    year === 0
      ? []
      : [{ label: `Headroom of ${context.label(year - 1)}`, amount: headroomIn(outcome, year - 1), path: path('headroom', year - 1) }];
  return {
    label: `Headroom, ${name}, ${context.label(year)}`,
    unit: '£',
    amount,
    sentence: `${pounds(amount)} of ${name} is ${amount.lt(0) ? 'overdrawn' : 'left'} by the end of ${context.label(year)}.`,
    formula: "last year's headroom + envelope of the year − what funded schemes take",
    terms: [
      ...before,
      { label: 'Envelope of the year', amount: amountIn(outcome.envelope, year), path: path('envelope', year) },
      { label: 'Taken by funded schemes', amount: amountIn(outcome.funded, year).neg(), path: path('funded', year) },
    ],
  };
}

/** Everything that is asked of a source over all years, and all that it holds, with what is asked beyond it as a share (model-spec §6.4). */
function overProgrammingFigures(context: Context, outcome: SourceOutcome, overProgramming: Decimal): [string, Figure][] {
  const name = labelOf(outcome.source);
  const [asked, held] = [sum(outcome.asked), sum(outcome.envelope ?? [])];
  const path = (what: string): string => ['capital.sources', outcome.source, what].join('.');
  const totalDraft = (what: 'asked' | 'envelope', label: string): Draft => {
    const amounts = what === 'asked' ? outcome.asked : (outcome.envelope ?? []);
    const terms = amounts.map((amount, year) => ({
      label: context.label(year),
      amount,
      path: context.path(year, 'capital.sources', outcome.source, what),
    }));
    const sentence = `${label}, ${name}: ${pounds(sum(amounts))} over all years.`;
    return { label: `${label}, ${name}, all years`, unit: '£', amount: sum(amounts), sentence, formula: 'the sum over the years', terms };
  };
  const draft = (): Draft => ({
    label: `Over-programming, ${name}`,
    unit: 'share',
    amount: overProgramming,
    sentence: overProgramming.lt(0)
      ? `Schemes ask ${percent(overProgramming.neg())} less of ${name} than it holds.`
      : `Schemes ask ${percent(overProgramming)} more of ${name} than it holds: ${pounds(asked)} against ${pounds(held)}.`,
    formula: 'all that is asked ÷ all that it holds, less 1; it is shown and funds nothing',
    terms: [
      { label: 'All that is asked ÷ all that it holds', amount: plus(overProgramming, ONE), path: path('askedPerEnvelope') },
      { label: 'Less the whole', amount: ONE.neg() },
    ],
    uses: [useOf(context, 'settings.overProgrammingLimit', DEFAULT_INPUTS.overProgrammingLimit)],
  });
  const ratio = (): Draft => ({
    label: `Asked of ${name} against what it holds`,
    unit: 'ratio',
    amount: plus(overProgramming, ONE),
    sentence: `Schemes ask ${percent(plus(overProgramming, ONE))} of what ${name} holds.`,
    formula: 'all that is asked ÷ all that it holds',
    factors: [
      { label: 'All that is asked', amount: asked, unit: '£', path: path('askedInAll') },
      { label: 'All that it holds', amount: held, unit: '£', path: path('envelopeInAll'), divides: true },
    ],
  });
  return [
    ['overProgramming', once(draft)],
    ['askedPerEnvelope', once(ratio)],
    ['askedInAll', once(() => totalDraft('asked', 'Asked'))],
    ['envelopeInAll', once(() => totalDraft('envelope', 'Envelope'))],
  ];
}

type SourceFigure = 'envelope' | 'asked' | 'funded';
type Said = { readonly amount: string; readonly source: string; readonly year: string };

const SOURCE_WORDS: Readonly<Record<SourceFigure, { label: string; says: (said: Said) => string; formula: string }>> = {
  envelope: {
    label: 'Envelope',
    says: ({ amount, source, year }) => `${source} holds ${amount} for ${year}.`,
    formula: 'the envelope entered, and land receipts of the year',
  },
  asked: {
    label: 'Asked',
    says: ({ amount, source, year }) => `Schemes ask ${amount} of ${source} in ${year}, funded or not.`,
    formula: 'the sum of what the schemes ask',
  },
  funded: {
    label: 'Funded',
    says: ({ amount, source, year }) => `${source} pays ${amount} for funded schemes in ${year}.`,
    formula: 'the sum of what the funded schemes ask',
  },
};

function figuresOf(context: Context, source: string): FigureMap | undefined {
  const outcome = context.projection.capital.funding.sources.find((each) => each.source === source);
  if (outcome === undefined) return undefined;
  const name = labelOf(source);
  const unlimited = (): string | undefined =>
    outcome.envelope === undefined ? `no envelope is entered for ${name}, so it is not limited` : undefined;
  const figureOf =
    (what: SourceFigure, terms: (year: number) => DraftTerm[]): Figure['draft'] =>
    (year) => {
      const amount = amountIn(outcome[what], year);
      const { label, says, formula } = SOURCE_WORDS[what];
      const sentence = says({ amount: pounds(amount), source: name, year: context.label(year) });
      return { label: `${label}, ${name}, ${context.label(year)}`, unit: '£', amount, sentence, formula, terms: terms(year) };
    };
  const lastYear = Math.max(outcome.asked.length, outcome.funded.length, outcome.envelope?.length ?? 0) - 1;
  const figures: [string, Figure][] = [
    [
      'envelope',
      everyYear(
        figureOf('envelope', (year) => envelopeTerms(context, outcome, year)),
        unlimited,
      ),
    ],
    ['asked', everyYear(figureOf('asked', (year) => askTerms(context, outcome, year, 'all')))],
    ['funded', everyYear(figureOf('funded', (year) => askTerms(context, outcome, year, 'funded')))],
    ['headroom', everyYear((year) => headroomDraft(context, outcome, year), unlimited)],
  ];
  const { overProgramming } = outcome;
  return new Map([
    ...figures.map(([what, figure]): [string, Figure] => [what, { ...figure, lastYear }]),
    ...(overProgramming === undefined ? [] : overProgrammingFigures(context, outcome, overProgramming)),
  ]);
}

/** Sources of capital: `capital.sources.STP_PDC.headroom.2019/20`, `asked`, `funded` and `envelope` (model-spec §6.4). */
export const capitalSourceFamily: Family = {
  prefix: 'capital.sources',
  ids: (context) => context.projection.capital.funding.sources.map((outcome) => outcome.source),
  figuresOf,
};
