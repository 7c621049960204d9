import { contextBridge, ipcRenderer } from 'electron';
import { CALL_CHANNEL } from '../shared/contract/channel.ts';
import { isMethod } from '../shared/contract/methods.ts';

/* Runs in the sandbox, between page and shell. It lets the names of the contract through and nothing else; what they carry is checked by the shell. */

contextBridge.exposeInMainWorld('footing', {
  shell: 'electron',
  call: (method: unknown, input: unknown): Promise<unknown> => {
    if (typeof method === 'string' && isMethod(method)) return ipcRenderer.invoke(CALL_CHANNEL, method, input);
    const failure = {
      code: 'UNKNOWN_METHOD',
      text: 'The page asked for something that this version of Footing does not know. Restart Footing.',
    };
    return Promise.resolve({ ok: false, failure });
  },
});
