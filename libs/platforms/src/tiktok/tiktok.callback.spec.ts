import { readTiktokCallback } from './tiktok.callback';

describe('coming back from TikTok', () => {
  it.each([
    [{ code: 'abc*1!4', state: 's', scopes: 'user.info.basic,video.list' }, { code: 'abc*1!4' }],
    [{ error: 'access_denied', error_description: 'User denied', state: 's' }, { denied: true }],
    [{ error: 'invalid_scope', errCode: '10007' }, { refused: 'invalid_scope' }],
    [{ error: 'a b' }, { refused: 'unreadable' }],
    [{ code: '' }, { refused: 'no-code' }],
    [{}, { refused: 'no-code' }],
  ])('reads %p as %p', (query, expected) => expect(readTiktokCallback(query)).toEqual(expected));
});
