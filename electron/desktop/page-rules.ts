import type { App, Session, WebContents } from 'electron';
import { mayHave } from '../security/permissions.ts';

type Rules = { readonly origin: string; readonly isPackaged: boolean };

/** No name is ever looked up: Footing has no use for the network, so nothing that Chromium does of itself may reach it. Before Electron is ready. */
export function cutNetwork(app: App): void {
  app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND');
  app.commandLine.appendSwitch('disable-background-networking');
  app.commandLine.appendSwitch('disable-component-update');
}

/** What the page may have and load: our origin, and the clipboard to write to. */
export function restrictSession(session: Session, { origin, isPackaged }: Rules): void {
  session.setPermissionRequestHandler((_contents, permission, decide, { requestingUrl }) => {
    decide(mayHave({ permission, requestingOrigin: originOf(requestingUrl) }, origin));
  });
  session.setPermissionCheckHandler((_contents, permission, requestingOrigin) => mayHave({ permission, requestingOrigin }, origin));
  session.setDevicePermissionHandler(() => false);
  session.setSpellCheckerEnabled(false);
  session.webRequest.onBeforeRequest((details, decide) => {
    const isOurs = details.url.startsWith(`${origin}/`) || details.url.startsWith(`blob:${origin}/`) || details.url.startsWith('data:');
    const isTool = !isPackaged && details.url.startsWith('devtools://');
    decide({ cancel: !isOurs && !isTool });
  });
}

/** The page stays where it is: it leads nowhere, opens no window and embeds nothing. */
export function holdInPlace(contents: WebContents): void {
  contents.on('will-navigate', (event) => {
    event.preventDefault();
  });
  contents.on('will-redirect', (event) => {
    event.preventDefault();
  });
  contents.on('will-frame-navigate', (event) => {
    event.preventDefault();
  });
  contents.on('will-attach-webview', (event) => {
    event.preventDefault();
  });
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
}

/** The origin of an address; of a scheme of our own the URL class says "null". */
function originOf(url: string): string {
  return /^[a-z]+:\/\/[^/?#]*/.exec(url)?.[0] ?? '';
}
