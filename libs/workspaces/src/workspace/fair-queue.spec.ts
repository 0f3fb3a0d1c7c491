import { FairQueue, QueueFull } from './fair-queue';

/** Work that ends when it is told to, and a record of what was started. */
class Bench {
  readonly started: string[] = [];
  readonly sentAway: string[] = [];
  private readonly ends: (() => void)[] = [];
  private readonly all: Promise<void>[] = [];

  constructor(private readonly queue: FairQueue) {}

  ask(lane: string, name: string): void {
    const work = (): Promise<void> => {
      this.started.push(name);
      return new Promise((resolve) => this.ends.push(resolve));
    };
    this.all.push(
      this.queue.run(lane, work).catch((error: unknown) => {
        if (!(error instanceof QueueFull)) throw error;
        this.sentAway.push(name);
      }),
    );
  }

  async finish(): Promise<void> {
    const done = Promise.all(this.all);
    let isOver = false;
    void done.then(() => (isOver = true));
    while (!isOver) {
      this.ends.shift()?.();
      await new Promise((resolve) => setImmediate(resolve));
    }
  }
}

describe('a fair queue', () => {
  it('does one piece at a time', async () => {
    const bench = new Bench(new FairQueue({ perLane: 5, inAll: 5 }));
    for (const name of ['1', '2', '3']) bench.ask('a', name);
    expect(bench.started).toEqual(['1']);
    await bench.finish();
    expect(bench.started).toEqual(['1', '2', '3']);
  });

  it('lets lanes take turns, however long one is', async () => {
    const bench = new Bench(new FairQueue({ perLane: 50, inAll: 50 }));
    for (let index = 0; index < 20; index += 1) bench.ask('flood', `flood ${index}`);
    bench.ask('ana', 'ana 1');
    bench.ask('ben', 'ben 1');
    bench.ask('ana', 'ana 2');
    await bench.finish();
    expect(bench.started.slice(0, 7)).toEqual(['flood 0', 'flood 1', 'ana 1', 'ben 1', 'flood 2', 'ana 2', 'flood 3']);
    expect(bench.started).toHaveLength(23);
  });

  it('sends away what one lane has too much of, and nothing of the others', async () => {
    const bench = new Bench(new FairQueue({ perLane: 2, inAll: 50 }));
    for (let index = 0; index < 5; index += 1) bench.ask('flood', `flood ${index}`);
    bench.ask('ana', 'ana 1');
    await bench.finish();
    expect(bench.sentAway).toEqual(['flood 3', 'flood 4']);
    expect(bench.started).toEqual(['flood 0', 'flood 1', 'ana 1', 'flood 2']);
  });

  it('takes room from the longest lane when there is none left', async () => {
    const bench = new Bench(new FairQueue({ perLane: 5, inAll: 4 }));
    for (let index = 0; index < 5; index += 1) bench.ask('flood', `flood ${index}`);
    bench.ask('ana', 'ana 1');
    bench.ask('ben', 'ben 1');
    bench.ask('cem', 'cem 1');
    bench.ask('dan', 'dan 1');
    await bench.finish();
    expect(bench.sentAway.sort()).toEqual(['dan 1', 'flood 2', 'flood 3', 'flood 4']);
    expect(bench.started).toEqual(['flood 0', 'flood 1', 'ana 1', 'ben 1', 'cem 1']);
  });

  it('goes on after a failure', async () => {
    const queue = new FairQueue({ perLane: 5, inAll: 5 });
    const failing = queue.run('a', () => Promise.reject(new Error('broken')));
    const next = queue.run('a', async () => 'done');
    await expect(failing).rejects.toThrow('broken');
    expect(await next).toBe('done');
  });
});
