import { Icon } from './Icon.tsx';

type Step = { readonly title: string; readonly hint: string; readonly keys?: string; readonly run: () => void };

function StepButton({ step, number }: { readonly step: Step; readonly number: number }) {
  return (
    <li>
      <button type="button" className="step" onClick={step.run}>
        <b className="step-number" aria-hidden="true">
          {number}
        </b>
        <span>
          <span className="b">{step.title}</span>
          <span className="sm t2">{step.hint}</span>
        </span>
        {step.keys === undefined ? null : <kbd className="key">{step.keys}</kbd>}
      </button>
    </li>
  );
}

/** The strip of the first run over the sample's board (product.md §8): three things to try, and then the person's own work. It goes when it is told to. */
export function FirstRunStrip({
  title,
  steps,
  onStartMine,
  onOpenFile,
  onHide,
}: {
  readonly title: string;
  readonly steps: readonly Step[];
  readonly onStartMine: () => void;
  readonly onOpenFile: () => void;
  readonly onHide: () => void;
}) {
  return (
    <section className="strip" aria-label="Start here">
      <div className="row between">
        <p>
          <span className="h1">{title}</span> <span className="t2">Three things to try, about two minutes.</span>
        </p>
        <button type="button" className="btn q" onClick={onHide}>
          Hide <Icon name="cross" small />
        </button>
      </div>
      <ol className="steps">
        {steps.map((step, index) => (
          <StepButton key={step.title} step={step} number={index + 1} />
        ))}
      </ol>
      <div className="row between then">
        <span className="row">
          Then:
          <button type="button" className="btn" onClick={onStartMine}>
            Start mine
          </button>
          <button type="button" className="btn" onClick={onOpenFile}>
            Open a file…
          </button>
          <button type="button" className="btn q" onClick={onHide}>
            Keep exploring
          </button>
        </span>
        <span className="sm t2">A throw-away copy. Nothing here enters your own files.</span>
      </div>
    </section>
  );
}
