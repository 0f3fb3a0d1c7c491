import { factDigest } from '../audit-chain/fact-digest';
import { type EventLog, RevisionConflict } from '../log/event-log.port';
import { freshStream, madeUpFacts } from './made-up-facts';

export const appendingContract = (logOf: () => EventLog): void => {
  describe('append', () => {
    const ids = async (stream: string) => (await logOf().readStream(stream)).map(({ id }) => id);

    it('gives back exactly what was stored, with its place', async () => {
      const [log, stream, facts] = [logOf(), freshStream(), madeUpFacts(3)];
      const appended = await log.append(stream, facts, 'no-stream');
      const read = await log.readStream(stream);
      expect(read.map(({ position: _, ...rest }) => rest)).toEqual(
        facts.map((fact, revision) => ({ ...fact, stream, revision })),
      );
      expect(appended).toEqual({ revision: 2, position: read[2]?.position });
    });

    it('gives back what has the same digest as what was stored, whatever is in it', async () => {
      const [log, stream, facts] = [logOf(), freshStream(), madeUpFacts(1)];
      const data = {
        z: 1e21,
        a: -0,
        float: 0.1,
        big: 2 ** 53,
        list: [{ b: 1, a: [] }, null],
        '2': 'two',
        '10': 'ten',
        '': '',
        ключ: '\ud83d half',
        line: '\u2028\u0000',
      };
      const [fact] = facts.map((other) => ({ ...other, data }));
      await log.append(stream, [fact!], 'no-stream');
      const [read] = await log.readStream(stream);
      expect(factDigest(read!)).toBe(factDigest({ ...fact!, stream, revision: 0 }));
      expect(factDigest(JSON.parse(JSON.stringify(read)))).toBe(factDigest(read!));
    });

    it('counts on from the revision that was expected', async () => {
      const [log, stream] = [logOf(), freshStream()];
      await log.append(stream, madeUpFacts(2), 'no-stream');
      expect((await log.append(stream, madeUpFacts(1), 1)).revision).toBe(2);
      expect((await log.append(stream, madeUpFacts(1), 'any')).revision).toBe(3);
    });

    it('refuses another revision than the expected one, and then stores nothing', async () => {
      const [log, stream, first] = [logOf(), freshStream(), madeUpFacts(2)];
      await expect(log.append(stream, madeUpFacts(1), 0)).rejects.toEqual(new RevisionConflict(stream, 0, 'no-stream'));
      await log.append(stream, first, 'no-stream');
      for (const expected of ['no-stream', 0, 2] as const) {
        const conflict = await log.append(stream, madeUpFacts(2), expected).catch((error: unknown) => error);
        expect(conflict).toBeInstanceOf(RevisionConflict);
        expect(conflict).toMatchObject({ stream, expected, actual: 1 });
      }
      expect(await ids(stream)).toEqual(first.map(({ id }) => id));
    });

    it.each(['no-stream', 'any', 'the revision'] as const)(
      'answers a repeated append as the first one, expecting %s',
      async (expecting) => {
        const [log, stream, before, facts] = [logOf(), freshStream(), madeUpFacts(2), madeUpFacts(3)];
        if (expecting !== 'no-stream') await log.append(stream, before, 'no-stream');
        const expected = expecting === 'the revision' ? 1 : expecting;
        const first = await log.append(stream, facts, expected);
        expect(await log.append(stream, facts, expected)).toEqual(first);
        await log.append(stream, madeUpFacts(1), first.revision);
        expect(await log.append(stream, facts, expected)).toEqual(first);
        expect(await ids(stream)).toHaveLength(first.revision + 2);
      },
    );

    it('takes part of a known append together with something new for a conflict', async () => {
      const [log, stream, facts] = [logOf(), freshStream(), madeUpFacts(2)];
      await log.append(stream, facts, 'no-stream');
      await expect(log.append(stream, [...facts, ...madeUpFacts(1)], 'no-stream')).rejects.toBeInstanceOf(
        RevisionConflict,
      );
      await expect(log.append(stream, [...facts.slice(0, 1), ...madeUpFacts(1)], 'no-stream')).rejects.toBeInstanceOf(
        RevisionConflict,
      );
    });

    it('lets exactly one of many at the same revision through', async () => {
      const [log, stream] = [logOf(), freshStream()];
      const outcomes = await Promise.allSettled(
        Array.from({ length: 20 }, () => log.append(stream, madeUpFacts(2), 'no-stream')),
      );
      expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      for (const outcome of outcomes)
        if (outcome.status === 'rejected') expect(outcome.reason).toBeInstanceOf(RevisionConflict);
      expect(await ids(stream)).toHaveLength(2);
    });

    it('keeps everything of many writers to one stream and to many', async () => {
      const [log, shared] = [logOf(), freshStream()];
      const own = Array.from({ length: 50 }, () => freshStream());
      await Promise.all(
        own.flatMap((stream) => [
          log.append(shared, madeUpFacts(1), 'any'),
          log.append(stream, madeUpFacts(2), 'no-stream'),
        ]),
      );
      expect((await log.readStream(shared)).map(({ revision }) => revision)).toEqual(
        Array.from({ length: 50 }, (_, index) => index),
      );
      for (const stream of own) expect(await ids(stream)).toHaveLength(2);
    });

    it('orders positions as the appends came', async () => {
      const log = logOf();
      const first = await log.append(freshStream(), madeUpFacts(1), 'no-stream');
      const second = await log.append(freshStream(), madeUpFacts(2), 'no-stream');
      expect(log.compare(first.position, second.position)).toBeLessThan(0);
      expect(log.compare(second.position, first.position)).toBeGreaterThan(0);
      expect(log.compare(first.position, first.position)).toBe(0);
      expect(await log.head()).toBe(second.position);
      for (const { position } of [first, second]) expect(await log.hasReached?.(position)).not.toBe(false);
    });
  });
};
