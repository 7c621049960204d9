import type { OutputOf } from '../../shared/contract/contract.ts';
import type { Exhibit } from '../../shared/outcomes/exhibits/exhibit.ts';
import type { MoneyUnit } from '../../shared/money/units.ts';
import { ask } from './client.ts';
import { useDocument, type OpenDocument } from './document.ts';
import { sourceOf, useExporting } from './exporting.ts';
import { say } from './said.ts';

/** What is copied of an exhibit: its picture, or its table for a document and a spreadsheet alike. */
export type CopiedPart = 'picture' | 'table';
type Named = Pick<Exhibit, 'id' | 'name'>;

/** Why there is nothing to copy, in words for people. */
class NothingToCopy extends Error {
  readonly code = 'NOTHING_TO_COPY';

  constructor(text: string) {
    super(text);
    this.name = 'NothingToCopy';
  }
}

async function made(open: OpenDocument, { id: exhibit }: Named, unit: MoneyUnit): Promise<OutputOf<'export.copy'>> {
  const { scenario, words } = useExporting.getState();
  const written = scenario === open.scenario ? words[exhibit] : undefined;
  const edits = written === undefined ? [] : [{ exhibit, finding: written.finding ?? null, altText: written.altText ?? null }];
  const order = { source: sourceOf(open), unit, exhibits: [exhibit], formats: [], edits, override: null, madeAt: null };
  const reply = await ask('export.copy', { order, exhibit });
  if (!reply.ok) throw new NothingToCopy(reply.failure.text);
  return reply.value;
}

function pictureOf(png: string | null): Blob {
  if (png === null) throw new NothingToCopy('This exhibit is a table and has no picture. Copy its table.');
  return new Blob([Uint8Array.from(atob(png), (character) => character.charCodeAt(0))], { type: 'image/png' });
}

function partsOf(copied: ReturnType<typeof made>, part: CopiedPart): Record<string, Promise<Blob>> {
  if (part === 'picture') return { 'image/png': copied.then(({ png }) => pictureOf(png)) };
  return {
    'text/html': copied.then(({ html }) => new Blob([html], { type: 'text/html' })),
    'text/plain': copied.then(({ text }) => new Blob([text], { type: 'text/plain' })),
  };
}

/**
 * Copies an exhibit. The clipboard is asked at once, while the key press still counts as the person's, and takes the content when it is made. This clipboard, to
 * write to, is the one thing that the page may have beyond its window.
 */
export async function copyExhibit(
  open: OpenDocument,
  { exhibit, part, unit }: { exhibit: Named; part: CopiedPart; unit: MoneyUnit },
): Promise<void> {
  const copied = made(open, exhibit, unit);
  say(`Copying the ${part} of “${exhibit.name}” …`);
  try {
    await navigator.clipboard.write([new ClipboardItem(partsOf(copied, part))]);
    say(`Copied the ${part} of “${exhibit.name}”`);
  } catch {
    say('');
    // The clipboard says that it failed and never why; the content may know.
    const text = await copied.then(
      () => 'The clipboard could not be written to, because another program holds it or this window was left. Try again.',
      (error: unknown) => (error instanceof Error ? error.message : String(error)),
    );
    useDocument.getState().refuse({ title: 'Nothing was copied', text, details: [] });
  }
}
