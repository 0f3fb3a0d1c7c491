import { byDay, hourOf } from './by-day';
import { anItem } from './history.fixtures';
import { iconOf } from './kinds';

const at = (day: number, hour: number): string => new Date(2026, 9, day, hour, 5).toISOString();

it('puts facts under their day, in the order in which they come', () => {
  const items = [
    anItem('a', { at: at(14, 18) }),
    anItem('b', { at: at(14, 0) }),
    anItem('c', { at: at(13, 23) }),
    anItem('d', { at: at(1, 12) }),
  ];
  const days = byDay(items, new Date(2026, 9, 14, 20).getTime());
  expect(days.map(({ label, items: ofDay }) => [label, ofDay.map(({ factId }) => factId).join()])).toEqual([
    ['Today, Wednesday 14 October 2026', 'a,b'],
    ['Yesterday, Tuesday 13 October 2026', 'c'],
    ['Thursday 1 October 2026', 'd'],
  ]);
  expect(byDay(items, null).map(({ label }) => label)[0], 'no day of the past is today').toBe(
    'Wednesday 14 October 2026',
  );
  expect(hourOf(at(14, 18))).toBe('18:05');
});

it('knows an icon for every kind, and a nearer one for some types', () => {
  expect([
    iconOf({ type: 'OfALaterVersion', kind: 'figures' }),
    iconOf({ type: 'SocialAccountAccessLost', kind: 'connections' }),
  ]).toEqual(['chart', 'alert']);
});
