import { momentOf } from './as-of';
import { fieldsOf, momentFrom, usualMoments } from './moments';

const now = new Date(2026, 10, 23, 9, 43, 27).getTime();
const here = (hour: number, minute: number, day = 23, month = 11): string =>
  new Date(2026, month - 1, day, hour, minute).toISOString();

describe('moments to look back to', () => {
  it('are whole minutes, an hour to a month ago', () => {
    expect(usualMoments(now)).toEqual([
      { label: '1 hour ago', moment: here(8, 43) },
      { label: 'Yesterday', moment: here(9, 43, 22) },
      { label: '7 days ago', moment: here(9, 43, 16) },
      { label: '30 days ago', moment: new Date(now - (now % 60_000) - 30 * 86_400_000).toISOString() },
    ]);
  });

  it('come from fields in the zone of the viewer, and go back into them', () => {
    expect(momentFrom({ date: '2026-11-21', time: '09:05' }, now)).toEqual({ moment: here(9, 5, 21) });
    expect(fieldsOf(Date.parse(here(9, 5, 21)))).toEqual({ date: '2026-11-21', time: '09:05' });
  });

  it.each([[{ date: '', time: '09:00' }], [{ date: '2026-11-21', time: '' }], [{ date: '2026-13-41', time: '09:00' }]])(
    'are asked for where %j says none',
    (fields) => {
      expect(momentFrom(fields, now)).toEqual({ problem: 'Enter a date and a time.' });
    },
  );

  it('have been', () =>
    expect(momentFrom({ date: '2026-11-23', time: '09:44' }, now)).toEqual({ problem: 'This is in the future.' }));

  it.each([
    [null, null],
    ['', null],
    ['yesterday', null],
    ['12', null],
    ['2026-13-41T00:00:00Z', null],
    ['2026-11-21T10:00:00+01:00', '2026-11-21T09:00:00.000Z'],
  ])('stand in the address: %s', (text, moment) => expect(momentOf(text)).toBe(moment));
});
