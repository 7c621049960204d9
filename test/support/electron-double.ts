import { EventEmitter } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { DoublePage, type PageHost } from './electron-double-page.ts';

/* A double of the main side of the `electron` module over a real browser: what main.ts uses of it, with Electron's rules of order, so that the built bundles run
   unchanged. It records what it is told; what is recorded or reached is judged by tests. */

type Handler = (event: unknown, ...given: unknown[]) => unknown;
type ProtocolHandler = (request: Request) => Promise<Response> | Response;
type Decide = (allowed: boolean) => void;
type RequestFilter = (details: { url: string }, decide: (answer: { cancel?: boolean }) => void) => void;
type Preferences = Readonly<Record<string, unknown>>;

/** What main told Electron, and what a test may script. */
export const stage = {
  isReady: false,
  isPackaged: process.env['FOOTING_DOUBLE_PACKAGED'] === '1',
  hasLock: process.env['FOOTING_DOUBLE_SECOND'] !== '1',
  handlers: new Map<string, Handler>(),
  protocols: new Map<string, ProtocolHandler>(),
  privileged: [] as { scheme: string; privileges?: Preferences }[],
  switches: [] as string[],
  paths: new Map<string, string>(),
  windows: [] as BrowserWindow[],
  menu: undefined as undefined | { readonly template: readonly unknown[] },
  requestHandler: undefined as
    undefined | ((contents: unknown, permission: string, decide: Decide, details: { requestingUrl: string }) => void),
  checkHandler: undefined as undefined | ((contents: unknown, permission: string, origin: string) => boolean),
  deviceHandler: undefined as undefined | (() => boolean),
  filter: undefined as undefined | RequestFilter,
  spellChecker: true,
  shownFolders: [] as string[],
  faults: [] as string[],
  /** What the next dialogs answer. */
  chosenToOpen: [] as string[],
  chosenToSave: [] as string[],
};

function needsReady(what: string): void {
  if (!stage.isReady) throw new Error(`${what} cannot be used before Electron is ready.`);
}
function needsNotReady(what: string): void {
  if (stage.isReady) throw new Error(`${what} must come before Electron is ready.`);
}
/** What crosses between processes is cloned: functions and classes do not get through. */
function crossed(content: unknown): unknown {
  return deserialize(serialize(content));
}

class DoubleApp extends EventEmitter {
  readonly isPackaged = stage.isPackaged;
  readonly commandLine = {
    appendSwitch: (name: string, setting?: string) => {
      needsNotReady('A switch');
      stage.switches.push(setting === undefined ? name : `${name}=${setting}`);
    },
  };
  #ready: Promise<void> | undefined;
  #isQuitting = false;

  whenReady(): Promise<void> {
    this.#ready ??= Promise.resolve().then(() => {
      stage.isReady = true;
      this.emit('ready');
    });
    return this.#ready;
  }
  setName(): void {
    needsNotReady('The name');
  }
  setPath(name: string, path: string): void {
    needsNotReady(`The path "${name}"`);
    stage.paths.set(name, path);
  }
  getPath(name: string): string {
    const path = stage.paths.get(name) ?? mkdtempSync(join(tmpdir(), `double-${name}-`));
    stage.paths.set(name, path);
    return path;
  }
  requestSingleInstanceLock(): boolean {
    return stage.hasLock;
  }
  /** As in Electron, a will-quit that is prevented leaves the app running without windows, and quitting is asked for again later. */
  quit(): void {
    if (!this.#isQuitting) {
      this.#isQuitting = true;
      this.emit('before-quit');
      for (const window of stage.windows) window.emit('close');
    }
    let isPrevented = false;
    this.emit('will-quit', { preventDefault: () => void (isPrevented = true) });
    if (isPrevented) return;
    void Promise.all(stage.windows.map((window) => window.page?.close() ?? Promise.resolve())).then(() => {
      this.emit('quit');
      process.exit(0);
    });
  }
  exit(code: number): void {
    process.exit(code);
  }
}
export const app = new DoubleApp();

export const ipcMain = {
  handle: (channel: string, handler: Handler) => {
    if (stage.handlers.has(channel)) throw new Error(`Attempted to register a second handler for '${channel}'`);
    stage.handlers.set(channel, handler);
  },
};

/** Calls the handler of a channel as a frame would. */
export async function invoke(frame: unknown, channel: string, given: readonly unknown[]): Promise<unknown> {
  const handler = stage.handlers.get(channel);
  if (handler === undefined) throw new Error(`No handler registered for '${channel}'`);
  const arrived = given.map(crossed);
  return crossed(await handler({ senderFrame: frame }, ...arrived));
}

export const protocol = {
  registerSchemesAsPrivileged: (schemes: { scheme: string; privileges?: Preferences }[]) => {
    needsNotReady('A privileged scheme');
    stage.privileged.push(...schemes);
  },
  handle: (scheme: string, handler: ProtocolHandler) => {
    needsReady('A protocol');
    stage.protocols.set(scheme, handler);
  },
};

export const session = {
  get defaultSession() {
    needsReady('The session');
    return {
      setPermissionRequestHandler: (handler: typeof stage.requestHandler) => void (stage.requestHandler = handler),
      setPermissionCheckHandler: (handler: typeof stage.checkHandler) => void (stage.checkHandler = handler),
      setDevicePermissionHandler: (handler: typeof stage.deviceHandler) => void (stage.deviceHandler = handler),
      setSpellCheckerEnabled: (isOn: boolean) => void (stage.spellChecker = isOn),
      webRequest: { onBeforeRequest: (filter: RequestFilter) => void (stage.filter = filter) },
    };
  },
};

export const shell = {
  openPath: (path: string) => {
    stage.shownFolders.push(path);
    return Promise.resolve('');
  },
};

export const dialog = {
  showOpenDialog: () => {
    const path = stage.chosenToOpen.shift();
    return Promise.resolve({ canceled: path === undefined, filePaths: path === undefined ? [] : [path] });
  },
  showSaveDialog: () => {
    const path = stage.chosenToSave.shift();
    return Promise.resolve({ canceled: path === undefined, filePath: path ?? '' });
  },
  showErrorBox: (title: string, text: string) => void stage.faults.push(`${title}: ${text}`),
};

export const screen = {
  getAllDisplays: () => {
    needsReady('The screen');
    return [{ workArea: { x: 0, y: 0, width: 1920, height: 1040 } }];
  },
};

export const Menu = {
  buildFromTemplate: (template: readonly unknown[]) => ({ template }),
  setApplicationMenu: (menu: typeof stage.menu) => void (stage.menu = menu),
};

class DoubleContents extends EventEmitter {
  windowOpenHandler: ((details: { url: string }) => { action: string }) | undefined;
  setWindowOpenHandler(handler: (details: { url: string }) => { action: string }): void {
    this.windowOpenHandler = handler;
  }
}

type WindowOptions = { width?: number; height?: number; webPreferences?: Preferences };

export class BrowserWindow extends EventEmitter {
  readonly webContents = new DoubleContents();
  readonly options: WindowOptions;
  page: DoublePage | undefined;
  isShown = false;

  constructor(options: WindowOptions) {
    super();
    needsReady('A window');
    this.options = options;
    stage.windows.push(this);
    app.emit('web-contents-created', {}, this.webContents);
  }
  static getAllWindows(): BrowserWindow[] {
    return stage.windows;
  }
  async loadURL(url: string): Promise<void> {
    this.page ??= await DoublePage.open(this.#host());
    await this.page.load(url);
    this.emit('ready-to-show');
  }
  #host(): PageHost {
    return {
      size: { width: this.options.width ?? 800, height: this.options.height ?? 600 },
      preferences: this.options.webPreferences ?? {},
      invoke,
      protocolOf: (scheme) => stage.protocols.get(scheme),
      isCancelled: (url) => isCancelled(url),
      mayHave: (permission, origin) => stage.checkHandler?.(null, permission, origin) ?? false,
      isNavigationPrevented: (url, isTop) => this.#isPrevented(url, isTop),
      isWindowDenied: (url) => this.webContents.windowOpenHandler?.({ url }).action === 'deny',
      fault: (text) => void stage.faults.push(text),
    };
  }
  #isPrevented(url: string, isTop: boolean): boolean {
    let isPrevented = false;
    const event = { url, isMainFrame: isTop, preventDefault: () => void (isPrevented = true) };
    this.webContents.emit('will-frame-navigate', event);
    if (isTop) this.webContents.emit('will-navigate', event, url);
    return isPrevented;
  }
  show(): void {
    this.isShown = true;
  }
  focus(): void {
    this.isShown = true;
  }
  maximize(): void {
    this.isShown = true;
  }
  restore(): void {
    this.isShown = true;
  }
  isMinimized(): boolean {
    return false;
  }
  isMaximized(): boolean {
    return false;
  }
  getNormalBounds(): { x: number; y: number; width: number; height: number } {
    return { x: 10, y: 20, width: this.options.width ?? 800, height: this.options.height ?? 600 };
  }
}

function isCancelled(url: string): boolean {
  let isStopped = false;
  stage.filter?.({ url }, ({ cancel }) => void (isStopped = cancel === true));
  return isStopped;
}
