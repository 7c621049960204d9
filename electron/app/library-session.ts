import { Refused } from '../../shared/contract/dispatch.ts';
import type { Backup, OpenedStore, StartTrouble, Store, StoreOpening, WaysOn } from '../store/types.ts';

export type RecoveryWay = 'BACKUP' | 'READABLE' | 'EMPTY';

/** The database as it stands: opened, or waiting for a choice about a damaged one. */
export class LibrarySession {
  #opening: StoreOpening;

  constructor(opening: StoreOpening) {
    this.#opening = opening;
  }

  get opening(): StoreOpening {
    return this.#opening;
  }

  get trouble(): StartTrouble | undefined {
    return this.#opening.kind === 'trouble' ? this.#opening.trouble : undefined;
  }

  /** The store; Refused while there is none. */
  get store(): Store {
    if (this.#opening.kind === 'opened') return this.#opening.store;
    throw new Refused('NO_DATABASE', `${this.#opening.trouble.text} Choose a way on first.`);
  }

  get storeIfOpen(): Store | undefined {
    return this.#opening.kind === 'opened' ? this.#opening.store : undefined;
  }

  async recover(way: RecoveryWay, backup: Backup | undefined): Promise<void> {
    if (this.#opening.kind === 'opened') return;
    this.#opening = await openedBy(this.#opening.waysOn, way, backup);
  }

  close(): void {
    this.storeIfOpen?.close();
  }
}

function openedBy(waysOn: WaysOn, way: RecoveryWay, backup: Backup | undefined): Promise<OpenedStore> {
  if (way === 'EMPTY') return waysOn.empty();
  if (way === 'READABLE') return waysOn.withWhatIsReadable();
  if (backup === undefined) throw new Refused('UNKNOWN_BACKUP', 'That backup is not there any more. Choose another one.');
  return waysOn.withBackup(backup);
}
