import { EVENT_LOG, FactLog, type EventLog, type FactContext } from '@linkage/event-sourcing';
import { eventually } from '@linkage/event-sourcing/testing';
import type { ContentDiscovered, ContentItem } from '@linkage/published-facts';
import { v7 } from 'uuid';
import { serverUnderTest, type ServerUnderTest } from '../testing/server-under-test';
import { MOST_BEHIND, Readiness, type Check } from './readiness';

const aPost: ContentItem = {
  contentId: 'p1',
  type: 'image',
  publishedAt: '2026-11-18T10:00:00.000Z',
  title: 'First snow',
  url: null,
  thumbnailUrl: null,
  expiresAt: null,
};

describe('what a server says of itself', () => {
  let linkage: ServerUnderTest;
  afterEach(() => linkage.close());
  const ask = (path: string): ReturnType<ReturnType<ServerUnderTest['browser']>['get']> => linkage.browser().get(path);

  it('is that it is not ready, but alive, when its log cannot be reached', async () => {
    linkage = await serverUnderTest();
    expect((await ask('/health/ready')).status).toBe(200);
    await linkage.server.app.get<EventLog>(EVENT_LOG).close();
    const answer = await ask('/health/ready');
    expect(answer.status).toBe(503);
    expect(answer.body).toMatchObject({
      status: 'not-ready',
      checks: [
        { name: 'event-log', ok: false, note: 'log.db is closed.' },
        { name: 'read-store', ok: true },
        { name: 'vault', ok: true },
        { name: 'data-folder', ok: true },
      ],
    });
    expect((await ask('/health/live')).status).toBe(200);
  });

  it('is unavailable, and when to come back, to a caller that writes while its log cannot be written', async () => {
    linkage = await serverUnderTest();
    const member = await linkage.member();
    await member.get('/api/session');
    await linkage.server.app.get<EventLog>(EVENT_LOG).close();
    const refused = await member.post('/api/invitations', { name: 'Noa', email: 'noa@example.com' });
    expect(refused).toMatchObject({ status: 503, body: { code: 'unavailable' } });
    expect(refused.headers.get('retry-after')).toBe('5');
    expect((await member.get('/api/invitations')).status).toBe(200);
  });

  it('is nothing else where it does not serve the web', async () => {
    linkage = await serverUnderTest({ roles: ['projections', 'reactors'] });
    expect((await ask('/health/ready')).status).toBe(200);
    for (const path of ['/', '/api/about', '/api/session', '/mailbox'])
      expect(await ask(path)).toMatchObject({ status: 404, body: { code: 'not-found' } });
  });

  it('counts read models that another process should keep: those that the facts concern', async () => {
    linkage = await serverUnderTest({ roles: ['web'] });
    const append = async (count: number): Promise<void> => {
      const context: FactContext = {
        workspaceId: v7(),
        actor: { kind: 'system', id: 'spec' },
        correlationId: v7(),
        causationId: null,
      };
      const data: ContentDiscovered['data'] = {
        accountId: v7(),
        invitationId: v7(),
        platform: 'instagram',
        refreshId: v7(),
        items: [aPost],
      };
      const facts: ContentDiscovered[] = Array.from({ length: count }, () => ({ type: 'ContentDiscovered', data }));
      await linkage.server.app
        .get(FactLog)
        .append({ stream: `figures-${data.accountId}`, expected: 'no-stream', context, facts });
    };
    const behind = async (): Promise<unknown> =>
      (await ask('/health/ready')).body.checks.filter(({ ok }: Check) => !ok);
    const note = `more than ${MOST_BEHIND.facts} facts behind; a process with the role projections should see to it`;
    await append(MOST_BEHIND.facts);
    expect((await ask('/health/ready')).status).toBe(200);
    await append(1);
    await eventually(async () =>
      expect(await behind()).toEqual(
        ['workspace-streams', 'account-content', 'history', 'known-content'].map((name) => ({
          name,
          ok: false,
          note,
        })),
      ),
    );
    expect((await ask('/health/ready')).status).toBe(503);
  });

  it('is that it stops, as soon as it does, while requests that run still end', async () => {
    linkage = await serverUnderTest();
    linkage.server.app.get(Readiness).leave();
    expect(await ask('/health/ready')).toMatchObject({
      status: 503,
      body: { status: 'not-ready', checks: [{ name: 'process', ok: false, note: 'is stopping' }] },
    });
    expect((await ask('/health/live')).status).toBe(200);
    expect((await ask('/api/about')).status).toBe(200);
  });

  it('is shown to probes under any host name', async () => {
    linkage = await serverUnderTest({ publicUrl: 'https://linkage.example.com' });
    expect((await ask('/health/live')).status).toBe(200);
    expect(await ask('/api/about')).toMatchObject({ status: 421, body: { code: 'origin-refused' } });
  });
});
