import {
  ConsumerOperations,
  EVENT_LOG,
  newId,
  type ConsumerStatus,
  type EventLog,
  type FactToStore,
} from '@linkage/event-sourcing';
import { eventually } from '@linkage/event-sourcing/testing';
import type { Browser } from './testing/browser';
import { serverUnderTest, type ServerUnderTest } from './testing/server-under-test';

/** As a newer Linkage would have written it before this one was installed again. */
describe('a fact in the log that this program does not know', () => {
  let linkage: ServerUnderTest;
  let member: Browser;
  let workspaceId: string;
  beforeAll(async () => {
    linkage = await serverUnderTest();
    member = await linkage.member();
    workspaceId = (await member.get('/api/session')).body.workspace.workspaceId;
  });
  afterAll(() => linkage.close());

  const written = async (stream: string, type: string, v: number): Promise<FactToStore> => {
    const log = linkage.server.app.get<EventLog>(EVENT_LOG);
    const meta = {
      v,
      at: new Date().toISOString(),
      ws: workspaceId,
      actor: { kind: 'system', id: 'newer' },
      cor: newId(),
      cau: null,
    };
    const fact = { id: newId(), type, data: { invitationId: newId(), attemptId: newId() }, meta };
    await log.append(stream, [fact], 'any');
    return fact;
  };
  const statuses = (): Promise<readonly ConsumerStatus[]> => linkage.server.app.get(ConsumerOperations).status();
  const stopped = async (): Promise<readonly ConsumerStatus[]> =>
    (await statuses()).filter(({ state, kind }) => state === 'stopped' && kind === 'projection');
  const invite = async (email: string) => {
    const { status, body } = await member.post('/api/invitations', { name: 'Noa', email });
    expect(status).toBe(201);
    return body;
  };

  it('of an unknown type: stops the read models whose streams hold it, by name; the others and the commands go on', async () => {
    const stream = `visit-${newId()}`;
    const fact = await written(stream, 'VisitForetold', 1);
    const names = ['history', 'invitation-progress', 'invitation-responses'];
    await eventually(async () => expect((await stopped()).map(({ name }) => name).sort()).toEqual(names));
    for (const { lastError } of await stopped()) {
      expect(lastError).toMatchObject({
        message: `No catalog names the fact type VisitForetold, found at ${fact.id} (revision 0 of ${stream}).`,
        fact: { id: fact.id, type: 'VisitForetold', stream },
      });
    }
    const { invitationId, position } = await invite('goes-on@example.com');
    expect((await member.get('/api/invitations', { 'X-Linkage-Position': position })).body.items).toContainEqual(
      expect.objectContaining({ invitationId }),
    );
    const ready = await linkage.browser().get('/health/ready');
    expect(ready.status).toBe(503);
    for (const name of names)
      expect(ready.body.checks).toContainEqual({
        name,
        ok: false,
        note: expect.stringMatching(/^stands still at VisitForetold, position \d+;/),
      });
  });

  it('of a newer version: the same; and nothing behind it is folded in', async () => {
    const { invitationId, position } = await invite('before@example.com');
    await member.get('/api/invitations', { 'X-Linkage-Position': position });
    const stream = `invitation-${newId()}`;
    const fact = await written(stream, 'InvitationWithdrawn', 99);
    await invite('behind@example.com');
    const list = await eventually(async () => {
      const found = (await stopped()).find(({ name }) => name === 'invitation-list');
      expect(found?.lastError).toMatchObject({
        message: `InvitationWithdrawn has version 99 at ${fact.id} (revision 0 of ${stream}); this program knows it up to version 1.`,
        fact: { id: fact.id },
      });
      return found;
    });
    const { body } = await member.get('/api/invitations');
    expect(body.items).toContainEqual(expect.objectContaining({ invitationId }));
    expect(body.items).not.toContainEqual(expect.objectContaining({ email: 'behind@example.com' }));
    const log = linkage.server.app.get<EventLog>(EVENT_LOG);
    expect(log.compare(list!.position!, list!.lastError!.fact!.position)).toBeLessThan(0);
    expect((await statuses()).find(({ name }) => name === 'account-list')).toMatchObject({
      state: 'running',
      behind: false,
    });
  });

  it('stops them there again after a restart', async () => {
    await linkage.restart();
    await eventually(async () =>
      expect((await stopped()).map(({ name }) => name)).toEqual(
        expect.arrayContaining(['invitation-list', 'invitation-progress']),
      ),
    );
    expect((await member.get('/api/invitations')).body.items).not.toContainEqual(
      expect.objectContaining({ email: 'behind@example.com' }),
    );
  });
});
