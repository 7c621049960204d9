import type { ExhibitId } from '../../../shared/outcomes/exhibits/exhibit.ts';
import { EXPORT_FORMATS, type ExportFormat } from '../../../shared/outcomes/exhibits/export-formats.ts';
import { useExporting } from '../../state/exporting.ts';
import { chosenOf, type ListedExhibit } from '../../state/listed-exhibits.ts';

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

/** What a list says of an exhibit beside its name. */
function hint({ exhibit, isSlow }: ListedExhibit): string {
  if (isSlow) return 'realism';
  return exhibit.series === undefined ? 'table' : '';
}

/** One exhibit: its box takes it in or leaves it out, and whoever comes to it, by key or by its name, sees it before them. */
function Choice({
  listed,
  isShown,
  chosen,
}: {
  readonly listed: ListedExhibit;
  readonly isShown: boolean;
  readonly chosen: readonly ExhibitId[];
}) {
  const { choose, show } = useExporting();
  const { id, name } = listed.exhibit;
  const words = hint(listed);
  return (
    <li className={isShown ? 'ck on' : 'ck'} aria-current={isShown ? 'true' : undefined}>
      <input
        type="checkbox"
        aria-label={words === '' ? name : `${name}, ${words}`}
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
      {words === '' ? null : <span className="t3 mi">{words}</span>}
    </li>
  );
}

/** What is exported, and as what. Exhibits of the tests of realism are taken in when somebody chooses them, because they take their time. */
export function ExhibitChoice({ listed, shown }: { readonly listed: readonly ListedExhibit[]; readonly shown: ListedExhibit | undefined }) {
  const { chosen: asked, choose } = useExporting();
  const all = listed.map(({ exhibit }) => exhibit.id);
  const chosen = chosenOf(listed, asked);
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
          <span className="t3">
            {chosen.length} of {all.length}
          </span>
        </span>
        <span className="row">
          <button
            type="button"
            className="lnk sm"
            onClick={() => {
              choose(all);
            }}
          >
            All
          </button>
          <button
            type="button"
            className="lnk sm"
            onClick={() => {
              choose([]);
            }}
          >
            None
          </button>
        </span>
      </div>
      <ul aria-labelledby="export-exhibits">
        {listed.map((each) => (
          <Choice key={each.exhibit.id} listed={each} isShown={each === shown} chosen={chosen} />
        ))}
      </ul>
    </section>
  );
}
