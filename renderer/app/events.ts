import { ask } from '../state/client.ts';
import { useDocument } from '../state/document.ts';
import { useExporting } from '../state/exporting.ts';
import { useStartup } from '../state/startup.ts';
import type { ShellEvent } from '../../shared/contract/records.ts';
import { runCommand } from './commands.ts';
import { showCopy } from './file-actions.ts';

function hear(event: ShellEvent): void {
  switch (event.kind) {
    case 'COMMAND':
      runCommand(event.command);
      return;
    case 'FILE_OPENED':
      showCopy(event.file);
      return;
    case 'FILE_REFUSED':
      useDocument.getState().refuse(event.refusal);
      return;
    case 'BACKUP_MADE':
      useStartup.getState().backedUp(event.at);
      return;
    case 'EXPORT_PROGRESS':
      useExporting.getState().hear(event);
  }
}

const PAUSE_AFTER_FAILURE = 2000;

/** Listens to what the shell says unasked (menu commands, files opened from outside) until the returned function is called. */
export function followShell(): () => void {
  const listening = new AbortController();
  const isOver = (): boolean => listening.signal.aborted;
  const listen = async (): Promise<void> => {
    let after = 0;
    while (!isOver()) {
      const reply = await ask('events.next', { after });
      if (isOver()) return;
      if (!reply.ok) await new Promise((resolve) => setTimeout(resolve, PAUSE_AFTER_FAILURE));
      else {
        after = reply.value.last;
        reply.value.events.forEach(hear);
      }
    }
  };
  void listen();
  return () => {
    listening.abort();
  };
}
