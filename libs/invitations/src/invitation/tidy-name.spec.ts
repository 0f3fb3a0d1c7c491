import { tidyName } from './tidy-name';

describe('tidyName', () => {
  it.each(['noa.makes', '@noa', 'O’Brien <b>Bold</b>', '=HYPERLINK("x")', 'محمد الفاروق', '👩🏽‍🎤 Zoë', 'د\u200Cا'])(
    'keeps %s as typed',
    (name) => {
      expect(tidyName(name)).toBe(name);
    },
  );

  it('composes letters and drops white space around the name', () => {
    expect(tidyName(' Zoe\u0308 van der Meer\u00a0')).toBe('Zo\u00eb van der Meer');
  });

  it.each(['', '   ', '\u200B', '\u2060\u00a0'])('refuses a name of which nothing is seen: %j', (name) => {
    expect(() => tidyName(name)).toThrow(
      expect.objectContaining({ kind: 'invalid', code: 'invalid-request', details: { field: 'name' } }),
    );
  });

  it.each(['Ann\r\nBcc: x@example.org', 'Ann\u0000', 'Ann\u202Egpj.exe', 'Ann\ud83d', 'Ann\u2028Lee'])(
    'refuses what cannot be shown: %j',
    (name) => {
      expect(() => tidyName(name)).toThrow(
        expect.objectContaining({ kind: 'invalid', code: 'invalid-request', details: { field: 'name' } }),
      );
    },
  );
});
