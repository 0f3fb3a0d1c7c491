import type { Finding, Head } from '../audit-chain/finding';
import { verifyLog } from '../audit-chain/verify-log';
import type { EventLog } from '../log/event-log.port';
import type { StoredFact } from '../facts/stored-fact';
import { freshStream } from './made-up-facts';
import { factsOf, sealedWhole, sealerOn } from './sealing.contract';

/** Ways to change a log behind Linkage's back, by each adapter's own means. */
export interface Tampering {
  /** Replaces one character by another in what is stored. */
  change(fact: StoredFact, part: 'id' | 'type' | 'data' | 'meta', from: string, to: string): void;
  remove(...facts: readonly StoredFact[]): void;
  /** Moves all facts of a stream to another one. */
  rename(stream: string, to: string): void;
  /** Puts a fact before all others. */
  first(fact: StoredFact): void;
  /** Swaps two facts in the log. */
  swap(one: StoredFact, other: StoredFact): void;
}

interface TamperedLogs {
  readonly log: EventLog;
  /** Opens a tampered copy; the suite closes it. */
  tampered(how: (tampering: Tampering) => void): Promise<EventLog>;
}

/**
 * One change in a copy of the log, and the finding of `verifyLog`. The means are the adapter's, the findings are not.
 */
export const tamperEvidenceContract = (make: () => Promise<TamperedLogs>): void => {
  describe('tamper evidence contract', () => {
    const [ours, theirs] = ['workspace-ours', 'workspace-theirs'];
    let logs: TamperedLogs;
    let facts: readonly StoredFact[];
    let seals: readonly StoredFact[];
    let noted: readonly Head[];

    /**
     * Two workspaces with two streams each, written in turns and sealed in several seals; one unsealed fact at the
     * end.
     */
    beforeEach(async () => {
      logs = await make();
      const streams = [ours, theirs, ours, theirs].map((workspaceId) => ({ workspaceId, stream: freshStream() }));
      for (let round = 0; round < 3; round += 1) {
        const sealer = sealerOn(logs.log);
        for (const { workspaceId, stream } of streams) await logs.log.append(stream, factsOf(workspaceId, 2), 'any');
        sealer.start();
        await sealedWhole(logs.log, ours, (round + 1) * 4);
        await sealedWhole(logs.log, theirs, (round + 1) * 4);
        await sealer.stop();
      }
      await logs.log.append(streams[0]!.stream, factsOf(ours, 1), 'any');
      const all = (await logs.log.readAll({ limit: 500 })).facts.filter(({ meta }) => meta.ws === ours);
      facts = all.filter(({ type }) => type !== 'FactsSealed');
      seals = all.filter(({ type }) => type === 'FactsSealed');
      noted = (await verifyLog(logs.log)).workspaces.map(({ head }) => head);
    });
    afterEach(() => logs.log.close());

    const fact = (index: number): StoredFact => facts[index] as StoredFact;
    const seal = (index: number): StoredFact => seals[index] as StoredFact;
    const found = async (
      how: (tampering: Tampering) => void,
      expected: readonly Head[] = [],
    ): Promise<readonly Finding[]> => {
      const log = await logs.tampered(how);
      const { findings } = await verifyLog(log, { expected });
      await log.close();
      return findings;
    };
    const at = ({ id, stream, revision, position }: StoredFact) => ({ id, stream, revision, position });

    it('finds nothing in an untouched log, and says how much is not sealed yet', async () => {
      expect(await found(() => undefined, noted)).toEqual([]);
      const { workspaces } = await verifyLog(logs.log);
      expect(workspaces).toEqual([
        { head: { workspaceId: ours, count: 13, hash: expect.any(String) }, sealed: 12 },
        { head: { workspaceId: theirs, count: 12, hash: expect.any(String) }, sealed: 12 },
      ]);
    });

    it.each([
      ['data', '"index":1', '"index":7'],
      ['data', 'Zoë', 'Zoe'],
      ['data', '{"index"', '["index"'],
      ['data', '"index"', '"Index"'],
      ['data', ':1', ': 1'],
      ['meta', 'member-1', 'member-2'],
      ['meta', '2026-01-15', '2026-01-16'],
      ['meta', '"cau":null', '"cau":nul1'],
      ['type', 'Happened', 'happened'],
      ['meta', 'workspace-ours', 'workspace-0urs'],
    ] as const)('finds that one byte of its %s was changed: %s to %s', async (part, from, to) => {
      const findings = await found((tampering) => tampering.change(fact(5), part, from, to));
      expect(findings).toEqual([
        { workspaceId: ours, damage: 'changed', fact: at(fact(5)), note: expect.stringMatching(/\.$/) },
      ]);
    });

    it('finds that a fact was given to another workspace', async () => {
      const findings = await found((tampering) => tampering.change(fact(5), 'meta', ours, theirs));
      expect(findings).toContainEqual({
        workspaceId: ours,
        damage: 'changed',
        fact: at(fact(5)),
        note: `It names the workspace ${theirs} now.`,
      });
      expect(findings).toContainEqual({
        workspaceId: theirs,
        damage: 'added',
        fact: at(fact(5)),
        note: expect.any(String),
      });
    });

    it('finds that one byte of an id was changed', async () => {
      const { id } = fact(5);
      const changed = `${id.slice(0, -1)}${id.endsWith('0') ? '1' : '0'}`;
      const findings = await found((tampering) => tampering.change(fact(5), 'id', id, changed));
      expect(findings).toEqual([
        {
          workspaceId: ours,
          damage: 'changed',
          fact: { ...at(fact(5)), id: changed },
          note: `It stands in the place of ${id}.`,
        },
      ]);
    });

    it.each([
      ['data', '"count":8', '"count":9'],
      ['data', '"head":"', '"head":"-'],
      ['data', '"ids":["0', '"ids":["1'],
      ['data', '"check":"', '"check":"_'],
      ['data', '"count"', '"Count"'],
      ['data', '"digests":["', '"digests":["_'],
      ['data', '{', '['],
      ['meta', 'sealer', 'member'],
      ['type', 'Facts', 'facts'],
    ] as const)('finds that a seal was changed: its %s, %s to %s', async (part, from, to) => {
      const findings = await found((tampering) => tampering.change(seal(1), part, from, to));
      expect(findings).toEqual([
        { workspaceId: ours, damage: 'seal changed', fact: at(seal(1)), note: expect.stringMatching(/\.$/) },
      ]);
    });

    it('finds that a seal was removed', async () => {
      const findings = await found((tampering) => tampering.remove(seal(1)));
      expect(findings).toEqual([
        { workspaceId: ours, damage: 'seal missing', fact: at(seal(2)), note: 'Seal 1 is gone: the next one is 2.' },
      ]);
    });

    it.each(['seal-workspace-0urs', 'teal-workspace-ours'])(
      'finds that all seals were put out of sight, in %s',
      async (stream) => {
        const findings = await found((tampering) => tampering.rename('seal-workspace-ours', stream));
        expect(findings).toEqual([
          {
            workspaceId: ours,
            damage: 'seal changed',
            fact: { ...at(seal(0)), stream },
            note: 'It is a seal and belongs to seal-workspace-ours.',
          },
        ]);
      },
    );

    it('finds that a stream got another name, and names its first fact', async () => {
      const { stream } = fact(0);
      const findings = await found((tampering) => tampering.rename(stream, `${stream}x`));
      expect(findings).toMatchObject([
        { workspaceId: ours, damage: 'changed', fact: { id: fact(0).id, stream: `${stream}x` } },
      ]);
    });

    it.each([
      [0, 'at the beginning'],
      [5, 'behind'],
      [11, 'behind'],
    ])('finds that fact %i was removed', async (index, where) => {
      const findings = await found((tampering) => tampering.remove(fact(index)));
      expect(findings).toEqual([
        {
          workspaceId: ours,
          damage: 'missing',
          fact: { id: fact(index).id, stream: null, revision: null, position: null },
          note: expect.stringContaining(where),
        },
      ]);
      if (index > 0) expect(findings[0]?.note).toContain(fact(index - 1).id);
    });

    it('finds that a whole stream was removed, and names its first fact', async () => {
      const { stream } = fact(0);
      const findings = await found((tampering) =>
        tampering.remove(...facts.filter((other) => other.stream === stream)),
      );
      expect(findings).toMatchObject([{ workspaceId: ours, damage: 'missing', fact: { id: fact(0).id } }]);
    });

    it.each([
      [4, 5],
      [2, 9],
    ])('finds that facts %i and %i were swapped', async (one, other) => {
      const findings = await found((tampering) => tampering.swap(fact(one), fact(other)));
      expect(findings).toMatchObject([
        { workspaceId: ours, damage: 'moved', fact: { id: fact(one).id, position: fact(other).position } },
      ]);
    });

    it.each([0, 1, 2])('finds that seal %i was put before what it sealed', async (index) => {
      const last = fact(4 * index + 3);
      const findings = await found((tampering) => tampering.swap(last, seal(index)));
      expect(findings).toEqual([
        {
          workspaceId: ours,
          damage: 'moved',
          fact: { ...at(last), position: seal(index).position },
          note: 'It stands behind the seal that says what it was.',
        },
      ]);
    });

    it('finds that two seals were swapped', async () => {
      expect(await found((tampering) => tampering.swap(seal(0), seal(1)))).toMatchObject([
        { workspaceId: ours, damage: 'moved', fact: { id: fact(4).id } },
      ]);
    });

    it.each([12, 5])('finds that fact %i was put before all others', async (index) => {
      expect(await found((tampering) => tampering.first(fact(index)))).toMatchObject([
        { workspaceId: ours, fact: { id: index === 12 ? fact(12).id : fact(0).id } },
      ]);
    });

    it('finds a fact that came between others afterwards', async () => {
      const findings = await found((tampering) => tampering.swap(fact(12), fact(5)));
      expect(findings).toMatchObject([
        { workspaceId: ours, damage: 'added', fact: { id: fact(12).id, position: fact(5).position } },
      ]);
    });

    it('sees a log that was cut off, or whose seals are gone, only by what was noted elsewhere', async () => {
      const cut = (tampering: Tampering): void => tampering.remove(...facts.slice(8), ...seals.slice(2));
      expect(await found(cut)).toEqual([]);
      expect(await found(cut, noted)).toEqual([
        { workspaceId: ours, damage: 'cut off', fact: null, note: 'There were 13 facts, now there are 8.' },
      ]);
      const rewrite = (tampering: Tampering): void => {
        tampering.change(fact(1), 'data', 'Zoë', 'Zoe');
        tampering.remove(...seals);
      };
      expect(await found(rewrite)).toEqual([]);
      expect(await found(rewrite, noted)).toEqual([
        {
          workspaceId: ours,
          damage: 'rewritten',
          fact: null,
          note: 'The history up to fact 13 is not the one that was noted.',
        },
      ]);
    });
  });
};
