import { readYoutubeCallback } from './youtube.callback';

describe('coming back from Google', () => {
  it.each([
    [{ code: '4/0Axyz', state: 's', scope: 'email' }, { code: '4/0Axyz' }],
    [{ error: 'access_denied', state: 's' }, { denied: true }],
    [{ error: 'admin_policy_enforced' }, { refused: 'admin_policy_enforced' }],
    [{ error: 'org_internal', code: 'x' }, { refused: 'org_internal' }],
    [{ error: 'a b' }, { refused: 'unreadable' }],
    [{ code: '' }, { refused: 'no-code' }],
    [{}, { refused: 'no-code' }],
  ])('reads %p as %p', (query, expected) => expect(readYoutubeCallback(query)).toEqual(expected));
});
