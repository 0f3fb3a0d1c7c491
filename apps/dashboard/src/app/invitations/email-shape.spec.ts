import { isEmailAddress } from '@linkage/contracts';
import { looksLikeEmail } from './email-shape';

const valid = [
  'a@b.co', 'amelie@rousseau.example', "o'neil+tag@mail.example.co.uk", 'user_name-1@sub.domain.example', 'name/surname@example.com', 'user-@example.org', '{}~|#$&*=?^`@example.com', '"john..doe"@example.org',
  `${'1'.repeat(64)}@example.com`, `noa@${'a'.repeat(63)}.example.com`, 'Pelé@example.com', '用户@例子.广告', 'δοκιμή@παράδειγμα.δοκιμή', 'jörg@müller.example', 'संपर्क@डाटामेल.भारत', 'मुकेश@example.in', 'медведь@с-балалайкой.рф',
  'مثال@مثال.إختبار', 'x@xn--bcher-kva.example', 'user@xn--fsqu00a.xn--0zwm56d', 'user@straße.de',
];
const invalid = [
  '', 'amelie', 'amelie@', '@rousseau.example', 'amelie@rousseau', 'a b@c.example', 'a@b@c.example', '.a@b.example', 'a.@b.example', 'a..b@c.example', 'a@-b.example', 'a@b-.example', 'a@b..example', 'a@.example', 'a@b.c', 'a@b.123',
  'a@b.example.', 'a@[127.0.0.1]', 'Noa <noa@example.com>', 'a@b.example, c@d.example', 'javascript:alert(1)@example.com', 'just"not"right@example.com', 'i.like@but_they_are_not_allowed.com', 'user@ex|ample.com', '用户@例子', 'user＠example.com',
  `${'a'.repeat(65)}@b.example`, `a@${'b'.repeat(64)}.example`, `noa@${'a.'.repeat(130)}com`, 'a@example.com\nBcc: x@example.com', '\u202euser@example.com', 'user@exam\u200bple.com', 'us\u00a0er@example.com', 'us\ud800er@example.com',
];

describe('what looks like a complete e-mail, here and on the server', () => {
  it.each(valid)('%j', (email) => expect([looksLikeEmail(email), isEmailAddress(email)]).toEqual([true, true]));
  it.each(invalid)('not %j', (email) => expect([looksLikeEmail(email), isEmailAddress(email)]).toEqual([false, false]));
});
