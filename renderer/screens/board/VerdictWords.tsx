import { Icon } from '../../components/Icon.tsx';
import { headlineOf, paragraphOf, testsOf, type TestWords } from '../../../shared/outcomes/story.ts';
import { deliveryMarks } from '../../../shared/realism/delivery-marks.ts';
import { useChanceOf } from '../../state/chances.ts';
import { contextOf } from '../../state/realism-contexts.ts';
import type { BoardPart } from './board-part.ts';

function Test({ test }: { readonly test: TestWords }) {
  const said = test.holds === null ? 'not tested' : test.holds ? 'holds' : 'fails';
  return (
    <li>
      {test.holds === null ? null : <Icon name={test.holds ? 'tick' : 'cross'} small />}
      <span>{test.text}</span>
      <span className="vh">: {said}</span>
    </li>
  );
}

/** What was delivered before: by these bodies where they recorded it, else what trusts had recurrently delivered half-way through 2017/18. */
function deliveredBefore(results: BoardPart['results']): ReturnType<typeof deliveryMarks>[number] | undefined {
  const marks = deliveryMarks(contextOf(results));
  return marks.find(({ kind }) => kind === 'own') ?? marks.find(({ key }) => key === 'recurrent-2017-18-h1');
}

/** The sentence that a board member could repeat, what stands behind it, and the three tests. */
export function VerdictWords({ results, trial }: BoardPart) {
  const { projection, outcomes, verdict, breakEven } = results;
  const chance = useChanceOf(projection.frame.scenario, { isLooking: trial === undefined });
  const before = deliveredBefore(results);
  return (
    <section aria-label="Verdict">
      <h1 className="verdict">{headlineOf(projection, outcomes, verdict)}</h1>
      <p className="vtext">
        {paragraphOf(projection, outcomes, { breakEven, before, chance }).map((words, index) =>
          words.strong === true ? <b key={index}>{words.text}</b> : <span key={index}>{words.text}</span>,
        )}
      </p>
      <ul className="tests" aria-label="Three tests">
        {testsOf(projection, outcomes, verdict).map((test) => (
          <Test key={test.text} test={test} />
        ))}
      </ul>
    </section>
  );
}
