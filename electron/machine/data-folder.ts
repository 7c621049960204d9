import { homedir } from 'node:os';
import { join } from 'node:path';

type Machine = {
  readonly platform: NodeJS.Platform;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly home: string;
};

/** The folder of the database: FOOTING_DATA, or where the system keeps what belongs to a person's programs. Both shells use the same. */
export function dataFolder({ platform, environment, home }: Machine): string {
  const chosen = environment['FOOTING_DATA'];
  if (chosen !== undefined && chosen !== '') return chosen;
  if (platform === 'win32') return join(environment['APPDATA'] ?? join(home, 'AppData', 'Roaming'), 'Footing');
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', 'Footing');
  const configured = environment['XDG_CONFIG_HOME'];
  return join(configured === undefined || configured === '' ? join(home, '.config') : configured, 'Footing');
}

export function thisMachine(): Machine {
  return { platform: process.platform, environment: process.env, home: homedir() };
}
