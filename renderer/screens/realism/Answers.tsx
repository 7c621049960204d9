import { useRef } from 'react';
import { keepNoLonger } from '../../../shared/realism/card.ts';
import { useDocument, type OpenDocument } from '../../state/document.ts';
import { goToInput } from '../../state/going-to.ts';
import { useRealismView } from '../../state/realism-view.ts';

type Answered = { readonly open: OpenDocument; readonly question: string; readonly title: string; readonly path: string | undefined };

/** The answers that a question has: to change the figure or to keep it, and, once it is kept, to change the reason or to ask again. */
export function Answers({ open, question, title, path }: Answered) {
  const keep = useRealismView((state) => state.keep);
  const edit = useDocument((state) => state.edit);
  const keeper = useRef<HTMLButtonElement>(null);
  const asked = keepNoLonger(open.scenario, question);
  return (
    <div className="row">
      {asked !== undefined || path === undefined ? null : (
        <button
          key="change"
          type="button"
          className="btn sm"
          onClick={() => {
            goToInput(path);
          }}
        >
          Change<span className="vh">: {title}</span>
        </button>
      )}
      {/* One button before and after, so that the focus that the dialog gives back finds it. */}
      <button
        key="keep"
        ref={keeper}
        type="button"
        className="btn sm"
        onClick={() => {
          keep({ key: question, title });
        }}
      >
        {asked === undefined ? 'Keep, with reason' : 'Change the reason'}
        <span className="vh">: {title}</span>
      </button>
      {asked === undefined ? null : (
        <button
          key="ask"
          type="button"
          className="btn q"
          onClick={() => {
            keeper.current?.focus();
            void edit(asked);
          }}
        >
          Ask again
        </button>
      )}
    </div>
  );
}
