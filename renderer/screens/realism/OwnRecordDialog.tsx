import { useMemo, useState, type ClipboardEvent, type FormEvent } from 'react';
import type { MoneyUnit } from '../../../shared/money/units.ts';
import { applyEdit } from '../../../shared/scenario/edits.ts';
import { ownRecordOf, type OwnRecord } from '../../../shared/scenario/own-record.ts';
import { Dialog } from '../../components/Dialog.tsx';
import { Icon } from '../../components/Icon.tsx';
import { useDocument, type FromLibrary } from '../../state/document.ts';
import {
  earlierYear,
  faultsIn,
  keyOf,
  recordEdit,
  recordYearsOf,
  sourceOf,
  typedFrom,
  type RecordCell,
  type TypedRecord,
} from '../../state/own-record-form.ts';
import { isTable, pasteIntoRecord } from '../../state/own-record-pasting.ts';
import { useRealismView } from '../../state/realism-view.ts';
import { OwnRecordTable } from './OwnRecordTable.tsx';

const LONGEST_SOURCE = 2000;

type Entering = { readonly open: FromLibrary; readonly unit: MoneyUnit };
type Pasted = { readonly text: string; readonly isRefused: boolean } | null;

/** What is being typed: it becomes one edit when it is kept, and is gone when the dialog is left. */
function useRecordForm({ open: { scenario }, unit }: Entering) {
  const [typed, setTyped] = useState<TypedRecord>(() => typedFrom(scenario, unit));
  const [years, setYears] = useState(() => recordYearsOf(scenario));
  const [source, setSource] = useState(() => sourceOf(scenario));
  const [said, setSaid] = useState<Pasted>(null);
  const faults = useMemo(() => faultsIn(typed, unit), [typed, unit]);
  const edit = useMemo(() => recordEdit(scenario, { typed, unit, years, source }), [scenario, typed, unit, years, source]);
  const record: OwnRecord | undefined = useMemo(
    () => (faults.size > 0 ? undefined : ownRecordOf(edit === undefined ? scenario : applyEdit(scenario, edit).scenario)),
    [scenario, edit, faults],
  );
  const type = (cell: RecordCell, text: string): void => {
    setTyped({ ...typed, [keyOf(cell)]: text });
  };
  const paste = (at: RecordCell, event: ClipboardEvent<HTMLInputElement>): void => {
    const text = event.clipboardData.getData('text/plain');
    if (!isTable(text)) return;
    event.preventDefault();
    const pasted = pasteIntoRecord(scenario, { text, unit, at, years });
    if ('refused' in pasted) {
      setSaid({ text: pasted.refused, isRefused: true });
      return;
    }
    const named = Object.keys(pasted.typed).flatMap((key) => key.split(' ').at(-1) ?? []);
    setTyped({ ...typed, ...pasted.typed });
    setYears([...new Set([...years, ...named])].sort());
    setSaid({ text: pasted.said, isRefused: false });
  };
  return { typed, years, setYears, source, setSource, said, faults, edit, record, type, paste };
}

function Faults({ faults }: { readonly faults: ReadonlyMap<string, string> }) {
  const [first] = faults.values();
  if (first === undefined) return null;
  return (
    <p className="wrong" id="record-faults" role="alert">
      <Icon name="warn" small />
      <span>
        {faults.size === 1 ? '' : `${String(faults.size)} cells cannot be kept, and nothing is until they can. The first: `}
        {first}
      </span>
    </p>
  );
}

function Said({ said }: { readonly said: Pasted }) {
  return (
    <p className={said?.isRefused === true ? 'wrong' : 'sm t2'} role="status">
      {said?.text ?? ''}
    </p>
  );
}

function Source({ source, onChange }: { readonly source: string; readonly onChange: (source: string) => void }) {
  return (
    <label>
      <span className="lbl">
        Where these figures come from{' '}
        <span className="t3">such as Annual reports and accounts; it stands beside each of them in the log</span>
      </span>
      <input
        className="fld"
        value={source}
        maxLength={LONGEST_SOURCE}
        onChange={(event) => {
          onChange(event.target.value);
        }}
      />
    </label>
  );
}

function RecordForm({ onDone, ...entering }: Entering & { readonly onDone: () => void }) {
  const edit = useDocument((state) => state.edit);
  const form = useRecordForm(entering);
  const earlier = earlierYear(form.years);
  const keep = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (form.faults.size > 0) {
      document.querySelector<HTMLElement>('.record [aria-invalid="true"]')?.focus();
      return;
    }
    if (form.edit === undefined || (await edit(form.edit))) onDone();
  };
  return (
    <form className="form own-record" noValidate onSubmit={(event) => void keep(event)}>
      <p className="reads">
        What each organisation planned to save and what it saved. Paste a block of figures, or lines of organisation, year, planned,
        achieved and recurrent. It comes before any national figure.
      </p>
      <OwnRecordTable
        {...form}
        organisations={entering.open.scenario.organisations}
        unit={entering.unit}
        onType={form.type}
        onPaste={form.paste}
      />
      <Faults faults={form.faults} />
      <Said said={form.said} />
      <Source source={form.source} onChange={form.setSource} />
      <div className="actions">
        <button
          type="button"
          className="btn q"
          disabled={earlier === undefined}
          onClick={() => {
            if (earlier !== undefined) form.setYears([earlier, ...form.years]);
          }}
        >
          <Icon name="plus" small />
          {earlier === undefined ? 'No earlier year is taken' : `Add ${earlier}`}
        </button>
        <span className="grow" />
        <button type="button" className="btn" onClick={onDone}>
          Leave it
        </button>
        <button type="submit" className="btn pri">
          Keep the record
        </button>
      </div>
    </form>
  );
}

/** Past plan and outturn, entered or pasted: kept as one step, or not at all. */
export function OwnRecordDialog(entering: Entering) {
  const { isRecordOpen, openRecord } = useRealismView();
  const close = (): void => {
    openRecord(false);
  };
  return (
    <Dialog title="Own record of past savings" isOpen={isRecordOpen} onClose={close} wide>
      <RecordForm {...entering} onDone={close} />
    </Dialog>
  );
}
