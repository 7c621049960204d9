import { spawn } from 'node:child_process';

type Machine = { readonly platform: NodeJS.Platform; readonly environment: Readonly<Record<string, string | undefined>> };

/** The command that opens an address in the person's own browser; nothing where nobody could see it, or it is not wanted (FOOTING_NO_BROWSER). */
export function browserCommand(address: string, { platform, environment }: Machine): { command: string; args: string[] } | undefined {
  if (isSet(environment['FOOTING_NO_BROWSER']) || isSet(environment['CI'])) return undefined;
  if (platform === 'darwin') return { command: 'open', args: [address] };
  if (platform === 'win32') return { command: 'rundll32', args: ['url.dll,FileProtocolHandler', address] };
  const hasDisplay = isSet(environment['DISPLAY']) || isSet(environment['WAYLAND_DISPLAY']);
  return hasDisplay ? { command: 'xdg-open', args: [address] } : undefined;
}

/** Opens an address in the browser and says whether that could be started. */
export function openInBrowser(address: string, machine: Machine): Promise<boolean> {
  const found = browserCommand(address, machine);
  if (found === undefined) return Promise.resolve(false);
  return started(found.command, found.args);
}

/** Shows a folder in the system's own file manager, where there is one to be seen. */
export function showFolder(folder: string, machine: Machine): Promise<boolean> {
  const found = browserCommand(folder, machine);
  if (found === undefined) return Promise.resolve(false);
  return machine.platform === 'win32' ? started('explorer', [folder]) : started(found.command, found.args);
}

function started(command: string, args: readonly string[]): Promise<boolean> {
  return new Promise((done) => {
    const child = spawn(command, args, { stdio: 'ignore', detached: true });
    child.once('error', () => {
      done(false);
    });
    child.once('spawn', () => {
      child.unref();
      done(true);
    });
  });
}

function isSet(variable: string | undefined): boolean {
  return variable !== undefined && variable !== '';
}
