type Machine = {
  readonly platform: NodeJS.Platform;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Undefined on Windows. */
  readonly userId: number | undefined;
};

/** Why Electron cannot run here, whether or not its binary is there; nothing where it can. */
export function whyNotElectron({ platform, environment, userId }: Machine): string | undefined {
  const chosen = environment['FOOTING_SHELL'];
  if (chosen === 'loopback') return 'FOOTING_SHELL asks for it';
  if (platform !== 'linux') return undefined;
  const hasDisplay = (environment['DISPLAY'] ?? '') !== '' || (environment['WAYLAND_DISPLAY'] ?? '') !== '';
  if (!hasDisplay) return 'this machine has no display';
  return userId === 0 ? 'the sandbox of Electron does not run as root' : undefined;
}
