import { moneyInFittingUnit } from '../../../shared/money/format.ts';
import type { PlugFinding, PlugPattern } from '../../../shared/realism/plug.ts';
import type { OpenDocument } from '../../state/document.ts';
import { Card } from './Card.tsx';

const KICKERS: Readonly<Record<PlugPattern, string>> = {
  'nil-ending': 'Exactly nil',
  'share-of-gap': 'A share of the gap',
  'unidentified-rising': 'Nobody has named it',
  'hockey-stick': 'Hockey stick',
  'above-cost-base': 'More than it costs',
  'round-among-exact': 'Round numbers',
  'growth-bent': 'Growth bends in the target year',
  'one-off-closes': 'One-off dressed as recurrent',
};

/** Figures that look as if they were chosen to make the sum come out: nothing is proved by one, it is worth asking. */
export function Plugs({ open, findings }: { readonly open: OpenDocument; readonly findings: readonly PlugFinding[] }) {
  if (findings.length === 0) {
    return (
      <p className="lead sm t2">
        No figure looks as if it was chosen to make the sum come out: the plan does not end at exactly nil, no saving is a set share of the
        gap, none rises all at once, and no growth bends in the target year.
      </p>
    );
  }
  return (
    <>
      <p className="lead sm t2">Worth asking, by £ that hangs on it. Nothing is proved by a pattern.</p>
      {findings.map((finding) => (
        <Card
          key={finding.key}
          open={open}
          question={finding.key}
          kicker={KICKERS[finding.pattern]}
          title={finding.title}
          lines={[
            { label: 'Ask', text: finding.text },
            { label: 'At stake', text: moneyInFittingUnit(finding.sum) },
          ]}
          path={finding.paths[0]}
        />
      ))}
    </>
  );
}
