import type { Position, Reactor, Recorded } from '@linkage/event-sourcing';
import { closed, commented, eventually, InMemorySubjectKeys, opened, TestClock, type TicketFact, ticketContext, ticketFacts } from '@linkage/event-sourcing/testing';
import { temporaryFolder, testKernel, type TestKernel } from '../testing';

type Comment = Extract<Recorded<TicketFact>, { type: 'TicketCommented' }>;

describe('reactors', () => {
  let folder: ReturnType<typeof temporaryFolder>;
  let kernel: TestKernel;
  let seen: string[];
  const keys = new InMemorySubjectKeys();
  const clock = new TestClock();

  const reactor = (react: (fact: Comment) => Promise<void>, more: Partial<Reactor<TicketFact>> = {}): Reactor<TicketFact> => ({
    name: 'answer', streams: ['ticket-'], on: ['TicketCommented'], maxAgeMs: 3_600_000, react: (fact) => react(fact as Comment), ...more,
  });
  const remembering = async ({ data }: Comment): Promise<void> => void seen.push(data.text);
  const start = (...reactors: Reactor<TicketFact>[]): TestKernel => {
    kernel = testKernel({ facts: ticketFacts, reactors: reactors as unknown as NonNullable<Parameters<typeof testKernel>[0]['reactors']> }, { folder, keys, clock });
    return kernel;
  };
  const append = (id: string, ...facts: TicketFact[]) => kernel.log.append({ stream: `ticket-${id}`, facts, expected: 'any', context: ticketContext() });

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
    await eventually(async () => expect(await kernel.store.loadPosition('reactor:answer')).toBe('beginning'));
    await kernel.close();
    start();
    await append('1', commented('1', 'the very first'));
    await kernel.close();
    start(reactor(remembering));
    await kernel.settled();
    expect(seen).toEqual(['the very first']);
  });

  it('go on from now when the log is older than they are', async () => {
    start(reactor(remembering));
    await kernel.settled();
    await append('1', commented('1', 'before'));
    await kernel.settled();
    await kernel.consumers.stop();
    await kernel.store.savePosition('reactor:answer', '99' as Position);
    await kernel.close();
    start(reactor(remembering));
    await kernel.settled();
    await append('1', commented('1', 'after'));
    await kernel.settled();
    expect(seen).toEqual(['before', 'after']);
  });

  it('pass over what is too old', async () => {
    start(reactor(remembering, { maxAgeMs: 60_000 }));
    await kernel.settled();
    await kernel.close();
    start();
    await append('1', commented('1', 'old'));
    clock.advance(60_001);
    await append('1', commented('1', 'fresh'));
    await kernel.close();
    start(reactor(remembering, { maxAgeMs: 60_000 }));
    await kernel.settled();
    expect(seen).toEqual(['fresh']);
  });

  it('try again what was rejected, in order within a stream, while others go on', async () => {
    let failures = 2;
    start(reactor(async (fact) => {
      if (fact.data.text === 'hard' && failures-- > 0) throw new Error('not yet');
      seen.push(fact.data.text);
    }));
    await kernel.settled();
    await append('1', commented('1', 'hard'), commented('1', 'after it'));
    await append('2', commented('2', 'other'));
    await kernel.settled();
    expect(seen).toEqual(['other', 'hard', 'after it']);
    expect(await kernel.consumers.status()).toMatchObject([{ state: 'running', behind: false, lastError: { message: 'not yet', fact: { type: 'TicketCommented' } } }]);
  });

  it('never save a position beyond a fact that is not finished', async () => {
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
    // What was finished behind the unfinished one comes again: a reaction looks in the log whether it has done its work.
    expect(seen).toEqual(['easy', 'also easy', 'hard', 'also easy']);
  });

  it('run no more at once than they say', async () => {
    let [running, most] = [0, 0];
    start(reactor(async () => {
      running += 1;
      most = Math.max(most, running);
      await new Promise((resolve) => setImmediate(resolve));
      running -= 1;
    }, { concurrency: 3 }));
    await kernel.settled();
    await Promise.all(Array.from({ length: 20 }, (_, index) => append(`${index}`, commented(`${index}`))));
    await kernel.settled();
    expect(most).toBe(3);
  });

  it('are left to end what they have begun when the kernel stops', async () => {
    let begin: () => void = () => undefined;
    const begun = new Promise<void>((resolve) => { begin = resolve; });
    start(reactor(async (fact) => {
      begin();
      await new Promise((resolve) => setImmediate(resolve));
      seen.push(fact.data.text);
    }));
    await kernel.settled();
    await append('1', commented('1', 'begun'), closed('1'));
    await begun;
    await kernel.consumers.stop();
    expect(seen).toEqual(['begun']);
    expect(await kernel.store.loadPosition('reactor:answer')).toBe(await kernel.log.head());
  });
});
