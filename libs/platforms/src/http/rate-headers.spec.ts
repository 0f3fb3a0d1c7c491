import { metaRate, windowRate } from './rate-headers';

const now = new Date('2026-11-23T12:00:00Z');
const inMinutes = (minutes: number): Date => new Date(now.getTime() + minutes * 60_000);

describe('how far a budget of calls is used up', () => {
  const business = JSON.stringify({
    17841: [
      { type: 'instagram', call_count: 100, total_cputime: 20, total_time: 30, estimated_time_to_regain_access: 7 },
    ],
  });

  it('is in one of several headers at Meta: the fullest counts', () => {
    expect(metaRate(new Headers({ 'x-business-use-case-usage': business }), now)).toEqual({
      usedPercent: 100,
      freeAt: inMinutes(7),
    });
    const app = '{"call_count":28,"total_time":25,"total_cputime":25}';
    expect(metaRate(new Headers({ 'x-app-usage': app }), now)).toEqual({ usedPercent: 28, freeAt: null });
    const both = new Headers({ 'x-app-usage': app, 'x-business-use-case-usage': business });
    expect(metaRate(both, now)?.usedPercent).toBe(100);
  });

  it.each(['', '{', '[]', '{"1":5}', '{"1":[null,{"call_count":"x"}]}'])('is not said by %p', (header) =>
    expect(metaRate(new Headers({ 'x-business-use-case-usage': header }), now)?.usedPercent ?? 0).toBe(0),
  );

  const x = { limit: 'x-rate-limit-limit', remaining: 'x-rate-limit-remaining', reset: 'x-rate-limit-reset' };
  const twitch = { limit: 'ratelimit-limit', remaining: 'ratelimit-remaining', reset: 'ratelimit-reset' };
  const reset = String(inMinutes(5).getTime() / 1000);

  it.each([
    ['X', x, { 'x-rate-limit-limit': '75', 'x-rate-limit-remaining': '0', 'x-rate-limit-reset': reset }, 100],
    ['Twitch', twitch, { 'Ratelimit-Limit': '800', 'Ratelimit-Remaining': '200', 'Ratelimit-Reset': reset }, 75],
  ])('is counted in windows at %s', (_name, names, headers, usedPercent) => {
    expect(windowRate(new Headers(headers), names, now)).toEqual({ usedPercent, freeAt: inMinutes(5) });
  });

  it.each([{}, { 'x-rate-limit-limit': '0', 'x-rate-limit-remaining': '0' }, { 'x-rate-limit-limit': 'many' }])(
    'is not said by %j',
    (headers) => expect(windowRate(new Headers(headers as Record<string, string>), x, now)).toBeUndefined(),
  );
});
