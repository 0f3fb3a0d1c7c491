import { readReason, writeReason } from './parked-reason';

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
});
