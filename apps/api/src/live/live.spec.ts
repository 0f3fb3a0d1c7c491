import { createHash } from 'node:crypto';
import { openVault } from '@linkage/vault';
import type { Browser } from '../testing/browser';
import { Line, type Heard } from '../testing/line';
import { serverUnderTest, type ServerUnderTest } from '../testing/server-under-test';
import { LiveFeed } from './live-feed';

const invite = async (browser: Browser, name: string): Promise<string> =>
  (await browser.post('/api/invitations', { name, email: `${name}@example.com` })).body.invitationId;

const about =
  (invitationId: string) =>
  (message: Heard): boolean =>
    message.data?.list === 'invitations' && message.data.ids?.includes(invitationId) === true;

describe('GET /api/live', () => {
  let linkage: ServerUnderTest;
  const lines: Line[] = [];
  const open = async (browser: Browser, lastId?: string): Promise<Line> => {
    const line = await Line.open(browser, lastId);
    lines.push(line);
    return line;
  };

  beforeAll(async () => {
    linkage = await serverUnderTest();
  });
  afterEach(() => lines.splice(0).forEach((line) => line.close()));
  afterAll(() => linkage.close());

  it('is for members only', async () => {
    expect((await linkage.browser().get('/api/live')).status).toBe(401);
  });

  it('answers at once, unbuffered, with an id to come back to', async () => {
    const line = await open(await linkage.member());
    expect(Object.fromEntries(line.response.headers)).toMatchObject({
      'content-type': 'text/event-stream; charset=utf-8',
      'x-accel-buffering': 'no',
      'cache-control': 'no-store, no-transform',
    });
    expect(line.response.headers.get('x-content-type-options')).toBe('nosniff');
    expect((await line.until(({ id }) => id !== undefined)).id).toMatch(/./);
  });

  it('has no listener for HEAD, which ends at once', async () => {
    const listen = jest.spyOn(linkage.server.app.get(LiveFeed, { strict: false }), 'listen');
    const { status, headers } = await (await linkage.member()).send('HEAD', '/api/live');
    expect([status, headers.get('content-type')]).toEqual([200, 'text/event-stream; charset=utf-8']);
    expect(listen).not.toHaveBeenCalled();
    listen.mockRestore();
  });

  it('tells which rows of which list changed, when they can be read', async () => {
    const member = await linkage.member();
    const line = await open(member);
    const invitationId = await invite(member, 'noa');
    const told = await line.until(about(invitationId));
    expect(told).toMatchObject({ event: 'changed', data: { list: 'invitations' } });
    expect((await member.get('/api/invitations')).body.items).toMatchObject([{ invitationId }]);
  });

  it('tells nothing of another workspace', async () => {
    const [member, other] = [await linkage.member(), await linkage.member()];
    const line = await open(member);
    const foreign = await invite(other, 'foreign');
    const own = await invite(member, 'own');
    await line.until(about(own));
    expect(line.all.some(about(foreign))).toBe(false);
  });

  it('tells a browser that comes back what it missed', async () => {
    const member = await linkage.member();
    const line = await open(member);
    const first = await invite(member, 'first');
    const { id } = await line.until(about(first));
    line.close();
    const missed = await invite(member, 'missed');
    const back = await open(member, id);
    await back.until(about(missed));
    expect(back.all.some(({ event }) => event === 'reset')).toBe(false);
  });

  it('tells a page what happened since it read its session', async () => {
    const member = await linkage.member();
    await invite(member, 'before');
    const session = await member.get('/api/session');
    const missed = await invite(member, 'missed');
    const line = await open(member, session.headers.get('x-linkage-live') ?? undefined);
    await line.until(about(missed));
    expect(line.all.some(({ event }) => event === 'reset')).toBe(false);
  });

  it('says nothing of where it stands without a session', async () => {
    const { status, headers } = await linkage.browser().get('/api/session');
    expect([status, headers.has('x-linkage-live')]).toEqual([401, false]);
  });

  it.each(['12345678901', 'nonsense', 'start-of-another-server'])(
    'says reset when it does not know what was missed since %s',
    async (lastId) => {
      const line = await open(await linkage.member(), lastId);
      expect(await line.until(({ event }) => event !== undefined)).toMatchObject({ event: 'reset', data: {} });
    },
  );

  const endsAtOnce = async (line: Line): Promise<void> => {
    await expect(line.until(() => false)).rejects.toThrow('the line ended');
    // Not only when the server next sees whether the line is still wanted, after 15 s.
    expect(line.all.map(({ comment }) => comment)).not.toContain('still here');
  };

  it('ends with the session, for all lines of that browser and of no other', async () => {
    const member = await linkage.member();
    const other = await linkage.member();
    const [first, second, others] = [await open(member), await open(member), await open(other)];
    await second.until(({ id }) => id !== undefined);
    expect((await member.delete('/api/session')).status).toBe(204);
    await endsAtOnce(first);
    await endsAtOnce(second);
    await others.until(about(await invite(other, 'still')));
    expect((await member.get('/api/live')).status).toBe(401);
  });

  it('ends with a session that another process ends', async () => {
    const member = await linkage.member();
    const other = await linkage.member();
    const [line, others] = [await open(member), await open(other)];
    await line.until(({ id }) => id !== undefined);
    const [token = ''] = [...member.cookies.values()];
    const vault = openVault({ directory: linkage.config.dataDirectory });
    await vault.secrets.remove('session', createHash('sha256').update(token).digest('base64url'));
    vault.close();
    await endsAtOnce(line);
    await others.until(about(await invite(other, 'still')));
  });

  it('ends when the server goes down, and goes on with the next one', async () => {
    const member = await linkage.member();
    const line = await open(member);
    await linkage.restart();
    await expect(line.until(() => false)).rejects.toThrow('the line ended');
    const next = await open(member, 'start-of-the-last-server');
    await next.until(({ event }) => event === 'reset');
    await next.until(about(await invite(member, 'after')));
  });
});
