import type { Exhibit } from '../../../shared/outcomes/exhibits/exhibit.ts';
import { useExporting } from '../../state/exporting.ts';

/** Three lines of a picture hold so much. */
const LONGEST_TITLE = 200;
const LONGEST_ALT_TEXT = 4000;

type Field = {
  readonly exhibit: Exhibit;
  readonly part: 'finding' | 'altText';
  readonly label: string;
  readonly rows: number;
  readonly longest: number;
};

/** Words that were drafted from the figures, and that a person may write anew for this export. */
function WordsField({ exhibit, part, label, rows, longest }: Field) {
  const { words, write } = useExporting();
  const written = words[exhibit.id]?.[part];
  const isOwn = written !== undefined && written !== exhibit[part];
  const id = `export-${part}`;
  return (
    <div className="xw">
      <span className="row between">
        <label className="lbl" htmlFor={id}>
          {label}
        </label>
        {isOwn ? (
          <button
            type="button"
            className="lnk sm"
            onClick={() => {
              write(exhibit.id, { [part]: exhibit[part] });
            }}
          >
            As drafted
          </button>
        ) : (
          <span className="t3 mi">drafted</span>
        )}
      </span>
      <textarea
        id={id}
        className="fld"
        rows={rows}
        maxLength={longest}
        value={written ?? exhibit[part]}
        onChange={({ target }) => {
          write(exhibit.id, { [part]: target.value });
        }}
      />
    </div>
  );
}

/** The title and the alt text of the exhibit that is shown. */
export function Words({ exhibit }: { readonly exhibit: Exhibit }) {
  // What is not worked out yet has no words to change.
  if (exhibit.finding === '') return null;
  return (
    <section aria-label={`Words of ${exhibit.name}`}>
      <WordsField exhibit={exhibit} part="finding" label={`Title of ${exhibit.name}`} rows={3} longest={LONGEST_TITLE} />
      <WordsField exhibit={exhibit} part="altText" label={`Alt text of ${exhibit.name}`} rows={4} longest={LONGEST_ALT_TEXT} />
    </section>
  );
}
