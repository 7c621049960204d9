import { useEffect, useState } from 'react';
import type { LibraryRow } from '../../shared/contract/records.ts';
import { holdsWords } from '../components/matching.ts';
import { ask } from '../state/client.ts';
import { hasLibrary } from '../state/startup.ts';
import { COMMAND_GROUPS, COMMANDS, type Command } from './commands.ts';
import { keyWords } from './keys.ts';
import { stepName } from './library-actions.ts';

export type PaletteItem = { readonly id: string; readonly label: string; readonly hint: string; readonly keys: string };
export type PaletteGroup = { readonly title: string; readonly items: readonly PaletteItem[] };

/** What the id of a scenario begins with, so that it is told from a command. */
export const SCENARIO = 'open:';
const MOST_SCENARIOS = 8;
/** A pause in the typing, after which the library is asked. */
const PAUSE_MS = 80;

/** Undo and redo name the step that they would take. */
function labelOf(command: Command): string {
  const step = command.id === 'scenario.undo' ? stepName('undo') : command.id === 'scenario.redo' ? stepName('redo') : null;
  return step === null ? command.label : `${command.label}: ${step}`;
}

/** Commands that can be done now and of which every word typed is said, in their groups. */
export function commandsFor(typed: string): readonly PaletteGroup[] {
  return COMMAND_GROUPS.map((title) => ({
    title,
    items: COMMANDS.filter((command) => command.group === title && command.id !== 'view.palette' && command.isAvailable())
      .map((command) => ({ command, label: labelOf(command) }))
      .filter(({ command, label }) => holdsWords(`${label} ${title} ${command.synonyms ?? ''}`, typed))
      .map(({ command, label }) => ({
        id: command.id,
        label,
        hint: '',
        keys: keyWords(command.keys ?? command.keysInside ?? ''),
      })),
  })).filter((group) => group.items.length > 0);
}

/** Scenarios of the library that the store finds by the words typed; the last found stay until the next are there. */
export function useScenarios(typed: string): PaletteGroup {
  const [found, setFound] = useState<readonly LibraryRow[]>([]);
  useEffect(() => {
    if (!hasLibrary()) return;
    let isWanted = true;
    const timer = setTimeout(() => {
      void ask('library.list', { search: typed.trim(), bin: false }).then((reply) => {
        if (isWanted && reply.ok) setFound(reply.value.rows.slice(0, MOST_SCENARIOS));
      });
    }, PAUSE_MS);
    return () => {
      isWanted = false;
      clearTimeout(timer);
    };
  }, [typed]);
  return {
    title: 'Scenarios',
    items: found.map((row) => ({ id: `${SCENARIO}${row.id}`, label: row.name, hint: row.footprint, keys: '' })),
  };
}
