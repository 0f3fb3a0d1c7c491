import { eventually } from '@linkage/event-sourcing/testing';
import type { Answer } from './testing/browser';
import { ChildServer } from './testing/child-server';
import { FailingDisk } from './testing/failing-disk';

const disk = FailingDisk.make();
if (!disk) console.warn('Skipped: this user may not mount a disk that can fail.');

(disk ? describe : describe.skip)('a server whose disk turns read-only while it runs', () => {
  const failing = disk as FailingDisk;
  let server: ChildServer;
  afterAll(async () => {
    await server.end('SIGKILL');
    failing.remove();
  });

  it('refuses commands, goes on reading, ends in order, says why it does not start; afterwards nothing is lost or doubled', async () => {
    server = await ChildServer.start({ directory: failing.directory, env: { LINKAGE_LOG_LEVEL: 'error' } });
    const desk = server.browser;
    const invite = (name: string): Promise<Answer> =>
      desk.post('/api/invitations', { name, email: `${name}@example.com` }, { 'idempotency-key': `invite-${name}` });
    const names = async (): Promise<string[]> =>
      (await desk.get('/api/invitations?sort=name')).body.items.map(({ name }: { name: string }) => name);
    await desk.post('/api/registration', {
      workspaceName: 'Bright Brands',
      name: 'Ana',
      email: 'ana@example.com',
      password: 'correct horse battery',
    });
    expect((await invite('before')).status).toBe(201);
    await eventually(async () => expect(await names()).toEqual(['before']));

    failing.fail();
    for (let time = 0; time < 3; time += 1) {
      const refused = await invite('meanwhile');
      expect(refused).toMatchObject({ status: 503, body: { code: 'unavailable' } });
      expect(refused.headers.get('retry-after')).toMatch(/^\d+$/);
    }
    expect(await names()).toEqual(['before']);
    expect(server.output).toMatch(
      /log\.db cannot be (read or written: the disk reports an error|written: the disk or the file is read-only)\./,
    );
    expect(await server.end('SIGTERM')).toBe(0);
    await expect(server.start()).rejects.toThrow(
      /\.db cannot be (written: the disk or the file is read-only|read or written: the disk reports an error|opened: look whether its folder is there and may be written)\./,
    );

    failing.mend();
    await server.start();
    expect(await names()).toEqual(['before']);
    for (let time = 0; time < 2; time += 1) expect((await invite('meanwhile')).status).toBe(201);
    await eventually(async () => expect(await names()).toEqual(['before', 'meanwhile']));
  }, 120_000);
});
