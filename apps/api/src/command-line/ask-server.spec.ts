import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readConfig } from '../config';
import { explain } from '../explain';
import { askServer } from './ask-server';

describe('a server that is asked', () => {
  let server: Server | undefined;
  afterEach(() => server?.close());

  const asked = async (make: () => Server): Promise<{ readonly told: unknown; readonly port: number }> => {
    server = make().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const config = readConfig({ LINKAGE_PORT: String(port), LINKAGE_OPERATOR_KEY: 'k'.repeat(40) });
    return { told: await askServer(config, 'GET', '/api/operator/consumers').catch(explain), port };
  };

  it.each<[string, () => Server]>([
    ['before it says anything', () => createServer((request) => request.socket.destroy())],
    [
      'in the middle',
      () =>
        createServer((request, reply) =>
          reply.writeHead(200, { 'content-length': '100' }).write('{', () => request.socket.destroy()),
        ),
    ],
  ])('and breaks off %s is told in a sentence, without a stack', async (_, make) => {
    const { told, port } = await asked(make);
    expect(told).toBe(
      `What listens at port ${port} broke off before it had answered. Is Linkage being stopped? Ask again.`,
    );
  });

  it.each([
    [200, '<!doctype html><title>Another</title>'],
    [200, 'OK'],
    [200, '"text"'],
    [200, 'null'],
    [200, ''],
    [404, 'no such page'],
    [404, 'null'],
    [302, ''],
  ])(
    'and is no Linkage (%i, %j) is told in a sentence that names the port and what chooses it',
    async (status, body) => {
      const { told, port } = await asked(() => createServer((_, reply) => reply.writeHead(status).end(body)));
      expect(told).toBe(
        `What listens at port ${port} answered ${status} and is no Linkage, or one without the role web: set LINKAGE_PORT to the port of the installation you mean.`,
      );
    },
  );

  it('takes an answer without a word as done', async () => {
    expect((await asked(() => createServer((_, reply) => reply.writeHead(204).end()))).told).toEqual({});
  });
});
