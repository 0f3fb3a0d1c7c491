import { GiveLater, newId } from '@linkage/event-sourcing';
import { eventually, freshPrefix, freshStream, madeUpFacts } from '@linkage/event-sourcing/testing';
import { EventStoreDbProcess } from '../testing/eventstoredb-process';
import { EventStoreDbEventLog } from './eventstoredb-event-log';

/** Needs a way to start a server: LINKAGE_EVENTSTORE_COMMAND (`npm run test:eventstoredb`). */
(process.env['LINKAGE_EVENTSTORE_COMMAND'] ? describe : describe.skip)('a group of a server that starts again', () => {
  let store: EventStoreDbProcess;
  let log: EventStoreDbEventLog;
  beforeEach(async () => {
    store = await EventStoreDbProcess.prepare();
    await store.start();
    log = EventStoreDbEventLog.open(store.url);
  }, 200_000);
  afterEach(async () => {
    await log.close();
    await store.remove();
  }, 60_000);

  it('gets the fact that waited, though the checkpoint before it is none of the group', async () => {
    const [group, prefix, others] = [`group-${newId()}`, freshPrefix(), freshPrefix()];
    let mayGo = false;
    const [tried, done] = [new Set<string>(), new Set<string>()];
    const begin = await log.head();
    log.groups.consume({ group, prefixes: [prefix], from: begin }, async ({ stream }) => {
      tried.add(stream);
      if (!mayGo) throw new GiveLater(60_000);
      done.add(stream);
    });
    // So many facts of others move the checkpoint.
    for (let count = 0; count < 60; count += 1) await log.append(freshStream(others), madeUpFacts(50), 'no-stream');
    const before = await eventually(async () => {
      const position = (await log.groups.state(group))?.position ?? null;
      expect(position).not.toBe(begin);
      return position;
    }, 60_000);
    expect(before).not.toBeNull();
    const streams = Array.from({ length: 3 }, () => freshStream(prefix));
    for (const stream of streams) await log.append(stream, madeUpFacts(1), 'no-stream');
    await eventually(() => expect([...tried].sort()).toEqual([...streams].sort()), 60_000);
    await store.end('SIGTERM');
    mayGo = true;
    await store.start();
    await eventually(() => expect([...done].sort()).toEqual([...streams].sort()), 60_000);
  }, 400_000);
});
