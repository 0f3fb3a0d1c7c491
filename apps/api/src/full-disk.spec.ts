import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eventually } from '@linkage/event-sourcing/testing';
import type { Browser } from './testing/browser';
import { ChildServer } from './testing/child-server';

const disk = mkdtempSync(join(tmpdir(), 'linkage-disk-'));

const isMounted = ((): boolean => {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=24m', 'tmpfs', disk], { stdio: 'ignore' });
    return true;
  } catch {
    console.warn('Skipped: this user may not mount a small disk.');
    return false;
  }
})();

(isMounted ? describe : describe.skip)('a server whose disk is full', () => {
  const filler = join(disk, 'filler');
  let server: ChildServer;
  let desk: Browser;
  beforeAll(async () => {
    server = await ChildServer.start({ directory: disk, env: { LINKAGE_LOG_LEVEL: 'fatal' } });
    desk = server.browser;
    await desk.post('/api/registration', {
      workspaceName: 'Bright Brands',
      name: 'Ana',
      email: 'ana@example.com',
      password: 'correct horse battery',
    });
  }, 120_000);
  afterAll(async () => {
    await server.end('SIGKILL');
    execFileSync('umount', [disk]);
    rmSync(disk, { recursive: true, force: true });
  });

  const invite = (index: number): ReturnType<Browser['post']> =>
    desk.post(
      '/api/invitations',
      { name: `Creator ${index}`, email: `creator${index}@example.com` },
      { 'idempotency-key': `invite-${index}` },
    );
  const emails = async (): Promise<string[]> =>
    (await desk.get('/api/invitations?limit=200')).body.items.map(({ email }: { email: string }) => email).sort();
  /** Leaves no room at all. */
  const fill = (): void => {
    for (let size = 1024 * 1024; size >= 1;) {
      try {
        writeFileSync(filler, Buffer.alloc(size), { flag: 'a' });
      } catch {
        size = Math.floor(size / 2);
      }
    }
  };

  it('refuses commands with 503 and Retry-After, goes on reading, and does them once when they are repeated after room was made', async () => {
    expect((await invite(0)).status).toBe(201);
    await eventually(async () => expect(await emails()).toEqual(['creator0@example.com']));
    fill();
    let last = 0;
    const refused = await eventually(async () => {
      const answer = await invite(last + 1);
      if (answer.status === 201) last += 1;
      expect(answer.status).not.toBe(201);
      return answer;
    });
    expect(refused).toMatchObject({ status: 503, body: { code: 'unavailable', status: 503 } });
    expect(refused.headers.get('content-type')).toMatch(/^application\/problem\+json/);
    expect(refused.headers.get('retry-after')).toMatch(/^\d+$/);
    expect(await emails()).not.toContain(`creator${last + 1}@example.com`);
    for (const path of ['/api/session', '/api/registration']) {
      const stranger = await server.browser.post(path, {
        ...(path === '/api/registration' && { workspaceName: 'Fjord', name: 'Ben' }),
        email: path === '/api/session' ? 'ana@example.com' : 'ben@example.com',
        password: 'correct horse battery',
      });
      expect(stranger).toMatchObject({ status: 503, body: { code: 'unavailable' } });
      expect(stranger.headers.get('retry-after')).toMatch(/^\d+$/);
      expect(stranger.headers.getSetCookie()).toEqual([]);
    }
    const ready = await desk.get('/health/ready');
    expect(ready.status).toBe(503);
    expect(ready.body.checks).toContainEqual({ name: 'data-folder', ok: false, note: 'the disk is full' });

    rmSync(filler);
    for (const again of [last + 1, last + 1]) expect((await invite(again)).status).toBe(201);
    const all = Array.from({ length: last + 2 }, (_, index) => `creator${index}@example.com`).sort();
    await eventually(async () => expect(await emails()).toEqual(all));
    await eventually(async () => expect((await desk.get('/health/ready')).status).toBe(200));
  }, 120_000);
});
