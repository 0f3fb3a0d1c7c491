import { Sealer } from '../audit-chain/sealer';
import { verifyLog } from '../audit-chain/verify-log';
import type { EventLog } from '../log/event-log.port';
import type { FactToStore } from '../facts/stored-fact';
import type { Position } from '../facts/fact';
import { newId } from '../facts/ids';
import { eventually } from './eventually';
import { freshStream, madeUpFacts } from './made-up-facts';
import { TestClock } from './test-clock';

export const factsOf = (workspaceId: string, count: number): readonly FactToStore[] =>
  madeUpFacts(count).map((fact) => ({ ...fact, meta: { ...fact.meta, ws: workspaceId } }));

/** Positions of consumers, in memory. */
export const positionsInMemory = () => {
  const positions = new Map<string, Position>();
  return {
    loadPosition: async (name: string) => positions.get(name) ?? null,
    savePosition: async (name: string, position: Position) => void positions.set(name, position),
  };
};

/** A sealer without delay. It starts at the end of the log: the suite may run on one that holds other facts. */
const sealerAtHead = async (log: EventLog, store = positionsInMemory()) => {
  const head = await log.head();
  if (head !== null) await store.savePosition('sealer', head);
  return sealerOn(log, store);
};

export const sealerOn = (log: EventLog, store = positionsInMemory(), troubles: unknown[] = [], calmMs = 5): Sealer =>
  new Sealer(
    { log, store, clock: new TestClock(), batchSize: 50, report: (_, __, error) => void troubles.push(error) },
    calmMs,
  );

const sealedIds = async (log: EventLog, workspaceId: string): Promise<readonly string[]> =>
  (await log.readStream(`seal-${workspaceId}`)).flatMap(({ data }) => data['ids'] as string[]);

/**
 * Waits until every fact of the workspace is sealed, and expects no findings. Verifying reads the whole log, which may
 * hold many other facts: so only then. EventStoreDB may show a fact in its stream a moment before it is in that order.
 */
export const sealedWhole = async (log: EventLog, workspaceId: string, count: number): Promise<void> => {
  await eventually(async () => expect((await sealedIds(log, workspaceId)).length).toBeGreaterThanOrEqual(count));
  await eventually(async () => {
    const { workspaces, findings } = await verifyLog(log);
    expect(findings.filter((finding) => finding.workspaceId === workspaceId)).toEqual([]);
    expect(workspaces.find(({ head }) => head.workspaceId === workspaceId)).toMatchObject({
      sealed: count,
      head: { count },
    });
  });
};

/** The chain grows and holds on every log. */
export const sealingContract = (makeLog: () => Promise<EventLog>): void => {
  describe('sealing contract', () => {
    let log: EventLog;
    beforeEach(async () => {
      log = await makeLog();
    });
    afterEach(() => log.close());

    it('seals what is appended, each workspace for itself, and no seal', async () => {
      const [ours, theirs, sealer] = [newId(), newId(), await sealerAtHead(log)];
      sealer.start();
      for (let count = 0; count < 10; count += 1) {
        await log.append(freshStream(), factsOf(ours, 2), 'no-stream');
        await log.append(freshStream(), factsOf(theirs, 1), 'no-stream');
      }
      await sealedWhole(log, ours, 20);
      await sealedWhole(log, theirs, 10);
      await sealer.stop();
      const sealed = await sealedIds(log, ours);
      expect(new Set(sealed).size).toBe(20);
      expect(sealed).toHaveLength(20);
    });

    it('holds many facts in one seal under load, and never so many that a log would not take it', async () => {
      const [workspaceId, sealer] = [newId(), await sealerAtHead(log)];
      await Promise.all(
        Array.from({ length: 30 }, () => log.append(freshStream(), factsOf(workspaceId, 40), 'no-stream')),
      );
      sealer.start();
      await sealedWhole(log, workspaceId, 1_200);
      await sealer.stop();
      for (const { data } of await log.readStream(`seal-${workspaceId}`))
        expect(JSON.stringify(data).length).toBeLessThan(100_000);
    });

    it('goes on where it ended, with and without its checkpoint', async () => {
      const [workspaceId, store] = [newId(), positionsInMemory()];
      const first = await sealerAtHead(log, store);
      const start = (await store.loadPosition('sealer')) as Position;
      let count = 0;
      const more = async (sealer: Sealer): Promise<void> => {
        await log.append(freshStream(), factsOf(workspaceId, 3), 'no-stream');
        sealer.start();
        await sealedWhole(log, workspaceId, (count += 3));
        await sealer.stop();
      };
      await more(first);
      await more(sealerOn(log, store));
      await store.savePosition('sealer', start);
      await more(sealerOn(log, store));
      await more(sealerOn(log, store));
    });

    it('seals nothing twice when several seal at once', async () => {
      const [workspaceId, sealers] = [
        newId(),
        [await sealerAtHead(log), await sealerAtHead(log), await sealerAtHead(log)],
      ];
      for (const sealer of sealers) sealer.start();
      for (let count = 0; count < 60; count += 1) await log.append(freshStream(), factsOf(workspaceId, 1), 'no-stream');
      await sealedWhole(log, workspaceId, 60);
      await Promise.all(sealers.map((sealer) => sealer.stop()));
      await sealedWhole(log, workspaceId, 60);
      expect(await sealedIds(log, workspaceId)).toHaveLength(60);
    });
  });
};
