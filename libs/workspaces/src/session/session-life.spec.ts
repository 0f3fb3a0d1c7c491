import { sessionEnd, usedAt } from './session-life';

const hour = 3_600_000;
const day = 24 * hour;

describe('the life of a session', () => {
  const fresh = { startedAt: 0, renewedAt: 0 };

  it('ends two weeks after its last use', () => {
    expect(sessionEnd(fresh)).toBe(14 * day);
    expect(sessionEnd({ startedAt: 0, renewedAt: 10 * day })).toBe(24 * day);
  });
  it('ends after 90 days at the latest', () => {
    expect(sessionEnd({ startedAt: 0, renewedAt: 89 * day })).toBe(90 * day);
  });
  it('is moved by use, but not written anew for each request', () => {
    expect(usedAt(fresh, 6 * hour - 1)).toBeUndefined();
    expect(usedAt(fresh, 6 * hour)).toEqual({ startedAt: 0, renewedAt: 6 * hour });
  });
});
