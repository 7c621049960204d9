import { D } from '../../money/decimal.ts';
import { formatPercent, moneyInFittingUnit } from '../../money/format.ts';
import type { DeliverySeriesMark, Exhibit } from '../../outcomes/exhibits/exhibit.ts';
import { commonNotes, sentence } from '../../outcomes/exhibits/words.ts';
import { tableOf } from '../../outcomes/shown-grid.ts';
import { keptInWords } from '../cards.ts';
import { deliveryMarks } from '../delivery-marks.ts';
import type { RealismContext } from '../realism-context.ts';
import { REALISM_EXHIBIT_NAMES } from './exhibit-names.ts';
import type { RealismSource } from './realism-source.ts';

type Sourced = DeliverySeriesMark & { readonly source: string; readonly notWhen: string };

const THIS = 'This scenario';

/** Beyond this a rate is said in words and does not stand on the line, which it would draw out. */
const FAR_END = new D('1.5');

/** One is found by halving and the other worked out, so that they differ far behind the point. */
const looksAlike = (one: Sourced['share'], other: Sourced['share']): boolean => formatPercent(one) === formatPercent(other);

/** What the plan assumes and needs, and what was delivered before, as marks on one line. */
function marksOf(context: RealismContext): Sourced[] {
  const { assumed, reported, beforeSupport } = context.breakEven;
  const own = (kind: 'assumed' | 'needed' | 'beforeSupport', share: Sourced['share'] | null, words: string): Sourced[] =>
    share === null || share.gt(FAR_END) ? [] : [{ key: kind, kind, share, words, source: THIS, notWhen: '' }];
  const isApart = beforeSupport.share !== null && (reported.share === null || !looksAlike(reported.share, beforeSupport.share));
  return [
    ...own('assumed', assumed, 'this plan assumes'),
    ...own('needed', reported.share, 'needed to balance'),
    ...own('beforeSupport', isApart ? beforeSupport.share : null, 'before support'),
    ...deliveryMarks(context).map(({ key, kind, share, label, source, notWhen }) => ({ key, kind, share, words: label, source, notWhen })),
  ];
}

const percent = ({ kind, share }: DeliverySeriesMark): string => formatPercent(share, kind === 'evidence' ? 0 : 1);

function findingOf({ breakEven }: RealismContext): string {
  const { reported, assumed } = breakEven;
  if (reported.share === null) return sentence(`as reported, the plan ${reported.text}`);
  const against = assumed === null ? '' : `; the plan assumes ${formatPercent(assumed)}`;
  return `Balance needs ${formatPercent(reported.share)} of savings delivered${against}`;
}

function notesOf({ breakEven }: RealismContext): string[] {
  const { dependsOnSupport, justBelow, unidentifiedHeld } = breakEven;
  return [
    'One rate for all savings schemes; shifts and prevention keep their own.',
    ...(dependsOnSupport && justBelow !== null
      ? [`Balance depends on the PSF gate: just below that rate the system is ${moneyInFittingUnit(justBelow.abs())} short.`]
      : []),
    ...(unidentifiedHeld === undefined
      ? []
      : [`With unidentified savings at their own delivery, before support: ${unidentifiedHeld.text}.`]),
  ];
}

/** Break-even delivery on one line with what was delivered before (model-spec §11.3); undefined where there is no saving to deliver. */
export function breakEvenExhibit({ figures, context }: RealismSource): Exhibit | undefined {
  const marks = marksOf(context);
  if (context.breakEven.assumed === null || marks.length === 0) return undefined;
  const text = marks.map((mark) => `${percent(mark)} ${mark.words}`).join('; ');
  return {
    id: 'break-even',
    name: REALISM_EXHIBIT_NAMES['break-even'],
    finding: findingOf(context),
    subtitle: `Savings delivered of those planned: this plan above the line, what was delivered before below it, ${context.label}, per cent`,
    series: { kind: 'delivery', marks: marks.map(({ key, kind, share, words }) => ({ key, kind, share, words })) },
    tables: [
      tableOf({
        id: 'break-even',
        title: `Delivery of savings, ${context.label}`,
        unit: figures.unit,
        columns: ['Delivery', 'Source', 'Does not apply'],
        rows: marks.map((mark) => ({ label: sentence(mark.words), entries: [percent(mark), mark.source, mark.notWhen] })),
      }),
    ],
    altText: `Shares of planned savings on one line. ${text}.`,
    notes: [...notesOf(context), ...keptInWords(context), ...commonNotes(figures)],
  };
}
