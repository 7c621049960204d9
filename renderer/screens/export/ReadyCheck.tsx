import { Icon } from '../../components/Icon.tsx';
import { counted } from '../../components/counts.ts';
import { stopsIn, useExporting } from '../../state/exporting.ts';

function headline(stops: number, said: number): { readonly title: string; readonly below: string } {
  if (stops > 0) {
    return {
      title: `Not ready: ${counted(stops, 'thing')} ${stops === 1 ? 'stops' : 'stop'} it`,
      below: 'Mend it, or say why you export all the same: the stamp then says so.',
    };
  }
  if (said > 0) return { title: `Ready, with ${counted(said, 'thing')} said on it`, below: 'You can export now; the stamp names them.' };
  return { title: 'Ready', below: 'Nothing is amiss.' };
}

const firstUpper = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;

/** What is asked before exhibits leave the program, each with its answer; and the words of whoever exports them all the same. */
export function ReadyCheck() {
  const { look, override, setOverride } = useExporting();
  if (look === null) return <p className="sm t3">Checking …</p>;
  const stops = stopsIn(look);
  const said = look.ready.filter((line) => !line.holds && !line.stops);
  const { title, below } = headline(stops.length, said.length);
  return (
    <section aria-labelledby="ready-title">
      <h2 className="ex" id="ready-title">
        {title}
      </h2>
      <p className="sm t3">{below}</p>
      <ul className="rc">
        {look.ready.map(({ id, holds, text, stops: isStop }) => (
          <li key={id} className={holds ? 'ok' : 'at'}>
            <Icon name={holds ? 'tick' : 'warn'} small />
            <span>
              {firstUpper(text)}
              {holds || isStop ? null : <span className="vh">, said on the stamp</span>}
              {!holds && isStop ? <span className="vh">, stops the export</span> : null}
            </span>
          </li>
        ))}
      </ul>
      <p className="sm t3 says">The stamp says: {look.marks.join('. ')}.</p>
      {stops.length === 0 ? null : (
        <label className="xw">
          <span className="lbl">Why export it all the same</span>
          <textarea
            id="export-override"
            className="fld"
            rows={2}
            maxLength={500}
            value={override}
            onChange={({ target }) => {
              setOverride(target.value);
            }}
          />
        </label>
      )}
    </section>
  );
}
