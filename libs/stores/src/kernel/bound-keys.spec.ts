import { boundKey, ReadStoreUnavailable, type FactContext } from '@linkage/event-sourcing';
import {
  closeTicket,
  comment,
  commented,
  opened,
  openTicket,
  ticket,
  ticketContext,
  ticketFacts,
  type TicketFact,
  type TicketState,
} from '@linkage/event-sourcing/testing';
import { temporaryFolder, testKernel, type TestKernel } from '../testing';

type Decide = (state: TicketState) => readonly TicketFact[];

interface Asked {
  readonly decide: Decide;
  readonly stream?: string;
  readonly key?: string;
  readonly request: unknown;
  readonly context?: FactContext;
}

const reused = { kind: 'rule-broken', code: 'idempotency-key-reused', details: { field: 'Idempotency-Key' } };

describe('a key is bound to what was asked with it first', () => {
  let kernel: TestKernel;
  beforeEach(() => {
    kernel = testKernel({ facts: ticketFacts }, { bindsKeys: true });
  });
  afterEach(() => kernel.close());

  const handle = (asked: Asked, by = kernel) =>
    by.commands.handle({
      stream: asked.stream ?? 'ticket-1',
      decider: ticket,
      context: asked.context ?? ticketContext(),
      decide: asked.decide,
      idempotencyKey: boundKey(asked.key ?? 'key-1', asked.request),
    });
  const open = (request: unknown = { title: 'a' }) => ({ decide: openTicket('1'), request });
  const types = async (stream = 'ticket-1') => (await kernel.log.readStream(stream)).map(({ type }) => type);
  /** Another process on the same log and read models. */
  const elsewhere = (parts: Partial<Parameters<typeof testKernel>[1]> = {}) =>
    testKernel(
      { facts: ticketFacts },
      { log: kernel.log.port, store: kernel.store, keys: kernel.keys, roles: [], bindsKeys: true, ...parts },
    );

  it('lets the same again through, whatever the order of its fields', async () => {
    const first = await handle({ decide: openTicket('1'), request: { a: 1, b: [2] } });
    expect(await handle({ decide: openTicket('1'), request: { b: [2], a: 1 } })).toEqual(first);
    expect(await types()).toEqual(['TicketOpened']);
  });

  it('refuses another request to the same stream', async () => {
    await handle(open({ title: 'a' }));
    await expect(handle(open({ title: 'b' }))).rejects.toMatchObject(reused);
    await expect(handle({ decide: closeTicket('1'), request: 'close' })).rejects.toMatchObject(reused);
    expect(await types()).toEqual(['TicketOpened']);
  });

  it('refuses it to another stream, at once and after a restart', async () => {
    await handle(open());
    const other: Asked = { stream: 'ticket-2', decide: openTicket('2'), request: 'other' };
    await expect(handle(other)).rejects.toMatchObject(reused);
    await kernel.settled();
    await expect(handle(other, elsewhere())).rejects.toMatchObject(reused);
    expect(await types('ticket-2')).toEqual([]);
  });

  it('refuses one of two at the same time', async () => {
    const outcomes = await Promise.allSettled([
      handle(open()),
      handle({ stream: 'ticket-2', decide: openTicket('2'), request: 'other' }),
    ]);
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
  });

  it('refuses the one that came later in another process to the same stream, though both had nothing to go by', async () => {
    const outcomes = await Promise.allSettled([
      handle({ decide: () => [opened('1', 'mine')], request: 'mine' }),
      handle({ decide: () => [opened('1', 'yours')], request: 'yours' }, elsewhere()),
    ]);
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(outcomes.find(({ status }) => status === 'rejected')).toMatchObject({ reason: reused });
    expect(await types()).toEqual(['TicketOpened']);
  });

  it('leaves the key free when nothing was recorded', async () => {
    await expect(handle({ decide: comment('1'), request: 'comment' })).rejects.toMatchObject({ code: 'not-found' });
    expect((await handle({ decide: () => [], request: 'nothing' })).facts).toEqual([]);
    expect((await handle(open())).facts).toHaveLength(1);
  });

  it('is another key for another person, and in another workspace', async () => {
    const context = ticketContext();
    await handle(open());
    for (const [index, other] of [
      { ...context, actor: { kind: 'member' as const, id: 'member-2' } },
      { ...context, actor: { kind: 'creator' as const, id: 'member-1' } },
      ticketContext('workspace-2'),
    ].entries())
      await handle({ stream: `ticket-${index + 2}`, decide: openTicket('x'), request: index, context: other });
    expect(await types('ticket-4')).toEqual(['TicketOpened']);
  });

  it('goes by the log alone within a stream, and does the rest, where the read models cannot be had', async () => {
    await handle(open());
    const blind = elsewhere({
      store: Object.assign(Object.create(kernel.store), {
        get: () => Promise.reject(new ReadStoreUnavailable('away')),
      }),
    });
    await expect(handle({ decide: closeTicket('1'), request: 'close' }, blind)).rejects.toMatchObject(reused);
    expect((await handle({ stream: 'ticket-2', decide: openTicket('2'), request: 'other' }, blind)).facts).toHaveLength(
      1,
    );
  });

  it('says nothing of what was asked, and stands on the first fact only', async () => {
    await handle({ decide: () => [opened('1'), commented('1')], request: { email: 'noa@example.com' } });
    const [first, second] = await kernel.log.port.readStream('ticket-1');
    expect(first?.meta.cmd).toEqual({
      key: expect.stringMatching(/^[\da-f-]{36}$/),
      req: expect.stringMatching(/^[\w-]{22}$/),
    });
    expect(second?.meta).not.toHaveProperty('cmd');
    const [same, otherKey] = [
      boundKey('key-1', { email: 'noa@example.com' }),
      boundKey('key-2', { email: 'noa@example.com' }),
    ];
    expect(first?.meta.cmd?.req).toBe(same.request);
    expect(otherKey.request).not.toBe(same.request);
  });

  it('is known again when the read model is folded anew', async () => {
    const folder = temporaryFolder();
    const before = testKernel({ facts: ticketFacts }, { folder, bindsKeys: false });
    await handle(open(), before);
    await before.close();
    const after = testKernel({ facts: ticketFacts }, { folder, bindsKeys: true });
    await after.settled();
    await expect(
      handle({ stream: 'ticket-2', decide: openTicket('2'), request: 'other' }, after),
    ).rejects.toMatchObject(reused);
    await after.close();
    folder.remove();
  });
});
