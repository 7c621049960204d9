import { useState, type FormEvent, type ReactNode } from 'react';
import { Dialog } from '../components/Dialog.tsx';
import { USUAL_BODIES, faultsOf, type FormFault } from '../state/blank-system.ts';
import { useLibrary } from '../state/library.ts';
import { useView } from '../state/view.ts';
import { Bodies } from './Bodies.tsx';
import { openOnBoard } from './file-actions.ts';
import { TextField, USUAL_YEARS, YearFields } from './SystemFields.tsx';

function Form({ onDone, children }: { readonly onDone: () => void; readonly children?: ReactNode }) {
  const createBlank = useLibrary((state) => state.createBlank);
  const [name, setName] = useState('');
  const [footprint, setFootprint] = useState('');
  const [years, setYears] = useState(USUAL_YEARS);
  const [bodies, setBodies] = useState(USUAL_BODIES);
  const [wasTried, setTried] = useState(false);
  const faults = wasTried ? faultsOf({ name, footprint, bodies }) : [];
  const fault = (field: FormFault['field']): FormFault | undefined => faults.find((each) => each.field === field);
  const submit = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    setTried(true);
    const form = event.currentTarget;
    if (faultsOf({ name, footprint, bodies }).length > 0) {
      requestAnimationFrame(() => form.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
      return;
    }
    const organisations = bodies.map((body) => ({ name: body.name.trim(), type: body.type }));
    const id = await createBlank({ name: name.trim(), footprint: footprint.trim(), ...years, organisations });
    if (id === null) return;
    onDone();
    await openOnBoard(id);
  };
  return (
    <form className="form" noValidate onSubmit={(event) => void submit(event)}>
      <TextField label="Name" hint="such as Central case" text={name} fault={fault('name')} onChange={setName} isFirst />
      <TextField label="Footprint" hint="the area that it plans for" text={footprint} fault={fault('footprint')} onChange={setFootprint} />
      <YearFields years={years} onChange={setYears} />
      <Bodies bodies={bodies} onChange={setBodies} fault={fault('bodies')} />
      {children}
      <div className="actions">
        <button type="button" className="btn" onClick={onDone}>
          Leave it
        </button>
        <button type="submit" className="btn pri">
          Make the scenario
        </button>
      </div>
    </form>
  );
}

/** A blank system with its structure: years and organisations, default growth series, and no amount that nobody entered. */
export function NewScenario() {
  const { overlay, lay } = useView();
  const close = (): void => {
    lay(null);
  };
  return (
    <Dialog title="New blank system" wide isOpen={overlay === 'new'} onClose={close}>
      <Form onDone={close}>
        <p className="t3 sm">It starts with the default growth series and their sources, and with no other figure.</p>
      </Form>
    </Dialog>
  );
}
