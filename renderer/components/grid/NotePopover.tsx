import { useId, useState, type ReactNode } from 'react';
import { Dialog, Heading, Popover } from 'react-aria-components';
import type { SingleEdit } from '../../../shared/scenario/edit-kinds.ts';
import { provenanceOf, readProvenance, type Provenance, type ProvenanceField } from './provenance.ts';
import type { SheetCell } from './sheet.ts';

type NoteProps = {
  readonly cell: Extract<SheetCell, { kind: 'input' }>;
  /** Row and column in words. */
  readonly title: string;
  /** What the figures are typed in. */
  readonly unit: string | undefined;
  readonly anchor: Element | null;
  readonly onKeep: (edit: SingleEdit) => void;
  readonly onClose: () => void;
};

type FieldProps = {
  readonly form: Provenance;
  readonly wrong: { readonly field: ProvenanceField; readonly wrong: string } | null;
  readonly onChange: (field: ProvenanceField, text: string) => void;
};

function Words({
  field,
  label,
  form,
  wrong,
  onChange,
  hint,
}: FieldProps & { readonly field: ProvenanceField; readonly label: string; readonly hint?: string }) {
  const isWrong = wrong?.field === field;
  return (
    <label>
      <span className="lbl">{label}</span>
      <input
        className="fld"
        name={field}
        autoFocus={field === 'source'}
        value={form[field]}
        placeholder={hint}
        aria-invalid={isWrong}
        autoComplete="off"
        maxLength={field === 'source' ? 2000 : 300}
        onChange={(event) => {
          onChange(field, event.target.value);
        }}
      />
    </label>
  );
}

const CONFIDENCES = [
  { value: '', label: 'Not said' },
  { value: 'H', label: 'High' },
  { value: 'M', label: 'Medium' },
  { value: 'L', label: 'Low' },
] as const;

function Fields(props: FieldProps & { readonly unit: string | undefined }) {
  const { form, onChange, unit } = props;
  const inUnit = unit === undefined ? '' : `, ${unit}`;
  return (
    <>
      <div className="three">
        <Words {...props} field="low" label={`Low${inUnit}`} />
        <Words {...props} field="likely" label={`Likely${inUnit}`} />
        <Words {...props} field="high" label={`High${inUnit}`} />
      </div>
      <label>
        <input
          type="checkbox"
          checked={form.ends === 'TENTHS'}
          onChange={(event) => {
            onChange('ends', event.target.checked ? 'TENTHS' : 'ENDS');
          }}
        />{' '}
        8 in 10 lie between low and high (P10 and P90)
      </label>
      <Words {...props} field="source" label="Source" hint="Plan, paper or conversation it comes from" />
      <div className="three">
        <Words {...props} field="owner" label="Owner" hint="Role" />
        <Words {...props} field="date" label="Date" />
        <label>
          <span className="lbl">Confidence</span>
          <select
            className="fld"
            value={form.confidence}
            onChange={(event) => {
              onChange('confidence', event.target.value);
            }}
          >
            {CONFIDENCES.map(({ value, label }) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </select>
        </label>
      </div>
      <label>
        <span className="lbl">Note</span>
        <textarea
          className="fld"
          rows={3}
          maxLength={2000}
          value={form.note}
          onChange={(event) => {
            onChange('note', event.target.value);
          }}
        />
      </label>
    </>
  );
}

function changed(form: Provenance, field: ProvenanceField, text: string): Provenance {
  if (field === 'ends') return { ...form, ends: text === 'TENTHS' ? 'TENTHS' : 'ENDS' };
  if (field !== 'confidence') return { ...form, [field]: text };
  return { ...form, confidence: text === 'H' || text === 'M' || text === 'L' ? text : '' };
}

function NoteForm({ cell, title, unit, onKeep, onClose, heading }: Omit<NoteProps, 'anchor'> & { readonly heading: ReactNode }) {
  const [form, setForm] = useState(() => provenanceOf(cell));
  const [wrong, setWrong] = useState<FieldProps['wrong']>(null);
  const id = useId();
  const keep = (): void => {
    const reading = readProvenance(form, cell);
    if ('wrong' in reading) {
      setWrong(reading);
      return;
    }
    if (reading.edit !== null) onKeep(reading.edit);
    onClose();
  };
  return (
    <form
      className="form"
      aria-label={title}
      onSubmit={(event) => {
        event.preventDefault();
        keep();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) keep();
      }}
    >
      {heading}
      <Fields
        form={form}
        wrong={wrong}
        unit={unit}
        onChange={(field, text) => {
          setForm(changed(form, field, text));
          setWrong(null);
        }}
      />
      {wrong === null ? null : (
        <p className="wrong" id={id} role="alert">
          {wrong.wrong}
        </p>
      )}
      <div className="row">
        <button type="submit" className="btn pri sm">
          Keep <kbd>Enter</kbd>
        </button>
        <button type="button" className="btn sm" onClick={onClose}>
          Leave it as it was <kbd>Esc</kbd>
        </button>
        <span className="t3 mi">Blank low and high: stated as certain</span>
      </div>
    </form>
  );
}

/** Where a figure comes from, who owns it, how sure it is: beside its cell. Everything is kept as one step. */
export function NotePopover({ anchor, onClose, ...form }: NoteProps) {
  return (
    <Popover
      className="sg-note"
      isOpen
      triggerRef={{ current: anchor }}
      placement="bottom end"
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose();
      }}
    >
      <Dialog className="sg-note-body" aria-label={`${form.title}: source, range and note`}>
        <NoteForm
          {...form}
          onClose={onClose}
          heading={
            <Heading slot="title" className="b">
              {form.title}
            </Heading>
          }
        />
      </Dialog>
    </Popover>
  );
}
