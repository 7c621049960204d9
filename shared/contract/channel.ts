/** The one channel between Electron's page and main process; the preload and the main process must mean the same. */
export const CALL_CHANNEL = 'footing:call';
