import { LogUnavailable } from '@linkage/event-sourcing';
import { EventStoreDbEventLog } from './eventstoredb-event-log';
import { RefusingServer } from './testing/refusing-server';

const outcomeOf = async (refusal?: Record<string, string>) => {
  const server = await RefusingServer.start(refusal);
  const log = EventStoreDbEventLog.open(server.url);
  try {
    const subscription = log.subscribe({ after: null }, async () => undefined);
    const opened = jest.fn();
    void subscription.opened?.then(opened);
    const error = await subscription.done.catch((thrown: unknown) => thrown);
    return { error, opened, calls: server.calls };
  } finally {
    await log.close();
    await server.end();
  }
};

describe('a subscription that EventStoreDB refuses', () => {
  it.each([
    [
      'without access to $all',
      { 'grpc-status': '7', exception: 'access-denied' },
      'EventStoreDB refused (access-denied).',
    ],
    ['for a bad argument', { 'grpc-status': '3' }, 'EventStoreDB refused (unknown).'],
  ])('%s, ends with that error instead of subscribing for ever', async (_, refusal, message) => {
    const { error, opened, calls } = await outcomeOf(refusal);
    expect(error).toBeInstanceOf(LogUnavailable);
    expect(error).toMatchObject({ message, retrySafe: false });
    expect(opened).not.toHaveBeenCalled();
    expect(calls).toBe(1);
  });

  it('again and again as if it were away, ends after a few tries', async () => {
    const { error, calls } = await outcomeOf({ 'grpc-status': '14' });
    expect(error).toMatchObject({ message: 'EventStoreDB does not answer.', retrySafe: true });
    expect(calls).toBe(5);
  });
});
