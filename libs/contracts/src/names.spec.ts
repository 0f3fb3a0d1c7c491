import { nameFault, tidied } from './names';

const fine = [
  'Nordlys Agency',
  'St. Gallen Studios',
  'A.B. Media',
  'S.p.A. Torino',
  'e.l.f. Cosmetics',
  'U.S.A. Brands',
  'Dr. Oetker',
  'No.1 Brands',
  'Brand 2.0',
  'Studio 3.5mm',
  'Yahoo!',
  'AT&T',
  'M·A·C',
  'What… if?',
  'Toys "R" Us',
  'Ben & Jerry’s / Vermont',
  'Time: Out',
  'Anna Meier, Ph.D.',
  'Jean-Luc O’Brien',
  'モーニング娘。',
  '田中 美咲',
  'محمد الفاروق',
  'د\u200Cا',
  '👩🏽‍🎤 Zoë',
  'x'.repeat(200),
];

const withAddress = [
  'Your bank: log in at http://evil',
  'Your bank https://evil.example/login',
  'ftp://evil',
  'www.evil',
  'Win now at WWW.evil',
  'evil.com',
  'Your bank (evil.com)',
  'bank.example.co',
  'evil.com.',
  'EVIL.COM/login',
  'evil.рф',
  'банк.рф',
  'evil.xn--p1ai',
  'St.Gallen',
  'ingrid@nordlys.example',
  'ingrid@nordlys',
  '@nordlys',
  '192.0.2.1',
  'Call 192.0.2.1 now',
  // the same in other letters
  'ｅｖｉｌ．ｃｏｍ',
  'evil。com',
  'evil｡com',
  'evil․com',
  'evil\u200B.\u200Bcom',
  'evil.c\u00ADom',
  'ingrid＠nordlys',
  'http：//evil',
  '=?utf-8?Q?http=3A=2F=2Fevil=2Ecom?=',
  '=?UTF-8?b?ZXZpbC5jb20=?= Media',
];

const unprintable = [
  'Ann\r\nBcc: x@example.org',
  'Ann\u0000',
  'Ann\u0085',
  'Ann\u202Egpj.exe',
  'Ann\u2066Lee\u2069',
  'Ann\ud83d',
  'Ann\u2028Lee',
];

describe('a name that others are shown', () => {
  it.each(fine)('can be %j', (name) => expect(nameFault(name)).toBeNull());
  it.each(withAddress)('holds no address: %j', (name) => expect(nameFault(name)).toBe('address'));
  it.each(unprintable)('can be shown: %j is refused', (name) => expect(nameFault(name)).toBe('unprintable'));
  it.each(['', '   ', '\u200B', '\u2060\u00a0'])('is seen: %j is refused', (name) =>
    expect(nameFault(name)).toBe('empty'),
  );
  it('has an end', () => expect(nameFault('x'.repeat(201))).toBe('too-long'));
  it('is kept composed, without white space around it', () =>
    expect(tidied(' Zoe\u0308 van der Meer\u00a0')).toBe('Zo\u00eb van der Meer'));
});
