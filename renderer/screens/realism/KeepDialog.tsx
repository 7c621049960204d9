import { useState, type FormEvent } from 'react';
import { keepWithReason, keptFor } from '../../../shared/realism/card.ts';
import { Dialog } from '../../components/Dialog.tsx';
import { Icon } from '../../components/Icon.tsx';
import { useDocument, type FromLibrary } from '../../state/document.ts';
import { useRealismView, type Question } from '../../state/realism-view.ts';

const LONGEST_REASON = 2000;
const LONGEST_ROLE = 300;

type Form = { readonly open: FromLibrary; readonly question: Question; readonly onDone: () => void };

function ReasonField({
  reason,
  isMissing,
  onChange,
}: {
  readonly reason: string;
  readonly isMissing: boolean;
  readonly onChange: (reason: string) => void;
}) {
  return (
    <label>
      <span className="lbl">
        Reason <span className="t3">printed in the paper, beside the figure</span>
      </span>
      <textarea
        className="fld"
        rows={4}
        autoFocus
        value={reason}
        maxLength={LONGEST_REASON}
        aria-invalid={isMissing}
        aria-describedby={isMissing ? 'reason-missing' : undefined}
        onChange={(event) => {
          onChange(event.target.value);
        }}
      />
      {isMissing ? (
        <span className="wrong" id="reason-missing">
          <Icon name="warn" small />
          Write why the figure stays, or leave the question open.
        </span>
      ) : null}
    </label>
  );
}

function KeepForm({ open, question, onDone }: Form) {
  const edit = useDocument((state) => state.edit);
  const before = keptFor(open.scenario, question.key);
  const [reason, setReason] = useState(before?.reason ?? '');
  const [owner, setOwner] = useState(before?.owner ?? '');
  const [wasTried, setTried] = useState(false);
  const keep = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setTried(true);
    if (reason.trim() === '') return;
    const date = new Date().toISOString().slice(0, 10);
    const role = owner.trim() === '' ? {} : { owner: owner.trim() };
    const given = { question: question.key, reason: reason.trim(), date, ...role };
    if (await edit(keepWithReason(open.scenario, given), given.reason)) onDone();
  };
  return (
    <form className="form" noValidate onSubmit={(event) => void keep(event)}>
      <p className="reads">{question.title}</p>
      <ReasonField reason={reason} isMissing={wasTried && reason.trim() === ''} onChange={setReason} />
      <label>
        <span className="lbl">
          Who answers for it <span className="t3">a role, such as Director of finance</span>
        </span>
        <input
          className="fld"
          value={owner}
          maxLength={LONGEST_ROLE}
          onChange={(event) => {
            setOwner(event.target.value);
          }}
        />
      </label>
      <div className="actions">
        <button type="button" className="btn" onClick={onDone}>
          Leave it open
        </button>
        <button type="submit" className="btn pri">
          Keep, with this reason
        </button>
      </div>
    </form>
  );
}

/** Keeps an assumption that was asked about, with the reason for it: one step of undo. */
export function KeepDialog({ open }: { readonly open: FromLibrary }) {
  const { keeping, keep } = useRealismView();
  const close = (): void => {
    keep(null);
  };
  return (
    <Dialog title="Keep, with reason" isOpen={keeping !== null} onClose={close}>
      {keeping === null ? null : <KeepForm open={open} question={keeping} onDone={close} />}
    </Dialog>
  );
}
