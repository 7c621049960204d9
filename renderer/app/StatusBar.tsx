import { Icon } from '../components/Icon.tsx';
import { moneyInSentence } from '../../shared/money/format.ts';
import { MONEY_UNITS } from '../../shared/money/units.ts';
import { ZERO } from '../../shared/money/decimal.ts';
import { useDocument, type OpenDocument } from '../state/document.ts';
import { useLibrary } from '../state/library.ts';
import { useResults } from '../state/projection.ts';
import { useSaving } from '../state/saving.ts';
import { useView } from '../state/view.ts';
import { dayAndTime } from '../components/when.ts';

function Checks({ open }: { readonly open: OpenDocument }) {
  const unit = useView((state) => state.unit);
  const results = useResults(open.scenario, unit);
  if (results === null) return null;
  const held = results.checks.filter((check) => check.holds).length;
  const all = held === results.checks.length;
  const failed = results.checks.filter((check) => !check.holds).map((check) => `${check.id}: ${check.detail}`);
  return (
    <span className={all ? 'ok' : 'at'} title={failed.join('\n')}>
      <Icon name={all ? 'tick' : 'warn'} small />
      Checks {held} of {results.checks.length}
    </span>
  );
}

function Position({ open }: { readonly open: OpenDocument }) {
  const unit = useView((state) => state.unit);
  const results = useResults(open.scenario, unit);
  if (results === null) return null;
  const { frame } = results.projection;
  const reported = results.figures.system('reported', frame.target).figure;
  const { unidentified } = results.verdict;
  return (
    <>
      <span className="sep" />
      <span className={unidentified.isZero() ? '' : 'at'}>
        Unidentified savings: {unidentified.isZero() ? 'none' : moneyInSentence(unidentified, { unit })}
      </span>
      <span className="grow" />
      <span>
        {frame.years[frame.target]} <b>{moneyInSentence(reported ?? ZERO, { unit })}</b>
      </span>
    </>
  );
}

function UnitSwitch() {
  const { unit, setUnit } = useView();
  return (
    <span className="seg" role="radiogroup" aria-label="Unit">
      {MONEY_UNITS.map((each) => (
        <button
          key={each}
          type="button"
          role="radio"
          aria-checked={each === unit}
          className={each === unit ? 'on' : ''}
          onClick={() => {
            setUnit(each);
          }}
        >
          {each}
        </button>
      ))}
    </span>
  );
}

export function StatusBar() {
  const open = useDocument((state) => state.open);
  const { screen } = useView();
  const total = useLibrary((state) => state.total);
  const saved = useSaving((state) => state.last);
  const inScenario = open !== null && screen !== 'library';
  return (
    <footer className="st" aria-label="Status bar" data-part tabIndex={-1}>
      {inScenario ? (
        <>
          <Checks open={open} />
          <Position open={open} />
          <span className="sep" />
          {open.kind === 'library' ? <span>Saved {dayAndTime(open.savedAt)}</span> : <span>{open.fileName}, not changed</span>}
        </>
      ) : (
        <>
          <span>
            {total} {total === 1 ? 'scenario' : 'scenarios'} on this computer
          </span>
          <span className="sep" />
          <span>Nothing leaves it</span>
          <span className="grow" />
        </>
      )}
      {saved === null ? null : <span role="status">File saved: {saved.fileName}</span>}
      <UnitSwitch />
    </footer>
  );
}
