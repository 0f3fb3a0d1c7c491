import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { explain } from './explain';

const troubleOf = async (port: number, host: string): Promise<unknown> => {
  const server = createServer();
  const failed = once(server, 'error');
  server.listen(port, host);
  return (await failed)[0];
};

describe('why a server cannot listen', () => {
  it('is told with the variable to change: the port is in use', async () => {
    const taken = createServer().listen(0, '127.0.0.1');
    await once(taken, 'listening');
    const { port } = taken.address() as AddressInfo;
    expect(explain(await troubleOf(port, '127.0.0.1'))).toMatch(/^The port is in use\..* LINKAGE_PORT=3001 \(/);
    taken.close();
  });
  it.each(['192.0.2.1', 'no-such-machine.invalid'])('is told with the variable to change: %s', async (host) => {
    expect(explain(await troubleOf(0, host))).toMatch(/^LINKAGE_HOST is (no address of|not known on) this machine\./);
  });
});
