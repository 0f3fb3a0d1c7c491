import { EventStoreDBClient } from '@eventstore/db-client';
import { LogUnavailable, newId } from '@linkage/event-sourcing';
import { eventually, freshPrefix, freshStream, madeUpFacts } from '@linkage/event-sourcing/testing';
import { EventStoreDbEventLog } from './eventstoredb-event-log';
import { named } from './eventstoredb-group';
import { TcpProxy } from './testing/tcp-proxy';

const url = process.env['LINKAGE_EVENTSTORE_URL'];

const connectionsOf = async (client: EventStoreDBClient, group: string) =>
  (await client.getPersistentSubscriptionToAllInfo(group)).connections;

/** A server keeps a connection for a minute at most that it had not confirmed; nothing here measures speed. */
const PATIENCE_MS = 150_000;

/**
 * What the adapter does when the way to the server is cut, slow or shut. Needs a running server: `npm run
 * test:eventstoredb`.
 */
(url ? describe : describe.skip)('EventStoreDbEventLog on a bad line', () => {
  let proxy: TcpProxy;
  let straight: EventStoreDbEventLog;
  let log: EventStoreDbEventLog;

  beforeEach(async () => {
    const { hostname, port } = new URL((url ?? '').replace(/^esdb:/, 'http:'));
    proxy = await TcpProxy.to(Number(port || 2113));
    straight = EventStoreDbEventLog.open(url ?? '');
    log = EventStoreDbEventLog.open(`esdb://${hostname}:${proxy.port}?tls=false`);
  });
  afterEach(async () => {
    await log.close();
    await straight.close();
    await proxy.end();
  });

  const follow = (prefix: string, after: Awaited<ReturnType<EventStoreDbEventLog['head']>>) => {
    const seen: string[] = [];
    log.subscribe({ after, prefixes: [prefix], batchSize: 5 }, async (facts) => {
      seen.push(...facts.map(({ id }) => id));
    });
    return seen;
  };

  it('goes on from the last position after every cut: no gap, no double, in order', async () => {
    const prefix = freshPrefix();
    const seen = follow(prefix, await straight.head());
    const written: string[] = [];
    for (let round = 0; round < 5; round += 1) {
      for (let count = 0; count < 20; count += 1) {
        const facts = madeUpFacts(1);
        await straight.append(freshStream(prefix), facts, 'no-stream');
        written.push(...facts.map(({ id }) => id));
        if (count === 10) proxy.cut();
      }
      await eventually(() => expect(seen.length).toBeGreaterThan(round * 20));
    }
    await eventually(() => expect(seen).toHaveLength(100));
    expect(seen).toEqual(written);
  }, 60_000);

  it('joins its group again after every cut: nothing lost, nothing that was finished done again, streams in order', async () => {
    const [group, stream] = [`group-${newId()}`, freshStream()];
    const seen: number[] = [];
    log.groups.consume({ group, prefixes: [stream], from: null }, async ({ revision }) => {
      seen.push(revision);
    });
    for (let round = 0; round < 5; round += 1) {
      for (let count = 0; count < 20; count += 1) {
        await straight.append(stream, madeUpFacts(1), 'any');
        if (count === 10) proxy.cut();
      }
      await eventually(() => expect(seen.length).toBeGreaterThan(round * 20), PATIENCE_MS);
    }
    await eventually(() => expect(seen).toHaveLength(100), PATIENCE_MS);
    expect(seen).toEqual(Array.from({ length: 100 }, (_, revision) => revision));
    await eventually(async () => expect(await straight.groups.state(group)).toMatchObject({ behind: false }));
  }, 400_000);

  it('gets the streams back that the server has given to a connection of its own that is no more', async () => {
    const [group, prefix] = [`group-${newId()}`, freshPrefix()];
    const seen = new Set<string>();
    log.groups.consume({ group, prefixes: [prefix], from: null }, async ({ stream }) => void seen.add(stream));
    const plain = EventStoreDBClient.connectionString(url ?? '');
    const own = await eventually(async () => {
      const names = (await connectionsOf(plain, group)).map(({ connectionName }) => connectionName);
      expect(names).toHaveLength(1);
      return String(names[0]);
    });
    const ghosts = EventStoreDBClient.connectionString(named(url ?? '', own));
    const ghost = ghosts.subscribeToPersistentSubscriptionToAll(group);
    ghost.on('data', () => undefined).on('error', () => undefined);
    await new Promise((resolve) => ghost.once('confirmation', resolve));
    proxy.cut();
    const streams = Array.from({ length: 30 }, () => freshStream(prefix));
    for (const stream of streams) await straight.append(stream, madeUpFacts(1), 'no-stream');
    await eventually(() => expect(seen.size).toBe(streams.length), PATIENCE_MS);
    await Promise.all([plain.dispose(), ghosts.dispose()]);
  }, 400_000);

  it('reads and appends through a line that delays and halves every piece', async () => {
    proxy.delayMs = 5;
    const [stream, facts] = [freshStream(), madeUpFacts(3)];
    await log.append(stream, facts, 'no-stream');
    expect((await log.readStream(stream)).map(({ id }) => id)).toEqual(facts.map(({ id }) => id));
  }, 30_000);

  it('says that a repetition is safe while the line is shut, and works again when it is open', async () => {
    const [stream, facts] = [freshStream(), madeUpFacts(2)];
    await log.append(stream, facts.slice(0, 1), 'no-stream');
    proxy.close();
    const error = await log.append(stream, facts.slice(1), 0).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(LogUnavailable);
    expect(error).toMatchObject({ retrySafe: true });
    // The line was cut before the first try, so no later one got through.
    const again = await log.append(stream, facts.slice(1), 0).catch((thrown: unknown) => thrown);
    expect(again).toMatchObject({ retrySafe: true, perhapsWritten: false });
    proxy.open();
    await eventually(async () => {
      expect((await log.append(stream, facts.slice(1), 0)).revision).toBe(1);
    });
    expect((await straight.readStream(stream)).map(({ id }) => id)).toEqual(facts.map(({ id }) => id));
  }, 60_000);

  it('gives up on a server that takes connections and says nothing, and works again, with nothing twice, when it speaks', async () => {
    const [stream, facts] = [freshStream(), madeUpFacts(2)];
    await log.append(stream, facts.slice(0, 1), 'no-stream');
    proxy.hush();
    const refused = await Promise.allSettled([
      log.append(stream, facts.slice(1), 0),
      log.readStream(stream),
      log.head(),
      log.readAll({ after: null, limit: 5 }),
    ]);
    for (const [index, outcome] of refused.entries()) {
      expect(outcome).toMatchObject({
        status: 'rejected',
        reason: { name: 'LogUnavailable', retrySafe: true, perhapsWritten: index === 0 },
      });
    }
    proxy.speak();
    await eventually(async () => {
      expect((await log.append(stream, facts.slice(1), 0)).revision).toBe(1);
    });
    expect((await straight.readStream(stream)).map(({ id }) => id)).toEqual(facts.map(({ id }) => id));
  }, 60_000);
});
