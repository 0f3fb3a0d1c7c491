import { convertToParamMap } from '@angular/router';
import { asParameters, readContentView } from './content-filter';
import { dayEnd, dayStart, isoDay, presets, rangeLabel } from '../base/dates';

describe('which posts, in the address', () => {
  it.each([
    [{}, { types: [], from: undefined, to: undefined }],
    [
      { type: 'reels,image,poem,reels', from: '2026-11-01', to: '2026-11-23' },
      { types: ['reels', 'image'], from: '2026-11-01', to: '2026-11-23' },
    ],
    [
      { type: 'poem', from: '1 Nov', to: '2026-13-45' },
      { types: [], from: undefined, to: undefined },
    ],
    [{ type: 'toString' }, { types: [], from: undefined, to: undefined }],
  ])('%j', (address, view) => expect(readContentView(convertToParamMap(address))).toEqual(view));

  it('asks for whole days where the viewer is', () => {
    expect(asParameters({ types: ['reels', 'image'], from: '2026-11-01', to: '2026-11-01' })).toEqual({
      type: 'reels,image',
      from: dayStart('2026-11-01'),
      to: dayEnd('2026-11-01'),
    });
    expect(new Date(dayStart('2026-11-01')).getHours()).toBe(0);
    expect(Date.parse(dayEnd('2026-11-01')) - Date.parse(dayStart('2026-11-01'))).toBeGreaterThan(82_799_000);
    expect(asParameters({ types: [], from: undefined, to: undefined })).toEqual({});
  });
});

describe('dates', () => {
  const now = new Date(2026, 10, 23, 9, 43).getTime();
  it('counts today as one of the days', () =>
    expect(presets(now)[0]).toEqual({ label: 'Last 7 days', range: { from: '2026-11-17', to: '2026-11-23' } }));
  it('is the day of the viewer, also at night', () =>
    expect(isoDay(new Date(2026, 0, 1, 0, 5).getTime())).toBe('2026-01-01'));
  it.each([
    ['2026-11-01', '2026-11-23', /^1\s?–\s?23 Nov 2026$/u],
    ['2026-09-01', undefined, /^since 1 Sep 2026$/u],
    [undefined, '2026-11-23', /^until 23 Nov 2026$/u],
    [undefined, undefined, /^Any date$/u],
  ])('%s to %s', (from, to, text) => expect(rangeLabel(from, to)).toMatch(text));
});
