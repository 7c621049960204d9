import { useEffect } from 'react';
import { ask } from '../state/client.ts';
import { useDocument } from '../state/document.ts';

const SAID = {
  CHANGED: 'The file was changed on disk since you opened it. What you read here is the file as it was. Open it again to read the new one.',
  GONE: 'The file is no longer where it was. What you read here is the file as it was; make a copy to keep it.',
} as const;

/** When the window is looked at again, a file that is open is compared with the one on disk, and a difference is said once. */
export function useChangedOnDisk(): void {
  const handle = useDocument((state) => (state.open?.kind === 'copy' ? state.open.handle : null));
  useEffect(() => {
    if (handle === null) return undefined;
    let isSaid = false;
    const look = async (): Promise<void> => {
      if (isSaid) return;
      const reply = await ask('files.changedOnDisk', { handle });
      if (!reply.ok || reply.value.state === 'SAME') return;
      isSaid = true;
      useDocument.getState().refuse({ title: 'The file on disk is not what you read', text: SAID[reply.value.state], details: [] });
    };
    const focused = (): void => void look();
    window.addEventListener('focus', focused);
    return () => {
      window.removeEventListener('focus', focused);
    };
  }, [handle]);
}
