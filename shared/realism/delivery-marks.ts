import type { Decimal } from '../money/decimal.ts';
import { achievedShare, outsideView } from '../evidence/evidence.ts';
import { yearsWords } from '../scenario/own-record.ts';
import type { RealismContext } from './realism-context.ts';

/** A share that was delivered of a plan before, to stand on the line of break-even delivery. */
export type DeliveryMark = {
  readonly key: string;
  /** `own` is the record of these bodies, which comes first. */
  readonly kind: 'own' | 'evidence';
  readonly share: Decimal;
  /** "trusts, 2018/19" */
  readonly label: string;
  readonly source: string;
  readonly notWhen: string;
};

/** The views that say what was achieved of a national plan, in words short enough for a mark. */
const ON_THE_LINE = [
  { view: 'recurrent-2017-18-h1', label: 'recurrent, trusts, month 6, 2017/18' },
  { view: 'recurrent-2017-18-forecast', label: 'recurrent, trusts, forecast 2017/18' },
  { view: 'qipp-2013-14', label: 'NHS England QIPP, 2013/14' },
  { view: 'cip-2018-19', label: 'trusts, 2018/19' },
] as const;

/** What was delivered before: by these bodies where it is recorded, and nationally (model-spec §5.5, §11.1); lowest share first. */
export function deliveryMarks({ record }: Pick<RealismContext, 'record'>): DeliveryMark[] {
  const { overall, byOrganisation } = record;
  const years = [...byOrganisation.values()].flatMap((each) => each.years).toSorted((a, b) => (a.year < b.year ? -1 : 1));
  const own: DeliveryMark[] =
    overall === undefined
      ? []
      : [
          {
            key: 'own',
            kind: 'own',
            share: overall.share,
            label: `own record, ${yearsWords(years)}`,
            source: 'The own record of this scenario',
            notWhen: 'The years were of another plan and other people.',
          },
        ];
  const national = ON_THE_LINE.flatMap(({ view: id, label }): DeliveryMark[] => {
    const view = outsideView(id);
    const share = achievedShare(view);
    return share === undefined ? [] : [{ key: id, kind: 'evidence', share, label, source: view.source, notWhen: view.notWhen }];
  });
  return [...own, ...national].toSorted((a, b) => a.share.cmp(b.share));
}
