import type { DeliveryMark } from '../../../charts/drawing/DeliveryLineChart.ts';
import { outsideView } from '../../../shared/evidence/evidence.ts';
import { D } from '../../../shared/money/decimal.ts';
import { formatPercent } from '../../../shared/money/format.ts';
import type { BreakEven } from '../../../shared/realism/break-even.ts';
import { deliveryMarks } from '../../../shared/realism/delivery-marks.ts';
import type { RealismContext } from '../../../shared/realism/realism-context.ts';

/** A mark with what a reader must know before comparing. */
export type SourcedMark = DeliveryMark & { readonly measures: string; readonly source: string; readonly notWhen: string };

const THIS = 'This scenario';

/** Beyond this a rate is said in the headline and does not stand on the line, which it would draw out. */
const FAR_END = new D('1.5');

/** One is found by halving and the other worked out, so that they differ far behind the point. */
const looksAlike = (one: SourcedMark['share'], other: SourcedMark['share']): boolean => formatPercent(one) === formatPercent(other);

function planMarks({ assumed, reported, beforeSupport }: BreakEven): SourcedMark[] {
  const mark = (kind: 'assumed' | 'needed' | 'beforeSupport', share: SourcedMark['share'] | null, told: [string, string]): SourcedMark[] =>
    share === null || !isShown(share) ? [] : [{ key: kind, kind, share, words: told[0], measures: told[1], source: THIS, notWhen: '' }];
  const isShown = (share: SourcedMark['share']): boolean => share.lte(FAR_END);
  const isApart = beforeSupport.share !== null && (reported.share === null || !looksAlike(reported.share, beforeSupport.share));
  return [
    ...mark('assumed', assumed, ['this plan assumes', 'Delivery of all schemes, weighted by what each could bring.']),
    ...mark('needed', reported.share, [
      'needed to balance',
      'One rate for all savings schemes, with risk share, support and reserves settled.',
    ]),
    ...mark('beforeSupport', isApart ? beforeSupport.share : null, [
      'before support',
      'The same without risk share, support and reserves.',
    ]),
  ];
}

/** Everything that stands on the line of delivery: the plan, its bodies' own record, and what others achieved. */
export function marksOf(context: RealismContext): readonly SourcedMark[] {
  const before = deliveryMarks(context).map(({ label, ...mark }): SourcedMark => {
    const measures = mark.kind === 'own' ? 'Savings achieved of savings planned, all recorded years.' : outsideView(mark.key).measures;
    return { ...mark, words: label, measures };
  });
  return [...planMarks(context.breakEven), ...before];
}

/** The line in words, for one who does not see it. */
export function lineWords(marks: readonly SourcedMark[]): string {
  const said = marks.map(({ share, words, kind }) => `${formatPercent(share, kind === 'evidence' ? 0 : 1)} ${words}`);
  return `Delivery of savings on one line: ${said.join('; ')}.`;
}
