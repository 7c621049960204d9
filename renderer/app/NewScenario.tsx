import { useState, type FormEvent, type ReactNode } from 'react';
import { Dialog } from '../components/Dialog.tsx';
import { Icon } from '../components/Icon.tsx';
import { BASE_YEARS, USUAL_BODIES, faultsOf, yearsAfter, yearsInOrder, type Body, type FormFault } from '../state/blank-system.ts';
import { useLibrary } from '../state/library.ts';
import { useView } from '../state/view.ts';
import { ORGANISATION_TYPES, labelOf } from '../../shared/scenario/vocabulary.ts';
import { openOnBoard } from './file-actions.ts';

const LONGEST_NAME = 300;
const MOST_BODIES = 200;
const BODIES_FAULT = 'new-bodies-fault';

type Years = ReturnType<typeof yearsInOrder>;
const USUAL_YEARS: Years = { baseYear: '2017/18', targetYear: '2020/21', horizonYear: '2023/24' };

function Fault({ fault, id }: { readonly fault: FormFault | undefined; readonly id: string }) {
  if (fault === undefined) return null;
  return (
    <span className="wrong" id={id}>
      <Icon name="warn" small />
      {fault.text}
    </span>
  );
}

function TextField(given: {
  readonly label: string;
  readonly hint: string;
  readonly text: string;
  readonly fault: FormFault | undefined;
  readonly onChange: (text: string) => void;
  readonly isFirst?: boolean;
}) {
  const id = `fault-${given.label.toLowerCase()}`;
  return (
    <div className="pair">
      <label>
        <span className="lbl">
          {given.label} <span className="t3">{given.hint}</span>
        </span>
        <input
          className="fld"
          value={given.text}
          maxLength={LONGEST_NAME}
          autoFocus={given.isFirst}
          aria-invalid={given.fault !== undefined}
          aria-describedby={given.fault === undefined ? undefined : id}
          onChange={(event) => {
            given.onChange(event.target.value);
          }}
        />
      </label>
      <Fault fault={given.fault} id={id} />
    </div>
  );
}

function YearField({
  label,
  year,
  choices,
  onChange,
}: {
  readonly label: string;
  readonly year: string;
  readonly choices: readonly string[];
  readonly onChange: (year: string) => void;
}) {
  return (
    <label>
      <span className="lbl">{label}</span>
      <select
        className="fld"
        value={year}
        onChange={(event) => {
          onChange(event.target.value);
        }}
      >
        {choices.map((each) => (
          <option key={each}>{each}</option>
        ))}
      </select>
    </label>
  );
}

function YearFields({ years, onChange }: { readonly years: Years; readonly onChange: (years: Years) => void }) {
  const change = (part: Partial<Years>): void => {
    onChange(yearsInOrder({ ...years, ...part }));
  };
  return (
    <div className="three">
      <YearField
        label="Base year"
        year={years.baseYear}
        choices={BASE_YEARS}
        onChange={(baseYear) => {
          change({ baseYear });
        }}
      />
      <YearField
        label="Balances by"
        year={years.targetYear}
        choices={yearsAfter(years.baseYear)}
        onChange={(targetYear) => {
          change({ targetYear });
        }}
      />
      <YearField
        label="Looks as far as"
        year={years.horizonYear}
        choices={yearsAfter(years.baseYear).filter((year) => year >= years.targetYear)}
        onChange={(horizonYear) => {
          change({ horizonYear });
        }}
      />
    </div>
  );
}

function BodyRow({
  body,
  number,
  onChange,
  onRemove,
}: {
  readonly body: Body;
  readonly number: number;
  readonly onChange: (body: Body) => void;
  readonly onRemove: () => void;
}) {
  return (
    <li>
      <input
        className="fld"
        aria-label={`Name of organisation ${String(number)}`}
        value={body.name}
        maxLength={LONGEST_NAME}
        aria-invalid={body.name.trim() === ''}
        aria-describedby={body.name.trim() === '' ? BODIES_FAULT : undefined}
        onChange={(event) => {
          onChange({ ...body, name: event.target.value });
        }}
      />
      <select
        className="fld"
        aria-label={`Type of organisation ${String(number)}`}
        value={body.type}
        onChange={(event) => {
          const type = ORGANISATION_TYPES.find((each) => each === event.target.value);
          if (type !== undefined) onChange({ ...body, type });
        }}
      >
        {ORGANISATION_TYPES.map((type) => (
          <option key={type} value={type}>
            {labelOf(type)}
          </option>
        ))}
      </select>
      <button
        type="button"
        className="btn q"
        aria-label={`Take out ${body.name === '' ? `organisation ${String(number)}` : body.name}`}
        onClick={onRemove}
      >
        <Icon name="cross" small />
      </button>
    </li>
  );
}

function Bodies({
  bodies,
  onChange,
  fault,
}: {
  readonly bodies: readonly Body[];
  readonly onChange: (bodies: readonly Body[]) => void;
  readonly fault: FormFault | undefined;
}) {
  const add = (): void => {
    const key = Math.max(0, ...bodies.map((body) => body.key)) + 1;
    onChange([...bodies, { key, name: '', type: 'ACUTE' }]);
  };
  return (
    <fieldset className="pair">
      <legend className="lbl">
        Organisations <span className="t3">commissioners, providers and councils are all full members</span>
      </legend>
      <ul className="bodies">
        {bodies.map((body, index) => (
          <BodyRow
            key={body.key}
            body={body}
            number={index + 1}
            onChange={(changed) => {
              onChange(bodies.map((each) => (each.key === body.key ? changed : each)));
            }}
            onRemove={() => {
              onChange(bodies.filter((each) => each.key !== body.key));
            }}
          />
        ))}
      </ul>
      <Fault fault={fault} id={BODIES_FAULT} />
      <span>
        <button type="button" className="btn sm" disabled={bodies.length >= MOST_BODIES} onClick={add}>
          <Icon name="plus" small />
          Add an organisation
        </button>
      </span>
    </fieldset>
  );
}

function Form({ onDone, children }: { readonly onDone: () => void; readonly children?: ReactNode }) {
  const createBlank = useLibrary((state) => state.createBlank);
  const [name, setName] = useState('');
  const [footprint, setFootprint] = useState('');
  const [years, setYears] = useState(USUAL_YEARS);
  const [bodies, setBodies] = useState(USUAL_BODIES);
  const [wasTried, setTried] = useState(false);
  const faults = wasTried ? faultsOf({ name, footprint, bodies }) : [];
  const fault = (field: FormFault['field']): FormFault | undefined => faults.find((each) => each.field === field);
  const submit = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    setTried(true);
    const form = event.currentTarget;
    if (faultsOf({ name, footprint, bodies }).length > 0) {
      requestAnimationFrame(() => form.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
      return;
    }
    const organisations = bodies.map((body) => ({ name: body.name.trim(), type: body.type }));
    const id = await createBlank({ name: name.trim(), footprint: footprint.trim(), ...years, organisations });
    if (id === null) return;
    onDone();
    await openOnBoard(id);
  };
  return (
    <form className="form" noValidate onSubmit={(event) => void submit(event)}>
      <TextField label="Name" hint="such as Central case" text={name} fault={fault('name')} onChange={setName} isFirst />
      <TextField label="Footprint" hint="the area that it plans for" text={footprint} fault={fault('footprint')} onChange={setFootprint} />
      <YearFields years={years} onChange={setYears} />
      <Bodies bodies={bodies} onChange={setBodies} fault={fault('bodies')} />
      {children}
      <div className="actions">
        <button type="button" className="btn" onClick={onDone}>
          Leave it
        </button>
        <button type="submit" className="btn pri">
          Make the scenario
        </button>
      </div>
    </form>
  );
}

/** A blank system with its structure: years and organisations, default growth series, and no amount that nobody entered. */
export function NewScenario() {
  const { overlay, lay } = useView();
  const close = (): void => {
    lay(null);
  };
  return (
    <Dialog title="New blank system" wide isOpen={overlay === 'new'} onClose={close}>
      <Form onDone={close}>
        <p className="t3 sm">It starts with the default growth series and their sources, and with no other figure.</p>
      </Form>
    </Dialog>
  );
}
