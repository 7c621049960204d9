import { create } from 'zustand';

type SaidState = {
  /** What was done last, in words, for the status bar and for screen readers; it stands until something else is said. */
  readonly text: string;
  readonly say: (text: string) => void;
};

export const useSaid = create<SaidState>()((set) => ({
  text: '',
  say: (text) => {
    set({ text });
  },
}));

export function say(text: string): void {
  useSaid.getState().say(text);
}
