import { setTimeout as pause } from 'node:timers/promises';
import { verifyLog } from '../audit-chain/verify-log';
import type { EventLog } from '../log/event-log.port';
import type { StoredFact } from '../facts/stored-fact';
import { newId } from '../facts/ids';
import { exportLog } from '../log-transfer/export-log';
import { importLog } from '../log-transfer/import-log';
import { splitLines } from '../log-transfer/split-lines';
import { freshStream, madeUpFacts } from './made-up-facts';
import { factsOf, sealedWhole, sealerOn } from './sealing.contract';

const collected = async <T>(items: AsyncIterable<T>): Promise<T[]> => {
  const all: T[] = [];
  for await (const item of items) all.push(item);
  return all;
};

/** A file's content in chunks that ignore line ends; the last line may lack its end. */
const fileOf = (lines: readonly string[], end = '\n'): AsyncGenerator<string> => {
  const bytes = Buffer.from(lines.join('\n') + end);
  const pieces = async function* (): AsyncGenerator<Buffer> {
    for (let from = 0; from < bytes.length; from += 1_000) yield bytes.subarray(from, from + 1_000);
  };
  return splitLines(pieces());
};

const bare = (facts: readonly StoredFact[]): unknown[] => facts.map(({ position: _, ...rest }) => rest);
const everything = async (log: EventLog): Promise<readonly StoredFact[]> => (await log.readAll({ limit: 5_000 })).facts;

/**
 * Transfer of history between logs. `makeLog` opens an empty one each time; `atOnce` is how many facts this log may
 * be given in one turn.
 */
export const transferContract = (makeLog: () => Promise<EventLog>, atOnce: number): void => {
  describe('transfer contract', () => {
    let logs: EventLog[] = [];
    const open = async (): Promise<EventLog> => {
      const log = await makeLog();
      logs.push(log);
      return log;
    };
    afterEach(async () => {
      await Promise.all(logs.map((log) => log.close()));
      logs = [];
    });

    /** Streams that grow in turns, in two workspaces, sealed but for the newest fact. */
    const filled = async (rounds = 6): Promise<EventLog> => {
      const [log, ours, theirs] = [await open(), newId(), newId()];
      const streams = [ours, theirs, ours].map((workspaceId) => ({ workspaceId, stream: freshStream() }));
      for (let round = 0; round < rounds; round += 1) {
        for (const { workspaceId, stream } of streams)
          await log.append(stream, factsOf(workspaceId, 3), round === 0 ? 'no-stream' : round * 3 - 1);
      }
      const sealer = sealerOn(log);
      sealer.start();
      await sealedWhole(log, ours, rounds * 6);
      await sealedWhole(log, theirs, rounds * 3);
      await sealer.stop();
      await log.append(freshStream(), factsOf(ours, 1), 'no-stream');
      return log;
    };
    const taken = (log: EventLog, lines: AsyncIterable<string>) => importLog(log, lines, { atOnce });

    it('keeps ids, revisions and order, and the chains hold on the other side', async () => {
      const [from, to] = [await filled(), await open()];
      const lines = await collected(exportLog(from));
      expect(JSON.parse(lines[0] ?? '')).toEqual({ format: 'linkage-log', version: 1 });
      const all = await everything(from);
      expect(await taken(to, fileOf(lines))).toEqual({ there: 0, added: all.length });
      expect(bare(await everything(to))).toEqual(bare(all));
      expect(await verifyLog(to)).toEqual(await verifyLog(from));
      expect((await verifyLog(to)).findings).toEqual([]);
      expect(await collected(exportLog(to))).toEqual(lines);
    });

    it('leaves out what is appended while it is under way', async () => {
      const log = await open();
      await log.append(freshStream(), madeUpFacts(2), 'no-stream');
      const lines = exportLog(log);
      await lines.next();
      const rest = [];
      for await (const line of lines) {
        if (rest.length < 5) await log.append(freshStream(), madeUpFacts(1), 'no-stream');
        rest.push(line);
      }
      expect(rest.map((line) => JSON.parse(line))).toEqual([
        expect.objectContaining({ revision: 0 }),
        expect.objectContaining({ revision: 1 }),
        { end: true, facts: 2 },
      ]);
    });

    it.each([1, 7, 40, 52])('goes on where it was interrupted at line %i, and doubles nothing', async (at) => {
      const [from, to] = [await filled(), await open()];
      const lines = await collected(exportLog(from));
      const interrupted = async function* (): AsyncGenerator<string> {
        for (const line of lines.slice(0, at)) {
          await pause(0);
          yield line;
        }
        throw new Error('the plug was pulled');
      };
      await expect(taken(to, interrupted())).rejects.toThrow('the plug was pulled');
      const there = (await everything(to)).length;
      expect(await taken(to, fileOf(lines))).toEqual({ there, added: lines.length - 2 - there });
      expect(await taken(to, fileOf(lines))).toEqual({ there: lines.length - 2, added: 0 });
      expect(bare(await everything(to))).toEqual(bare(await everything(from)));
    });

    it('takes a file that begins with a byte order mark, and whose lines end as on Windows', async () => {
      const [from, to] = [await filled(), await open()];
      const [header, ...lines] = await collected(exportLog(from));
      await taken(to, fileOf([`\uFEFF${header}\r`, ...lines.map((line) => `${line}\r`)]));
      expect(bare(await everything(to))).toEqual(bare(await everything(from)));
    });

    it('refuses a file that goes on behind its closing line, but for empty lines', async () => {
      const [from, to] = [await filled(), await open()];
      const lines = await collected(exportLog(from));
      await expect(taken(to, fileOf([...lines, '', ...lines]))).rejects.toThrow(
        `Line ${lines.length} closes the export, but line ${lines.length + 2} follows it.`,
      );
      expect(await taken(to, fileOf([...lines, '', '\r']))).toEqual({ there: lines.length - 2, added: 0 });
    });

    it('does what has to be done beforehand once, and not when nothing is imported', async () => {
      const [from, to, other] = [await filled(), await open(), await open()];
      const done: number[] = [];
      const beforehand = async (): Promise<void> => void done.push((await everything(to)).length);
      const lines = await collected(exportLog(from));
      await expect(importLog(to, fileOf(['no export']), { atOnce, beforehand })).rejects.toThrow('this is no export');
      await other.append(freshStream(), madeUpFacts(1), 'no-stream');
      await expect(importLog(other, fileOf(lines), { atOnce, beforehand })).rejects.toThrow('holds other facts');
      expect(done).toEqual([]);
      await importLog(to, fileOf(lines), { atOnce, beforehand });
      expect(done).toEqual([0]);
      await importLog(to, fileOf(lines), { atOnce, beforehand });
      expect(done).toEqual([0, lines.length - 2]);
    });

    it('refuses a log that holds other facts, and says which', async () => {
      const [from, to] = [await filled(1), await open()];
      const [other] = madeUpFacts(1);
      await to.append('somewhere-else', [other!], 'no-stream');
      const [first] = await everything(from);
      await expect(taken(to, exportLog(from))).rejects.toThrow(
        `The log holds other facts than the file: where line 2 has ${first?.id} (revision 0 of ${first?.stream}), it has ${other?.id} (revision 0 of somewhere-else). Import into an empty log.`,
      );
      expect(await everything(to)).toHaveLength(1);
    });

    it.each<[string, (lines: string[]) => string[], string]>([
      [
        'is cut off within a line',
        (lines) => [...lines.slice(0, 5), lines[5]!.slice(0, 40)],
        'Line 6 is broken: it is no JSON object. It was changed or cut off',
      ],
      [
        'is cut off between lines',
        (lines) => lines.slice(0, 6),
        'The file ends behind line 6 without its closing line: it was cut off.',
      ],
      [
        'lacks a field',
        (lines) => [...lines.slice(0, 5), lines[5]!.replace('"ws"', '"Ws"'), ...lines.slice(6)],
        'Line 6 is broken: meta.ws names no workspace.',
      ],
      [
        'has an id that is none',
        (lines) => [...lines.slice(0, 5), lines[5]!.replace('"id":"0', '"id":"x'), ...lines.slice(6)],
        'Line 6 is broken: its id is no UUID.',
      ],
      ['lacks a line', (lines) => [...lines.slice(0, 5), ...lines.slice(6)], 'does not follow on what is in the log'],
      ['has a line twice', (lines) => [...lines.slice(0, 6), ...lines.slice(5)], 'Line 7: revision'],
    ])('names the line of a file that %s, and writes nothing of what follows', async (_, damage, words) => {
      const [from, to] = [await filled(2), await open()];
      const lines = await collected(exportLog(from));
      const damaged = fileOf(damage([...lines]), '');
      await expect(taken(to, damaged)).rejects.toThrow(words);
      const before = await everything(from);
      const there = await everything(to);
      expect(bare(there)).toEqual(bare(before.slice(0, there.length)));
      if (!words.startsWith('does'))
        expect(there).toHaveLength(words.includes('ends behind') || words.startsWith('Line 7') ? 5 : 4);
      await taken(to, fileOf(lines));
      expect(bare(await everything(to))).toEqual(bare(before));
    });

    it.each([
      [['{"format":"linkage-log","version":2}'], 'the export has format version 2, this Linkage reads version 1'],
      [['{"some":"json"}'], 'this is no export of a Linkage log'],
      [['no json'], 'this is no export of a Linkage log'],
      [[], 'this is no export of a Linkage log'],
      [
        ['{"format":"linkage-log","version":1}', '{"end":true,"facts":3}'],
        'Line 2 says that there are 3 facts, but 0 came before it',
      ],
    ])('refuses %j', async (lines, words) => {
      const to = await open();
      await expect(taken(to, fileOf(lines))).rejects.toThrow(words);
      expect(await everything(to)).toEqual([]);
    });
  });
};
