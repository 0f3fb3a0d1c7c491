import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readConfig } from '../config';
import { explain } from '../explained';
import { askServer } from './server-asked';

describe('a server that is asked', () => {
  let server: Server | undefined;
  afterEach(() => server?.close());

  it.each<[string, () => Server]>([
    ['before it says anything', () => createServer((request) => request.socket.destroy())],
    ['in the middle', () => createServer((request, reply) => reply.writeHead(200, { 'content-length': '100' }).write('{', () => request.socket.destroy()))],
  ])('and breaks off %s is told in a sentence, without a stack', async (_, make) => {
    server = make().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const config = readConfig({ LINKAGE_PORT: String(port), LINKAGE_OPERATOR_KEY: 'k'.repeat(40) });
    const told = await askServer(config, 'GET', '/api/operator/consumers').catch(explain);
    expect(told).toBe(`What listens at port ${port} broke off before it had answered. Is Linkage being stopped? Ask again.`);
  });
});
