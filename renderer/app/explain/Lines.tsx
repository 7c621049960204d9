import type { ReactNode } from 'react';
import { formatFooted } from '../../../shared/money/format.ts';
import { figureAlone, figureText, type Explained, type ExplainedInput, type ShownTerms } from '../../../shared/outcomes/explain.ts';
import { Figure } from '../../components/Figure.tsx';
import { Icon } from '../../components/Icon.tsx';
import { useExplaining } from '../../state/explaining.ts';
import { canGoToInputs, goToInput } from '../../state/going-to.ts';

/** Goes where a line leads: a figure one level down, or the input itself. */
function follow({ path, input }: { readonly path?: string | undefined; readonly input?: string | undefined }): void {
  if (path !== undefined) useExplaining.getState().goDeeper(path);
  else if (input !== undefined) goToInput(input);
}

/** One line of the panel, which arrows step on. What it leads to is said by its sign. */
function Line({
  label,
  path,
  input,
  children,
}: {
  readonly label: ReactNode;
  readonly path?: string | undefined;
  readonly input?: string | undefined;
  readonly children: ReactNode;
}) {
  const leads = path !== undefined || (input !== undefined && canGoToInputs());
  return (
    <li>
      <button
        type="button"
        className="xline"
        data-line
        data-input={input}
        aria-disabled={leads ? undefined : true}
        onClick={() => {
          follow({ path, input });
        }}
      >
        <span>{label}</span>
        <span className="num">{children}</span>
        {leads ? <Icon name={path === undefined ? 'scenario' : 'right'} small /> : <span />}
      </button>
    </li>
  );
}

/** The terms biggest first, with the total that they add up to; money in the unit shown, anything else in its own. */
export function Terms({ explained, shown }: { readonly explained: Explained; readonly shown: ShownTerms | undefined }) {
  if (explained.terms.length === 0) return null;
  return (
    <section aria-label="Terms, biggest first">
      <p className="lbl">Biggest first{shown === undefined ? '' : `, ${shown.unit}`}</p>
      <ul className="xlines">
        {explained.terms.map((term, index) => {
          const figure = shown?.terms[index];
          return (
            <Line key={`${term.label} ${String(index)}`} label={term.label} path={term.path} input={term.input}>
              {figure === undefined || shown === undefined ? (
                figureText(term.amount, explained.unit)
              ) : (
                <Figure shown={figure} unit={shown.unit} />
              )}
            </Line>
          );
        })}
        {shown === undefined || shown.rounding.isZero() ? null : (
          <Line label="Rounding">
            <span className="n">{formatFooted({ exact: shown.rounding, figure: shown.rounding }, { unit: shown.unit })}</span>
          </Line>
        )}
      </ul>
      <p className="xtotal">
        <span>{explained.label}</span>
        <span className="num dbl">
          {shown === undefined ? (
            figureText(explained.value, explained.unit)
          ) : (
            <Figure shown={shown.total} unit={shown.unit} meaning="outcome" nil="digits" />
          )}
        </span>
        <span />
      </p>
      <p className="xproof">
        <Icon name="tick" small />
        Adds exactly: {explained.terms.length} {explained.terms.length === 1 ? 'term' : 'terms'}, difference £0.00
      </p>
    </section>
  );
}

/** What is multiplied to the figure. */
export function Factors({ explained }: { readonly explained: Explained }) {
  const { factors = [] } = explained;
  if (factors.length === 0) return null;
  return (
    <section aria-label="Factors">
      <p className="lbl">Multiplied</p>
      <ul className="xlines">
        {factors.map((factor, index) => (
          <Line
            key={`${factor.label} ${String(index)}`}
            label={factor.divides === true ? `divided by ${factor.label}` : factor.label}
            path={factor.path}
            input={factor.input}
          >
            {figureAlone(factor.value, factor.unit)}
          </Line>
        ))}
      </ul>
      <p className="xtotal">
        <span>{explained.label}</span>
        <span className="num dbl">{figureAlone(explained.value, explained.unit)}</span>
        <span />
      </p>
    </section>
  );
}

const CONFIDENCE = { H: 'high confidence', M: 'medium confidence', L: 'low confidence' } as const;

function Provenance({ input }: { readonly input: ExplainedInput }) {
  const { source, owner, date, confidence, note, isDefault } = input;
  const said = [owner, date, confidence === undefined ? undefined : CONFIDENCE[confidence], note].filter((part) => part !== undefined);
  return (
    <span className="xsource">
      {source ?? (isDefault ? 'Tool default' : <span className="unsourced">No source</span>)}
      {said.map((part) => `; ${part}`).join('')}
    </span>
  );
}

/** The inputs that the figure rests on, with where they come from. */
export function Inputs({ inputs }: { readonly inputs: readonly ExplainedInput[] }) {
  if (inputs.length === 0) return null;
  return (
    <section aria-label="Inputs">
      <p className="lbl">Inputs it rests on</p>
      <ul className="xlines">
        {inputs.map((input) => (
          <Line
            key={input.path}
            label={
              <>
                {input.label}
                <Provenance input={input} />
              </>
            }
            input={input.path}
          >
            {input.month ?? figureAlone(input.value, input.unit)}
          </Line>
        ))}
      </ul>
    </section>
  );
}
