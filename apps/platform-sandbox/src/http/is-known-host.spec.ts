import { request } from 'node:http';
import { startSandbox, type RunningSandbox } from '../server';
import { isKnownHost } from './is-known-host';

describe('the name under which the sandbox is asked', () => {
  it.each(['localhost:3100', '127.0.0.1:3100', '[::1]:3100', '192.168.1.5:3100', 'sandbox:3100', 'demo.example.com'])(
    'may be %s',
    (host) => expect(isKnownHost(host, 'https://demo.example.com')).toBe(true),
  );
  it.each(['evil.test:3100', 'localhost.evil.test', '127.0.0.1.evil.test', 'a b', '', undefined])(
    'may not be %p',
    (host) => expect(isKnownHost(host, 'https://demo.example.com')).toBe(false),
  );

  describe('when it was pointed here by another site', () => {
    let running: RunningSandbox;
    beforeAll(async () => {
      running = await startSandbox({ port: 0 });
    });
    afterAll(() => running.close());

    const ask = (path: string, host: string): Promise<{ status: number; text: string }> =>
      new Promise((resolve, reject) => {
        request(`${running.url}${path}`, { headers: { host } }, (reply) => {
          let text = '';
          reply.on('data', (piece: Buffer) => (text += String(piece)));
          reply.on('end', () => resolve({ status: reply.statusCode ?? 0, text }));
        })
          .on('error', reject)
          .end();
      });

    it('does not lead to the clock or the calls', async () => {
      expect((await ask('/control/api/clock', new URL(running.url).host)).status).toBe(200);
      const refused = await ask('/control/api/clock', 'evil.test:3100');
      expect(refused.status).toBe(421);
      expect(refused.text).toContain('SANDBOX_PUBLIC_URL');
      expect((await ask('/control/api/calls', 'evil.test')).status).toBe(421);
      expect((await ask('/health/live', 'evil.test')).status).toBe(200);
    });
  });
});
