import type { Handlers } from '../../shared/contract/contract.ts';
import { settingsSchema, type Settings } from '../../shared/contract/records.ts';
import type { Store } from '../store/types.ts';
import type { AppContext } from './context.ts';

const NAMES = ['theme', 'unit', 'userName'] as const satisfies readonly (keyof Settings)[];

const anySetting = settingsSchema.partial();

/** The settings as they stand. What is not set, or was stored by another version and is not known here, is as at the start. */
export function settingsOf(store: Store | undefined, accountName: string): Settings {
  let settings: Settings = { theme: 'SYSTEM', unit: '£m', userName: accountName.slice(0, 200) };
  for (const name of NAMES) {
    const stored = store?.settings.read(name);
    const read = stored === undefined ? undefined : anySetting.safeParse({ [name]: stored });
    if (read?.success === true) settings = { ...settings, ...read.data };
  }
  return settings;
}

/** Settings hold without a database too, so that a page that must say what is wrong looks as it should. */
export function settingsHandlers({ session, ports }: AppContext): Pick<Handlers, 'settings.read' | 'settings.write'> {
  return {
    'settings.read': () => Promise.resolve(settingsOf(session.storeIfOpen, ports.accountName)),
    'settings.write': (changes) => {
      const { store } = session;
      for (const name of NAMES) {
        const setting = changes[name];
        if (setting !== undefined) store.settings.write(name, setting);
      }
      return Promise.resolve(settingsOf(store, ports.accountName));
    },
  };
}
