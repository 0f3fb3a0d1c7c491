import { z } from 'zod';
import { isLoss } from '../loss';
import {
  always,
  amount,
  byName,
  cell,
  count,
  flag,
  id,
  list,
  orNull,
  readable,
  shape,
  text,
  time,
  webAddress,
} from './index';
import { settle, unreadIn } from './settled';

const loss = { lost: 'unexpected', reportId: 'r1', retryAt: null } as const;

const answer = z.object({
  id: always(id),
  name: text,
  followers: always(count),
  share: amount,
  isPublic: flag,
  at: time,
  picture: webAddress,
  posts: list(shape({ id, likes: count })),
  byCountry: byName(count),
  rows: list(list(cell)),
  paging: orNull(shape({ next: text })),
});
const read = (body: object) => {
  const parsed = answer.parse(body);
  const unread = unreadIn(parsed);
  settle(parsed, loss);
  return { parsed, unread };
};

const good = {
  id: '1',
  name: 'Amélie',
  followers: '41702',
  share: 0.5,
  isPublic: true,
  at: '2026-11-20T09:30:00+0000',
  picture: 'https://cdn.example/a.jpg',
  posts: [{ id: '7', likes: 0, unheard_of: {} }, { id: 8 }],
  byCountry: { FR: 12 },
  rows: [['a', 1]],
  more: 'than we know',
};

describe('the fields of an answer', () => {
  it('are read as what they are; what is not known is ignored', () => {
    expect(read(good)).toEqual({
      parsed: {
        id: '1',
        name: 'Amélie',
        followers: 41_702,
        share: 0.5,
        isPublic: true,
        at: '2026-11-20T09:30:00.000Z',
        picture: 'https://cdn.example/a.jpg',
        posts: [{ id: '7', likes: 0 }, { id: '8' }],
        byCountry: { FR: 12 },
        rows: [['a', 1]],
      },
      unread: [],
    });
  });

  it('may be left out, but for those that always come', () => {
    const { parsed, unread } = read({ id: '1' });
    expect(parsed).toEqual({ id: '1', followers: loss });
    expect(unread).toEqual(['followers: nothing came, where there always is something']);
  });

  it('may be null where that says nothing else', () => {
    expect(read({ ...good, paging: null })).toEqual(read(good));
    expect(read({ ...good, paging: 5 }).parsed.paging).toEqual(loss);
  });

  it.each([
    ['name', 7],
    ['name', null],
    ['followers', 'many'],
    ['followers', -1],
    ['followers', null],
    ['share', {}],
    ['isPublic', 'yes'],
    ['at', 'yesterday'],
    ['picture', 'javascript:alert(1)'],
    ['picture', ['https://cdn.example/a.jpg']],
    ['posts', { data: [] }],
    ['posts', null],
    ['byCountry', [1]],
    ['rows', 'none'],
  ])('cost nothing but themselves: %s as %j', (name, raw) => {
    const { parsed, unread } = read({ ...good, [name]: raw });
    expect(parsed).toEqual({ ...read(good).parsed, [name]: loss });
    expect(unread).toEqual([expect.stringMatching(new RegExp(`^${name}: .* was promised, .* came$`))]);
    expect(JSON.stringify(unread)).not.toContain('alert');
  });

  it('cost their item, and an item costs itself', () => {
    const posts = [null, { id: '1', likes: 'x' }, 5, { id: {}, likes: 3 }, { id: '2', likes: 2 }];
    const { parsed, unread } = read({ ...good, posts, rows: [['a', null], 3] });
    expect(parsed.posts).toEqual([loss, { id: '1', likes: loss }, loss, { id: loss, likes: 3 }, { id: '2', likes: 2 }]);
    expect(parsed.rows).toEqual([['a', loss], loss]);
    expect(unread).toHaveLength(6);
    expect(isLoss(parsed.posts)).toBe(false);
    expect(readable(isLoss(parsed.posts) ? [] : parsed.posts).items).toHaveLength(3);
  });

  it('takes an empty text for none', () => {
    expect(read({ ...good, name: '', picture: '' }).parsed).toMatchObject({ name: undefined, picture: undefined });
  });
});
