import { bounded } from './bounded';

describe('bounded work', () => {
  it('runs no more than the width at once and answers in order', async () => {
    let running = 0;
    let most = 0;
    const results = await bounded([...Array(20).keys()], 4, async (item) => {
      most = Math.max(most, ++running);
      await new Promise((resolve) => setImmediate(resolve));
      running--;
      return item * 2;
    });
    expect(results).toEqual([...Array(20).keys()].map((item) => item * 2));
    expect(most).toBe(4);
  });

  it('begins nothing new after a failure and fails with it', async () => {
    const begun: number[] = [];
    const work = bounded([0, 1, 2, 3, 4, 5], 2, async (item) => {
      begun.push(item);
      await Promise.resolve();
      if (item === 1) throw new Error('second');
    });
    await expect(work).rejects.toThrow('second');
    expect(begun.length).toBeLessThan(5);
  });

  it('bears nothing to do', async () => expect(await bounded([], 4, () => Promise.resolve(1))).toEqual([]));
});
