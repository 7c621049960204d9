import { useRef } from 'react';
import { Icon } from '../../components/Icon.tsx';
import { counted } from '../../components/counts.ts';
import type { TableIn } from './use-table-draft.ts';

function FileButton({ onChoose }: { readonly onChoose: (file: File) => void }) {
  const picker = useRef<HTMLInputElement>(null);
  return (
    <>
      <button type="button" className="btn sm" onClick={() => picker.current?.click()}>
        <Icon name="file" small />
        Choose a file…
      </button>
      <input
        ref={picker}
        type="file"
        hidden
        accept=".csv,.tsv,.tab,.txt,text/csv,text/tab-separated-values,text/plain"
        aria-label="File of the table"
        onChange={(event) => {
          const file = event.target.files?.[0];
          event.target.value = '';
          if (file !== undefined) onChoose(file);
        }}
      />
    </>
  );
}

/** Where a table comes from: pasted cells, typed text, or a file, whose text can be mended here. */
export function TableSource({ table, hint, isFirst }: { readonly table: TableIn; readonly hint: string; readonly isFirst: boolean }) {
  const { draft, file, look, isShown, type, choose } = table;
  const rows = look.kind === 'seen' ? look.rows.length : 0;
  return (
    <section aria-label="The table">
      {isShown ? (
        <label>
          <span className="lbl">
            Paste the cells here <span className="t3">{hint}</span>
          </span>
          <textarea
            className="fld"
            rows={6}
            spellCheck={false}
            autoFocus={isFirst}
            value={draft.text}
            aria-invalid={look.kind === 'refused'}
            aria-describedby="table-source-said"
            onChange={(event) => {
              type(event.target.value);
            }}
          />
        </label>
      ) : (
        <p className="in-line">
          The table is long and is not shown: {counted(rows, 'row')}.
          <button
            type="button"
            className="btn sm"
            onClick={() => {
              type('');
            }}
          >
            Put it away
          </button>
        </p>
      )}
      <div className="in-line">
        <FileButton onChoose={(chosen) => void choose(chosen)} />
        <span className="t3 sm" id="table-source-said">
          {file !== null && !file.isRefused ? file.text : 'CSV or text with tabs, as a spreadsheet saves it.'}
        </span>
      </div>
      {file?.isRefused === true ? (
        <p className="wrong" role="alert">
          <Icon name="warn" small />
          {file.text}
        </p>
      ) : null}
      {look.kind === 'refused' ? (
        <p className="wrong" role="alert">
          <Icon name="warn" small />
          {look.text}
        </p>
      ) : null}
    </section>
  );
}
