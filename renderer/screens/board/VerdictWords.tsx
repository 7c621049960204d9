import { Icon } from '../../components/Icon.tsx';
import { headlineOf, paragraphOf, testsOf, type TestWords } from '../../../shared/outcomes/story.ts';
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

/** The sentence that a board member could repeat, what stands behind it, and the three tests. */
export function VerdictWords({ results }: BoardPart) {
  const { projection, outcomes, verdict, breakEven } = results;
  return (
    <section aria-label="Verdict">
      <h1 className="verdict">{headlineOf(projection, outcomes, verdict)}</h1>
      <p className="vtext">
        {paragraphOf(projection, outcomes, breakEven).map((words, index) =>
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
