import { amountIn, type Context } from './context.ts';
import type { Draft, DraftTerm } from './draft.ts';
import { once, type Family } from './figures.ts';
import { figureOfUse, useOf } from './input-uses.ts';
import { takesPart } from '../../engine/frame.ts';
import type { Scenario } from '../../scenario/schema.ts';
import { position, pounds } from './wording.ts';

type Published = Scenario['publishedFigures'][number];

/** The figure of this model that a published figure is held against; none where its year or organisation is not in the projection. */
function modelTerm(context: Context, published: Published): DraftTerm | undefined {
  const { organisation, measure } = published;
  const year = context.frame.years.indexOf(published.year);
  const outcome = organisation === undefined ? context.outcomes.system : context.organisations.get(organisation);
  if (year < 0 || outcome === undefined) return undefined;
  const owner = organisation === undefined ? ['system'] : ['organisations', organisation];
  return { label: 'The same figure in this model', amount: amountIn(outcome[measure], year), path: context.path(year, ...owner, measure) };
}

function publishedDraft(context: Context, published: Published): Draft {
  const use = useOf(context, `publishedFigures.${published.id}.amount`, '£');
  const amount = figureOfUse(use);
  const model = modelTerm(context, published);
  const common = { label: `${published.name}, as published, ${published.year}`, unit: '£', amount, uses: [use] } as const;
  const said = `${published.name} was published as ${position(amount)} for ${published.year}.`;
  if (model === undefined)
    return { ...common, sentence: said, formula: 'the published figure', terms: [{ label: 'Published figure', amount, use }] };
  const difference = amount.minus(model.amount);
  return {
    ...common,
    sentence: difference.isZero()
      ? `${said} The model meets it.`
      : `${said} The model is ${pounds(difference)} ${difference.lt(0) ? 'better' : 'worse'}; nothing is forced to meet it.`,
    formula: 'the same figure in this model + the difference',
    terms: [model, { label: 'Difference to the published figure', amount: difference }],
  };
}

/** Figures published elsewhere that the run is held against: `publishedFigures.PF1`. */
export const publishedFamily: Family = {
  prefix: 'publishedFigures',
  list: 'publishedFigures',
  ids: (context) =>
    context.scenario.publishedFigures.filter(({ id }) => takesPart(context.frame, 'publishedFigures', id)).map(({ id }) => id),
  figuresOf: (context, id) => {
    const published = context.scenario.publishedFigures.find((each) => each.id === id);
    if (published === undefined || !takesPart(context.frame, 'publishedFigures', id)) return undefined;
    return new Map([['', once(() => publishedDraft(context, published))]]);
  },
};
