import { EVENT_LOG, FactLog, type EventLog, type FactContext } from '@linkage/event-sourcing';
import type { ContentDiscovered } from '@linkage/published-facts';
import { v7 } from 'uuid';
import { serverUnderTest, type ServerUnderTest } from '../testing/server-under-test';
import { MOST_FACTS_BEHIND } from './readiness';

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
    expect(answer.body).toMatchObject({ status: 'not-ready', checks: [{ name: 'event-log', ok: false, note: 'cannot be reached' }, { name: 'read-store', ok: true }, { name: 'vault', ok: true }] });
    expect((await ask('/health/live')).status).toBe(200);
  });

  it('is nothing else where it does not serve the web', async () => {
    linkage = await serverUnderTest({ roles: ['projections', 'reactors'] });
    expect((await ask('/health/ready')).status).toBe(200);
    for (const path of ['/', '/api/about', '/api/session', '/mailbox']) expect(await ask(path)).toMatchObject({ status: 404, body: { code: 'not-found' } });
  });

  it('does not count read models that another process keeps', async () => {
    linkage = await serverUnderTest({ roles: ['web'] });
    const context: FactContext = { workspaceId: v7(), actor: { kind: 'system', id: 'spec' }, correlationId: v7(), causationId: null };
    const data: ContentDiscovered['data'] = { accountId: v7(), invitationId: v7(), platform: 'instagram', refreshId: v7(), items: [] };
    const facts: ContentDiscovered[] = Array.from({ length: MOST_FACTS_BEHIND + 1 }, () => ({ type: 'ContentDiscovered', data }));
    await linkage.server.app.get(FactLog).append({ stream: `figures-${data.accountId}`, expected: 'no-stream', context, facts });
    const answer = await ask('/health/ready');
    expect(answer.body).toEqual({ status: 'ready', checks: [{ name: 'event-log', ok: true }, { name: 'read-store', ok: true }, { name: 'vault', ok: true }] });
  });

  it('is shown to probes under any host name', async () => {
    linkage = await serverUnderTest({ publicUrl: 'https://linkage.example.com' });
    expect((await ask('/health/live')).status).toBe(200);
    const elsewhere = await ask('/api/about');
    expect([elsewhere.status, elsewhere.headers.get('location')]).toEqual([307, 'https://linkage.example.com/api/about']);
  });
});
