import { readTwitchCallback } from './twitch.callback';

describe('coming back from Twitch', () => {
  it.each([
    [
      { code: 'gulfwdmys5lsm6qyz4xiz9q32l10', state: 's', scope: 'user:read:email' },
      { code: 'gulfwdmys5lsm6qyz4xiz9q32l10' },
    ],
    [{ error: 'access_denied', error_description: 'The user denied you access', state: 's' }, { denied: true }],
    [{ error: 'redirect_mismatch' }, { refused: 'redirect_mismatch' }],
    [{ error: 'a b' }, { refused: 'unreadable' }],
    [{ code: '' }, { refused: 'no-code' }],
    [{}, { refused: 'no-code' }],
  ])('reads %p as %p', (query, expected) => expect(readTwitchCallback(query)).toEqual(expected));
});
