import type { ReactNode } from 'react';
import { ZERO, sum, type Decimal } from '../../../shared/money/decimal.ts';
import { Explains } from '../../components/Explains.tsx';
import { Figure } from '../../components/Figure.tsx';
import type { Shown } from '../../../shared/outcomes/shown-table.ts';
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

/** One of the four as a figure that opens to the sum that made it, where it is one figure of the model and no sum over several bodies. */
function Number({
  shown,
  path,
  part,
  meaning,
}: {
  readonly shown: Shown;
  readonly path: string | undefined;
  readonly part: BoardPart;
  readonly meaning: 'outcome' | 'attention';
}) {
  const figure = <Figure shown={shown} unit={part.unit} meaning={meaning} nil="digits" />;
  return path === undefined ? (
    figure
  ) : (
    <Explains path={path} trial={part.trial}>
      {figure}
    </Explains>
  );
}

/** What councils together must still find in the target year. */
function requiredMitigation({ results }: BoardPart): { total: Decimal; councils: number; short: string[] } {
  const { reserves } = results.projection.settlement;
  const amounts = [...reserves].map(([id, years]) => ({ id, amount: years[results.projection.frame.target]?.requiredMitigation ?? ZERO }));
  const short = amounts.filter(({ amount }) => !amount.isZero()).map(({ id }) => id);
  return { total: sum(amounts.map(({ amount }) => amount)), councils: amounts.length, short };
}

function Council(part: BoardPart) {
  const { total, councils, short } = requiredMitigation(part);
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
  const { figures, projection } = part.results;
  const year = figures.label(projection.frame.target);
  const [only] = short;
  return (
    <FourthPart label={`${label}: must still find`} hint="required mitigation; s114 risk">
      <Number
        shown={figures.shown(`councils.requiredMitigation.${year}`, total)}
        path={short.length === 1 && only !== undefined ? `councils.${only}.requiredMitigation.${year}` : undefined}
        part={part}
        meaning="attention"
      />
    </FourthPart>
  );
}

/** The path of unidentified savings, where they are one scheme. */
function unidentifiedPath({ results }: BoardPart): string | undefined {
  const { figures, projection } = results;
  const [scheme, ...others] = [...projection.savings.schemes.values()].filter((each) => each.scheme.category === 'UNIDENTIFIED');
  if (scheme === undefined || others.length > 0) return undefined;
  return `schemes.${scheme.scheme.id}.systemEffect.${figures.label(projection.frame.target)}`;
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
        <Number shown={reported} path={`system.reported.${figures.label(year)}`} part={part} meaning="outcome" />
      </FourthPart>
      <FourthPart label="Underlying" hint="without one-offs, reserves">
        <Number shown={underlying} path={`system.underlying.${figures.label(year)}`} part={part} meaning="outcome" />
      </FourthPart>
      <FourthPart
        label="Unidentified savings"
        hint={verdict.unidentified.isZero() ? 'none is counted as delivered' : 'counted, and unnamed'}
      >
        {verdict.unidentified.isZero() ? (
          'None'
        ) : (
          <Number shown={unidentified} path={unidentifiedPath(part)} part={part} meaning="attention" />
        )}
      </FourthPart>
      <Council {...part} />
    </dl>
  );
}
