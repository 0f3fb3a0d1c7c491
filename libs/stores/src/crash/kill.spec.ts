import { createInterface } from 'node:readline';
import { once } from 'node:events';
import { ticketFacts, ticketList } from '@linkage/event-sourcing/testing';
import { SqliteEventLog } from '../sqlite-log/sqlite-event-log';
import { temporaryFolder, testKernel } from '../testing';
import { runApart } from '../testing/run-apart';
import { allRows } from './all-rows';
import { SteadyKeys } from './steady-keys';

describe('kill -9 in the middle of 200 concurrent commands', () => {
  const folder = temporaryFolder();
  const writers = runApart('libs/stores/src/crash/writers-process.ts');
  afterAll(() => {
    writers.remove();
    folder.remove();
  });

  /** Starts the writers, kills them after `enough` answers and gives what was answered. */
  const answeredBefore = async (run: string, enough: number): Promise<readonly string[]> => {
    const child = writers.start([folder.path, run]);
    const answered: string[] = [];
    const lines = createInterface({ input: child.stdout! });
    lines.on('line', (line) => {
      if (answered.push(line) === enough) child.kill('SIGKILL');
    });
    await once(lines, 'line');
    expect(() => SqliteEventLog.open(folder.file('facts.db'))).toThrow('another Linkage writes to this data folder');
    const [, signal] = (await once(child, 'exit')) as [number | null, string | null];
    expect(signal).toBe('SIGKILL');
    return answered;
  };

  it('every answered command is there, none twice, and the read model equals a full replay', async () => {
    const answered = [
      ...(await answeredBefore('first', 1_500)),
      ...(await answeredBefore('second', 700)),
      ...(await answeredBefore('third', 3_000)),
    ];

    const kernel = testKernel({ facts: ticketFacts, projections: [ticketList] }, { folder, keys: new SteadyKeys() });
    const texts: string[] = [];
    for (let index = 0; index < 200; index += 1) {
      const facts = await kernel.log.readStream(`ticket-t${index}`);
      expect(facts.map(({ revision }) => revision)).toEqual(facts.map((_, revision) => revision));
      expect(new Set(facts.map(({ id }) => id)).size).toBe(facts.length);
      for (const { data } of facts) if ('text' in data) texts.push(String(data.text));
    }
    expect(new Set(texts).size).toBe(texts.length);
    const there = new Set(texts);
    expect(answered.filter((text) => !there.has(text))).toEqual([]);

    await kernel.settled();
    const other = temporaryFolder();
    const replayed = testKernel(
      { facts: ticketFacts, projections: [ticketList] },
      { log: kernel.log.port, folder: other, keys: new SteadyKeys() },
    );
    await replayed.settled();
    expect(await allRows(kernel.store, ticketList.collection)).toEqual(
      await allRows(replayed.store, ticketList.collection),
    );
    expect(await kernel.readModels.count(ticketList, { workspaceId: 'workspace-1' })).toBe(200);
    await replayed.stop();
    await replayed.store.close();
    other.remove();
    await kernel.close();
  }, 60_000);
});
