import { useMemo } from 'react';
import type { MoneyUnit } from '../../../shared/money/units.ts';
import { realismCards } from '../../../shared/realism/cards.ts';
import { plugFindings } from '../../../shared/realism/plug-finder.ts';
import type { OpenDocument } from '../../state/document.ts';
import type { Results } from '../../state/projection.ts';
import { contextOf } from '../../state/realism-contexts.ts';
import { useRealismView } from '../../state/realism-view.ts';
import { Beliefs } from './Beliefs.tsx';
import { Plugs } from './Plugs.tsx';
import { Questions } from './Questions.tsx';
import { Tabs } from './Tabs.tsx';

/** Questions worst first, what one would have to believe, and figures that are worth asking about. */
export function RightColumn({ open, results, unit }: { readonly open: OpenDocument; readonly results: Results; readonly unit: MoneyUnit }) {
  const tab = useRealismView((state) => state.tab);
  const { cards, findings, asked } = useMemo(() => {
    const found = plugFindings(results.projection, results.outcomes);
    const questions = realismCards(contextOf(results));
    return { findings: found, cards: questions, asked: new Set([...questions, ...found].map(({ key }) => key)) };
  }, [results]);
  return (
    <Tabs
      labels={{ questions: `Questions ${String(cards.length)}`, believe: 'What to believe', plugs: `Plugs ${String(findings.length)}` }}
    >
      {tab === 'questions' ? <Questions open={open} cards={cards} asked={asked} /> : null}
      {tab === 'believe' ? <Beliefs open={open} results={results} unit={unit} /> : null}
      {tab === 'plugs' ? <Plugs open={open} findings={findings} /> : null}
    </Tabs>
  );
}
