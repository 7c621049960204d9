import { create } from 'zustand';

/** What the right-hand column of the realism screen shows. */
export const REALISM_TABS = ['questions', 'believe', 'plugs'] as const;
export type RealismTab = (typeof REALISM_TABS)[number];

/** A question that is being answered with a reason. */
export type Question = { readonly key: string; readonly title: string };

type RealismViewState = {
  readonly tab: RealismTab;
  /** Whether the table of past plan and outturn is open. */
  readonly isRecordOpen: boolean;
  readonly keeping: Question | null;
  readonly showTab: (tab: RealismTab) => void;
  readonly openRecord: (isRecordOpen: boolean) => void;
  readonly keep: (question: Question | null) => void;
};

/** Where somebody stands on the realism screen; it is not kept. */
export const useRealismView = create<RealismViewState>()((set) => ({
  tab: 'questions',
  isRecordOpen: false,
  keeping: null,
  showTab: (tab) => {
    set({ tab });
  },
  openRecord: (isRecordOpen) => {
    set({ isRecordOpen });
  },
  keep: (keeping) => {
    set({ keeping });
  },
}));
