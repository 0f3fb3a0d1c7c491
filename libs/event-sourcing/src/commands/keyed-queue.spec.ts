import { setImmediate as tick } from 'node:timers/promises';
import { KeyedQueue } from './keyed-queue';

describe('a keyed queue', () => {
  it('keep the order within a lane, and run several at once, but not too many', async () => {
    const queue = new KeyedQueue(2);
    const [ended, running]: [string[], string[]] = [[], []];
    let most = 0;
    const work = (name: string) => () =>
      queue.inTurn(async () => {
        running.push(name);
        most = Math.max(most, running.length);
        await tick();
        running.splice(running.indexOf(name), 1);
        ended.push(name);
      });
    await Promise.all(['a1', 'a2', 'b1', 'c1', 'b2', 'a3'].map((name) => queue.run(name.slice(0, 1), work(name))));
    expect(most).toBe(2);
    expect(ended.filter((name) => name.startsWith('a'))).toEqual(['a1', 'a2', 'a3']);
    expect(ended.filter((name) => name.startsWith('b'))).toEqual(['b1', 'b2']);
  });

  it('go on after work that failed', async () => {
    const queue = new KeyedQueue(1);
    const failed = queue.run('a', async () => {
      throw new Error('no');
    });
    const next = queue.run('a', () => queue.inTurn(async () => 'done'));
    await expect(failed).rejects.toThrow('no');
    expect(await next).toBe('done');
  });
});
