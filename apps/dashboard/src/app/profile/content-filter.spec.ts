import { convertToParamMap } from '@angular/router';
import { asParameters, readContentView } from './content-filter';
import { dayOf, momentOf, shiftDay, showTimeZone } from '@linkage/ui';
import { dayEnd, dayStart, presets, rangeLabel, weekStart } from '../base/dates';

describe('which posts, in the address', () => {
  it.each([
    [{}, { types: [], from: undefined, to: undefined, deleted: false }],
    [{ deleted: 'only' }, { types: [], from: undefined, to: undefined, deleted: true }],
    [{ deleted: 'x' }, { types: [], from: undefined, to: undefined, deleted: false }],
    [
      { type: 'reels,image,poem,reels', from: '2026-11-01', to: '2026-11-23' },
      { types: ['reels', 'image'], from: '2026-11-01', to: '2026-11-23', deleted: false },
    ],
    [
      { type: 'poem', from: '1 Nov', to: '2026-13-45' },
      { types: [], from: undefined, to: undefined, deleted: false },
    ],
    [{ type: 'toString' }, { types: [], from: undefined, to: undefined, deleted: false }],
  ])('%j', (address, view) => expect(readContentView(convertToParamMap(address))).toEqual(view));

  it('asks for whole days where the viewer is', () => {
    expect(asParameters({ types: ['reels', 'image'], from: '2026-11-01', to: '2026-11-01', deleted: false })).toEqual({
      type: 'reels,image',
      from: dayStart('2026-11-01'),
      to: dayEnd('2026-11-01'),
    });
    expect(new Date(dayStart('2026-11-01')).getHours()).toBe(0);
    expect(Date.parse(dayEnd('2026-11-01')) - Date.parse(dayStart('2026-11-01'))).toBeGreaterThan(82_799_000);
    expect(asParameters({ types: [], from: undefined, to: undefined, deleted: false })).toEqual({});
    expect(asParameters({ types: [], from: undefined, to: undefined, deleted: true })).toEqual({ deleted: 'only' });
  });
});

describe('dates', () => {
  afterEach(() => showTimeZone(null));
  const now = new Date(2026, 10, 23, 9, 43).getTime();
  it('counts today as one of the days', () =>
    expect(presets(now, 'monday')[1]).toEqual({
      label: 'Last 7 days',
      range: { from: '2026-11-17', to: '2026-11-23' },
    }));
  it('are seven on each day of a year, at any hour, also when clocks are changed', () => {
    showTimeZone('Europe/Berlin');
    for (let day = '2026-01-01'; day <= '2026-12-31'; day = shiftDay(day, 1)) {
      for (const time of ['00:30', '01:30', '02:30', '03:30', '12:30', '23:30']) {
        const { from, to } = presets(momentOf(day, time), 'monday')[1]?.range ?? {};
        expect(to).toBe(day);
        expect((Date.parse(to ?? '') - Date.parse(from ?? '')) / 86_400_000).toBe(6);
      }
    }
  });
  it.each([
    ['monday', '2026-11-23'],
    ['sunday', '2026-11-22'],
    ['saturday', '2026-11-21'],
  ] as const)('a week that begins on %s', (firstDay, from) => {
    expect(weekStart('2026-11-23', firstDay)).toBe(from);
    expect(weekStart(from, firstDay)).toBe(from);
    expect(presets(now, firstDay)[0]).toEqual({ label: 'This week', range: { from, to: '2026-11-23' } });
  });
  it('begin and end by the time zone that was chosen', () => {
    showTimeZone('Asia/Tokyo');
    expect(dayStart('2026-11-23')).toBe('2026-11-22T15:00:00.000Z');
    expect(dayEnd('2026-11-23')).toBe('2026-11-23T14:59:59.999Z');
  });
  it('is the day of the viewer, also at night', () =>
    expect(dayOf(new Date(2026, 0, 1, 0, 5).getTime())).toBe('2026-01-01'));
  it.each([
    ['2026-11-01', '2026-11-23', /^1\s?–\s?23 Nov 2026$/u],
    ['2026-09-01', undefined, /^since 1 Sep 2026$/u],
    [undefined, '2026-11-23', /^until 23 Nov 2026$/u],
    [undefined, undefined, /^Any date$/u],
  ])('%s to %s', (from, to, text) => expect(rangeLabel(from, to)).toMatch(text));
});
