import { createHmac } from 'node:crypto';
import { readSignedRequest } from './facebook-signed-request';

const secret = 'the-secret-of-the-app';
const encoded = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const signed = (payload: string, by = secret): string =>
  `${createHmac('sha256', by).update(payload).digest('base64url')}.${payload}`;
const said = { user_id: '218471', algorithm: 'HMAC-SHA256', issued_at: 1_795_420_800, expires: 1_795_424_400 };

describe('a signed request', () => {
  it('says whom it is about, and since when', () => {
    expect(readSignedRequest(signed(encoded(said)), secret)).toEqual({
      userId: '218471',
      issuedAt: new Date(1_795_420_800_000),
    });
    expect(readSignedRequest(signed(encoded({ user_id: 7, algorithm: 'hmac-sha256' })), secret)).toEqual({
      userId: '7',
      issuedAt: null,
    });
  });

  it.each([
    ['signed with another secret', signed(encoded(said), 'guessed')],
    ['not signed', `.${encoded(said)}`],
    ['changed after it was signed', `${signed(encoded(said)).split('.')[0]}.${encoded({ ...said, user_id: '1' })}`],
    ['of another algorithm', signed(encoded({ ...said, algorithm: 'none' }))],
    ['about nobody', signed(encoded({ algorithm: 'HMAC-SHA256' }))],
    ['no JSON', signed(Buffer.from('{').toString('base64url'))],
    ['a list', signed(Buffer.from('[]').toString('base64url'))],
    ['of three parts', `${signed(encoded(said))}.x`],
    ['empty', ''],
  ])('that is %s is none', (_name, request) => expect(readSignedRequest(request, secret)).toBeUndefined());
});
