import { isPersonal, personalWords } from './personal-words';

const words = personalWords(['Ana@Example.com', 'Ana Lima', 'Bright Brands']);

describe('words that strangers know of the owner of a password', () => {
  it('are e-mail and names, whole and in parts, longest first', () =>
    expect(words).toEqual([
      'ana@example.com',
      'bright brands',
      'ana lima',
      'example',
      'bright',
      'brands',
      'lima',
      'ana',
      'com',
    ]));

  it.each([
    'ana@example.com',
    'ANA@EXAMPLE.COM',
    '1ana@example.com!',
    'analima123',
    'Ana Lima 1990',
    'brightbrands2026',
    'ａｎａ＠ｅｘａｍｐｌｅ．ｃｏｍ',
    'ana.lima@example.com',
  ])('are all there is to %s', (password) => expect(isPersonal(password, words)).toBe(true));

  it.each(['correct horse battery', 'ana likes a correct horse', 'bananarama in a boat', 'short'])(
    'are not all there is to %s',
    (password) => expect(isPersonal(password, words)).toBe(false),
  );
});
