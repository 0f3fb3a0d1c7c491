import { StartLimits } from './start-limits.service';

describe('how often one link may start a connection', () => {
  it('ten times in a minute, thirty times in an hour', async () => {
    const limits = new StartLimits([
      { points: 2, duration: 60 },
      { points: 3, duration: 3_600 },
    ]);
    await limits.count('one');
    await limits.count('one');
    await expect(limits.count('one')).rejects.toMatchObject({
      kind: 'too-often',
      details: { retryAfterSeconds: expect.any(Number) },
    });
    await expect(limits.count('other')).resolves.toBeUndefined();
  });

  it('says in minutes what takes longer', async () => {
    const limits = new StartLimits([{ points: 1, duration: 3_600 }]);
    await limits.count('one');
    await expect(limits.count('one')).rejects.toMatchObject({
      message: 'Connect was pressed very often with this link. Try again in 60 minutes.',
    });
  });
});
