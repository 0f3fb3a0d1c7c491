import { createKernel, type Decider, type Fact, type FactCatalog, systemClock } from '@linkage/event-sourcing';
import { SqliteEventLog, SqliteReadStore } from '@linkage/stores';
import { type Contestant, ranAsContestant, run } from './contestants';
import { pairs, report } from './ratios';
import { openRawLog, sampleFact } from './raw-log';

/**
 * Goal 3: one command after the other: load 20 facts, fold, decide, append one. Against node:sqlite by hand at the same
 * durability.
 */
const ROUNDS = 9;
const STREAMS = 500;
const HISTORY = 20;
const COMMANDS = 3_000;
/**
 * Commands before the clock runs. Filling, too, is not measured: both sides start with all of it moved from the WAL
 * into the database.
 */
const WARM = 500;

type Sent = Fact<'InvitationSent', ReturnType<typeof sampleFact>['data']>;
interface Sum {
  readonly facts: number;
  readonly lastName: string;
}

const evolve = (state: Sum, fact: Sent): Sum => ({ facts: state.facts + 1, lastName: fact.data.name });
const decider: Decider<Sum, Sent> = { initial: { facts: 0, lastName: '' }, evolve };
const decide = (state: Sum): Sent[] =>
  state.facts < HISTORY ? [] : [{ type: 'InvitationSent', data: sampleFact(state.facts).data }];

const commandsPerSecond = async (command: (stream: number) => Promise<void>): Promise<{ perSecond: number }> => {
  for (let index = 0; index < WARM; index += 1) await command((index * 7) % STREAMS);
  const started = performance.now();
  for (let index = 0; index < COMMANDS; index += 1) await command((index * 7) % STREAMS);
  return { perSecond: COMMANDS / ((performance.now() - started) / 1000) };
};

const raw: Contestant = async (folder) => {
  const { db, insert, last, read, close } = openRawLog(folder);
  const append = (stream: number, revision: number): void => {
    const { id, type, data, meta } = sampleFact(revision);
    insert.run(stream, revision, id, type, JSON.stringify(data), JSON.stringify(meta));
  };
  db.exec('BEGIN');
  for (let place = 0; place < STREAMS * HISTORY; place += 1) append(Math.floor(place / HISTORY), place % HISTORY);
  db.exec('COMMIT; PRAGMA wal_checkpoint(TRUNCATE)');
  const result = await commandsPerSecond(async (stream) => {
    const rows = read.all(stream);
    let state = decider.initial;
    for (const { data, meta } of rows) {
      JSON.parse(meta as string);
      state = evolve(state, { type: 'InvitationSent', data: JSON.parse(data as string) as Sent['data'] });
    }
    if (decide(state).length === 0) throw new Error('not decided');
    db.exec('BEGIN IMMEDIATE');
    if (last.get(stream)?.['revision'] !== rows.length - 1) throw new Error('conflict');
    append(stream, rows.length);
    db.exec('COMMIT');
  });
  close();
  return result;
};

const kernel: Contestant = async (folder, personal) => {
  const facts: FactCatalog<Sent> = {
    InvitationSent: {
      version: 1,
      ...(personal === 'personal' && { personal: { subject: (data) => data.invitationId, fields: ['name', 'email'] } }),
    },
  };
  const key = Buffer.alloc(32, 7);
  const store = SqliteReadStore.open(`${folder}/documents.db`);
  const kernelOn = (log: SqliteEventLog) => {
    const made = createKernel({
      log,
      store,
      clock: systemClock,
      keys: { obtain: async () => key, find: async () => key },
    });
    made.consumers.add({ facts, projections: [] });
    return made;
  };
  const context = {
    workspaceId: 'workspace',
    actor: { kind: 'member' as const, id: 'member' },
    correlationId: 'correlation',
    causationId: null,
  };
  const filled = SqliteEventLog.open(`${folder}/facts.db`);
  await Promise.all(
    Array.from({ length: STREAMS }, (_, stream) =>
      kernelOn(filled).log.append({
        stream: `invitation-${stream}`,
        context,
        expected: 'no-stream',
        facts: Array.from({ length: HISTORY }, (__, revision) => ({
          type: 'InvitationSent' as const,
          data: sampleFact(revision).data,
        })),
      }),
    ),
  );
  await filled.close();
  const log = SqliteEventLog.open(`${folder}/facts.db`);
  const { commands } = kernelOn(log);
  const result = await commandsPerSecond(async (stream) => {
    const { facts: recorded } = await commands.handle({ stream: `invitation-${stream}`, decider, context, decide });
    if (recorded.length === 0) throw new Error('not decided');
  });
  await store.close();
  await log.close();
  return result;
};

if (!(await ranAsContestant({ raw, kernel }))) {
  type Measured = { perSecond: number };
  for (const [what, argument] of [
    ['', ''],
    [' with personal fields, sealed', 'personal'],
  ] as const) {
    const measured = await pairs(
      ROUNDS,
      () => run<Measured>('kernel', argument),
      () => run<Measured>('raw'),
    );
    report(
      `goal 3: commands one by one${what}, to node:sqlite by hand`,
      measured.map(([ours, base]) => ours.perSecond / base.perSecond),
      argument ? {} : { atLeast: 0.9 },
    );
  }
}
