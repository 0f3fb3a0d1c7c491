import { readTwitterCallback } from './twitter.callback';

it.each([
  [{ code: 'c', state: 's' }, { code: 'c' }],
  [{ error: 'access_denied', state: 's' }, { denied: true }],
  [{ error: 'server_error' }, { refused: 'server_error' }],
  [{ error: 'a b<c>' }, { refused: 'unreadable' }],
  [{ code: '' }, { refused: 'no-code' }],
  [{}, { refused: 'no-code' }],
])('reads the way back %j as %j', (query, answer) => expect(readTwitterCallback(query)).toEqual(answer));
