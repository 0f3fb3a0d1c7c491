import { EventStoreDBClient, FORWARDS, jsonEvent, NO_STREAM, START, streamNameFilter } from '@eventstore/db-client';
import {
  createKernel,
  type Decider,
  type Fact,
  type FactCatalog,
  newId,
  type Position,
  systemClock,
} from '@linkage/event-sourcing';
import { openEventStoreDb, SqliteReadStore } from '@linkage/stores';
import { type Contestant, ranAsContestant, run } from './contestants';
import { pairs, report } from './ratios';
import { sampleFact } from './raw-log';

/**
 * What our adapter costs on top of bare calls of `@eventstore/db-client`, against a running server
 * (LINKAGE_EVENTSTORE_URL).
 */
const ROUNDS = 7;
const url = process.env['LINKAGE_EVENTSTORE_URL'] ?? '';
const APPENDS: Readonly<Record<number, number>> = { 1: 1_000, 64: 12_000 };
const STREAMS = 100;
const HISTORY = 20;
const COMMANDS = 500;
const CATCH_UP = 20_000;

interface Measured {
  readonly perSecond: number;
}
const rate = (count: number, started: number): Measured => ({
  perSecond: count / ((performance.now() - started) / 1000),
});

type Append = (stream: string, index: number, revision: number) => Promise<unknown>;

/** Clients that append one fact after the other, each to a stream of its own. The first tenth is not measured. */
const appends = async (clients: number, append: Append): Promise<Measured> => {
  const [total, prefix] = [APPENDS[clients] ?? 0, `bench${newId()}-`];
  const round = async (count: number, name: string): Promise<void> => {
    let next = 0;
    await Promise.all(
      Array.from({ length: clients }, async (_, client) => {
        for (let revision = 0; next < count; revision += 1)
          await append(`${prefix}${name}-${client}`, (next += 1), revision);
      }),
    );
  };
  await round(total / 10, 'warm');
  const started = performance.now();
  await round(total, 'measured');
  return rate(total, started);
};

const bareAppend =
  (client: EventStoreDBClient): Append =>
  (stream, index, revision) => {
    const { id, type, data, meta } = sampleFact(index);
    return client.appendToStream(stream, jsonEvent({ id, type, data, metadata: meta }), {
      expectedRevision: revision === 0 ? NO_STREAM : BigInt(revision - 1),
    });
  };

const portAppends: Contestant = async (_, clients) => {
  const log = await openEventStoreDb(url);
  const result = await appends(Number(clients), (stream, index, revision) =>
    log.append(stream, [sampleFact(index)], revision === 0 ? 'no-stream' : revision - 1),
  );
  await log.close();
  return result;
};

const bareAppends: Contestant = async (_, clients) => {
  const client = EventStoreDBClient.connectionString(url);
  const result = await appends(Number(clients), bareAppend(client));
  await client.dispose();
  return result;
};

type Sent = Fact<'InvitationSent', ReturnType<typeof sampleFact>['data']>;
const evolve = (facts: number): number => facts + 1;
const decider: Decider<number, Sent> = { initial: 0, evolve };
const decide = (facts: number): Sent[] =>
  facts < HISTORY ? [] : [{ type: 'InvitationSent', data: sampleFact(facts).data }];

/** Fills the streams with bare calls, then runs the commands one by one, each stream in turn. */
const commands = async (
  client: EventStoreDBClient,
  command: (stream: string) => Promise<unknown>,
): Promise<Measured> => {
  const prefix = `bench${newId()}-`;
  await Promise.all(
    Array.from({ length: STREAMS }, (_, index) =>
      client.appendToStream(
        `${prefix}${index}`,
        Array.from({ length: HISTORY }, (__, revision) => {
          const { id, type, data, meta } = sampleFact(revision);
          return jsonEvent({ id, type, data, metadata: meta });
        }),
      ),
    ),
  );
  for (let index = 0; index < COMMANDS / 5; index += 1) await command(`${prefix}${index % STREAMS}`);
  const started = performance.now();
  for (let index = 0; index < COMMANDS; index += 1) await command(`${prefix}${index % STREAMS}`);
  return rate(COMMANDS, started);
};

const portCommands: Contestant = async (folder) => {
  const [log, store, client] = [
    await openEventStoreDb(url),
    SqliteReadStore.open(`${folder}/documents.db`),
    EventStoreDBClient.connectionString(url),
  ];
  const key = Buffer.alloc(32, 7);
  const kernel = createKernel({
    log,
    store,
    clock: systemClock,
    keys: { obtain: async () => key, find: async () => key },
  });
  const facts: FactCatalog<Sent> = { InvitationSent: { version: 1 } };
  kernel.consumers.add({ facts, projections: [] });
  const context = {
    workspaceId: 'workspace',
    actor: { kind: 'member' as const, id: 'member' },
    correlationId: 'correlation',
    causationId: null,
  };
  const result = await commands(client, (stream) => kernel.commands.handle({ stream, decider, context, decide }));
  await store.close();
  await log.close();
  await client.dispose();
  return result;
};

const bareCommands: Contestant = async () => {
  const client = EventStoreDBClient.connectionString(url);
  const append = bareAppend(client);
  const result = await commands(client, async (stream) => {
    let facts = decider.initial;
    for await (const { event } of client.readStream(stream, { direction: FORWARDS, fromRevision: START }))
      if (event) facts = evolve(facts);
    if (decide(facts).length > 0) await append(stream, facts, facts);
  });
  await client.dispose();
  return result;
};

/**
 * Both sides read the same facts, which are written before the clock runs. Where, as `prefix position`, comes from
 * their starter.
 */
const portCatchUp: Contestant = async (_, where) => {
  const [prefix = '', after] = where.split(' ');
  const log = await openEventStoreDb(url);
  const started = performance.now();
  await new Promise<void>((resolve) => {
    let seen = 0;
    log.subscribe({ after: after as Position, prefixes: [prefix] }, async (facts) => {
      seen += facts.length;
      if (seen >= CATCH_UP) resolve();
    });
  });
  const result = rate(CATCH_UP, started);
  await log.close();
  return result;
};

const bareCatchUp: Contestant = async (_, where) => {
  const [prefix = '', after = ''] = where.split(' ');
  const [commit = '', prepare = commit] = after.split('/');
  const client = EventStoreDBClient.connectionString(url);
  const started = performance.now();
  await new Promise<void>((resolve) => {
    let seen = 0;
    client
      .subscribeToAll({
        fromPosition: { commit: BigInt(commit), prepare: BigInt(prepare) },
        filter: streamNameFilter({ prefixes: [prefix] }),
      })
      .on('data', () => {
        seen += 1;
        if (seen === CATCH_UP) resolve();
      });
  });
  const result = rate(CATCH_UP, started);
  await client.dispose();
  return result;
};

const fill = async (): Promise<string> => {
  const [log, client, prefix] = [
    await openEventStoreDb(url),
    EventStoreDBClient.connectionString(url),
    `bench${newId()}-`,
  ];
  const { position } = await log.append(`${prefix}start`, [sampleFact(0)], 'no-stream');
  for (let index = 0; index < CATCH_UP; index += 500) {
    await client.appendToStream(
      `${prefix}${index}`,
      Array.from({ length: 500 }, (_, place) => {
        const { id, type, data, meta } = sampleFact(index + place);
        return jsonEvent({ id, type, data, metadata: meta });
      }),
    );
  }
  await client.dispose();
  await log.close();
  return `${prefix} ${position}`;
};

const compare = async (what: string, port: string, bare: string, argument: string | number): Promise<void> => {
  const measured = await pairs(
    ROUNDS,
    () => run<Measured>(port, argument),
    () => run<Measured>(bare, argument),
  );
  report(
    `EventStoreDB, ${what}, to bare calls`,
    measured.map(([ours, base]) => ours.perSecond / base.perSecond),
    { atLeast: 0.85 },
  );
};

if (!(await ranAsContestant({ portAppends, bareAppends, portCommands, bareCommands, portCatchUp, bareCatchUp }))) {
  if (url === '') console.log('Not measured: set LINKAGE_EVENTSTORE_URL to a running server.');
  else {
    for (const clients of [1, 64]) await compare(`append, ${clients} at once`, 'portAppends', 'bareAppends', clients);
    await compare('command (load 20, decide, append)', 'portCommands', 'bareCommands', '');
    await compare('catch-up of a prefix', 'portCatchUp', 'bareCatchUp', await fill());
  }
}
