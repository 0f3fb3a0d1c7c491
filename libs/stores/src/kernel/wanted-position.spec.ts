import { LogUnavailable, readAfter, type EventLog, type Position } from '@linkage/event-sourcing';
import { opened, ticketContext, ticketFacts, ticketList } from '@linkage/event-sourcing/testing';
import { testKernel, type TestKernel } from '../testing';

/** Time stands still unless a test moves it, so that what waits for it never ends by itself. */
const faked = { doNotFake: ['setImmediate', 'nextTick', 'queueMicrotask', 'Date'] } as const;

describe('reading after a position', () => {
  let kernel: TestKernel;
  let position: Position;
  const rowOf = (key = '1') => kernel.readModels.get(ticketList, key);
  /** A read model that nothing is folded into. */
  const start = async (log: Partial<EventLog> = {}): Promise<void> => {
    kernel = testKernel({ facts: ticketFacts, projections: [ticketList] }, { asleep: true });
    await kernel.store.ensure(ticketList.collection);
    const appending = { stream: 'ticket-1', facts: [opened('1')], expected: 'no-stream' as const };
    ({ position } = await kernel.log.append({ ...appending, context: ticketContext() }));
    Object.assign(kernel.log.port, log);
    jest.useFakeTimers({ ...faked, doNotFake: [...faked.doNotFake] });
  };
  afterEach(async () => {
    jest.useRealTimers();
    await kernel.close();
  });

  it('does not wait for one that the log has not reached', async () => {
    await start();
    expect(await readAfter('999999' as Position, rowOf)).toBeUndefined();
  });

  it('asks the log once for all read models', async () => {
    const hasReached = jest.fn(() => Promise.resolve(false));
    await start({ hasReached });
    await readAfter('999999' as Position, () =>
      Promise.all([rowOf('1'), rowOf('2'), rowOf('3').then(() => rowOf('4'))]),
    );
    expect(hasReached).toHaveBeenCalledTimes(1);
  });

  it('goes by the head where the log cannot tell', async () => {
    await start({ hasReached: undefined } as unknown as Partial<EventLog>);
    expect(await readAfter('999999' as Position, rowOf)).toBeUndefined();
  });

  it.each([
    ['the log has reached', {}],
    ['may be in a log that does not answer', { hasReached: () => Promise.reject(new LogUnavailable('away', true)) }],
  ])('waits once, for two seconds, for one that %s', async (_, log) => {
    await start(log);
    let read = 0;
    const all = readAfter(position, async () => {
      for (; read < 3; read += 1) await rowOf();
    });
    for (let turn = 0; turn < 20; turn += 1) await new Promise(setImmediate);
    expect(read).toBe(0);
    await jest.advanceTimersByTimeAsync(1_900);
    expect(read).toBe(0);
    await jest.advanceTimersByTimeAsync(100);
    // Time stands still again: the others do not wait.
    await all;
    expect(read).toBe(3);
  });
});
