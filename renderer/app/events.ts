import { ask } from '../state/client.ts';
import { useDocument } from '../state/document.ts';
import type { ShellEvent } from '../../shared/contract/records.ts';
import { runCommand } from './commands.ts';
import { showCopy } from './file-actions.ts';

function hear(event: ShellEvent): void {
  if (event.kind === 'COMMAND') runCommand(event.command);
  else if (event.kind === 'FILE_OPENED') showCopy(event.file);
  else if (event.kind === 'FILE_REFUSED') useDocument.getState().refuse(event.refusal);
}

const PAUSE_AFTER_FAILURE = 2000;

/** Listens to what the shell says unasked (menu commands, files opened from outside) until the returned function is called. */
export function followShell(): () => void {
  let isListening = true;
  const listen = async (): Promise<void> => {
    let after = 0;
    while (isListening) {
      const reply = await ask('events.next', { after });
      if (!isListening) return;
      if (!reply.ok) await new Promise((resolve) => setTimeout(resolve, PAUSE_AFTER_FAILURE));
      else {
        after = reply.value.last;
        reply.value.events.forEach(hear);
      }
    }
  };
  void listen();
  return () => {
    isListening = false;
  };
}
