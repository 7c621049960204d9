import { BarTrack, scaleOfBars, type BarLook, type TrackScale } from '../../components/BarTrack.tsx';
import { Explains } from '../../components/Explains.tsx';
import { Figure } from '../../components/Figure.tsx';
import { isBelow, ZERO } from '../../../shared/money/decimal.ts';
import type { OrganisationOutcome } from '../../../shared/outcomes/positions.ts';
import type { BoardPart } from './board-part.ts';

type State = { readonly look: BarLook; readonly words: string | undefined };

/** A council may not report a deficit: what it is short is what it must still find (model-spec §9.3). */
function stateOf({ results }: BoardPart, organisation: OrganisationOutcome): State {
  const { target } = results.projection.frame;
  const reserves = results.projection.settlement.reserves.get(organisation.id)?.[target];
  const isShort = isBelow(organisation.reported[target] ?? ZERO, ZERO);
  if (reserves !== undefined && !reserves.requiredMitigation.isZero()) return { look: 'attention', words: 'required mitigation' };
  if (organisation.regime === 'COUNCIL' && isShort) return { look: 'attention', words: 'must still find' };
  return { look: isShort ? 'worsens' : 'improves', words: reserves?.used.isZero() === false ? 'from reserves' : undefined };
}

function Row({
  part,
  organisation,
  scale,
}: {
  readonly part: BoardPart;
  readonly organisation: OrganisationOutcome;
  readonly scale: TrackScale;
}) {
  const { figures, projection } = part.results;
  const year = projection.frame.target;
  const { look, words } = stateOf(part, organisation);
  return (
    <tr>
      <th scope="row" className="wraps">
        {organisation.name}
        {words === undefined ? null : <span className={look === 'attention' ? 'mi at below' : 'mi t3 below'}>{words}</span>}
      </th>
      <td className="num">
        <Explains path={`organisations.${organisation.id}.reported.${figures.label(year)}`} trial={part.trial}>
          <Figure
            shown={figures.organisation(organisation, 'reported', year)}
            unit={part.unit}
            meaning={look === 'attention' ? 'attention' : 'outcome'}
            nil="digits"
          />
        </Explains>
      </td>
      <td className="tk">
        <BarTrack bars={[{ to: organisation.reported[year] ?? ZERO, look }]} scale={scale} />
      </td>
    </tr>
  );
}

/** Each body's reported position, which adds up to the system's, on one scale; only the NHS may report a deficit. */
export function WhoCarriesIt(part: BoardPart) {
  const { figures, projection, outcomes } = part.results;
  const year = projection.frame.target;
  const system = outcomes.system.reported[year] ?? ZERO;
  const scale = scaleOfBars([system, ...figures.organisations.map(({ reported }) => reported[year] ?? ZERO)]);
  return (
    <section aria-labelledby="who">
      <h2 className="ex" id="who">
        Who carries it
      </h2>
      <p className="exs">
        Reported {figures.label(year)}, {part.unit}. Only the NHS may report a deficit.
      </p>
      <table className="tbl who" aria-labelledby="who">
        <thead className="vh">
          <tr>
            <th scope="col">Organisation</th>
            <th scope="col">Reported</th>
            <th scope="col">On one scale</th>
          </tr>
        </thead>
        <tbody>
          {figures.organisations.map((organisation) => (
            <Row key={organisation.id} part={part} organisation={organisation} scale={scale} />
          ))}
          <tr className="tot">
            <th scope="row">System</th>
            <td className="num">
              <Explains path={`system.reported.${figures.label(year)}`} trial={part.trial}>
                <Figure shown={figures.system('reported', year)} unit={part.unit} meaning="outcome" nil="digits" />
              </Explains>
            </td>
            <td className="tk">
              <BarTrack bars={[{ to: system, look: 'position' }]} scale={scale} />
            </td>
          </tr>
        </tbody>
      </table>
    </section>
  );
}
