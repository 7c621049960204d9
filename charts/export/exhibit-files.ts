import type { MoneyUnit } from '../../shared/money/units.ts';
import type { Exhibit } from '../../shared/outcomes/exhibits/exhibit.ts';
import { exhibitCsv } from '../../shared/outcomes/exhibits/exhibit-csv.ts';
import { EXPORT_FORMATS, type ExportFormat } from '../../shared/outcomes/exhibits/export-formats.ts';
import { exportName } from '../../shared/outcomes/exhibits/export-name.ts';
import type { Origin } from '../../shared/outcomes/exhibits/origin-stamp.ts';
import { openDrawingPage, type DrawingPage } from './drawing-page.ts';
import { exhibitSvg } from './exhibit-picture.ts';
import { openRaster, type Raster } from './raster.ts';

export type ExportedFile = { readonly name: string; readonly bytes: Uint8Array };

export type ExportOrder = {
  readonly exhibits: readonly Exhibit[];
  readonly formats: readonly ExportFormat[];
  readonly origin: Origin;
  readonly unit: MoneyUnit;
};

/** Makes the files of an order one at a time, so that whoever asked sees how far it is and may stop. A table-only exhibit has no picture. */
export type ExhibitPress = (order: ExportOrder) => Generator<ExportedFile>;

const inBytes = (text: string): Uint8Array => new TextEncoder().encode(text);

function formatsOf(exhibit: Exhibit, formats: readonly ExportFormat[]): ExportFormat[] {
  return EXPORT_FORMATS.filter((format) => formats.includes(format) && (format === 'csv' || exhibit.series !== undefined));
}

function nameOf(exhibit: Exhibit, format: ExportFormat, { scenario, madeAt }: Origin): string {
  return exportName({ scenario, exhibit: exhibit.id, madeAt, format });
}

/** The names of the files that an order gives, in the order in which they are made. */
export function fileNamesOf({ exhibits, formats, origin }: ExportOrder): string[] {
  return exhibits.flatMap((exhibit) => formatsOf(exhibit, formats).map((format) => nameOf(exhibit, format, origin)));
}

function* filesOf({ exhibits, formats, origin, unit }: ExportOrder, tools: { draw: DrawingPage; raster: Raster }): Generator<ExportedFile> {
  for (const exhibit of exhibits) {
    const wanted = formatsOf(exhibit, formats);
    const svg = wanted.some((format) => format !== 'csv') ? exhibitSvg(exhibit, { origin, unit, draw: tools.draw }) : undefined;
    for (const format of wanted) {
      const name = nameOf(exhibit, format, origin);
      if (format === 'csv') yield { name, bytes: inBytes(exhibitCsv(exhibit, origin)) };
      else if (svg !== undefined) yield { name, bytes: format === 'svg' ? inBytes(svg) : tools.raster(svg) };
    }
  }
}

/** Opens what pictures are made with: once for a process. */
export async function openExhibitPress(): Promise<ExhibitPress> {
  const draw = await openDrawingPage();
  const raster = await openRaster();
  return (order) => filesOf(order, { draw, raster });
}
