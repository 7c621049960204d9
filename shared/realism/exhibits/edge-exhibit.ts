import { ONE } from '../../money/decimal.ts';
import { formatPercent } from '../../money/format.ts';
import type { EdgeMark, Exhibit, RealismExhibitId } from '../../outcomes/exhibits/exhibit.ts';
import { commonNotes } from '../../outcomes/exhibits/words.ts';
import { tableOf } from '../../outcomes/shown-grid.ts';
import { leverOf, settingWords } from '../levers.ts';
import type { EdgePoint, TwoWayEdge } from '../two-way-edge.ts';
import { REALISM_EXHIBIT_NAMES } from './exhibit-names.ts';
import type { RealismSource } from './realism-source.ts';

type Words = {
  readonly id: RealismExhibitId;
  readonly needed: string;
  readonly along: string;
  readonly later: string;
};

const WORDS: Readonly<Record<TwoWayEdge['id'], Words>> = {
  'delivery-by-slip': {
    id: 'delivery-by-slip',
    needed: 'Delivery needed',
    along: 'Capital later than stated by',
    later: 'capital slips',
  },
  'release-by-growth': {
    id: 'release-by-growth',
    needed: 'Release needed',
    along: 'Activity growth, more than stated by',
    later: 'activity grows',
  },
};

function settingOf(edge: TwoWayEdge, { setting }: EdgePoint): string {
  return setting.isZero() ? 'as stated' : settingWords(leverOf(edge.along), setting);
}

/** What is so, whichever way the edge goes: it is read off the points and not assumed. */
function findingOf(edge: TwoWayEdge, words: Words): string {
  const stated = edge.points.find(({ setting }) => setting.isZero());
  const now = stated?.needed;
  const known = edge.points.filter((point) => point.needed !== undefined);
  const last = known.at(-1);
  if (now === undefined) return `${words.needed} as stated: ${stated?.text ?? 'not worked out'}`;
  const said = `${words.needed}: ${formatPercent(now)} as stated`;
  return last?.needed === undefined || last === stated ? said : `${said}, ${formatPercent(last.needed)} at ${settingOf(edge, last)}`;
}

/** The edge between balance and not, by two levers at once (model-spec §11.3); undefined where the plan has no such levers. */
export function edgeExhibit(source: RealismSource, id: TwoWayEdge['id']): Exhibit | undefined {
  const { figures, context } = source;
  const edge = source.edges?.find((each) => each.id === id);
  if (edge === undefined) return undefined;
  const words = WORDS[id];
  const points = edge.points.map((point): EdgeMark => ({
    key: point.setting.toFixed(),
    label: settingOf(edge, point),
    needed: point.needed,
  }));
  const { assumed } = context.breakEven;
  return {
    id: words.id,
    name: REALISM_EXHIBIT_NAMES[words.id],
    finding: findingOf(edge, words),
    subtitle: `${words.needed} for ${context.label} to balance as reported, as ${words.later}, per cent`,
    series: {
      kind: 'edge',
      points,
      stated:
        id === 'delivery-by-slip' && assumed !== null && assumed.lte(ONE.plus(1))
          ? { share: assumed, words: 'this plan assumes' }
          : undefined,
      alongWords: words.along,
    },
    tables: [
      tableOf({
        id: words.id,
        title: `${words.needed} for ${context.label} to balance`,
        unit: figures.unit,
        columns: [words.needed, 'In words'],
        rows: edge.points.map((point) => ({
          label: settingOf(edge, point),
          entries: [point.needed === undefined ? 'n/a' : formatPercent(point.needed), point.text],
        })),
      }),
    ],
    altText: `A line of the least share that balances. ${edge.points.map((point) => `${settingOf(edge, point)}: ${point.needed === undefined ? point.text : formatPercent(point.needed)}`).join('; ')}.`,
    notes: ['Risk share, support and reserves are settled again at every point.', ...commonNotes(figures)],
  };
}
