import type { MoneyUnit } from '../../../shared/money/units.ts';
import { Figure } from '../Figure.tsx';
import { cellFigure } from './cell-text.ts';
import { isUnsourced } from './cell-words.ts';
import type { SheetCell } from './sheet.ts';

type InputCell = Extract<SheetCell, { kind: 'input' }>;

function InputFigure({ cell, places }: { readonly cell: InputCell; readonly places: number }) {
  if (cell.input === null) return <span className="n t3">{cell.stands ?? ''}</span>;
  const text = cellFigure(cell.input.value, cell, places);
  const marks = `${text.startsWith('(') ? ' neg' : ''}${cell.input.range === undefined ? '' : ' rng'}${isUnsourced(cell) ? ' uns' : ''}`;
  return (
    <span className={`n${marks}`}>
      <span>{text}</span>
    </span>
  );
}

/** What stands in a cell, as the eye reads it; the words of the cell carry it to screen readers. */
export function CellContent({ cell, places, unit }: { readonly cell: SheetCell; readonly places: number; readonly unit: MoneyUnit }) {
  switch (cell.kind) {
    case 'input':
      return <InputFigure cell={cell} places={places} />;
    case 'text':
      return <span>{cell.text}</span>;
    case 'choice':
      return <span>{cell.choices.find((choice) => choice.value === cell.chosen)?.label ?? cell.chosen}</span>;
    case 'flag':
      return <span>{cell.isSet ? 'Yes' : 'No'}</span>;
    case 'derived':
      return 'text' in cell.derived ? (
        <span className="n">{cell.derived.text}</span>
      ) : (
        <Figure shown={cell.derived.shown} unit={unit} meaning={cell.derived.meaning ?? 'plain'} />
      );
    case 'none':
      return null;
  }
}
