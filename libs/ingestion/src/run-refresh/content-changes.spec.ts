import fc from 'fast-check';
import type { ContentFigures } from '@linkage/published-facts';
import { aPost, likes } from '../refresh/refresh.fixtures';
import { inParts } from './in-parts';
import { sameValue } from './same-value';
import { contentChanges, type SeenContent } from './content-changes';

const lost = { lost: 'unexpected', reportId: 'r1', retryAt: null } as const;
const seen = (contentId: string, figures: SeenContent['figures'], more: Partial<SeenContent> = {}): SeenContent => ({
  ...aPost(contentId),
  figures,
  ...more,
});

const known = (...posts: [contentId: string, figures: ContentFigures, gone?: 0 | 1][]) =>
  new Map(
    posts.map(([contentId, figures, gone = 0]) => [contentId, { ...aPost(contentId), accountId: 'a', figures, gone }]),
  );
const nothing = { discovered: [], changed: [], restored: [], metrics: [], missing: [] };

describe('what changed of the content', () => {
  it('a new post is discovered, with all figures that were read', () => {
    expect(contentChanges([seen('p1', likes(3))], known())).toEqual({
      ...nothing,
      discovered: [aPost('p1')],
      metrics: [{ contentId: 'p1', figures: likes(3) }],
    });
  });

  it('a known post with the same figures is nothing new', () => {
    expect(contentChanges([seen('p1', likes(3))], known(['p1', likes(3)]))).toEqual(nothing);
  });

  it('a known post that was edited is told with what is different now', () => {
    const other = { title: 'other', type: 'video', url: 'https://x.example/new', thumbnailUrl: null } as const;
    expect(contentChanges([seen('p1', likes(3), other)], known(['p1', likes(3)]))).toEqual({
      ...nothing,
      changed: [{ contentId: 'p1', title: 'other', type: 'video', url: 'https://x.example/new' }],
    });
  });

  it('what could not be read of a post, or is guessed, is no change', () => {
    const post = seen('p1', {}, { title: lost, url: lost, thumbnailUrl: lost, type: 'video', typeLost: lost });
    expect(contentChanges([post], known(['p1', {}])).changed).toEqual([]);
  });

  it('the same picture at an address that was signed anew is no change, another picture is', () => {
    const before = new Map([
      [
        'p1',
        {
          ...aPost('p1', { thumbnailUrl: 'https://ams.cdn.example/a.jpg?sig=1' }),
          accountId: 'a',
          figures: {},
          gone: 0 as const,
        },
      ],
    ]);
    const changed = (thumbnailUrl: string) => contentChanges([seen('p1', {}, { thumbnailUrl })], before).changed;
    expect(changed('https://fra.cdn.example/a.jpg?sig=2')).toEqual([]);
    expect(changed('https://ams.cdn.example/b.jpg?sig=1')).toHaveLength(1);
  });

  it('a post that was not found any more and is seen again is back', () => {
    expect(contentChanges([seen('p1', likes(3))], known(['p1', likes(3), 1]))).toEqual({
      ...nothing,
      restored: ['p1'],
    });
  });

  it('only the figures that differ are recorded', () => {
    expect(contentChanges([seen('p1', likes(4))], known(['p1', likes(3)])).metrics).toEqual([
      { contentId: 'p1', figures: { likes: { is: 'value', value: 4 } } },
    ]);
  });

  it('a figure that was not read stays as it was', () => {
    expect(contentChanges([seen('p1', { likes: { is: 'value', value: 3 } })], known(['p1', likes(3)])).metrics).toEqual(
      [],
    );
  });

  it('a value that became unavailable has changed', () => {
    expect(contentChanges([seen('p1', { likes: { is: 'not-offered' } })], known(['p1', likes(3)])).metrics).toEqual([
      { contentId: 'p1', figures: { likes: { is: 'not-offered' } } },
    ]);
  });

  it('a new post without any figure is discovered only', () => {
    expect(contentChanges([seen('p1', {})], known())).toEqual({ ...nothing, discovered: [aPost('p1')] });
  });

  it('a post that comes twice is recorded once', () => {
    const changes = contentChanges([seen('p1', likes(3)), seen('p1', likes(4))], known());
    expect(changes).toEqual({
      ...nothing,
      discovered: [aPost('p1')],
      metrics: [{ contentId: 'p1', figures: likes(4) }],
    });
  });
});

describe('what could not be read', () => {
  const of = (before: ContentFigures, figures: SeenContent['figures']) =>
    contentChanges([seen('p1', figures)], known(['p1', before]));
  const value = { is: 'value', value: 3 } as const;

  it('leaves what was known', () => {
    for (const before of [value, { is: 'below-threshold' }, { is: 'unexpected', reportId: 'r0' }] as const)
      expect(of({ reach: before }, { reach: lost })).toEqual({
        ...nothing,
        missing: [{ part: 'reach', reason: 'unexpected', reportId: 'r1', retryAt: null }],
      });
  });

  it('says why where nothing was known', () => {
    for (const before of [{}, { reach: { is: 'not-yet' } }] as const)
      expect(of(before, { reach: lost }).metrics).toEqual([
        { contentId: 'p1', figures: { reach: { is: 'unexpected', reportId: 'r1' } } },
      ]);
    expect(of({}, { reach: { ...lost, lost: 'permission-missing' } }).metrics).toEqual([
      { contentId: 'p1', figures: { reach: { is: 'permission-missing' } } },
    ]);
  });

  it.each(['not-yet', 'permission-missing'] as const)('a value outlasts %s, and the part is missing', (is) => {
    expect(of({ reach: value }, { reach: { is } })).toMatchObject({
      metrics: [],
      missing: [{ part: 'reach', reason: is, reportId: null }],
    });
    expect(of({ reach: { is: 'below-threshold' } }, { reach: { is } }).metrics).toHaveLength(1);
  });

  it('comes back as soon as it is read', () => {
    const before = { reach: { is: 'unexpected', reportId: 'r0' } } as const;
    expect(of(before, { reach: value })).toMatchObject({ metrics: [{ figures: { reach: value } }], missing: [] });
  });

  it('of a new post leaves the rest of it', () => {
    const post = seen(
      'p1',
      { likes: value, reach: lost },
      { title: lost, url: lost, thumbnailUrl: lost, typeLost: lost },
    );
    const { discovered, metrics, missing } = contentChanges([post], known());
    expect(discovered).toEqual([aPost('p1', { title: '' })]);
    expect(metrics).toEqual([
      { contentId: 'p1', figures: { likes: value, reach: { is: 'unexpected', reportId: 'r1' } } },
    ]);
    expect(missing.map(({ part }) => part)).toEqual(['type', 'title', 'url', 'thumbnailUrl', 'reach']);
  });

  it('may be the time: a new post has no place then, a known one keeps its place', () => {
    const post = seen('p1', likes(4), { publishedAt: lost });
    expect(contentChanges([post], known())).toMatchObject({
      discovered: [],
      metrics: [],
      missing: [{ part: 'publishedAt' }],
    });
    expect(contentChanges([post], known(['p1', likes(3)])).metrics).toHaveLength(1);
  });
});

describe('same value', () => {
  it('looks at what is said, not at the order or at undefined', () => {
    expect(sameValue({ a: 1, b: [1, { c: null }] }, { b: [1, { c: null }], a: 1, d: undefined })).toBe(true);
    for (const [one, other] of [
      [1, 2],
      [null, {}],
      [[], {}],
      [[1], [1, 2]],
      [{ a: 1 }, { a: 2 }],
      [{ a: 1 }, { b: 1 }],
      [undefined, {}],
      ['1', 1],
    ]) {
      expect(sameValue(one, other)).toBe(false);
    }
  });

  it('is true of every value and its JSON copy', () => {
    fc.assert(fc.property(fc.jsonValue(), (value) => sameValue(value, JSON.parse(JSON.stringify(value)))));
  });
});

describe('in parts', () => {
  it('keeps all items in order, within the limits', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ maxLength: 50 })),
        fc.integer({ min: 1, max: 9 }),
        fc.integer({ min: 1, max: 200 }),
        (items, most, length) => {
          const parts = inParts(items, { items: most, length });
          expect(parts.flat()).toEqual(items);
          for (const part of parts) {
            expect(part.length).toBeGreaterThan(0);
            expect(part.length).toBeLessThanOrEqual(most);
            if (part.length > 1)
              expect(part.reduce((sum, item) => sum + JSON.stringify(item).length, 0)).toBeLessThanOrEqual(length);
          }
        },
      ),
    );
  });
});
