import { ipcMain, type WebFrameMain } from 'electron';
import { CALL_CHANNEL } from '../../shared/contract/channel.ts';
import type { Reply } from '../../shared/contract/contract.ts';
import { senderFault, type CallingFrame } from '../security/sender.ts';

type Answer = (method: string, input: unknown) => Promise<Reply>;

/** The one place where calls of the page arrive. Who calls is looked at first; what is asked is the dispatch's matter. */
export function answerCalls(answer: Answer, { origin, log }: { origin: string; log: (text: string) => void }): void {
  ipcMain.handle(CALL_CHANNEL, (event, method: unknown, input: unknown): Promise<Reply> => {
    const fault = senderFault(frameOf(event.senderFrame), origin);
    if (fault === undefined && typeof method === 'string') return answer(method, input);
    log(`A call was refused: ${fault ?? 'its method is no text'}`);
    return Promise.resolve({ ok: false, failure: { code: 'FOREIGN_SENDER', text: 'This call did not come from the page of Footing.' } });
  });
}

function frameOf(frame: WebFrameMain | null): CallingFrame | undefined {
  return frame === null ? undefined : { origin: frame.origin, url: frame.url, isTop: frame.parent === null };
}
