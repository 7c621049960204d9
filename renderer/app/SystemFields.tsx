import { Icon } from '../components/Icon.tsx';
import { BASE_YEARS, LONGEST_NAME, yearsAfter, yearsInOrder, type FormFault } from '../state/blank-system.ts';

/* Fields of every form that begins a scenario: its names and its years. */

export type Years = ReturnType<typeof yearsInOrder>;
export const USUAL_YEARS: Years = { baseYear: '2017/18', targetYear: '2020/21', horizonYear: '2023/24' };

/** What keeps a field from being taken, in words. */
export function Fault({ fault, id }: { readonly fault: FormFault | undefined; readonly id: string }) {
  if (fault === undefined) return null;
  return (
    <span className="wrong" id={id}>
      <Icon name="warn" small />
      {fault.text}
    </span>
  );
}

export function TextField(given: {
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

/** Base, target and horizon year; a year that a change of another overtook moves with it. */
export function YearFields({ years, onChange }: { readonly years: Years; readonly onChange: (years: Years) => void }) {
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
