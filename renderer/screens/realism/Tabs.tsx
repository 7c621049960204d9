import { useRef, type KeyboardEvent, type ReactNode } from 'react';
import { REALISM_TABS, useRealismView, type RealismTab } from '../../state/realism-view.ts';

const STEPS: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowLeft: -1 };

/** The tab that a key leads to; arrows go round. */
function tabAfter(tab: RealismTab, key: string): RealismTab | undefined {
  if (key === 'Home') return REALISM_TABS[0];
  if (key === 'End') return REALISM_TABS.at(-1);
  const step = STEPS[key];
  return step === undefined ? undefined : REALISM_TABS.at((REALISM_TABS.indexOf(tab) + step) % REALISM_TABS.length);
}

/** The parts of the right-hand column, one at a time: one Tab stop, arrows choose. */
export function Tabs({ labels, children }: { readonly labels: Readonly<Record<RealismTab, string>>; readonly children: ReactNode }) {
  const { tab, showTab } = useRealismView();
  const list = useRef<HTMLDivElement>(null);
  const choose = (event: KeyboardEvent): void => {
    const next = tabAfter(tab, event.key);
    if (next === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    event.stopPropagation();
    showTab(next);
    list.current?.querySelector<HTMLElement>(`#tab-${next}`)?.focus();
  };
  return (
    <aside className="rlc" aria-label="Questions, beliefs and plugs" data-part tabIndex={-1}>
      <header>
        <div className="seg" role="tablist" aria-label="What is asked" ref={list}>
          {REALISM_TABS.map((each) => (
            <button
              key={each}
              id={`tab-${each}`}
              type="button"
              role="tab"
              aria-selected={each === tab}
              aria-controls="tab-panel"
              tabIndex={each === tab ? 0 : -1}
              className={each === tab ? 'on' : ''}
              onKeyDown={choose}
              onClick={() => {
                showTab(each);
              }}
            >
              {labels[each]}
            </button>
          ))}
        </div>
      </header>
      <div className="rlp" role="tabpanel" id="tab-panel" aria-labelledby={`tab-${tab}`} tabIndex={0}>
        {children}
      </div>
    </aside>
  );
}
