import { create } from 'zustand';
import type { Decimal } from '../../shared/money/decimal.ts';
import { withLevers, type LeverId, type LeverMoves } from '../../shared/outcomes/levers.ts';
import type { Scenario } from '../../shared/scenario/schema.ts';
import { ask } from './client.ts';
import { refusalOf, useDocument, type OpenDocument } from './document.ts';
import { useLibrary } from './library.ts';
import { say } from './said.ts';

/** What the reader expected of the trial, in pounds; null where the question was passed over, undefined where it was not put yet. */
export type Guess = Decimal | null | undefined;

type TrialState = {
  /** The document whose levers were moved. */
  readonly of: string;
  readonly moves: LeverMoves;
  readonly guess: Guess;
};

const NO_MOVES: LeverMoves = {};

/** The throw-away copy of the board: where the levers of one document stand. Nothing of it is stored. */
const useTrialState = create<TrialState>()(() => ({ of: '', moves: NO_MOVES, guess: undefined }));

/** Tells one document from another: levers belong to the one that they were moved on. */
export function keyOfDocument(open: OpenDocument): string {
  if (open.kind === 'copy') return `copy ${open.handle}`;
  return open.kind === 'version' ? `version ${open.id} ${String(open.version.version)}` : `library ${open.id}`;
}

/** Where the levers of a document stand, and what the reader expected; none where they were moved on another. */
export function useTrial(open: OpenDocument): { readonly moves: LeverMoves; readonly guess: Guess } {
  const { of, moves, guess } = useTrialState();
  return of === keyOfDocument(open) ? { moves, guess } : { moves: NO_MOVES, guess: undefined };
}

function standing(open: OpenDocument): TrialState {
  const of = keyOfDocument(open);
  const state = useTrialState.getState();
  return state.of === of ? state : { of, moves: NO_MOVES, guess: undefined };
}

/** Moves one lever; undefined puts it back to where the plan has it. A lever moved without an answer passes the question over. */
export function moveLever(open: OpenDocument, id: LeverId, to: Decimal | undefined): void {
  const state = standing(open);
  const { [id]: _, ...others } = state.moves;
  useTrialState.setState({ ...state, moves: to === undefined ? others : { ...others, [id]: to }, guess: state.guess ?? null });
}

/** Keeps what the reader expects, or that the question was passed over. */
export function expectOfTrial(open: OpenDocument, guess: Decimal | null): void {
  useTrialState.setState({ ...standing(open), guess });
}

/** Puts every lever back, and the question may be put again. */
export function resetTrial(): void {
  useTrialState.setState({ of: '', moves: NO_MOVES, guess: undefined });
}

const MOST_LETTERS = 300;

/** A copy in the library of what is open, or nothing where it could not be made. */
async function copyOf(open: OpenDocument): Promise<string | undefined> {
  const reply = await (open.kind === 'copy' ? ask('files.makeCopy', { handle: open.handle }) : ask('library.duplicate', { id: open.id }));
  if (reply.ok) return reply.value.id;
  useDocument.getState().refuse(refusalOf('The trial was not kept', reply.failure));
  return undefined;
}

/**
 * Keeps the trial as a scenario of its own in the library, with what was moved as the reason of the change, and opens it. The scenario that the levers were moved
 * on stays as it is. Says whether it was kept.
 */
export async function keepTrial(open: OpenDocument, { moves, words }: { moves: LeverMoves; words: string }): Promise<boolean> {
  const id = await copyOf(open);
  if (id === undefined) return false;
  const trial: Scenario = withLevers(open.scenario, moves);
  const scenario = { ...trial, name: `${open.scenario.name}, tried on the board`.slice(0, MOST_LETTERS) };
  const opened = await ask('scenario.open', { id });
  const kept = opened.ok
    ? await ask('scenario.edit', {
        id,
        revision: opened.value.revision,
        edit: { kind: 'replaceScenario', scenario, label: 'Levers moved on the board' },
        reason: words,
      })
    : opened;
  if (!kept.ok) {
    useDocument.getState().refuse(refusalOf('The trial was not kept', kept.failure));
    return false;
  }
  resetTrial();
  await useLibrary.getState().refresh();
  const isOpen = await useDocument.getState().openFromLibrary(id);
  if (isOpen) say(`Kept as "${scenario.name}": ${words}`);
  return isOpen;
}
