import {
  type ConsumeOptions,
  type GroupConsumer,
  type GroupHandler,
  LeaveGroup,
  ParkFact,
} from '../log/consumer-groups.port';
import type { EventLog } from '../log/event-log.port';
import type { StoredFact } from '../facts/stored-fact';
import { newId } from '../facts/ids';
import { eventually } from './eventually';
import { freshPrefix, freshStream, madeUpFacts } from './made-up-facts';

/** Consumers of a group of its own, and the facts they were given. */
const aGroup = (logOf: () => EventLog) => {
  const [group, prefix] = [`group-${newId()}`, freshPrefix()];
  const seen: (StoredFact & { readonly by: string })[] = [];
  const consume = (
    by: string,
    work: GroupHandler = async () => undefined,
    more: Partial<ConsumeOptions> = {},
  ): GroupConsumer =>
    logOf().groups.consume(
      { group, prefixes: [prefix], from: 'now', firstPauseMs: 10, ...more },
      async (fact, given) => {
        await work(fact, given);
        seen.push({ ...fact, by });
      },
    );
  const made = () => eventually(async () => expect(await logOf().groups.state(group)).toBeDefined());
  const append = async (stream: string, count: number) =>
    (await logOf().append(stream, madeUpFacts(count), 'any')).position;
  const quiet = () => eventually(async () => expect((await logOf().groups.state(group))?.behind).toBe(false));
  return {
    group,
    prefix,
    seen,
    consume,
    made,
    append,
    quiet,
    revisionsOf: (name: string) => seen.flatMap(({ stream, revision }) => (stream === name ? [revision] : [])),
  };
};

export const groupsContract = (logOf: () => EventLog, reopen?: () => Promise<EventLog>): void => {
  describe('consumer groups', () => {
    let group: ReturnType<typeof aGroup>;
    beforeEach(() => {
      group = aGroup(logOf);
    });

    it('begin with the first fact, behind a position or now, once', async () => {
      const { consume, append, seen, prefix, quiet } = group;
      const stream = freshStream(prefix);
      const first = await append(stream, 1);
      await append(stream, 1);
      const others = [aGroup(logOf), aGroup(logOf)].map(({ group: name }) => name);
      consume('beginning', undefined, { from: null });
      consume('behind the first', undefined, { group: others[0] ?? '', from: first });
      consume('now', undefined, { group: others[1] ?? '' });
      for (const name of others) await eventually(async () => expect(await logOf().groups.state(name)).toBeDefined());
      await append(stream, 1);
      await eventually(() => expect(seen).toHaveLength(6));
      await quiet();
      const of = (name: string): number[] => seen.flatMap(({ by, revision }) => (by === name ? [revision] : []));
      expect([of('beginning'), of('behind the first'), of('now')]).toEqual([[0, 1, 2], [1, 2], [2]]);
    });

    it('share the facts of their prefixes: each goes to one consumer, those of a stream in order, one after the other', async () => {
      const { consume, made, append, seen, prefix, quiet, revisionsOf } = group;
      const busy = new Set<string>();
      const work: GroupHandler = async ({ stream }) => {
        expect(busy.has(stream)).toBe(false);
        busy.add(stream);
        await new Promise((resolve) => setTimeout(resolve, 1));
        busy.delete(stream);
      };
      const [one, other] = [consume('one', work), consume('other', work)];
      await made();
      const consumers = () => new Set(seen.map(({ by }) => by));
      // A stream may move while a consumer joins.
      await eventually(async () => {
        await Promise.all(Array.from({ length: 20 }, () => append(freshStream(prefix), 1)));
        expect(consumers()).toEqual(new Set(['one', 'other']));
      });
      await quiet();
      seen.length = 0;
      const streams = Array.from({ length: 20 }, () => freshStream(prefix));
      for (let round = 0; round < 5; round += 1)
        await Promise.all([...streams.map((stream) => append(stream, 2)), append(freshStream(), 1)]);
      await eventually(() => expect(seen).toHaveLength(200));
      await quiet();
      expect(new Set(seen.map(({ id }) => id)).size).toBe(200);
      for (const stream of streams) expect(revisionsOf(stream)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
      expect(consumers()).toEqual(new Set(['one', 'other']));
      await Promise.all([one.stop(), other.stop()]);
    });

    it('work on no more streams at once than a consumer wants', async () => {
      const { consume, made, append, seen, prefix } = group;
      let [running, most] = [0, 0];
      consume(
        'one',
        async () => {
          most = Math.max(most, (running += 1));
          await new Promise((resolve) => setTimeout(resolve, 1));
          running -= 1;
        },
        { concurrency: 3 },
      );
      await made();
      await Promise.all(Array.from({ length: 20 }, () => append(freshStream(prefix), 1)));
      await eventually(() => expect(seen).toHaveLength(20));
      expect(most).toBe(3);
    });

    it('try again what was rejected; the later facts of its stream wait, other streams do not', async () => {
      const { consume, made, append, seen, prefix } = group;
      const [hard, easy] = [freshStream(prefix), freshStream(prefix)];
      const attempts: number[] = [];
      let reject = true;
      consume('one', async ({ stream, revision }, { attempt }) => {
        if (stream !== hard || revision !== 0) return;
        attempts.push(attempt);
        if (reject) throw new Error('not yet');
      });
      await made();
      await append(hard, 2);
      await append(easy, 1);
      await eventually(() => expect(seen.map(({ stream }) => stream)).toEqual([easy]));
      await eventually(() => expect(attempts.length).toBeGreaterThan(1));
      reject = false;
      await eventually(() => expect(seen.map(({ stream }) => stream)).toEqual([easy, hard, hard]));
      expect(attempts).toEqual(attempts.map((_, index) => index + 1));
    });

    it('park what was rejected too often, or what need not be tried again; the stream goes on', async () => {
      const { group: name, consume, made, append, seen, prefix, quiet } = group;
      const [often, once] = [freshStream(prefix), freshStream(prefix)];
      let attempts = 0;
      consume(
        'one',
        async ({ stream, revision }) => {
          if (revision !== 0) return;
          if (stream === once) throw new ParkFact('it is of no use');
          attempts += 1;
          throw new Error('still not');
        },
        { tries: 3 },
      );
      await made();
      await append(often, 2);
      await eventually(() => expect(seen).toHaveLength(1));
      await append(once, 2);
      await eventually(() =>
        expect(seen.map(({ stream, revision }) => [stream, revision])).toEqual([
          [often, 1],
          [once, 1],
        ]),
      );
      await quiet();
      expect(attempts).toBe(3);
      await eventually(async () => expect((await logOf().groups.state(name))?.parked).toBe(2));
      const parked = await logOf().groups.parked(name);
      expect(parked.map(({ fact, reason }) => [fact.stream, fact.revision, reason])).toEqual([
        [often, 0, 'still not'],
        [once, 0, 'it is of no use'],
      ]);
      expect(parked[0]?.fact.data).toEqual(madeUpFacts(1)[0]?.data);
      expect(Date.parse(parked[0]?.at ?? '')).toBeGreaterThan(Date.now() - 3_600_000);
      expect(await logOf().groups.parked(name, 1)).toHaveLength(1);
    });

    it('give parked facts again when asked to, as often as they are parked', async () => {
      const { group: name, consume, made, append, seen, prefix, quiet } = group;
      let good = false;
      const replayed: boolean[] = [];
      consume('one', async (_, given) => {
        replayed.push(given.replayed);
        if (!good) throw new ParkFact('no');
      });
      await made();
      await append(freshStream(prefix), 1);
      for (let parked = 0; parked < 2; parked += 1) {
        await eventually(async () => expect((await logOf().groups.state(name))?.parked).toBe(1));
        good = parked === 1;
        expect(await logOf().groups.replayParked(name)).toBe(1);
        await eventually(() => expect(replayed).toHaveLength(parked + 2));
      }
      await eventually(() => expect(seen).toHaveLength(1));
      await quiet();
      expect(replayed).toEqual([false, true, true]);
      expect(await logOf().groups.parked(name)).toEqual([]);
      expect(await logOf().groups.replayParked(name)).toBe(0);
    });

    it('give what a consumer did not finish to another one, in order', async () => {
      const { consume, made, append, seen, prefix } = group;
      const stream = freshStream(prefix);
      let tried = 0;
      const failing = consume(
        'failing',
        async ({ revision }) => {
          if (revision === 0) return;
          tried += 1;
          throw new Error('not here');
        },
        { firstPauseMs: 60_000 },
      );
      await made();
      await append(stream, 4);
      await eventually(() => expect(tried).toBe(1));
      consume('working');
      await failing.stop();
      await failing.done;
      await eventually(() =>
        expect(seen.map(({ by, revision }) => [by, revision])).toEqual([
          ['failing', 0],
          ['working', 1],
          ['working', 2],
          ['working', 3],
        ]),
      );
    });

    it('let a consumer leave that cannot go on: what it had is given to another', async () => {
      const { consume, made, append, seen, prefix } = group;
      const leaving = consume('leaving', async () => {
        throw new LeaveGroup(new Error('not my kind of fact'));
      });
      await made();
      await append(freshStream(prefix), 1);
      await expect(leaving.done).rejects.toThrow('not my kind of fact');
      consume('staying');
      await eventually(() => expect(seen.map(({ by }) => by)).toEqual(['staying']));
    });

    it('keep what a consumer has begun until it ends, and then give it nothing more', async () => {
      const { consume, made, append, seen, prefix } = group;
      let [begun, end]: [boolean, () => void] = [false, () => undefined];
      const consumer = consume('one', async () => {
        begun = true;
        await new Promise<void>((resolve) => {
          end = resolve;
        });
      });
      await made();
      await append(freshStream(prefix), 2);
      await eventually(() => begun);
      const stopped = consumer.stop();
      end();
      await stopped;
      expect(seen).toHaveLength(1);
      consume('next');
      await eventually(() =>
        expect(seen.map(({ by, revision }) => [by, revision])).toEqual([
          ['one', 0],
          ['next', 1],
        ]),
      );
    });

    it('say that there is no such group', async () => {
      expect(await logOf().groups.state(group.group)).toBeUndefined();
      expect(await logOf().groups.parked(group.group)).toEqual([]);
      expect(await logOf().groups.replayParked(group.group)).toBe(0);
    });

    if (!reopen) return;
    it('go on where they were, also behind a fact that is not finished', async () => {
      const { group: name, consume, made, append, seen, prefix } = group;
      const [stuck, parked, other] = [freshStream(prefix), freshStream(prefix), freshStream(prefix)];
      let stuckTried = 0;
      const consumer = consume(
        'before',
        async ({ stream, revision }) => {
          if (stream === parked && revision === 0) throw new ParkFact('no');
          if (stream !== stuck) return;
          stuckTried += 1;
          throw new Error('not yet');
        },
        { firstPauseMs: 60_000 },
      );
      await made();
      await append(stuck, 1);
      await append(parked, 2);
      await append(other, 2);
      await eventually(() => expect(seen).toHaveLength(3));
      await eventually(() => expect(stuckTried).toBe(1));
      await consumer.stop();
      await reopen();
      await append(other, 1);
      consume('after');
      await eventually(() =>
        expect(seen.flatMap(({ by, stream, revision }) => (by === 'after' ? [[stream, revision]] : []))).toEqual([
          [stuck, 0],
          [other, 2],
        ]),
      );
      await eventually(async () => expect((await logOf().groups.state(name))?.parked).toBe(1));
      await logOf().groups.replayParked(name);
      await eventually(() => expect(seen.at(-1)).toMatchObject({ by: 'after', stream: parked, revision: 0 }));
    });
  });
};
