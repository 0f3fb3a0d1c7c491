import { newId, NotYet, type Position, type Reactor, type Recorded } from '@linkage/event-sourcing';
import {
  commented,
  eventually,
  InMemorySubjectKeys,
  opened,
  TestClock,
  type TicketFact,
  ticketContext,
  ticketFacts,
} from '@linkage/event-sourcing/testing';
import { temporaryFolder, testKernel, type TestKernel } from '../testing';

type Comment = Extract<Recorded<TicketFact>, { type: 'TicketCommented' }>;

describe('reactors', () => {
  let folder: ReturnType<typeof temporaryFolder>;
  let kernel: TestKernel;
  let seen: string[];
  const keys = new InMemorySubjectKeys();
  const clock = new TestClock();

  const reactor = (
    react: (fact: Comment) => Promise<void>,
    more: Partial<Reactor<TicketFact>> = {},
  ): Reactor<TicketFact> => ({
    name: 'answer',
    streams: ['ticket-'],
    on: ['TicketCommented'],
    maxAgeMs: 3_600_000,
    react: (fact) => react(fact as Comment),
    ...more,
  });
  const remembering = async ({ data }: Comment): Promise<void> => void seen.push(data.text);
  const start = (...reactors: Reactor<TicketFact>[]): TestKernel => {
    kernel = testKernel(
      {
        facts: ticketFacts,
        reactors: reactors as unknown as NonNullable<Parameters<typeof testKernel>[0]['reactors']>,
      },
      { folder, keys, clock },
    );
    return kernel;
  };
  const append = (id: string, ...facts: TicketFact[]) =>
    kernel.log.append({ stream: `ticket-${id}`, facts, expected: 'any', context: ticketContext() });

  beforeEach(() => {
    folder = temporaryFolder();
    seen = [];
  });
  afterEach(async () => {
    await kernel.close();
    folder.remove();
  });

  it('start at now, and afterwards miss nothing', async () => {
    start();
    await append('1', commented('1', 'before the first deployment'));
    await kernel.close();
    start(reactor(remembering));
    await kernel.settled();
    expect(seen).toEqual([]);
    await append('1', opened('1'), commented('1', 'live'));
    await kernel.settled();
    await kernel.close();
    start();
    await append('1', commented('1', 'while it was away'));
    await kernel.close();
    start(reactor(remembering));
    await kernel.settled();
    expect(seen).toEqual(['live', 'while it was away']);
  });

  it('miss nothing either when they were first deployed on an empty log', async () => {
    start(reactor(remembering));
    await eventually(async () =>
      expect(await kernel.log.port.groups.state('answer')).toMatchObject({ position: null }),
    );
    await kernel.close();
    start();
    await append('1', commented('1', 'the very first'));
    await kernel.close();
    start(reactor(remembering));
    await kernel.settled();
    expect(seen).toEqual(['the very first']);
  });

  it('take over the checkpoint that they kept in the read store before there were groups, once', async () => {
    start();
    const { position } = await append('1', commented('1', 'done long ago'));
    await append('1', commented('1', 'still to do'));
    await kernel.store.savePosition('reactor:answer', position);
    await kernel.close();
    for (let round = 0; round < 2; round += 1) {
      start(reactor(remembering));
      await kernel.settled();
      await kernel.close();
    }
    expect(seen).toEqual(['still to do']);
  });

  it('go on from now when the log is older than that checkpoint', async () => {
    start();
    await append('1', commented('1', 'before'));
    await kernel.store.savePosition('reactor:answer', '99' as Position);
    await kernel.close();
    start(reactor(remembering));
    await kernel.settled();
    await append('1', commented('1', 'after'));
    await kernel.settled();
    expect(seen).toEqual(['after']);
  });

  it('get a fact whose time has not come when it has, over a restart, and that is no trouble', async () => {
    const until = new Date(clock.now().getTime() + 10_000);
    let asked = 0;
    const inTime = reactor(async (fact) => {
      asked += 1;
      if (clock.now() < until) throw new NotYet(until);
      await remembering(fact);
    });
    start(inTime);
    await kernel.settled();
    await append('1', commented('1', 'held'), commented('1', 'behind it'));
    await append('2', commented('2', 'another stream'));
    await eventually(() => asked === 2);
    expect(await kernel.operations.status()).toContainEqual(
      expect.objectContaining({ name: 'answer', behind: true, parked: 0, lastError: null }),
    );
    await kernel.close();
    start(inTime);
    clock.set(until);
    await kernel.settled();
    expect(seen.filter((text) => text !== 'another stream')).toEqual(['held', 'behind it']);
    expect(seen).toHaveLength(3);
  });

  it('look at such a fact once, again when its time has come, and once a minute in case it comes sooner', async () => {
    let [now, asked, given] = [0, 0, 0];
    const performed = jest.spyOn(performance, 'now').mockImplementation(() => now);
    start();
    const { groups } = kernel.log.port;
    const consume = groups.consume.bind(groups);
    jest.spyOn(groups, 'consume').mockImplementation((options, handler) =>
      consume(options, (...delivery) => {
        given += 1;
        return handler(...delivery);
      }),
    );
    const givenAgain = async (): Promise<unknown> => {
      const before = given;
      return eventually(() => given > before + 1);
    };
    kernel.consumers.add({
      facts: {},
      projections: [],
      reactors: [
        reactor(async () => {
          asked += 1;
          throw new NotYet(new Date(clock.now().getTime() + 3_600_000));
        }) as never,
      ],
    });
    await eventually(async () => expect(await kernel.log.port.groups.state('answer')).toBeDefined());
    await append('1', commented('1', 'held'));
    await givenAgain();
    expect(asked).toBe(1);
    clock.advance(3_600_000);
    await eventually(() => asked === 2);
    clock.advance(-24 * 3_600_000);
    await givenAgain();
    expect(asked).toBe(2);
    now += 60_000;
    await eventually(() => asked === 3);
    performed.mockRestore();
  });

  /** Records a comment while the reactor is away for longer than it may take. */
  const missed = async (more: Partial<Reactor<TicketFact>>, react = remembering): Promise<void> => {
    start(reactor(react, { maxAgeMs: 60_000, ...more }));
    await kernel.settled();
    await kernel.close();
    start();
    await append('1', commented('1', 'old'));
    clock.advance(60_001);
    await append('1', commented('1', 'fresh'));
    await kernel.close();
    start(reactor(react, { maxAgeMs: 60_000, ...more }));
    await kernel.settled();
  };

  it('park what is too old when it first comes, without a try, and go on with the rest', async () => {
    await missed({});
    expect(seen).toEqual(['fresh']);
    expect(await kernel.operations.parked('answer')).toEqual([
      expect.objectContaining({
        attempts: 0,
        message: 'It waited for longer than 1 minute before it came to its turn.',
      }),
    ]);
    expect(await kernel.operations.status()).toMatchObject([
      {
        parked: 1,
        lastError: { message: expect.stringContaining('longer than 1 minute'), fact: { stream: 'ticket-1' } },
      },
    ]);
    await kernel.operations.replayParked('answer');
    await kernel.settled();
    expect(seen).toEqual(['fresh', 'old']);
  });

  it('work on what is too old all the same where late is as good as in time', async () => {
    await missed({ lateToo: true });
    expect(seen).toEqual(['old', 'fresh']);
    expect(await kernel.operations.status()).toMatchObject([{ parked: 0 }]);
  });

  it('say what was not done before they park it, however often that takes', async () => {
    const givenUp: string[] = [];
    let failures = 1;
    const giveUp = async (fact: Recorded<TicketFact>): Promise<boolean> => {
      if (failures-- > 0) throw new Error('the log is away');
      givenUp.push((fact as Comment).data.text);
      return true;
    };
    await missed({ giveUp });
    expect([givenUp, seen]).toEqual([['old'], ['fresh']]);
    expect(await kernel.operations.status()).toMatchObject([{ parked: 1 }]);
  });

  it('park nothing that turns out to be done already', async () => {
    await missed({ giveUp: async () => false });
    expect(seen).toEqual(['fresh']);
    expect(await kernel.operations.status()).toMatchObject([{ parked: 0, behind: false }]);
  });

  it('try again what was rejected, in order within a stream, while others go on', async () => {
    let failures = 2;
    start(
      reactor(async (fact) => {
        if (fact.data.text === 'hard' && failures-- > 0) throw new Error('not yet');
        seen.push(fact.data.text);
      }),
    );
    await kernel.settled();
    await append('1', commented('1', 'hard'), commented('1', 'after it'));
    await append('2', commented('2', 'other'));
    await kernel.settled();
    expect(seen).toEqual(['other', 'hard', 'after it']);
    expect(await kernel.operations.status()).toMatchObject([
      { state: 'running', behind: false, lastError: { message: 'not yet', fact: { type: 'TicketCommented' } } },
    ]);
  });

  it('park what still fails when it is too old, and try it again when asked to', async () => {
    let fail = true;
    let givenUp = 0;
    start(
      reactor(
        async (fact) => {
          if (fail) {
            clock.advance(60_001);
            throw new Error('the mail server is away');
          }
          seen.push(fact.data.text);
        },
        { maxAgeMs: 60_000, giveUp: async () => Boolean((givenUp += 1)) },
      ),
    );
    await kernel.settled();
    await append('1', commented('1', 'hard'));
    await kernel.settled();
    expect(await kernel.operations.status()).toMatchObject([
      { name: 'answer', parked: 1, lastError: { message: 'the mail server is away' } },
    ]);
    expect(await kernel.operations.parked('answer')).toEqual([
      {
        fact: { id: expect.any(String), type: 'TicketCommented', stream: 'ticket-1', position: expect.any(String) },
        attempts: 1,
        message: 'the mail server is away',
        recordedAt: expect.any(String),
        parkedAt: expect.any(String),
      },
    ]);
    expect(givenUp).toBe(1);
    fail = false;
    expect(await kernel.operations.replayParked('answer')).toBe(1);
    await kernel.settled();
    expect(seen).toEqual(['hard']);
    expect(await kernel.operations.status()).toMatchObject([{ parked: 0, behind: false }]);
    expect(() => kernel.operations.replayParked('unknown')).toThrow(
      'There is no reactor called unknown. There are: answer.',
    );
  });

  it('stand still at an unknown fact, and leave it to a program that knows it', async () => {
    start(reactor(remembering));
    await kernel.settled();
    await kernel.log.port.append(
      'ticket-9',
      [
        {
          id: newId(),
          type: 'TicketTeleported',
          data: {},
          meta: {
            v: 1,
            at: clock.now().toISOString(),
            ws: 'w',
            actor: { kind: 'system', id: 's' },
            cor: 'c',
            cau: null,
          },
        },
      ],
      'any',
    );
    await eventually(async () =>
      expect(await kernel.operations.status()).toMatchObject([
        { state: 'stopped', parked: 0, behind: true, lastError: { fact: { type: 'TicketTeleported' } } },
      ]),
    );
    await kernel.close();
    start();
    kernel.consumers.add({
      facts: { TicketTeleported: { version: 1 } },
      projections: [],
      reactors: [reactor(async ({ type }) => void seen.push(type), { on: ['TicketTeleported'] as never })],
    });
    await kernel.settled();
    expect(seen).toEqual(['TicketTeleported']);
  });

  it('do nothing twice that they have finished, also behind a fact that is not finished', async () => {
    let fail = true;
    const picky = reactor(async (fact) => {
      if (fail && fact.data.text === 'hard') throw new Error('not yet');
      seen.push(fact.data.text);
    });
    start(picky);
    await kernel.settled();
    await append('1', commented('1', 'easy'));
    await append('2', commented('2', 'hard'));
    await append('3', commented('3', 'also easy'));
    await eventually(() => expect(seen).toEqual(['easy', 'also easy']));
    await kernel.close();
    fail = false;
    start(picky);
    await kernel.settled();
    expect(seen).toEqual(['easy', 'also easy', 'hard']);
  });

  it('run no more at once than they say', async () => {
    let [running, most] = [0, 0];
    start(
      reactor(
        async () => {
          running += 1;
          most = Math.max(most, running);
          await new Promise((resolve) => setImmediate(resolve));
          running -= 1;
        },
        { concurrency: 3 },
      ),
    );
    await kernel.settled();
    await Promise.all(Array.from({ length: 20 }, (_, index) => append(`${index}`, commented(`${index}`))));
    await kernel.settled();
    expect(most).toBe(3);
  });

  it('are left to end what they have begun when the kernel stops', async () => {
    let begin: () => void = () => undefined;
    const begun = new Promise<void>((resolve) => {
      begin = resolve;
    });
    start(
      reactor(async (fact) => {
        begin();
        await new Promise((resolve) => setImmediate(resolve));
        seen.push(fact.data.text);
      }),
    );
    await kernel.settled();
    await append('1', commented('1', 'begun'));
    await begun;
    await kernel.consumers.stop();
    expect(seen).toEqual(['begun']);
    expect(await kernel.log.port.groups.state('answer')).toMatchObject({
      position: await kernel.log.head(),
      behind: false,
    });
  });
});
