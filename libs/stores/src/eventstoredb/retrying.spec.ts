import type { Asking } from './retrying';
import { retrying } from './retrying';

describe('asking EventStoreDB', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('gives up when nothing is heard', async () => {
    const asked = retrying(() => new Promise<never>(() => undefined));
    const refused = expect(asked).rejects.toThrow('no answer within 6 s');
    await jest.advanceTimersByTimeAsync(6_000);
    await refused;
  });

  it('goes on while events arrive, however long the whole answer takes', async () => {
    let asking: Asking | undefined;
    let finish: (answer: string) => void = () => undefined;
    const asked = retrying((now) => {
      asking = now;
      return new Promise<string>((resolve) => (finish = resolve));
    });
    for (let second = 0; second < 60; second += 1) {
      if (asking) asking.heard += 1;
      await jest.advanceTimersByTimeAsync(1_000);
    }
    expect(asking?.givenUp).toBe(false);
    finish('all of it');
    expect(await asked).toBe('all of it');
  });

  it('gives up an answer that stops on its way', async () => {
    const asked = retrying((asking) => {
      asking.heard += 1;
      return new Promise<never>(() => undefined);
    });
    const refused = expect(asked).rejects.toThrow('no answer within 6 s');
    await jest.advanceTimersByTimeAsync(12_000);
    await refused;
  });
});
