import { COMMANDS, type Command } from './commands.ts';

const isMac = navigator.platform.startsWith('Mac');

/** Keys in the words of the machine: "Ctrl 1", "⌘ 1". */
export function keyWords(keys: string): string {
  return keys
    .replace('Mod', isMac ? '⌘' : 'Ctrl')
    .replace('Delete', 'Del')
    .replace('Escape', 'Esc')
    .replace('ArrowDown', '↓')
    .replace('ArrowLeft', '←')
    .replace('ArrowRight', '→')
    .replace(/ $/, 'Space')
    .replaceAll('+', ' ');
}

/** The printed keys of a command, empty where it has none. */
export function keysOfCommand(id: string): string {
  return keyWords(COMMANDS.find((command) => command.id === id)?.keys ?? '');
}

function pressed(event: KeyboardEvent): string {
  const mod = isMac ? event.metaKey : event.ctrlKey;
  if (!mod) return event.altKey || event.metaKey || event.ctrlKey ? '' : event.key;
  const key = event.key.length === 1 ? event.key.toUpperCase() : event.key;
  return `Mod+${event.shiftKey ? 'Shift+' : ''}${key}`;
}

function holds(command: Command, event: KeyboardEvent, keys: string): boolean {
  if (command.keys !== keys && command.otherKeys?.includes(keys) !== true) return false;
  const target = event.target instanceof HTMLElement ? event.target : null;
  if (command.inside !== undefined && (target?.closest(`#${command.inside}`) ?? null) === null) return false;
  const isField = target?.matches('input, textarea, select, [contenteditable]') === true;
  return !isField || (keys.startsWith('Mod+') && command.yieldsToFields !== true);
}

/** The command that a key press asks for; none while a dialog waits, in a field that wants the key itself, or where something has answered already. */
export function commandFor(event: KeyboardEvent): Command | undefined {
  if (event.defaultPrevented || document.querySelector('[role="dialog"], [role="alertdialog"]') !== null) return undefined;
  const keys = pressed(event);
  return COMMANDS.find((command) => holds(command, event, keys) && command.isAvailable());
}
