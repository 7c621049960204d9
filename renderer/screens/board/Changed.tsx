import { useCallback, useEffect, useMemo, useState } from 'react';
import { Money } from '../../components/Money.tsx';
import { counted } from '../../components/counts.ts';
import { dayAndTime } from '../../components/when.ts';
import type { VersionRow } from '../../../shared/contract/records.ts';
import type { Decimal } from '../../../shared/money/decimal.ts';
import type { MoneyUnit } from '../../../shared/money/units.ts';
import { effectOfChange } from '../../../shared/outcomes/effect-of-change.ts';
import { figureAlone } from '../../../shared/outcomes/explain.ts';
import { changesBetween, type ValueChange } from '../../../shared/scenario/history.ts';
import { inputAt } from '../../../shared/scenario/inputs-of.ts';
import type { Scenario } from '../../../shared/scenario/schema.ts';
import { ask } from '../../state/client.ts';
import type { OpenDocument } from '../../state/document.ts';
import { useIdleWork } from '../../state/idle.ts';
import type { Results } from '../../state/projection.ts';

const MOST_ROWS = 6;

type Approved = { readonly version: VersionRow; readonly scenario: Scenario };
/** The last approved version, null where there is none, undefined while it is asked for. */
type LastApproved = Approved | null | undefined;

async function readApproved(id: string): Promise<Approved | null> {
  const versions = await ask('scenario.versions', { id });
  if (!versions.ok) return null;
  const approved = versions.value.rows.filter(({ status }) => status === 'APPROVED').sort((a, b) => b.version - a.version)[0];
  if (approved === undefined) return null;
  const opened = await ask('scenario.openVersion', { id, version: approved.version });
  return opened.ok ? { version: opened.value.version, scenario: opened.value.scenario } : null;
}

/** The last approved version of a scenario of the library; it is asked for again when the status changes. */
function useLastApproved(open: OpenDocument): LastApproved {
  const id = open.kind === 'library' ? open.id : null;
  const [found, setFound] = useState<LastApproved>(undefined);
  useEffect(() => {
    if (id === null) return undefined;
    let isWanted = true;
    void readApproved(id).then((approved) => {
      if (isWanted) setFound(approved);
    });
    return () => {
      isWanted = false;
    };
  }, [id, open.status]);
  return found;
}

/** A value as it was or is: an input with its unit, anything else as a few words. */
function words(scenario: Scenario, { path }: ValueChange, content: ValueChange['before']): string {
  const input = inputAt(scenario, path);
  if (input !== undefined) return figureAlone(input.value, input.unit);
  if (content === null) return 'blank';
  return typeof content === 'string' ? content : typeof content === 'object' ? 'another' : String(content);
}

/** Sources, owners and notes are inputs too, and what they say is no figure. */
function changesValue({ before, after }: { before: Scenario; after: Scenario }, { path }: ValueChange): boolean {
  const [old, now] = [inputAt(before, path), inputAt(after, path)];
  return old === undefined || now === undefined || old.value !== now.value;
}

type Measured = { readonly item: ValueChange; readonly result: Decimal | undefined };

/** By the size of their effect, what has none last. */
function bySize(a: Measured, b: Measured): number {
  if (a.result === undefined || b.result === undefined) return Number(a.result === undefined) - Number(b.result === undefined);
  return b.result.abs().cmp(a.result.abs());
}

function Changes({ approved, now, unit }: { readonly approved: Approved; readonly now: Scenario; readonly unit: MoneyUnit }) {
  const both = useMemo(() => ({ before: approved.scenario, after: now }), [approved, now]);
  const all = useMemo(() => changesBetween(both.before, both.after), [both]);
  const figures = useMemo(() => all.filter((change) => changesValue(both, change)), [all, both]);
  const work = useCallback((change: ValueChange) => effectOfChange(both, change.path), [both]);
  const { done, isWhole } = useIdleWork(figures, work, { isWanted: true });
  const others = all.length - figures.length;
  const rows = done.toSorted(bySize).slice(0, MOST_ROWS);
  return (
    <>
      <p className="exs">
        {counted(figures.length, 'change')} since version {approved.version.version}, approved {dayAndTime(approved.version.savedAt)}
        {others === 0 ? '' : `, and ${counted(others, 'change')} of notes or sources`}.{' '}
        {isWhole ? '' : `${String(done.length)} of ${String(figures.length)} worked out so far.`}
      </p>
      {rows.length === 0 ? null : (
        <table className="tbl lines" aria-labelledby="changed">
          <thead>
            <tr>
              <th scope="col">What</th>
              <th scope="col">Was</th>
              <th scope="col">Is</th>
              <th scope="col" className="num">
                Effect, {unit}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ item, result }) => (
              <tr key={item.path}>
                <th scope="row" className="wraps">
                  {item.label}
                </th>
                <td className="wraps">{words(both.before, item, item.before)}</td>
                <td className="wraps">{words(both.after, item, item.after)}</td>
                <td className="num">
                  {result === undefined ? '' : <Money amount={result.toFixed()} unit={unit} meaning="outcome" nil="digits" />}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  );
}

/** What changed since the version that was approved last, each change with what it alone does to the position. Files and sealed versions change nothing. */
export function Changed({ open, planned, unit }: { readonly open: OpenDocument; readonly planned: Results; readonly unit: MoneyUnit }) {
  const approved = useLastApproved(open);
  if (open.kind !== 'library') return null;
  return (
    <section aria-labelledby="changed">
      <h2 className="ex" id="changed">
        What changed
      </h2>
      {approved === undefined ? null : approved === null ? (
        <p className="exs">No version of this plan has been approved yet.</p>
      ) : (
        <Changes approved={approved} now={planned.projection.frame.scenario} unit={unit} />
      )}
    </section>
  );
}
