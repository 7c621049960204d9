import type { OutputOf } from '../../shared/contract/contract.ts';
import type { ShellEvent } from '../../shared/contract/records.ts';

/** A page that has been away longer than this many events reads its state anew anyway. */
const KEPT = 200;
/** Shorter than any time-out between page and shell. */
const LONGEST_WAIT_MS = 25_000;

type Answer = OutputOf<'events.next'>;

/** What the shell tells the page without being asked, numbered from 1, handed out by long poll: the same in both shells. */
export class EventQueue {
  readonly #longestWaitMs: number;
  #events: { number: number; event: ShellEvent }[] = [];
  #last = 0;
  #waiting = new Set<() => void>();
  #isClosed = false;

  constructor(longestWaitMs = LONGEST_WAIT_MS) {
    this.#longestWaitMs = longestWaitMs;
  }

  add(event: ShellEvent): void {
    this.#last += 1;
    this.#events = [...this.#events, { number: this.#last, event }].slice(-KEPT);
    this.#wake();
  }

  /** The events after a number, at once where there are some, else as soon as one comes; none after the longest wait or at the end. */
  async next(after: number): Promise<Answer> {
    // A page that outlived its shell counts from an earlier life.
    const known = after > this.#last ? 0 : after;
    if (this.#last === known && !this.#isClosed) await this.#something();
    return { last: this.#last, events: this.#events.filter(({ number }) => number > known).map(({ event }) => event) };
  }

  /** Lets everybody who waits go. */
  close(): void {
    this.#isClosed = true;
    this.#wake();
  }

  #wake(): void {
    for (const wake of this.#waiting) wake();
  }

  #something(): Promise<void> {
    return new Promise((done) => {
      const wake = (): void => {
        clearTimeout(timer);
        this.#waiting.delete(wake);
        done();
      };
      const timer = setTimeout(wake, this.#longestWaitMs);
      this.#waiting.add(wake);
    });
  }
}
