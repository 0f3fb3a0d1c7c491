import { retryAfter, waitFrom } from './retry-at';

const now = new Date('2026-11-23T12:00:00Z');
const header = (value: string): Headers => new Headers({ 'retry-after': value });

describe('when to come again', () => {
  it.each([
    ['120', '2026-11-23T12:02:00.000Z'],
    ['0', '2026-11-23T12:00:01.000Z'],
    ['999999999', '2026-11-24T12:00:00.000Z'],
    ['Mon, 23 Nov 2026 13:00:00 GMT', '2026-11-23T13:00:00.000Z'],
    ['Mon, 23 Nov 2020 13:00:00 GMT', '2026-11-23T12:00:01.000Z'],
  ])('reads Retry-After %p', (value, at) => expect(retryAfter(header(value), now)?.toISOString()).toBe(at));

  it('says nothing without a readable header', () => {
    expect(retryAfter(new Headers(), now)).toBeUndefined();
    expect(retryAfter(header('soon'), now)).toBeUndefined();
  });

  it('waits at least a second and at most a day', () => {
    expect(waitFrom(now, -5).toISOString()).toBe('2026-11-23T12:00:01.000Z');
    expect(waitFrom(now, 1e12).toISOString()).toBe('2026-11-24T12:00:00.000Z');
  });
});
