import { createServer, type AddressInfo } from 'node:net';

export type RefusingProxy = { readonly flag: string; readonly attempts: readonly string[]; readonly close: () => Promise<void> };

/**
 * A proxy that lets nothing through and notes what was asked of it. A browser that is given it sends it everything but loopback, its own background traffic
 * included.
 */
export async function refusingProxy(): Promise<RefusingProxy> {
  const attempts: string[] = [];
  const server = createServer((socket) => {
    socket.once('data', (bytes) => {
      attempts.push(bytes.toString('latin1').split('\r\n')[0] ?? '');
      socket.destroy();
    });
    socket.on('error', () => undefined);
  });
  await new Promise<void>((listening) => {
    server.listen(0, '127.0.0.1', listening);
  });
  const { port } = server.address() as AddressInfo;
  return {
    flag: `--proxy-server=http://127.0.0.1:${String(port)}`,
    attempts,
    close: () =>
      new Promise((closed) => {
        server.close(() => {
          closed();
        });
      }),
  };
}
