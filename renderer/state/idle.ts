import { useEffect, useRef, useState, type RefObject } from 'react';

/** Work done so far on some items, and whether all of it is. */
export type IdleWork<Item, Done> = { readonly done: readonly { readonly item: Item; readonly result: Done }[]; readonly isWhole: boolean };

const NOTHING = { done: [], isWhole: false };
/** What is shown is brought up to date after so many items, and at the end. */
const IN_ONE_GO = 10;

/** Runs when the page has nothing else to do; where the browser cannot tell, after a while. */
function whenIdle(run: () => void): () => void {
  if (typeof requestIdleCallback === 'undefined') {
    const timer = setTimeout(run, 20);
    return () => {
      clearTimeout(timer);
    };
  }
  const handle = requestIdleCallback(run);
  return () => {
    cancelIdleCallback(handle);
  };
}

/** Whether an element has been on screen: what stands below the fold is worked when somebody looks there. */
export function useSeen<Seen extends HTMLElement>(): readonly [RefObject<Seen | null>, boolean] {
  const watched = useRef<Seen>(null);
  const [isSeen, setIsSeen] = useState(false);
  useEffect(() => {
    const { current } = watched;
    if (current === null || isSeen) return undefined;
    const watching = new IntersectionObserver((entries) => {
      if (entries.some(({ isIntersecting }) => isIntersecting)) setIsSeen(true);
    });
    watching.observe(current);
    return () => {
      watching.disconnect();
    };
  }, [isSeen]);
  return [watched, isSeen];
}

/**
 * Works through items one at a time while the page is idle, so that typing is never blocked; other items begin anew. Nothing is worked before it is wanted.
 * Items and work must be stable.
 */
export function useIdleWork<Item, Done>(
  items: readonly Item[],
  work: (item: Item) => Done,
  { isWanted }: { readonly isWanted: boolean },
): IdleWork<Item, Done> {
  const [state, setState] = useState<{ readonly of: readonly Item[]; readonly so: IdleWork<Item, Done> }>({ of: items, so: NOTHING });
  useEffect(() => {
    if (!isWanted) return undefined;
    const done: { item: Item; result: Done }[] = [];
    let cancel = (): void => undefined;
    const next = (): void => {
      const item = items[done.length];
      if (item !== undefined) done.push({ item, result: work(item) });
      const isWhole = done.length >= items.length;
      if (isWhole || done.length % IN_ONE_GO === 0) setState({ of: items, so: { done: [...done], isWhole } });
      if (!isWhole) cancel = whenIdle(next);
    };
    cancel = whenIdle(next);
    return () => {
      cancel();
    };
  }, [items, work, isWanted]);
  return state.of === items ? state.so : NOTHING;
}
