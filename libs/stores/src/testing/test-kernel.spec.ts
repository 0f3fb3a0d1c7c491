import { readAfter, type Position, type Reactor } from '@linkage/event-sourcing';
import {
  closeTicket,
  comment,
  openTicket,
  ticket,
  ticketContext,
  ticketFacts,
  ticketList,
  type TicketFact,
} from '@linkage/event-sourcing/testing';
import { testKernel, type TestKernel } from './test-kernel';

describe('the kernel on SQLite stores', () => {
  let kernel: TestKernel;
  afterEach(() => kernel.close());

  const handle = (ticketId: string, decide: ReturnType<typeof openTicket>, key?: string) =>
    kernel.commands.handle({
      stream: `ticket-${ticketId}`,
      decider: ticket,
      context: ticketContext(),
      decide,
      ...(key !== undefined && { idempotencyKey: { value: key } }),
    });

  it('shows a caller its own write', async () => {
    kernel = testKernel({ facts: ticketFacts, projections: [ticketList] });
    await handle('1', openTicket('1'));
    const { position } = await handle('1', comment('1'));
    const row = await readAfter(position, () => kernel.readModels.get(ticketList, '1'));
    expect(row).toEqual({
      workspaceId: 'workspace-1',
      title: 'It does not start',
      reporter: 'Ada Lovelace',
      status: 'open',
      comments: 1,
      openedAt: '2026-01-15T09:00:00.000Z',
    });
    expect(await kernel.readModels.count(ticketList, { workspaceId: 'workspace-1', status: 'open' })).toBe(1);
  });

  it('lets a reaction append, and settles', async () => {
    const closing: Reactor<TicketFact> = {
      name: 'close-on-comment',
      streams: ['ticket-'],
      on: ['TicketCommented'],
      maxAgeMs: 60_000,
      react: async (fact) => void (await handle(fact.data.ticketId, closeTicket(fact.data.ticketId))),
    };
    kernel = testKernel({ facts: ticketFacts, projections: [ticketList], reactors: [closing] });
    await kernel.settled();
    await handle('1', openTicket('1'));
    await handle('1', comment('1'));
    await kernel.settled();
    expect((await kernel.readModels.get(ticketList, '1'))?.status).toBe('closed');
  });

  it('does not wait for a position that is none', async () => {
    kernel = testKernel({ facts: ticketFacts, projections: [ticketList] });
    expect(await readAfter('nonsense' as Position, () => kernel.readModels.get(ticketList, '1'))).toBeUndefined();
  });
});
