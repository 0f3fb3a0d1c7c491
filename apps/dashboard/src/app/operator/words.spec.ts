import type { ConsumerOverview } from '@linkage/contracts';
import { lagInWords, summaryOf, timeLeft, triesInWords } from './words';

const one = (change: Partial<ConsumerOverview> = {}): ConsumerOverview => ({
  name: 'invitation-list',
  kind: 'projection',
  version: 1,
  state: 'running',
  position: '7',
  behind: false,
  lag: null,
  factsPerSecond: 0,
  parked: 0,
  rows: 1,
  lastError: null,
  build: null,
  ...change,
});

describe('words of the operator page', () => {
  it('say how far behind in what the log counts', () => {
    expect(lagInWords(one())).toBe('up to date');
    expect(lagInWords(one({ behind: true }))).toBe('some facts');
    expect(lagInWords(one({ behind: true, lag: { amount: 1, unit: 'facts' } }))).toBe('1 fact');
    expect(lagInWords(one({ behind: true, lag: { amount: 1_234, unit: 'facts' } }))).toBe('1,234 facts');
    expect(lagInWords(one({ behind: true, lag: { amount: 4_097, unit: 'bytes' } }))).toBe('5 KiB');
  });

  it('sum it up', () => {
    expect(summaryOf(null)).toBe('Asking the server …');
    expect(summaryOf([one(), one()])).toBe('All 2 are running');
    expect(summaryOf([one({ parked: 1 }), one({ parked: 2 }), one()])).toBe('3 in all: 3 facts parked');
    expect(summaryOf([one({ state: 'stopped' }), one({ state: 'building' })])).toBe(
      '2 in all: 1 stopped, 1 being rebuilt',
    );
  });

  it('guess the time that is left', () => {
    expect([null, 0, 30, 90, 7_000].map(timeLeft)).toEqual([
      '',
      'about 1 s left',
      'about 30 s left',
      'about 2 min left',
      'about 2 h left',
    ]);
  });
});

describe('how often a parked fact was tried', () => {
  it.each([
    [null, ''],
    [0, ', never tried'],
    [1, ' after one try'],
    [12, ' after 12 tries'],
  ])('%s: "Parked 2 h ago%s"', (attempts, words) => {
    expect(triesInWords(attempts)).toBe(words);
  });
});
