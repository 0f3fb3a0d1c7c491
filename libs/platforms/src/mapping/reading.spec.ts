import { amount, count, figure, firstLine, isoTime, refusalCode, webAddress } from './reading';

describe('reading what came over the wire', () => {
  it.each([
    [0, 0],
    [12, 12],
    ['1420', 1420],
    ['0', 0],
    [3.6, 4],
    [-1, undefined],
    ['-1', undefined],
    ['', undefined],
    ['12k', undefined],
    [null, undefined],
    [undefined, undefined],
    [Number.NaN, undefined],
    [Infinity, undefined],
    [{}, undefined],
    [true, undefined],
  ])('reads %p as the count %p', (raw, read) => expect(count(raw)).toBe(read));

  it('keeps the fraction of an amount', () => expect(amount('12.25')).toBe(12.25));

  it('tells a real zero from nothing', () => {
    expect(figure(count(0), 'not-yet')).toEqual({ is: 'value', value: 0 });
    expect(figure(count(undefined), 'not-yet')).toEqual({ is: 'not-yet' });
  });

  it.each([
    ['2023-06-12T19:20:02+0000', '2023-06-12T19:20:02.000Z'],
    ['2026-08-01T10:00:00Z', '2026-08-01T10:00:00.000Z'],
    ['2023-06-12T19:20:02+0530', '2023-06-12T13:50:02.000Z'],
    ['yesterday', undefined],
    [undefined, undefined],
    [5, undefined],
  ])('reads the time %p as %p', (raw, read) => expect(isoTime(raw)).toBe(read));

  it.each([
    ['https://scontent.cdninstagram.com/a.jpg?x=1', 'https://scontent.cdninstagram.com/a.jpg?x=1'],
    ['http://127.0.0.1:3100/p/1', 'http://127.0.0.1:3100/p/1'],
    ['javascript:alert(1)', null],
    ['data:text/html,x', null],
    ['//evil.example/a', null],
    ['https://', null],
    [7, null],
    [undefined, null],
  ])('takes %p as the address %p', (raw, read) => expect(webAddress(raw)).toBe(read));

  it('takes the first line that says something', () => {
    expect(firstLine('\n  \nשלום 🌈 world  \nmore')).toBe('שלום 🌈 world');
    expect(firstLine(undefined)).toBe('');
  });

  it('cuts a long line between characters as people see them', () => {
    const family = '👨‍👩‍👧‍👦';
    const title = firstLine(family.repeat(60));
    expect(title.length).toBeLessThanOrEqual(200);
    expect(title.slice(0, -1).replaceAll(family, '')).toBe('');
    expect(title.endsWith('…')).toBe(true);
  });

  it('keeps an error code but not what somebody typed into the address', () => {
    expect(refusalCode('admin_policy_enforced')).toBe('admin_policy_enforced');
    expect(refusalCode('<script>')).toBe('unreadable');
    expect(refusalCode('x'.repeat(65))).toBe('unreadable');
  });
});
