import type { Exhibit } from '../../../shared/outcomes/exhibits/exhibit.ts';
import { EXPORT_FORMATS, type ExportFormat } from '../../../shared/outcomes/exhibits/export-formats.ts';
import { useExporting } from '../../state/exporting.ts';

const FORMAT_WORDS: Readonly<Record<ExportFormat, { readonly name: string; readonly what: string }>> = {
  svg: { name: 'SVG', what: 'drawing, any size' },
  png: { name: 'PNG', what: 'picture, 300 dpi' },
  csv: { name: 'CSV', what: 'table, to the penny' },
};

function Formats() {
  const { formats, setFormats } = useExporting();
  return (
    <fieldset className="xf">
      <legend className="cap">As</legend>
      {EXPORT_FORMATS.map((format) => (
        <label key={format} className="ck">
          <input
            type="checkbox"
            checked={formats.includes(format)}
            onChange={({ target }) => {
              setFormats(target.checked ? [...formats, format] : formats.filter((each) => each !== format));
            }}
          />
          <span>
            {FORMAT_WORDS[format].name} <span className="t3 mi">{FORMAT_WORDS[format].what}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}

/** One exhibit: its box takes it in or leaves it out, and whoever comes to it, by key or by its name, sees it before them. */
function Choice({
  exhibit,
  isShown,
  chosen,
}: {
  readonly exhibit: Exhibit;
  readonly isShown: boolean;
  readonly chosen: readonly Exhibit['id'][];
}) {
  const { choose, show } = useExporting();
  const { id, name, series } = exhibit;
  return (
    <li className={isShown ? 'ck on' : 'ck'} aria-current={isShown ? 'true' : undefined}>
      <input
        type="checkbox"
        aria-label={series === undefined ? `${name}, table only` : name}
        checked={chosen.includes(id)}
        onFocus={() => {
          show(id);
        }}
        onChange={({ target }) => {
          choose(target.checked ? [...chosen, id] : chosen.filter((each) => each !== id));
        }}
      />
      <button
        type="button"
        tabIndex={-1}
        aria-label={`Show ${name}`}
        onClick={() => {
          show(id);
        }}
      >
        {name}
      </button>
      {series === undefined ? <span className="t3 mi">table</span> : null}
    </li>
  );
}

/** What is exported, and as what. */
export function ExhibitChoice({ exhibits, shown }: { readonly exhibits: readonly Exhibit[]; readonly shown: Exhibit }) {
  const { chosen: asked, choose } = useExporting();
  const all = exhibits.map(({ id }) => id);
  const chosen = asked === null ? all : all.filter((id) => asked.includes(id));
  const isAll = chosen.length === all.length;
  return (
    <section className="xl" aria-labelledby="export-title">
      <h1 className="h1" id="export-title">
        Export
      </h1>
      <p className="sm t3">Charts and tables for a paper</p>
      <Formats />
      <div className="cap row between">
        <span id="export-exhibits">
          Exhibits{' '}
          <span className="t3 n0">
            {chosen.length} of {all.length}
          </span>
        </span>
        <button
          type="button"
          className="lnk sm"
          onClick={() => {
            choose(isAll ? [] : null);
          }}
        >
          {isAll ? 'None' : 'All'}
        </button>
      </div>
      <ul aria-labelledby="export-exhibits">
        {exhibits.map((exhibit) => (
          <Choice key={exhibit.id} exhibit={exhibit} isShown={exhibit.id === shown.id} chosen={chosen} />
        ))}
      </ul>
    </section>
  );
}
