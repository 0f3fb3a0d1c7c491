import { aLoss } from '../testing/read-as';
import { figure, firstLine, isoTime, isWebAddress, refusalCode } from './reading';

describe('from fields to data points', () => {
  it('tells a real zero from nothing, and both from what could not be read', () => {
    expect(figure(0, 'not-yet')).toEqual({ is: 'value', value: 0 });
    expect(figure(undefined, 'not-yet')).toEqual({ is: 'not-yet' });
    expect(figure(aLoss, 'not-yet')).toBe(aLoss);
  });

  it.each([
    ['2023-06-12T19:20:02+0000', '2023-06-12T19:20:02.000Z'],
    ['2026-08-01T10:00:00Z', '2026-08-01T10:00:00.000Z'],
    ['2023-06-12T19:20:02+0530', '2023-06-12T13:50:02.000Z'],
    ['yesterday', undefined],
    ['', undefined],
  ])('reads the time %p as %p', (said, read) => expect(isoTime(said)).toBe(read));

  it.each([
    ['https://scontent.cdninstagram.com/a.jpg?x=1', true],
    ['http://127.0.0.1:3100/p/1', true],
    ['javascript:alert(1)', false],
    ['data:text/html,x', false],
    ['//evil.example/a', false],
    ['https://', false],
  ])('takes %p for a web address: %p', (said, is) => expect(isWebAddress(said)).toBe(is));

  it('takes the first line that says something', () => {
    expect(firstLine('\n  \nשלום 🌈 world  \nmore')).toBe('שלום 🌈 world');
    expect(firstLine(undefined)).toBe('');
    for (const blank of [
      '\u200b',
      '\u2800',
      '\ufeff',
      '\u3164',
      '\u2060',
      '\u200f\u200e',
      ' \u00ad\u200d',
      '\u2800 \u2800',
      '\ufe0f',
    ])
      expect(firstLine(`${blank}\n${blank}\u2800\nNew drop ✨${blank === '\ufe0f' ? '' : '\u2800'}\nmore`)).toBe(
        'New drop ✨',
      );
    expect(firstLine('\u2800\n\u200b')).toBe('');
    expect(firstLine('one\u2028two')).toBe('one');
    expect(firstLine('👩\u200d🎤')).toBe('👩\u200d🎤');
  });

  it('cuts a long line between characters as people see them', () => {
    const family = '👨‍👩‍👧‍👦';
    const title = firstLine(family.repeat(60));
    expect(title.length).toBeLessThanOrEqual(200);
    expect(title.slice(0, -1).replaceAll(family, '')).toBe('');
    expect(title.endsWith('…')).toBe(true);
  });

  it('keeps an error code but not what was typed into the address', () => {
    expect(refusalCode('admin_policy_enforced')).toBe('admin_policy_enforced');
    expect(refusalCode('<script>')).toBe('unreadable');
    expect(refusalCode('x'.repeat(65))).toBe('unreadable');
  });
});
