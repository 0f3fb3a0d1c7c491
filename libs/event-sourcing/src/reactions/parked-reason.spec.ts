import { readReason, waitedTooLong, writeReason } from './parked-reason';

describe('the reason that is kept with a parked fact', () => {
  it('says how often it was tried, and what the last try said', () => {
    expect(writeReason(1, 'No.')).toBe('Tried 1 time. No.');
    expect(readReason(writeReason(12, 'The server said:\n550 to noa@example.com'))).toEqual({
      attempts: 12,
      message: 'The server said:\n550 to [e-mail]',
    });
  });

  it('may be one from before that was noted', () => {
    expect(readReason('Refused by noa@example.com')).toEqual({ attempts: null, message: 'Refused by [e-mail]' });
  });

  it.each([
    [1_000, '1 second'],
    [60_000, '1 minute'],
    [90_000, '90 seconds'],
    [3_600_000, '1 hour'],
    [86_400_000, '24 hours'],
    [7 * 86_400_000, '7 days'],
    [1_499, '1 second'],
  ])('tells %d ms as %s', (milliseconds, words) =>
    expect(waitedTooLong(milliseconds)).toBe(`It waited for longer than ${words} before it came to its turn.`),
  );
});
