import type { EventLog, SubscribeOptions } from '../log/event-log.port';
import type { StoredFact } from '../facts/stored-fact';
import type { Position } from '../facts/fact';
import { eventually } from './eventually';
import { freshPrefix, freshStream, madeUpFacts } from './made-up-facts';

const following = (log: EventLog, options: SubscribeOptions) => {
  const seen: StoredFact[] = [];
  const batches: number[] = [];
  const at: { position: Position | null } = { position: options.after };
  const subscription = log.subscribe(options, async (facts, position) => {
    if (at.position !== null) expect(log.compare(position, at.position)).toBeGreaterThan(0);
    // A position that reading cannot reach would keep a consumer that reads up to it busy for ever.
    const newest = await log.head();
    expect(newest !== null && log.compare(position, newest) <= 0).toBe(true);
    seen.push(...facts);
    if (facts.length > 0) batches.push(facts.length);
    at.position = position;
  });
  return { seen, batches, at, subscription, ids: () => seen.map(({ id }) => id) };
};

export const subscribingContract = (logOf: () => EventLog): void => {
  describe('subscribe', () => {
    it('catches up and goes on live while others write: no gap, no double, in order', async () => {
      const [log, prefix] = [logOf(), freshPrefix()];
      const start = await log.head();
      const writer = async (): Promise<void> => {
        const stream = freshStream(prefix);
        for (let revision = 0; revision < 40; revision += 1)
          await log.append(stream, madeUpFacts(1), revision === 0 ? 'no-stream' : revision - 1);
      };
      const early = [writer(), writer()];
      await early[0];
      const followed = following(log, { after: start, prefixes: [prefix], batchSize: 7 });
      await Promise.all([...early, writer(), writer()]);
      await eventually(() => expect(followed.seen).toHaveLength(160));
      await followed.subscription.stop();
      expect(new Set(followed.ids()).size).toBe(160);
      expect(Math.max(...followed.batches)).toBeLessThanOrEqual(7);
      const next = new Map<string, number>();
      for (const { stream, revision } of followed.seen) {
        expect(revision).toBe(next.get(stream) ?? 0);
        next.set(stream, revision + 1);
      }
    });

    it('goes on behind the position it is given', async () => {
      const [log, prefix] = [logOf(), freshPrefix()];
      const [name, facts] = [freshStream(prefix), madeUpFacts(3)];
      const { position } = await log.append(name, facts.slice(0, 2), 'no-stream');
      await log.append(name, facts.slice(2), 1);
      const followed = following(log, { after: position, prefixes: [prefix] });
      await eventually(() => expect(followed.seen).toHaveLength(1));
      await followed.subscription.stop();
      expect(followed.seen[0]).toMatchObject({ ...facts[2], stream: name, revision: 2 });
    });

    it('gives only streams of the wanted prefixes', async () => {
      const [log, wanted, also] = [logOf(), freshPrefix(), freshPrefix()];
      const followed = following(log, { after: await log.head(), prefixes: [wanted, also] });
      await log.append(freshStream(wanted), madeUpFacts(1, 'Wanted'), 'no-stream');
      await log.append(freshStream(), madeUpFacts(1, 'Other'), 'no-stream');
      await log.append(freshStream(also), madeUpFacts(1, 'Also'), 'no-stream');
      await eventually(() => expect(followed.seen).toHaveLength(2));
      await followed.subscription.stop();
      expect(followed.seen.map(({ type }) => type)).toEqual(['Wanted', 'Also']);
    });

    it.each([[undefined], [['']], [[freshPrefix(), '']]])(
      'gives every stream for the prefixes %j',
      async (prefixes) => {
        const [log, streams] = [logOf(), [freshStream(), freshStream()]];
        const followed = following(log, { after: await log.head(), ...(prefixes && { prefixes }) });
        for (const stream of streams) await log.append(stream, madeUpFacts(1), 'no-stream');
        await eventually(() =>
          expect(followed.seen.map(({ stream }) => stream)).toEqual(expect.arrayContaining(streams)),
        );
        await followed.subscription.stop();
      },
    );

    it('says how far it has looked, although nothing matched', async () => {
      const [log, other] = [logOf(), freshPrefix()];
      const followed = following(log, { after: await log.head(), prefixes: [freshPrefix()] });
      const { position } = await log.append(freshStream(other), madeUpFacts(1), 'no-stream');
      for (let more = 0; more < 99; more += 1) await log.append(freshStream(other), madeUpFacts(1), 'no-stream');
      await eventually(() => followed.at.position !== null && log.compare(followed.at.position, position) >= 0);
      await followed.subscription.stop();
      expect(followed.seen).toEqual([]);
    });

    it('gives one batch at a time', async () => {
      const [log, prefix] = [logOf(), freshPrefix()];
      const start = await log.head();
      let [running, most, seen] = [0, 0, 0];
      const subscription = log.subscribe({ after: start, prefixes: [prefix], batchSize: 2 }, async (facts) => {
        running += 1;
        most = Math.max(most, running);
        await new Promise((resolve) => setImmediate(resolve));
        running -= 1;
        seen += facts.length;
      });
      await Promise.all(Array.from({ length: 20 }, () => log.append(freshStream(prefix), madeUpFacts(1), 'no-stream')));
      await eventually(() => expect(seen).toBe(20));
      await subscription.stop();
      expect(most).toBe(1);
    });

    it('gives a slow handler every fact, however much of others is in between', async () => {
      const [log, prefix, others] = [logOf(), freshPrefix(), freshStream()];
      const start = await log.head();
      const written: string[] = [];
      for (let round = 0; round < 40; round += 1) {
        const facts = madeUpFacts(3);
        await log.append(freshStream(prefix), facts, 'no-stream');
        written.push(...facts.map(({ id }) => id));
        await log.append(others, madeUpFacts(round % 2 === 0 ? 1 : 40), 'any');
      }
      const seen: string[] = [];
      const options = { after: start, prefixes: [prefix], batchSize: 1 };
      const subscription = log.subscribe(options, async (facts) => {
        await new Promise((resolve) => setTimeout(resolve, 2));
        seen.push(...facts.map(({ id }) => id));
      });
      await eventually(() => expect(seen.at(-1)).toBe(written.at(-1)));
      await subscription.stop();
      expect(seen).toEqual(written);
    });

    it('ends with the error of its handler, and gives nothing more', async () => {
      const [log, prefix] = [logOf(), freshPrefix()];
      let calls = 0;
      const { done } = log.subscribe({ after: await log.head(), prefixes: [prefix], batchSize: 1 }, async (facts) => {
        if (facts.length === 0) return;
        calls += 1;
        throw new Error('the handler cannot');
      });
      await log.append(freshStream(prefix), madeUpFacts(3), 'no-stream');
      await expect(done).rejects.toThrow('the handler cannot');
      await log.append(freshStream(prefix), madeUpFacts(1), 'no-stream');
      expect(calls).toBe(1);
    });

    it('stops after the running batch', async () => {
      const [log, prefix] = [logOf(), freshPrefix()];
      let finish: () => void = () => undefined;
      const [started, seen]: [(() => void)[], string[]] = [[], []];
      const began = new Promise<void>((resolve) => started.push(resolve));
      const subscription = log.subscribe(
        { after: await log.head(), prefixes: [prefix], batchSize: 1 },
        async (facts) => {
          if (facts.length === 0) return;
          started[0]?.();
          await new Promise<void>((resolve) => {
            finish = resolve;
          });
          seen.push(...facts.map(({ id }) => id));
        },
      );
      await log.append(freshStream(prefix), madeUpFacts(3), 'no-stream');
      await began;
      const stopped = subscription.stop();
      finish();
      await stopped;
      await subscription.done;
      expect(seen).toHaveLength(1);
    });
  });
};
