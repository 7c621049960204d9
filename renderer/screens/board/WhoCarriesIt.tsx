import { Figure } from '../../components/Figure.tsx';
import { ZERO } from '../../../shared/money/decimal.ts';
import type { OrganisationOutcome } from '../../../shared/outcomes/positions.ts';
import type { BoardPart } from './board-part.ts';

function councilState({ results }: BoardPart, organisation: OrganisationOutcome): { words: string; isShort: boolean } {
  const reserves = results.projection.settlement.reserves.get(organisation.id)?.[results.projection.frame.target];
  if (reserves === undefined) return { words: '', isShort: false };
  if (!reserves.requiredMitigation.isZero()) return { words: 'required mitigation', isShort: true };
  return { words: reserves.used.isZero() ? 'balanced' : 'balanced from reserves', isShort: false };
}

function Row({ part, organisation }: { readonly part: BoardPart; readonly organisation: OrganisationOutcome }) {
  const { figures, projection } = part.results;
  const year = projection.frame.target;
  const council = councilState(part, organisation);
  const variance = organisation.variance[year];
  return (
    <tr>
      <th scope="row" className="wraps">
        {organisation.name}
      </th>
      <td className="num">
        <Figure
          shown={figures.organisation(organisation, 'reported', year)}
          unit={part.unit}
          meaning={council.isShort ? 'attention' : 'outcome'}
          nil="digits"
        />
      </td>
      <td className="num">
        {organisation.regime === 'COUNCIL' ? (
          <span className={council.isShort ? 'at' : 't3'}>{council.words}</span>
        ) : variance === undefined ? (
          <span className="t3">n/a</span>
        ) : (
          <Figure
            shown={figures.shown(`organisations.${organisation.id}.variance.${figures.label(year)}`, variance)}
            unit={part.unit}
            meaning="outcome"
            nil="digits"
          />
        )}
      </td>
    </tr>
  );
}

/** Each body's reported position, which adds up to the system's; only the NHS may report a deficit. */
export function WhoCarriesIt(part: BoardPart) {
  const { figures, projection, outcomes } = part.results;
  const year = projection.frame.target;
  return (
    <section aria-labelledby="who">
      <h2 className="ex" id="who">
        Who carries it
      </h2>
      <p className="exs">
        Reported {figures.label(year)}, {part.unit}. Only the NHS may report a deficit.
      </p>
      <table className="tbl lines">
        <thead>
          <tr>
            <th scope="col">Organisation</th>
            <th scope="col" className="num">
              Reported
            </th>
            <th scope="col" className="num">
              Control total, fav/(adv)
            </th>
          </tr>
        </thead>
        <tbody>
          {figures.organisations.map((organisation) => (
            <Row key={organisation.id} part={part} organisation={organisation} />
          ))}
          <tr className="tot">
            <th scope="row">System</th>
            <td className="num">
              <Figure
                shown={figures.shown(`system.reported.${figures.label(year)}`, outcomes.system.reported[year] ?? ZERO)}
                unit={part.unit}
                meaning="outcome"
                nil="digits"
              />
            </td>
            <td />
          </tr>
        </tbody>
      </table>
    </section>
  );
}
