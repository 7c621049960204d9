import '../../styles/explain.css';
import { useEffect, useMemo, useRef, type KeyboardEvent } from 'react';
import { D } from '../../../shared/money/decimal.ts';
import { moneyInSentence } from '../../../shared/money/format.ts';
import {
  explain,
  explainText,
  figureAlone,
  shownTerms,
  type Explained,
  type Explanation,
  type ShownTerms,
} from '../../../shared/outcomes/explain.ts';
import { Icon } from '../../components/Icon.tsx';
import { copyText } from '../../state/clipboard.ts';
import { useDocument } from '../../state/document.ts';
import { useExplaining } from '../../state/explaining.ts';
import { canGoToInputs, goToInput } from '../../state/going-to.ts';
import { resultsOf } from '../../state/projection.ts';
import { say } from '../../state/said.ts';
import { useView } from '../../state/view.ts';
import type { Scenario } from '../../../shared/scenario/schema.ts';
import { keyWords } from '../keys.ts';
import { Factors, Inputs, Terms } from './Lines.tsx';
import { walk } from './walk.ts';

async function copy(explanation: Explanation): Promise<void> {
  const isCopied = await copyText(explainText(explanation));
  say(isCopied ? 'Copied as text.' : 'Not copied: the system did not give Footing its clipboard.');
}

/** Ctrl+Enter goes to the input of the line, or to the only one that the figure rests on. */
function inputToGoTo(target: EventTarget, explanation: Explanation): string | undefined {
  const line = target instanceof HTMLElement ? target.dataset['input'] : undefined;
  if (line !== undefined) return line;
  return explanation.kind === 'explained' && explanation.inputs.length === 1 ? explanation.inputs[0]?.path : undefined;
}

function onKey(event: KeyboardEvent<HTMLElement>, explanation: Explanation): void {
  const { goUp, close } = useExplaining.getState();
  if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
    // Where the line rests on several inputs the key does nothing: it must not add a row to the table behind the panel.
    const input = inputToGoTo(event.target, explanation);
    if (input !== undefined) goToInput(input);
  } else if (event.key === 'Escape') close();
  else if (event.key === 'Backspace') goUp();
  else if (!walk(event.currentTarget, event.key)) return;
  event.preventDefault();
  event.stopPropagation();
}

/** The figure itself, large, and exactly. */
function Value({ explained, shown }: { readonly explained: Explained; readonly shown: ShownTerms | undefined }) {
  const amount = new D(explained.value);
  const isBelow = amount.isNegative() && !amount.isZero();
  if (shown === undefined) return <p className="xfigure">{figureAlone(explained.value, explained.unit)}</p>;
  return (
    <p className="xfigure">
      <span className={isBelow ? 'adv' : ''}>{moneyInSentence(shown.total.figure, { unit: shown.unit })}</span>
      <span className="sm t2">exactly {figureAlone(explained.value, explained.unit)}</span>
    </p>
  );
}

function Body({ explanation, shown }: { readonly explanation: Explanation; readonly shown: ShownTerms | undefined }) {
  if (explanation.kind === 'unknown') return <p>This figure stands nowhere in the scenario as it is now.</p>;
  if (explanation.kind === 'not-computed') return <p>Not computed: {explanation.reason}</p>;
  return (
    <>
      <Value explained={explanation} shown={shown} />
      <p className="t2">{explanation.sentence}</p>
      <p className="sm t3">How: {explanation.formula}.</p>
      <Terms explained={explanation} shown={shown} />
      <Factors explained={explanation} />
      <Inputs inputs={explanation.inputs} />
      {(explanation.notes ?? []).map((note) => (
        <p key={note} className="sm t2">
          {note}
        </p>
      ))}
    </>
  );
}

function Keys() {
  return (
    <footer className="xkeys" aria-hidden="true">
      <span>
        <kbd className="key">Enter</kbd> deeper
      </span>
      <span>
        <kbd className="key">Backspace</kbd> up
      </span>
      {canGoToInputs() ? (
        <span>
          <kbd className="key">{keyWords('Mod+Enter')}</kbd> input
        </span>
      ) : null}
      <span>
        <kbd className="key">Esc</kbd> close
      </span>
    </footer>
  );
}

/** Each figure takes the focus when it is shown, so that it is read out and the arrows go on from there. */
function useFocusOn(path: string) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus({ preventScroll: true });
    heading.current?.parentElement?.scrollTo({ top: 0 });
  }, [path]);
  return heading;
}

function Panel({ scenario, path, isDeep }: { readonly scenario: Scenario; readonly path: string; readonly isDeep: boolean }) {
  const unit = useView((state) => state.unit);
  const { goUp, close } = useExplaining();
  const { explanation, shown } = useMemo(() => {
    const { projection, figures } = resultsOf(scenario, unit);
    const found = explain(projection, path);
    return { explanation: found, shown: found.kind === 'explained' ? shownTerms(found, figures) : undefined };
  }, [scenario, unit, path]);
  const heading = useFocusOn(path);
  return (
    <aside
      className="explain"
      aria-label="Explain"
      data-part
      tabIndex={-1}
      onKeyDown={(event) => {
        onKey(event, explanation);
      }}
    >
      <header>
        {isDeep ? (
          <button type="button" className="tool" aria-label="Up, Backspace" title="Up, Backspace" onClick={goUp}>
            <Icon name="back" small />
          </button>
        ) : null}
        <h2 className="ex grow">Explain</h2>
        <button type="button" className="btn sm" onClick={() => void copy(explanation)}>
          <Icon name="copy" small />
          Copy
        </button>
        <button type="button" className="tool" aria-label="Close, Esc" title="Close, Esc" onClick={close}>
          <Icon name="close" small />
        </button>
      </header>
      <div className="xbody">
        <h3 ref={heading} tabIndex={-1}>
          {explanation.kind === 'explained' ? explanation.label : 'No figure'}
        </h3>
        <Body explanation={explanation} shown={shown} />
      </div>
      <Keys />
    </aside>
  );
}

/** On any computed figure: the sentence, the terms biggest first, their sum, the exact value, and the inputs with their source (product.md §3). */
export function ExplainPanel() {
  const open = useDocument((state) => state.open);
  const screen = useView((state) => state.screen);
  const { trail, trial } = useExplaining();
  const path = trail.at(-1);
  if (open === null || path === undefined || screen === 'library') return null;
  return <Panel scenario={trial ?? open.scenario} path={path} isDeep={trail.length > 1} />;
}
