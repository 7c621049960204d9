import { create } from 'zustand';

type PresentingState = {
  readonly isOn: boolean;
  readonly start: () => void;
  readonly leave: () => void;
};

/** Where the focus was when presenting began: there it returns. */
let opener: Element | null = null;

/** The whole screen, where the browser or the shell allows it; presenting does not depend on it. */
async function fillScreen(): Promise<void> {
  try {
    await document.documentElement.requestFullscreen();
  } catch {
    // Not allowed here: the window is presented in as it is.
  }
}

async function leaveScreen(): Promise<void> {
  if (document.fullscreenElement === null) return;
  try {
    await document.exitFullscreen();
  } catch {
    // It was left already.
  }
}

/** Whether exhibits are presented, over everything else in the window. */
export const usePresenting = create<PresentingState>()((set) => ({
  isOn: false,
  start: () => {
    opener = document.activeElement;
    set({ isOn: true });
    void fillScreen();
  },
  leave: () => {
    set({ isOn: false });
    void leaveScreen();
    if (opener instanceof HTMLElement && opener.isConnected) opener.focus();
    opener = null;
  },
}));
