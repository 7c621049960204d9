/** How the page's process is kept apart: no Node, its own world, the sandbox of the system. `devTools` is for a run from the sources only. */
export function webPreferences({ preload, isPackaged }: { preload: string; isPackaged: boolean }) {
  return {
    preload,
    contextIsolation: true,
    sandbox: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webviewTag: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    experimentalFeatures: false,
    navigateOnDragDrop: false,
    spellcheck: false,
    safeDialogs: true,
    devTools: !isPackaged,
  } as const;
}
