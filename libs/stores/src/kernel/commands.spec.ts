import { type EventLog, RevisionConflict } from '@linkage/event-sourcing';
import {
  closeTicket,
  comment,
  commented,
  deleted,
  opened,
  openTicket,
  ticket,
  ticketContext,
  ticketFacts,
  type TicketFact,
  type TicketState,
} from '@linkage/event-sourcing/testing';
import { SqliteEventLog } from '../sqlite-log/sqlite-event-log';
import { temporaryFolder, testKernel, type TestKernel } from '../testing';

describe('command handling', () => {
  let kernel: TestKernel;
  beforeEach(() => {
    kernel = testKernel({ facts: ticketFacts });
  });
  afterEach(() => kernel.close());

  const stream = 'ticket-1';
  const handle = (
    decide: (state: TicketState, now: Date) => readonly TicketFact[],
    key?: string,
    workspaceId?: string,
  ) =>
    kernel.commands.handle({
      stream,
      decider: ticket,
      context: ticketContext(workspaceId),
      decide,
      ...(key !== undefined && { idempotencyKey: { value: key } }),
    });
  const types = async () => (await kernel.log.readStream(stream)).map(({ type }) => type);

  it('decides on what is true, and gives the new state and its position', async () => {
    const first = await handle(openTicket('1'));
    expect(first.state).toEqual({ is: 'open', comments: 0 });
    const { facts, state, position } = await handle(comment('1'));
    expect(state).toEqual({ is: 'open', comments: 1 });
    expect(facts).toMatchObject([
      { ...commented('1'), revision: 1, stream, workspaceId: 'workspace-1', at: '2026-01-15T09:00:00.000Z' },
    ]);
    expect(facts).toEqual(await kernel.log.readStream(stream, { from: 1 }));
    expect(position).toBe(await kernel.log.head());
  });

  it('gives the clock port to the decision', async () => {
    kernel.clock.set('2027-02-03T04:05:06.000Z');
    await handle((_, now) => [opened('1', now.toISOString())]);
    expect(await kernel.log.readStream(stream)).toMatchObject([
      { at: '2027-02-03T04:05:06.000Z', data: { title: '2027-02-03T04:05:06.000Z' } },
    ]);
  });

  it('passes a refusal on, and stores nothing', async () => {
    await expect(handle(comment('1'))).rejects.toMatchObject({ kind: 'not-found', code: 'not-found' });
    expect(await types()).toEqual([]);
  });

  it('says where the stream stands when nothing was decided', async () => {
    expect((await handle(closeTicket('1'))).position).toBeNull();
    const { position } = await handle(openTicket('1'));
    await kernel.log.append({
      stream: 'ticket-2',
      facts: [opened('2')],
      expected: 'no-stream',
      context: ticketContext(),
    });
    expect(await handle(() => [])).toMatchObject({ facts: [], state: { is: 'open' }, position });
  });

  it('lets one of many simultaneous commands through where the rule allows one', async () => {
    const outcomes = await Promise.allSettled(Array.from({ length: 30 }, () => handle(openTicket('1'))));
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(outcomes.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { code: 'ticket-open-already' },
    });
    expect(await types()).toEqual(['TicketOpened']);
  });

  it('loses none of many simultaneous commands on one stream', async () => {
    await handle(openTicket('1'));
    await Promise.all(Array.from({ length: 100 }, (_, index) => handle(comment('1', `comment ${index}`))));
    expect(await types()).toHaveLength(101);
  });

  describe('on a stream that it has just written', () => {
    /** Another process on the same log, which the first one hears nothing of. */
    const elsewhere = (decide: (state: TicketState) => readonly TicketFact[]) =>
      testKernel(
        { facts: ticketFacts },
        { log: kernel.log.port, store: kernel.store, keys: kernel.keys },
      ).commands.handle({ stream, decider: ticket, context: ticketContext(), decide });

    it('does not load again', async () => {
      await handle(openTicket('1'));
      const reads = jest.spyOn(kernel.log.port, 'readStream');
      expect((await handle(comment('1'))).state).toEqual({ is: 'open', comments: 1 });
      expect((await handle(comment('1'))).state).toEqual({ is: 'open', comments: 2 });
      expect(reads).not.toHaveBeenCalled();
    });

    it('still decides on what others have written meanwhile', async () => {
      await handle(openTicket('1'));
      await elsewhere(closeTicket('1'));
      // By memory it would be closed once more.
      expect((await handle(closeTicket('1'))).facts).toEqual([]);
      await handle(comment('1'));
      await elsewhere(() => [deleted('1')]);
      // By memory it would be refused.
      expect((await handle(openTicket('1'))).state.is).toBe('open');
      await handle(closeTicket('1'));
      await elsewhere(() => [deleted('1'), opened('1')]);
      // By memory there would be nothing to do.
      expect((await handle(closeTicket('1'))).facts).toHaveLength(1);
      await elsewhere(() => [deleted('1')]);
      // By memory it would be allowed.
      await expect(handle(comment('1'))).rejects.toMatchObject({ code: 'not-found' });
      expect((await types()).slice(-5)).toEqual([
        'TicketClosed',
        'TicketDeleted',
        'TicketOpened',
        'TicketClosed',
        'TicketDeleted',
      ]);
    });

    it('knows a repeated key', async () => {
      const first = await handle(openTicket('1'), 'key-1');
      await handle(comment('1'), 'key-2');
      expect(await handle(openTicket('1'), 'key-1')).toEqual(first);
    });

    it('does not take a state of another decider for its own', async () => {
      await handle(openTicket('1'));
      const counting = { initial: 0, evolve: (count: number) => count + 1 };
      const { state } = await kernel.commands.handle<number, TicketFact>({
        stream,
        decider: counting,
        context: ticketContext(),
        decide: () => [commented('1')],
      });
      expect(state).toBe(2);
    });
  });

  describe('repeated with the same key', () => {
    it('answers with what was recorded first, although the decision would now be refused', async () => {
      const first = await handle(openTicket('1'), 'key-1');
      await handle(comment('1'));
      const second = await handle(openTicket('1'), 'key-1');
      expect(second).toEqual(first);
      expect(await types()).toEqual(['TicketOpened', 'TicketCommented']);
    });

    it('knows the facts of a command that recorded several', async () => {
      const several = () => [opened('1'), commented('1', 'a'), commented('1', 'b')];
      const first = await handle(several, 'key-1');
      await handle(comment('1'), 'key-2');
      expect((await handle(several, 'key-1')).facts.map(({ id }) => id)).toEqual(first.facts.map(({ id }) => id));
      expect(await types()).toHaveLength(4);
    });

    it('records once when both come at the same time, also by two processes', async () => {
      const other = testKernel(
        { facts: ticketFacts },
        { log: kernel.log.port, store: kernel.store, keys: kernel.keys },
      );
      const titled = (title: string) => () => [opened('1', title)];
      const decide = (of: TestKernel, title: string) =>
        of.commands.handle({
          stream,
          decider: ticket,
          context: ticketContext(),
          decide: titled(title),
          idempotencyKey: { value: 'key-1' },
        });
      const outcomes = await Promise.all([
        decide(kernel, 'mine'),
        decide(other, 'yours'),
        decide(kernel, 'mine again'),
      ]);
      const recorded = await kernel.log.readStream(stream);
      expect(recorded).toHaveLength(1);
      for (const { facts } of outcomes) expect(facts).toEqual(recorded);
    });

    it('is another command in another workspace, and with another key', async () => {
      await handle(openTicket('1'), 'key-1', 'w1');
      await handle(comment('1'), 'key-1', 'w2');
      await handle(comment('1'), 'key-2', 'w1');
      expect(await types()).toHaveLength(3);
    });
  });

  it('gives up with a conflict when others are always faster', async () => {
    const folder = temporaryFolder();
    const real = SqliteEventLog.open(folder.file('facts.db'));
    const contested: EventLog = Object.assign(Object.create(real) as EventLog, {
      append: (name: string) => Promise.reject(new RevisionConflict(name, 'no-stream', 3)),
    });
    const unlucky = testKernel({ facts: ticketFacts }, { log: contested, folder });
    const command = unlucky.commands.handle({
      stream,
      decider: ticket,
      context: ticketContext(),
      decide: openTicket('1'),
    });
    await expect(command).rejects.toMatchObject({ kind: 'conflict', code: 'conflict' });
    await unlucky.close();
    folder.remove();
  });
});
