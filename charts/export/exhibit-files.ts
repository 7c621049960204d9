import type { MoneyUnit } from '../../shared/money/units.ts';
import type { Exhibit } from '../../shared/outcomes/exhibits/exhibit.ts';
import { exhibitCsv } from '../../shared/outcomes/exhibits/exhibit-csv.ts';
import { exportName } from '../../shared/outcomes/exhibits/export-name.ts';
import type { Origin } from '../../shared/outcomes/exhibits/origin-stamp.ts';
import { openDrawingPage, type DrawingPage } from './drawing-page.ts';
import { exhibitSvg } from './exhibit-picture.ts';
import type { ExportFormat } from './formats.ts';
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

function* filesOf(order: ExportOrder, { draw, raster }: { draw: DrawingPage; raster: Raster }): Generator<ExportedFile> {
  const { origin, unit, formats } = order;
  for (const exhibit of order.exhibits) {
    const name = (format: ExportFormat): string =>
      exportName({ scenario: origin.scenario, exhibit: exhibit.id, madeAt: origin.madeAt, format });
    const wantsPicture = formats.includes('svg') || formats.includes('png');
    const svg = wantsPicture ? exhibitSvg(exhibit, { origin, unit, draw }) : undefined;
    if (svg !== undefined && formats.includes('svg')) yield { name: name('svg'), bytes: inBytes(svg) };
    if (svg !== undefined && formats.includes('png')) yield { name: name('png'), bytes: raster(svg) };
    if (formats.includes('csv')) yield { name: name('csv'), bytes: inBytes(exhibitCsv(exhibit, origin)) };
  }
}

/** Opens what pictures are made with: once for a process. */
export async function openExhibitPress(): Promise<ExhibitPress> {
  const draw = await openDrawingPage();
  const raster = await openRaster();
  return (order) => filesOf(order, { draw, raster });
}
