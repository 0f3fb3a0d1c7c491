import { bindingCookie, isBound } from './browser-binding.service';
import { hashed } from './pending-authorization.service';

const sent = (setCookie: string): string => setCookie.split(';')[0] ?? '';

describe('the cookie that binds an attempt to a browser', () => {
  it('is out of reach of scripts and of other sites, and goes to the callback only', () => {
    expect(bindingCookie('a1', 's3cret', 1800, false)).toBe(
      'linkage-connect-a1=s3cret; Max-Age=1800; Path=/api/oauth; HttpOnly; SameSite=Lax',
    );
    expect(bindingCookie('a1', 's3cret', 1800, true)).toBe(
      '__Host-linkage-connect-a1=s3cret; Max-Age=1800; Path=/; HttpOnly; Secure; SameSite=Lax',
    );
  });

  it('proves the browser, also among the cookies of other tabs', () => {
    const header = [
      'theme=dark',
      sent(bindingCookie('a2', 'other', 1800, false)),
      sent(bindingCookie('a1', 's3cret', 1800, false)),
    ].join('; ');
    expect(isBound(header, 'a1', hashed('s3cret'), false)).toBe(true);
    expect(isBound(header, 'a2', hashed('other'), false)).toBe(true);
  });

  it.each([
    ['no cookies', undefined],
    ['another secret', 'linkage-connect-a1=guess'],
    ['an empty one', 'linkage-connect-a1='],
    ['the cookie of another attempt', 'linkage-connect-a2=s3cret'],
    ['the plain name over https', 'linkage-connect-a1=s3cret', true],
  ])('proves nothing: %s', (_what, header, secure = false) => {
    expect(isBound(header, 'a1', hashed('s3cret'), secure)).toBe(false);
  });

  it('an absent cookie is not the same as an empty secret', () => {
    expect(isBound(undefined, 'a1', hashed(''), false)).toBe(false);
  });
});
