import { personQuery } from './person-query';

it.each([
  [' 0190A000-0000-7000-8000-000000000001 ', 'Nordlys', { id: '0190a000-0000-7000-8000-000000000001' }],
  ['noor@alhadi.example', ' ', { email: 'noor@alhadi.example' }],
  ['noor@alhadi.example', 'Nordlys ', { email: 'noor@alhadi.example', workspace: 'Nordlys' }],
  ['•noor@alhadi.example', '', { email: '•noor@alhadi.example' }],
  ['Noor Alhadi', '', { name: 'Noor Alhadi' }],
  ['noor@', '', { name: 'noor@' }],
])('“%s” in “%s” asks for %j', (typed, workspace, asked) => expect(personQuery(typed, workspace)).toEqual(asked));
