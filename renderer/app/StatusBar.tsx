import { Explains } from '../components/Explains.tsx';
import { Icon } from '../components/Icon.tsx';
import { counted } from '../components/counts.ts';
import { dayAndTime } from '../components/when.ts';
import { changeInSentence, moneyInFittingUnit, moneyInSentence } from '../../shared/money/format.ts';
import { MONEY_UNITS } from '../../shared/money/units.ts';
import { ProblemCount } from '../screens/scenario/ProblemCount.tsx';
import { useChances } from '../state/chances.ts';
import { useChecks } from '../state/checking.ts';
import { useDocument, type OpenDocument } from '../state/document.ts';
import { useEffects } from '../state/effects.ts';
import { useLibrary } from '../state/library.ts';
import { useResults } from '../state/projection.ts';
import { useSaid } from '../state/said.ts';
import { useStartup } from '../state/startup.ts';
import { useView } from '../state/view.ts';

function Checks({ open }: { readonly open: OpenDocument }) {
  const unit = useView((state) => state.unit);
  const results = useResults(open.scenario, unit);
  const worked = useChecks(results);
  const { simulation, isEarlier } = useChances(open.scenario);
  const checks = worked === null || isEarlier || simulation.check === null ? worked : [...worked, simulation.check];
  if (checks === null) return <span className="t3 checks">Checking…</span>;
  const failed = checks.filter((check) => !check.holds);
  const held = checks.length - failed.length;
  return (
    <span
      className={failed.length === 0 ? 'ok checks' : 'at checks'}
      title={failed.map((check) => `${check.id}: ${check.detail}`).join('\n')}
    >
      <Icon name={failed.length === 0 ? 'tick' : 'warn'} small />
      Checks {held} of {checks.length}
    </span>
  );
}

function Unidentified({ open }: { readonly open: OpenDocument }) {
  const unit = useView((state) => state.unit);
  const results = useResults(open.scenario, unit);
  if (results === null) return null;
  const { unidentified } = results.verdict;
  return (
    <span className={unidentified.isZero() ? '' : 'at'}>
      Unidentified savings: {unidentified.isZero() ? 'none' : moneyInFittingUnit(unidentified)}
    </span>
  );
}

function Position({ open }: { readonly open: OpenDocument }) {
  const unit = useView((state) => state.unit);
  const results = useResults(open.scenario, unit);
  if (results === null) return null;
  const { frame } = results.projection;
  const reported = results.figures.system('reported', frame.target).figure;
  const text = moneyInSentence(reported, { unit });
  return (
    <Explains path={`system.reported.${frame.years[frame.target] ?? ''}`}>
      {frame.years[frame.target] ?? ''} <b className={text.startsWith('(') ? 'adv' : ''}>{text}</b>
    </Explains>
  );
}

/** What the last change did to the target year; it stands until the next. */
function LastEdit({ open }: { readonly open: OpenDocument }) {
  const unit = useView((state) => state.unit);
  const { id, effects } = useEffects();
  const change = effects[0]?.change ?? null;
  if (open.kind !== 'library' || open.id !== id || change === null) return null;
  return (
    <>
      <span title={effects[0]?.label}>
        Last edit <b>{changeInSentence(change, { unit })}</b>
      </span>
      <span className="sep" />
    </>
  );
}

function UnitSwitch() {
  const { unit, setUnit } = useView();
  return (
    <span className="seg" role="group" aria-label="Unit shown">
      {MONEY_UNITS.map((each) => (
        <button
          key={each}
          type="button"
          aria-pressed={each === unit}
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

/** What was done last, said aloud too. The element is always there, so that screen readers notice what changes in it. */
function Said() {
  const text = useSaid((state) => state.text);
  return (
    <span className="said" role="status">
      <span title={text}>{text}</span>
    </span>
  );
}

function OfScenario({ open }: { readonly open: OpenDocument }) {
  return (
    <>
      <Checks open={open} />
      {open.kind === 'library' ? <ProblemCount open={open} /> : null}
      <span className="sep" />
      <Unidentified open={open} />
      <span className="grow" />
      <Said />
      <LastEdit open={open} />
      <Position open={open} />
      <span className="sep" />
      <Standing open={open} />
    </>
  );
}

function OfLibrary() {
  const total = useLibrary((state) => state.total);
  const { lastBackup, startup } = useStartup();
  return (
    <>
      {startup?.database === 'SET_ASIDE' ? null : (
        <>
          <span>{counted(total, 'scenario')} on this computer</span>
          <span className="sep" />
        </>
      )}
      <span className="optional">Nothing leaves it</span>
      <span className="grow" />
      <Said />
      {lastBackup === null ? null : <span className="optional">Last backup {dayAndTime(lastBackup)}</span>}
    </>
  );
}

/** Whether what is shown can change, and when it last did. */
function standingOf(open: OpenDocument): string {
  if (open.kind === 'library') return `Saved ${dayAndTime(open.savedAt)}`;
  return open.kind === 'version' ? `Version saved ${dayAndTime(open.version.savedAt)}` : `${open.fileName}, not changed`;
}

/** Whether all that is shown is kept: a change is shown before the disk has it, and then the bar says so. */
function Standing({ open }: { readonly open: OpenDocument }) {
  const unsaved = useDocument((state) => state.unsaved);
  return <span className="optional">{unsaved > 0 ? 'Saving…' : standingOf(open)}</span>;
}

export function StatusBar() {
  const open = useDocument((state) => state.open);
  const screen = useView((state) => state.screen);
  return (
    <footer className="st" aria-label="Status bar" data-part tabIndex={-1}>
      {open !== null && screen !== 'library' ? <OfScenario open={open} /> : <OfLibrary />}
      <UnitSwitch />
    </footer>
  );
}
