import { sum } from '../money/decimal.ts';
import { formatPercent } from '../money/format.ts';
import type { NamedAmount } from '../money/register.ts';
import type { SourceOutcome } from '../engine/capital-funding.ts';
import { labelOf } from '../scenario/vocabulary.ts';
import { named, type ShownFigures } from './shown-figures.ts';
import { tableOf, type Entry } from './shown-grid.ts';
import type { Shown, ShownTable } from './shown-table.ts';

/** One source over all years. Asked = funded + not funded; envelope = funded + headroom. */
type SourceLine = {
  readonly label: string;
  readonly asked: NamedAmount;
  readonly funded: NamedAmount;
  readonly notFunded: NamedAmount;
  /** Undefined where the source has no limit. */
  readonly within: { readonly envelope: NamedAmount; readonly headroom: NamedAmount } | undefined;
  readonly overProgramming: string | undefined;
};

function lineOf({ source, envelope, asked, funded, overProgramming }: SourceOutcome): SourceLine {
  const name = (what: string): string => `capital.sources.${source}.${what}`;
  const granted = sum(funded);
  const wanted = sum(asked);
  return {
    label: labelOf(source),
    asked: named(name('asked'), wanted),
    funded: named(name('funded'), granted),
    notFunded: named(name('notFunded'), wanted.minus(granted)),
    within:
      envelope === undefined
        ? undefined
        : { envelope: named(name('envelope'), sum(envelope)), headroom: named(name('headroom'), sum(envelope).minus(granted)) },
    overProgramming: overProgramming === undefined ? undefined : formatPercent(overProgramming),
  };
}

type Totals = Pick<SourceLine, 'asked' | 'funded' | 'notFunded'>;

/** Foots what was asked both ways; then each envelope to what was funded of it and what is left. */
function footSources(figures: ShownFigures, lines: readonly SourceLine[]): Totals {
  const total = (what: keyof Totals): NamedAmount => named(`capital.${what}`, sum(lines.map((line) => line[what].amount)));
  const totals: Totals = { asked: total('asked'), funded: total('funded'), notFunded: total('notFunded') };
  figures.register.footTable(
    {
      cells: lines.map((line) => [line.funded, line.notFunded]),
      rows: lines.map((line) => line.asked),
      columns: [totals.funded, totals.notFunded],
      grand: totals.asked,
    },
    figures.step,
  );
  for (const { funded, within } of lines) {
    if (within !== undefined) figures.register.foot({ total: within.envelope, leaves: [funded, within.headroom] }, figures.step);
  }
  return totals;
}

/** What was asked of each source of capital over all years, what the funding test granted, and what is left (model-spec §6.4); undefined without capital. */
export function capitalTable(figures: ShownFigures): ShownTable | undefined {
  const { sources, plans } = figures.projection.capital.funding;
  if (plans.size === 0) return undefined;
  const lines = sources.map(lineOf);
  const totals = footSources(figures, lines);
  const shown = ({ id, amount }: NamedAmount): Shown => figures.shown(id, amount);
  const asked = ({ asked: all, funded, notFunded }: Totals): Entry[] => [shown(all), shown(funded), shown(notFunded)];
  const within = (line: SourceLine): Entry[] =>
    line.within === undefined ? ['no limit', undefined] : [shown(line.within.envelope), shown(line.within.headroom)];
  return tableOf({
    id: 'capital',
    title: 'Capital by source, all years',
    unit: figures.unit,
    columns: ['Asked', 'Funded', 'Not funded', 'Envelope', 'Headroom', 'Over-programming'],
    rows: lines.map((line) => ({ label: line.label, entries: [...asked(line), ...within(line), line.overProgramming] })),
    total: { label: 'All sources', entries: asked(totals) },
    across: [
      { parts: ['Funded', 'Not funded'], total: 'Asked' },
      { parts: ['Funded', 'Headroom'], total: 'Envelope' },
    ],
  });
}
