import '../../styles/outcome.css';
import { useState } from 'react';
import { ZERO, sum } from '../../../shared/money/decimal.ts';
import { formatFooted } from '../../../shared/money/format.ts';
import type { Shown } from '../../../shared/outcomes/shown-table.ts';
import { Explains } from '../../components/Explains.tsx';
import { Figure } from '../../components/Figure.tsx';
import type { FromLibrary } from '../../state/document.ts';
import { useEffects } from '../../state/effects.ts';
import type { Results } from '../../state/projection.ts';
import { SmallTrajectory } from './SmallTrajectory.tsx';
import type { MoneyUnit } from '../../../shared/money/units.ts';

type Part = { readonly open: FromLibrary; readonly results: Results; readonly unit: MoneyUnit };
type Meaning = 'plain' | 'outcome' | 'attention';

/** Whether a figure reads otherwise than before the last change; a switch of the unit changes no figure. */
function useChanged(text: string, { scenario, unit }: { scenario: object; unit: MoneyUnit }): boolean {
  const [seen, setSeen] = useState({ text, scenario, unit, isChanged: false });
  if (seen.scenario === scenario && seen.unit === unit) return seen.isChanged;
  const isChanged = seen.unit === unit ? seen.text !== text : seen.isChanged;
  setSeen({ text, scenario, unit, isChanged });
  return isChanged;
}

/** A figure of the panel: marked while it is new, explained by a press. */
function Outcome({
  part,
  shown,
  path,
  meaning,
  isBig,
}: {
  readonly part: Part;
  readonly shown: Shown;
  readonly path: string | null;
  readonly meaning: Meaning;
  readonly isBig?: boolean;
}) {
  const isChanged = useChanged(formatFooted(shown, { unit: part.unit }), { scenario: part.open.scenario, unit: part.unit });
  const figure = <Figure shown={shown} unit={part.unit} meaning={meaning} nil={isBig === true ? 'digits' : 'dash'} />;
  const className = `outcome-figure ${isChanged ? 'just-changed' : ''} ${isBig === true ? 'big' : ''}`;
  return <span className={className}>{path === null ? figure : <Explains path={path}>{figure}</Explains>}</span>;
}

function councilsOf({ results }: Part): { count: number; shown: Shown } {
  const { frame, settlement } = results.projection;
  const amounts = [...settlement.reserves.values()].map((years) => years[frame.target]?.requiredMitigation ?? ZERO);
  const label = frame.years[frame.target] ?? '';
  return { count: amounts.length, shown: results.figures.shown(`councils.requiredMitigation.${label}`, sum(amounts)) };
}

function Headline(part: Part) {
  const { figures, projection, verdict } = part.results;
  const year = projection.frame.target;
  const label = figures.label(year);
  const councils = councilsOf(part);
  const rows: readonly { label: string; shown: Shown; path: string | null; meaning: Meaning }[] = [
    { label: 'Headline plan', shown: figures.system('headline', year), path: `system.headline.${label}`, meaning: 'plain' },
    { label: 'Underlying', shown: figures.system('underlying', year), path: `system.underlying.${label}`, meaning: 'outcome' },
    {
      label: 'Unidentified savings',
      shown: figures.shown(`system.unidentified.${label}`, verdict.unidentified),
      path: null,
      meaning: verdict.unidentified.isZero() ? 'plain' : 'attention',
    },
    ...(councils.count === 0
      ? []
      : [
          {
            label: councils.count === 1 ? 'Council must still find' : 'Councils must still find',
            shown: councils.shown,
            path: null,
            meaning: councils.shown.exact.isZero() ? ('plain' as const) : ('attention' as const),
          },
        ]),
  ];
  return (
    <table className="tbl outcome-rows">
      <tbody>
        {rows.map((row) => (
          <tr key={row.label}>
            <th scope="row">{row.label}</th>
            <td className="num">
              <Outcome part={part} shown={row.shown} path={row.path} meaning={row.meaning} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Reported(part: Part) {
  const { figures, projection } = part.results;
  const year = projection.frame.target;
  const shown = figures.system('reported', year);
  const isShort = shown.figure.isNegative() && !shown.figure.isZero();
  return (
    <div>
      <h2 className="lbl">
        Reported {figures.label(year)}, {part.unit}
      </h2>
      <div className="row between baseline">
        <Outcome part={part} shown={shown} path={`system.reported.${figures.label(year)}`} meaning="outcome" isBig />
        <span className="sm t2">{isShort ? 'short of balance' : 'in balance'}</span>
      </div>
    </div>
  );
}

function Carriers(part: Part) {
  const { figures, projection } = part.results;
  const year = projection.frame.target;
  const { reserves } = projection.settlement;
  return (
    <section aria-label="Who carries it">
      <h2 className="lbl b">Who carries it, {part.unit}</h2>
      <table className="tbl outcome-rows">
        <tbody>
          {figures.organisations.map((organisation) => (
            <tr key={organisation.id}>
              <th scope="row" title={organisation.name}>
                {organisation.name}
              </th>
              <td className="num">
                <Outcome
                  part={part}
                  shown={figures.organisation(organisation, 'reported', year)}
                  path={`organisations.${organisation.id}.reported.${figures.label(year)}`}
                  meaning={(reserves.get(organisation.id)?.[year]?.requiredMitigation ?? ZERO).isZero() ? 'outcome' : 'attention'}
                />
              </td>
            </tr>
          ))}
          <tr className="tot">
            <th scope="row">System</th>
            <td className="num">
              <Outcome part={part} shown={figures.system('reported', year)} path={null} meaning="outcome" />
            </td>
          </tr>
        </tbody>
      </table>
    </section>
  );
}

function LastEdits({ open, results, unit }: Part) {
  const { id, effects } = useEffects();
  if (id !== open.id || effects.length === 0) return null;
  const { frame } = results.projection;
  return (
    <section aria-label="Last edits">
      <h2 className="lbl b">
        Last edits, effect on {frame.years[frame.target] ?? ''}, {unit}
      </h2>
      <ul className="last-edits">
        {effects.map(({ label, change }, index) => (
          <li key={index}>
            <span className="t2" title={label}>
              {label}
            </span>
            {change === null ? (
              <span className="t3">n/a</span>
            ) : (
              <Figure shown={{ exact: change, figure: change }} unit={unit} meaning="outcome" nil="digits" />
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What the scenario comes to, always in view while it is entered: the target year large, who carries it, and what the last edits did to it. */
export function OutcomePanel(part: Part) {
  const { leftOut } = part.results.projection.frame;
  const blocked = leftOut.get('scenario');
  return (
    <aside className="outcome" aria-label="Outcome, always in view" data-part tabIndex={-1}>
      {blocked !== undefined ? (
        <p className="sm at">Nothing is computed: {blocked}</p>
      ) : (
        <>
          <Reported {...part} />
          <Headline {...part} />
          <SmallTrajectory results={part.results} unit={part.unit} />
          <Carriers {...part} />
        </>
      )}
      <LastEdits {...part} />
    </aside>
  );
}
