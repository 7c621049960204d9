import { type WrittenScenario } from '../../shared/scenario/schema.ts';
import { DEFAULT_JUDGEMENTS } from '../../shared/scenario/defaults.ts';
import { freeText, perhaps, pick, several, some } from './scenario-draw.ts';
import { type World } from './scenario-world.ts';

type RecordParts = Pick<WrittenScenario, 'ownRecord' | 'keptAssumptions' | 'judgements'>;

const PAST_YEARS = ['2014/15', '2015/16', '2016/17'] as const;

/** What the organisations planned to save and saved, and questions of realism answered with a reason; now and then neither. */
export function recordOf(world: World): RecordParts {
  const { draw, inputs } = world;
  const amounts = () => Object.fromEntries(some(draw, PAST_YEARS).map((year) => [year, inputs.amount()]));
  return {
    ownRecord: perhaps(draw, () =>
      some(draw, world.members).map(({ id }) => ({
        organisation: id,
        plannedByYear: amounts(),
        achievedByYear: amounts(),
        recurrentByYear: perhaps(draw, amounts),
        note: perhaps(draw, () => freeText(draw)),
      })),
    ),
    keptAssumptions: perhaps(draw, () =>
      several(draw, 2, (index) => ({
        id: `K${String(index + 1)}`,
        question: pick(draw, ['delivery', 'plug:nil-ending'] as const),
        reason: freeText(draw),
        owner: perhaps(draw, () => 'Director of finance'),
        date: perhaps(draw, () => '2018-03-01'),
      })),
    ),
    judgements: perhaps(draw, () =>
      Object.fromEntries(some(draw, Object.keys(DEFAULT_JUDGEMENTS)).map((judgement) => [judgement, inputs.share()])),
    ),
  };
}
