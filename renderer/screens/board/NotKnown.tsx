import { useCallback, useMemo } from 'react';
import { Money } from '../../components/Money.tsx';
import { counted } from '../../components/counts.ts';
import type { MoneyUnit } from '../../../shared/money/units.ts';
import { figureAlone } from '../../../shared/outcomes/explain.ts';
import { effectOfUnknown, unknownsOf, type Basis, type Unknown, type UnknownEffect } from '../../../shared/outcomes/unknowns.ts';
import type { Scenario } from '../../../shared/scenario/schema.ts';
import { useIdleWork, useSeen } from '../../state/idle.ts';

/** The largest stand by themselves; the rest is a count. */
const MOST_ROWS = 5;

const BASIS: Readonly<Record<Basis, string>> = { range: 'over its range', tenth: 'by a tenth', one: 'by one' };

type Measured = { readonly item: Unknown; readonly result: UnknownEffect };

function Row({ item, result, unit }: Measured & { readonly unit: MoneyUnit }) {
  return (
    <tr>
      <th scope="row" className="wraps">
        {item.label}
        <span className="mi t3 below">
          {item.why}, moved {BASIS[result.basis]}
        </span>
      </th>
      <td className="num">{figureAlone(item.input.value, item.input.unit)}</td>
      <td className="num">
        <Money amount={result.effect.toFixed()} unit={unit} nil="digits" />
      </td>
    </tr>
  );
}

function Largest({ done, unit }: { readonly done: readonly Measured[]; readonly unit: MoneyUnit }) {
  const largest = done.toSorted((a, b) => b.result.effect.cmp(a.result.effect)).slice(0, MOST_ROWS);
  if (largest.length === 0) return null;
  return (
    <table className="tbl lines" aria-labelledby="not-known">
      <thead>
        <tr>
          <th scope="col">Input</th>
          <th scope="col" className="num">
            As entered
          </th>
          <th scope="col" className="num">
            Effect, {unit}
          </th>
        </tr>
      </thead>
      <tbody>
        {largest.map((each) => (
          <Row key={each.item.path} {...each} unit={unit} />
        ))}
      </tbody>
    </table>
  );
}

/** What the plan does not know: inputs without a source or of low confidence, by what they could do to the reported position of the target year. */
export function NotKnown({ scenario, unit }: { readonly scenario: Scenario; readonly unit: MoneyUnit }) {
  const unknowns = useMemo(() => unknownsOf(scenario), [scenario]);
  const work = useCallback((unknown: Unknown) => effectOfUnknown(scenario, unknown), [scenario]);
  const [section, isSeen] = useSeen<HTMLElement>();
  const { done, isWhole } = useIdleWork(unknowns, work, { isWanted: isSeen });
  const unsourced = unknowns.filter(({ why }) => why === 'unsourced').length;
  const said =
    unknowns.length === 0
      ? 'Every input has a source, and none is of low confidence.'
      : `${counted(unsourced, 'input')} without a source, ${String(unknowns.length - unsourced)} of low confidence; the largest by effect.`;
  return (
    <section ref={section} aria-labelledby="not-known" aria-busy={!isWhole}>
      <h2 className="ex" id="not-known">
        What we do not know
      </h2>
      <p className="exs">
        {said} {isWhole || unknowns.length === 0 ? '' : `${String(done.length)} of ${String(unknowns.length)} tried so far.`}
      </p>
      <Largest done={done} unit={unit} />
    </section>
  );
}
