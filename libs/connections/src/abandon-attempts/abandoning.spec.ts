import { type TestKernel } from '@linkage/stores/testing';
import { ConnectionsUnderTest, ingrid, invitationOf, freshConnections } from '../connections.harness';

describe('a creator who never comes back', () => {
  let kernel: TestKernel;
  let under: ConnectionsUnderTest;
  let close: () => Promise<void>;
  let link: string;

  beforeEach(async () => {
    ({ kernel, under, close } = await freshConnections());
    link = await under.invite(invitationOf.misaki);
  });
  afterEach(() => close());

  const ended = async () =>
    (await under.inLog('attempt-')).filter(({ type }) => /Succeeded|Abandoned/.test(type)).map(({ type }) => type);

  it('has abandoned the attempt when the schedule rings after its time', async () => {
    const { attemptId } = await under.start(link);
    await kernel.settled();
    kernel.clock.advance(24 * 3_600_000);
    await under.ring();
    expect(await ended()).toEqual(['AuthorizationAbandoned']);
    await kernel.settled();
    const { items, counts } = (await under.ask('GET', '/api/attempts?result=abandoned', { as: ingrid })).body;
    expect(counts).toEqual({ all: 1, open: 1, started: 0, succeeded: 0, failed: 0, abandoned: 1 });
    expect(items).toEqual([
      expect.objectContaining({
        attemptId,
        result: 'abandoned',
        reason: 'not-finished',
        step: 2,
        tries: 0,
        what: '田中 美咲 went to Instagram and did not come back',
      }),
    ]);
    expect((await under.ask('GET', `/api/microsite/${link}/attempts/${attemptId}`)).body).toMatchObject({
      result: 'abandoned',
      reason: 'not-finished',
      message: 'You went to Instagram and did not come back within 30 minutes. Nothing was stored. Try again.',
    });
    await under.ring();
    expect(await ended()).toEqual(['AuthorizationAbandoned']);
  });

  it('is not taken for one who did', async () => {
    const { authorizeUrl, cookie } = await under.start(link);
    await under.finish(under.instagram.agree(authorizeUrl), cookie);
    const open = await under.start(link);
    await kernel.settled();
    kernel.clock.advance(29 * 60_000);
    const overdue = await under.start(link);
    await kernel.settled();
    kernel.clock.advance(3 * 60_000);
    await under.ring();
    expect(await ended()).toEqual(['AuthorizationSucceeded', 'AuthorizationAbandoned']);
    expect((await under.inLog(`attempt-${open.attemptId}`)).map(({ type }) => type)).toEqual([
      'AuthorizationStarted',
      'AuthorizationAbandoned',
    ]);
    expect(await under.inLog(`attempt-${overdue.attemptId}`)).toHaveLength(1);
  });
});
