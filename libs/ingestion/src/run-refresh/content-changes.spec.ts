import fc from 'fast-check';
import type { ContentFigures } from '@linkage/published-facts';
import { aPost, likes } from '../refresh/refresh.fixtures';
import { inParts } from './in-parts';
import { sameValue } from './same-value';
import { contentChanges } from './content-changes';

const known = (...posts: [string, ContentFigures][]) =>
  new Map(posts.map(([contentId, figures]) => [contentId, { figures }]));

describe('what changed of the content', () => {
  it('a new post is discovered, with all figures that were read', () => {
    expect(contentChanges([{ item: aPost('p1'), figures: likes(3) }], known())).toEqual({
      discovered: [aPost('p1')],
      metrics: [{ contentId: 'p1', figures: likes(3) }],
    });
  });

  it('a known post with the same figures is nothing new', () => {
    expect(
      contentChanges([{ item: aPost('p1', { title: 'other' }), figures: likes(3) }], known(['p1', likes(3)])),
    ).toEqual({
      discovered: [],
      metrics: [],
    });
  });

  it('only the figures that differ are recorded', () => {
    expect(contentChanges([{ item: aPost('p1'), figures: likes(4) }], known(['p1', likes(3)])).metrics).toEqual([
      { contentId: 'p1', figures: { likes: { is: 'value', value: 4 } } },
    ]);
  });

  it('a figure that was not read stays as it was', () => {
    expect(
      contentChanges([{ item: aPost('p1'), figures: { likes: { is: 'value', value: 3 } } }], known(['p1', likes(3)]))
        .metrics,
    ).toEqual([]);
  });

  it('a value that became unavailable has changed', () => {
    expect(
      contentChanges([{ item: aPost('p1'), figures: { likes: { is: 'not-offered' } } }], known(['p1', likes(3)]))
        .metrics,
    ).toEqual([{ contentId: 'p1', figures: { likes: { is: 'not-offered' } } }]);
  });

  it('a new post without any figure is discovered only', () => {
    expect(contentChanges([{ item: aPost('p1'), figures: {} }], known())).toEqual({
      discovered: [aPost('p1')],
      metrics: [],
    });
  });

  it('a post that comes twice is recorded once', () => {
    const changes = contentChanges(
      [
        { item: aPost('p1'), figures: likes(3) },
        { item: aPost('p1'), figures: likes(4) },
      ],
      known(),
    );
    expect(changes).toEqual({ discovered: [aPost('p1')], metrics: [{ contentId: 'p1', figures: likes(4) }] });
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
