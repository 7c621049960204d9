import type { ReactNode } from 'react';
import { fanText } from '../../../charts/drawing/FanChart.ts';
import type { MoneyUnit } from '../../../shared/money/units.ts';
import type { CorrelationResult, SimulationResults } from '../../../shared/realism/simulation/results.ts';
import type { Chance } from '../../../shared/realism/simulation/statistics.ts';
import { intervalOf, linkageOf } from './chance-words.ts';

type Row = { readonly key: string; readonly label: string; readonly cell: (result: CorrelationResult) => ReactNode };

function ChanceCell({ chance }: { readonly chance: Chance | undefined }) {
  if (chance === undefined) return <span className="t3">n/a</span>;
  return (
    <>
      <span className="b">{chance.text}</span> <span className="mi t3">{intervalOf(chance)}</span>
    </>
  );
}

function chanceRows({ correlations }: SimulationResults): Row[] {
  const controlTotals = correlations[0]?.chances.controlTotals ?? [];
  const row = (key: string, label: string, of: (result: CorrelationResult) => Chance | undefined): Row => ({
    key,
    label,
    cell: (result) => <ChanceCell chance={of(result)} />,
  });
  return [
    row('reported', 'Reported at or above nil', ({ chances }) => chances.reported),
    row('underlying', 'Underlying at or above nil', ({ chances }) => chances.underlying),
    row('before', 'Before support at or above nil', ({ chances }) => chances.beforeSupport),
    ...controlTotals.map(({ name }, at) =>
      row(`control ${String(at)}`, `Control total met, ${name}`, ({ chances }) => chances.controlTotals[at]?.chance),
    ),
  ];
}

function Amount({ pounds, unit }: { readonly pounds: number; readonly unit: MoneyUnit }) {
  const text = fanText(pounds, unit);
  return <span className={text.startsWith('(') ? 'n neg' : 'n'}>{text}</span>;
}

function amountRows(unit: MoneyUnit): Row[] {
  const row = (key: string, label: string, of: (result: CorrelationResult) => number | null): Row => ({
    key,
    label,
    cell: (result) => {
      const pounds = of(result);
      return pounds === null ? <span className="t3">none is short</span> : <Amount pounds={pounds} unit={unit} />;
    },
  });
  return [
    row('p10', 'P10, one in ten is worse', ({ reported }) => reported.p10),
    row('p50', 'P50, the middle', ({ reported }) => reported.p50),
    row('p90', 'P90, one in ten is better', ({ reported }) => reported.p90),
    row('mean', 'Mean', ({ reported }) => reported.mean),
    row('shortfall', 'Mean of those that are short', ({ reported }) => reported.expectedShortfall),
  ];
}

function Rows({ rows, results, title }: { readonly rows: readonly Row[]; readonly results: SimulationResults; readonly title: string }) {
  return (
    <tbody>
      <tr className="sub">
        <th scope="rowgroup" colSpan={results.correlations.length + 1}>
          {title}
        </th>
      </tr>
      {rows.map(({ key, label, cell }) => (
        <tr key={key}>
          <th scope="row" className="wraps">
            {label}
          </th>
          {results.correlations.map((result) => (
            <td key={result.correlation} className="num">
              {cell(result)}
            </td>
          ))}
        </tr>
      ))}
    </tbody>
  );
}

/** Every chance with its interval, and the reported position, at each correlation. */
export function ChancesTable({ results, unit }: { readonly results: SimulationResults; readonly unit: MoneyUnit }) {
  return (
    <div className="exhibit-table" tabIndex={0} role="region" aria-label="Chances, table">
      <table className="tbl lines">
        <thead>
          <tr>
            <th scope="col">How schemes move together</th>
            {results.correlations.map(({ correlation }) => (
              <th key={correlation} scope="col" className="num">
                {linkageOf(correlation)}
              </th>
            ))}
          </tr>
        </thead>
        <Rows rows={chanceRows(results)} results={results} title="Chance, and where it lies 95 times in 100" />
        <Rows rows={amountRows(unit)} results={results} title={`Reported ${results.targetYear}, ${unit}`} />
      </table>
    </div>
  );
}
