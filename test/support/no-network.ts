import { Socket as DatagramSocket } from 'node:dgram';
import { appendFileSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { Socket, isIP } from 'node:net';
import dns from 'node:dns';

/* node --import no-network.ts: every outbound socket and every look-up of a name is refused, and noted in the file that FOOTING_ATTEMPTS names. Workers of the
   program load it too. What listens, and what comes in, is left alone. */

const { env } = process;

function refuse(what: string): never {
  appendFileSync(env['FOOTING_ATTEMPTS'] ?? 'attempts.txt', `${what}\n`);
  throw new Error(`The network is refused: ${what}`);
}

Socket.prototype.connect = function connect(...given: unknown[]): never {
  return refuse(`connect ${JSON.stringify(given[0])}`);
};
DatagramSocket.prototype.send = function send(): never {
  return refuse('a datagram');
};
/** Looking up what is an address already asks nobody. */
function guarded(name: string, real: unknown): unknown {
  return (host: unknown, ...given: unknown[]): unknown =>
    isIP(String(host)) !== 0 && typeof real === 'function' ? Reflect.apply(real, dns, [host, ...given]) : refuse(`${name} ${String(host)}`);
}
for (const [holder, name] of [dns, dns.promises].flatMap((each) => Object.keys(each).map((key) => [each, key] as const))) {
  const real: unknown = Reflect.get(holder, name);
  if (typeof real === 'function' && /^(lookup|resolve|reverse)/.test(name)) Reflect.set(holder, name, guarded(name, real));
}
syncBuiltinESMExports();
