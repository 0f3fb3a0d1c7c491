import { readInstagramCallback } from './instagram.callback';

describe('coming back from Instagram', () => {
  it.each([
    [{ code: 'AQabc#_', state: 's' }, { code: 'AQabc' }],
    [{ code: 'AQabc', state: 's' }, { code: 'AQabc' }],
    [
      {
        error: 'access_denied',
        error_reason: 'user_denied',
        error_description: 'The user denied your request',
        state: 's',
      },
      { denied: true },
    ],
    [{ error: 'access_denied', state: 's' }, { denied: true }],
    [{ error: 'access_denied', error_reason: 'account_not_supported' }, { refused: 'account_not_supported' }],
    [{ error: 'invalid_scope', code: 'AQabc' }, { refused: 'invalid_scope' }],
    [{ error: '<img src=x>' }, { refused: 'unreadable' }],
    [{ error: '' }, { refused: 'unreadable' }],
    [{ code: '#_' }, { refused: 'no-code' }],
    [{ code: '' }, { refused: 'no-code' }],
    [{}, { refused: 'no-code' }],
  ])('reads %p as %p', (query, expected) => expect(readInstagramCallback(query)).toEqual(expected));
});
