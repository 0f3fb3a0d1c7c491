import { exportLog, hashReadModels, importLog, LogUnavailable, type Reactor } from '@linkage/event-sourcing';
import {
  commented,
  factsOf,
  freshStream,
  opened,
  type TicketFact,
  ticketContext,
  ticketFacts,
  ticketList,
  transferContract,
} from '@linkage/event-sourcing/testing';
import type { DatabaseSync } from 'node:sqlite';
import { temporaryFolder, testKernel } from '../testing';
import { SqliteEventLog } from './sqlite-event-log';

describe('the embedded log', () => {
  const folder = temporaryFolder();
  afterAll(() => folder.remove());
  let logs = 0;
  const fresh = () => SqliteEventLog.open(folder.file(`log-${(logs += 1)}.db`));

  transferContract(async () => fresh(), SqliteEventLog.IN_ONE_TURN);

  it('gives the same read models on the other side, and no reactor handles imported facts', async () => {
    const reacted: string[] = [];
    const counting: Reactor<TicketFact> = {
      name: 'counting',
      streams: ['ticket-'],
      on: ['TicketOpened', 'TicketCommented'],
      maxAgeMs: Infinity,
      react: async ({ type }) => void reacted.push(type),
    };
    const parts = { facts: ticketFacts, projections: [ticketList], reactors: [counting] };
    const from = testKernel(parts);
    await from.settled();
    for (const id of ['1', '2', '3']) {
      await from.log.append({
        stream: `ticket-${id}`,
        facts: [opened(id), commented(id)],
        expected: 'no-stream',
        context: ticketContext(),
      });
    }
    await from.settled();
    expect(reacted).toHaveLength(6);

    const log = fresh();
    await importLog(log, exportLog(from.log.port), { atOnce: SqliteEventLog.IN_ONE_TURN });
    const to = testKernel(parts, { log, keys: from.keys });
    await to.settled();
    expect(await hashReadModels(to.store)).toEqual(await hashReadModels(from.store));
    expect(await hashReadModels(to.store)).toEqual([
      { name: 'ticket-list', version: 1, rows: 3, hash: expect.stringMatching(/^[\da-f]{64}$/) },
    ]);
    expect(reacted).toHaveLength(6);
    await to.log.append({ stream: 'ticket-1', facts: [commented('1')], expected: 'any', context: ticketContext() });
    await to.settled();
    expect(reacted).toHaveLength(7);
    expect(await hashReadModels(to.store)).not.toEqual(await hashReadModels(from.store));
    await to.close();
    await from.close();
  });

  it('leaves no gap when the disk is full in the middle, and goes on from there', async () => {
    const [from, to] = [fresh(), fresh()];
    for (let count = 0; count < 100; count += 1)
      await from.append(freshStream(), factsOf('workspace-1', 40), 'no-stream');
    const db = (to as unknown as { db: DatabaseSync }).db;
    db.exec('PRAGMA max_page_count = 250');
    await expect(importLog(to, exportLog(from), { atOnce: SqliteEventLog.IN_ONE_TURN })).rejects.toBeInstanceOf(
      LogUnavailable,
    );
    const ids = async (log: SqliteEventLog) => (await log.readAll({ limit: 5_000 })).facts.map(({ id }) => id);
    const there = await ids(to);
    expect(there.length).toBeGreaterThan(500);
    expect(there).toEqual((await ids(from)).slice(0, there.length));
    db.exec('PRAGMA max_page_count = 1000000');
    expect(await importLog(to, exportLog(from), { atOnce: SqliteEventLog.IN_ONE_TURN })).toEqual({
      there: there.length,
      added: 4_000 - there.length,
    });
    expect(await ids(to)).toEqual(await ids(from));
    await to.close();
    await from.close();
  });
});
