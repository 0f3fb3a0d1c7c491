import { differing } from './merge-rows';

const row = (id: string, says: string, avatarUrl: string | null = null) => ({ id, says, avatarUrl });

it('rows differ that are new or say something else; a picture that has come is no news', () => {
  const before = [row('a', 'one'), row('b', 'two'), row('c', 'three')];
  const after = [row('a', 'one', '/pictures/a'), row('b', 'two!'), row('n', 'new')];
  expect(differing(before, after, ({ id }) => id)).toEqual(['b', 'n']);
});
