import type { ReactNode } from 'react';
import { ZERO, sum, type Decimal } from '../../../shared/money/decimal.ts';
import { Figure } from '../../components/Figure.tsx';
import type { BoardPart } from './board-part.ts';

function FourthPart({ label, children, hint }: { readonly label: string; readonly children: ReactNode; readonly hint: string }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd className="fig">{children}</dd>
      <dd className="mi t3">{hint}</dd>
    </div>
  );
}

/** What councils together must still find in the target year. */
function requiredMitigation({ results }: BoardPart): { total: Decimal; councils: number } {
  const { reserves } = results.projection.settlement;
  const amounts = [...reserves.values()].map((years) => years[results.projection.frame.target]?.requiredMitigation ?? ZERO);
  return { total: sum(amounts), councils: amounts.length };
}

function Council(part: BoardPart) {
  const { total, councils } = requiredMitigation(part);
  const label = councils === 1 ? 'Council' : 'Councils';
  if (councils === 0)
    return (
      <FourthPart label="Councils" hint="no council in the footprint">
        None
      </FourthPart>
    );
  if (total.isZero())
    return (
      <FourthPart label={label} hint="no further mitigation required">
        Lawful
      </FourthPart>
    );
  const shown = part.results.figures.shown(
    `councils.requiredMitigation.${part.results.figures.label(part.results.projection.frame.target)}`,
    total,
  );
  return (
    <FourthPart label={`${label}: must still find`} hint="required mitigation; s114 risk">
      <Figure shown={shown} unit={part.unit} meaning="attention" />
    </FourthPart>
  );
}

/** Reported, underlying, unidentified, and the council's position against its duty (product.md §3, Board). */
export function FourNumbers(part: BoardPart) {
  const { figures, projection, verdict } = part.results;
  const year = projection.frame.target;
  const reported = figures.system('reported', year);
  const underlying = figures.system('underlying', year);
  const unidentified = figures.shown(`system.unidentified.${figures.label(year)}`, verdict.unidentified);
  return (
    <dl className="nums" aria-label="Four numbers">
      <FourthPart
        label="Reported"
        hint={`${part.unit}, ${reported.figure.isNegative() && !reported.figure.isZero() ? 'short of balance' : 'against balance'}`}
      >
        <Figure shown={reported} unit={part.unit} meaning="outcome" nil="digits" />
      </FourthPart>
      <FourthPart label="Underlying" hint="without one-offs, support and reserves">
        <Figure shown={underlying} unit={part.unit} meaning="outcome" nil="digits" />
      </FourthPart>
      <FourthPart
        label="Unidentified savings"
        hint={verdict.unidentified.isZero() ? 'none is counted as delivered' : 'counted, and nobody has named them'}
      >
        {verdict.unidentified.isZero() ? 'None' : <Figure shown={unidentified} unit={part.unit} meaning="attention" />}
      </FourthPart>
      <Council {...part} />
    </dl>
  );
}
