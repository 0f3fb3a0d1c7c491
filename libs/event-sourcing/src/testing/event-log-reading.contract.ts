import type { EventLog } from '../log/event-log.port';
import type { Position } from '../facts/fact';
import { everythingAfter, freshPrefix, freshStream, madeUpFacts } from './made-up-facts';

export const readingContract = (logOf: () => EventLog): void => {
  describe('read', () => {
    const revisions = async (stream: string, options: Parameters<EventLog['readStream']>[1]) =>
      (await logOf().readStream(stream, options)).map(({ revision }) => revision);

    it('gives nothing of a stream that is not there', async () => {
      expect(await logOf().readStream(freshStream())).toEqual([]);
    });

    it('starts, ends and turns where it is told', async () => {
      const stream = freshStream();
      await logOf().append(stream, madeUpFacts(5), 'no-stream');
      expect(await revisions(stream, { from: 2 })).toEqual([2, 3, 4]);
      expect(await revisions(stream, { from: 1, limit: 2 })).toEqual([1, 2]);
      expect(await revisions(stream, { backwards: true })).toEqual([4, 3, 2, 1, 0]);
      expect(await revisions(stream, { backwards: true, limit: 2 })).toEqual([4, 3]);
      expect(await revisions(stream, { backwards: true, from: 2, limit: 2 })).toEqual([2, 1]);
      expect(await revisions(stream, { from: 5 })).toEqual([]);
    });

    it('answers however often it was asked', async () => {
      const [log, stream] = [logOf(), freshStream()];
      await log.append(stream, madeUpFacts(300), 'no-stream');
      for (let times = 0; times < 150; times += 1) {
        expect(await log.head()).not.toBeNull();
        expect(await log.readStream(stream, { backwards: true, limit: 1 })).toHaveLength(1);
        expect(await log.readStream(freshStream())).toEqual([]);
        expect((await log.readAll({ after: null, limit: 20 })).facts.length).toBeGreaterThan(0);
      }
    }, 30_000);

    it('says how much there is between two places', async () => {
      const log = logOf();
      const before = await log.head();
      const { position: first } = await log.append(freshStream(), madeUpFacts(1), 'no-stream');
      const { position: last } = await log.append(freshStream(), madeUpFacts(3), 'no-stream');
      const between = (after: Position | null, upTo: Position | null): number =>
        log.extent?.(after, upTo).amount ?? Number.NaN;
      expect(between(last, last)).toBe(0);
      expect(between(last, first)).toBe(0);
      expect(between(first, last)).toBeGreaterThan(0);
      expect(between(null, last)).toBe(between(null, before) + between(before, first) + between(first, last));
    });

    it('tells streams apart whose names begin alike', async () => {
      const [log, stream] = [logOf(), freshStream()];
      await log.append(stream, madeUpFacts(1), 'no-stream');
      await log.append(`${stream}0`, madeUpFacts(2), 'no-stream');
      expect(await log.readStream(stream)).toHaveLength(1);
    });

    it.each([1, 2, 7, 500])('reads the whole log in order, %i at a time', async (limit) => {
      const [log, prefix] = [logOf(), freshPrefix()];
      const start = await log.head();
      const written: string[] = [];
      for (const count of [1, 3, 2]) {
        const facts = madeUpFacts(count);
        await log.append(freshStream(prefix), facts, 'no-stream');
        written.push(...facts.map(({ id }) => id));
      }
      const read = await everythingAfter(log, start, [prefix], limit);
      expect(read.map(({ id }) => id)).toEqual(written);
      const [second] = await everythingAfter(log, read[0]?.position ?? null, [prefix], limit);
      expect(second?.id).toBe(written[1]);
    });

    it.each([[undefined], [['']], [[freshPrefix(), '']]])(
      'gives every stream for the prefixes %j',
      async (prefixes) => {
        const [log, streams] = [logOf(), [freshStream(), freshStream()]];
        const after = await log.head();
        for (const stream of streams) await log.append(stream, madeUpFacts(1), 'no-stream');
        const { facts } = await log.readAll({ after, ...(prefixes && { prefixes }), limit: 500 });
        expect(facts.map(({ stream }) => stream)).toEqual(expect.arrayContaining(streams));
      },
    );

    it('gives only streams of the wanted prefixes, and still moves on', async () => {
      const [log, wanted, also, other] = [logOf(), freshPrefix(), freshPrefix(), freshPrefix()];
      const start = await log.head();
      await log.append(freshStream(wanted), madeUpFacts(1, 'Wanted'), 'no-stream');
      await log.append(freshStream(other), madeUpFacts(30, 'Other'), 'no-stream');
      await log.append(freshStream(also), madeUpFacts(1, 'Also'), 'no-stream');
      const { position } = await log.append(freshStream(other), madeUpFacts(1, 'Other'), 'no-stream');
      expect((await everythingAfter(log, start, [wanted, also], 5)).map(({ type }) => type)).toEqual([
        'Wanted',
        'Also',
      ]);
      expect(await everythingAfter(log, start, [freshPrefix()], 5)).toEqual([]);
      const last = await log.readAll({ after: position, prefixes: [wanted], limit: 5 });
      expect(last).toEqual({ facts: [], next: position, end: true });
    });
  });
};
