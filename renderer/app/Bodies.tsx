import '../styles/import.css';
import { useEffect, useRef, useState } from 'react';
import { Icon } from '../components/Icon.tsx';
import { LONGEST_NAME, MOST_BODIES, moreBodies, type Body, type FormFault } from '../state/blank-system.ts';
import { ORGANISATION_TYPES, labelOf, type OrganisationType } from '../../shared/scenario/vocabulary.ts';
import { Fault } from './SystemFields.tsx';

const BODIES_FAULT = 'new-bodies-fault';
const MOST_AT_ONCE = 20;

function TypeList({
  label,
  type,
  onChange,
}: {
  readonly label: string;
  readonly type: OrganisationType;
  readonly onChange: (type: OrganisationType) => void;
}) {
  return (
    <select
      className="fld"
      aria-label={label}
      value={type}
      onChange={(event) => {
        const chosen = ORGANISATION_TYPES.find((each) => each === event.target.value);
        if (chosen !== undefined) onChange(chosen);
      }}
    >
      {ORGANISATION_TYPES.map((each) => (
        <option key={each} value={each}>
          {labelOf(each)}
        </option>
      ))}
    </select>
  );
}

function BodyRow({
  body,
  number,
  isWrong,
  onChange,
  onRemove,
}: {
  readonly body: Body;
  readonly number: number;
  readonly isWrong: boolean;
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
        aria-invalid={isWrong}
        aria-describedby={isWrong ? BODIES_FAULT : undefined}
        onChange={(event) => {
          onChange({ ...body, name: event.target.value });
        }}
      />
      <TypeList
        label={`Type of organisation ${String(number)}`}
        type={body.type}
        onChange={(type) => {
          onChange({ ...body, type });
        }}
      />
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

/** How many of a type are added at once; one of a blank name where nobody said more. */
function AddBodies({ bodies, onAdd }: { readonly bodies: readonly Body[]; readonly onAdd: (bodies: readonly Body[]) => void }) {
  const [count, setCount] = useState('3');
  const [type, setType] = useState<OrganisationType>('ACUTE');
  const wanted = /^\d{1,2}$/.test(count) ? Math.min(Number(count), MOST_AT_ONCE) : 0;
  const isFull = bodies.length >= MOST_BODIES;
  return (
    <div className="bodies-add">
      <button
        type="button"
        className="btn sm"
        aria-disabled={isFull}
        title={isFull ? `A footprint holds ${String(MOST_BODIES)} organisations at most.` : undefined}
        onClick={() => {
          onAdd(moreBodies(bodies, { type: 'ACUTE', count: 1, isNamed: false }));
        }}
      >
        <Icon name="plus" small />
        Add an organisation
      </button>
      <span className="t3">or several:</span>
      <input
        className="fld"
        type="number"
        min={1}
        max={MOST_AT_ONCE}
        aria-label="How many organisations to add"
        value={count}
        onChange={(event) => {
          setCount(event.target.value);
        }}
      />
      <TypeList label="Type of organisations to add" type={type} onChange={setType} />
      <button
        type="button"
        className="btn sm"
        onClick={() => {
          onAdd(moreBodies(bodies, { type, count: wanted, isNamed: true }));
        }}
      >
        Add them
      </button>
    </div>
  );
}

/** The organisations of a new system: renamed, given another type, added one by one or several at once, taken out. The focus goes along. */
export function Bodies({
  bodies,
  onChange,
  fault,
}: {
  readonly bodies: readonly Body[];
  readonly onChange: (bodies: readonly Body[]) => void;
  readonly fault: FormFault | undefined;
}) {
  const list = useRef<HTMLUListElement>(null);
  const [wanted, setWanted] = useState<{ readonly row: number; readonly part: 'input' | 'button' } | null>(null);
  useEffect(() => {
    if (wanted === null) return;
    const row = list.current?.children[Math.min(wanted.row, bodies.length - 1)];
    const part =
      row?.querySelector<HTMLElement>(wanted.part) ?? list.current?.parentElement?.querySelector<HTMLElement>('.bodies-add button');
    part?.focus();
  }, [wanted, bodies.length]);
  const names = bodies.map(({ name }) => name.trim());
  return (
    <fieldset className="pair">
      <legend className="lbl">
        Organisations <span className="t3">commissioners, providers and councils are all full members</span>
      </legend>
      <ul className="bodies" ref={list}>
        {bodies.map((body, index) => (
          <BodyRow
            key={body.key}
            body={body}
            number={index + 1}
            isWrong={fault !== undefined && (names[index] === '' || names.indexOf(names[index] ?? '') < index)}
            onChange={(changed) => {
              onChange(bodies.map((each) => (each.key === body.key ? changed : each)));
            }}
            onRemove={() => {
              onChange(bodies.filter((each) => each.key !== body.key));
              setWanted({ row: index, part: 'button' });
            }}
          />
        ))}
      </ul>
      <Fault fault={fault} id={BODIES_FAULT} />
      <AddBodies
        bodies={bodies}
        onAdd={(more) => {
          onChange(more);
          setWanted({ row: bodies.length, part: 'input' });
        }}
      />
    </fieldset>
  );
}
