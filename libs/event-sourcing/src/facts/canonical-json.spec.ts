import fc from 'fast-check';
import { canonicalJson } from './canonical-json';

/** The same value with the keys of every object the other way round. */
const turned = (value: unknown): unknown => {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(turned);
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, member]) => [key, turned(member)]),
  );
};

describe('canonical JSON', () => {
  it('does not depend on the order of keys, nor on a journey as JSON', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = canonicalJson(value);
        expect(canonicalJson(turned(value))).toBe(text);
        expect(canonicalJson(JSON.parse(JSON.stringify(value)))).toBe(text);
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  it('tells apart what is not the same', () => {
    const values = [
      {},
      [],
      '',
      null,
      0,
      '0',
      { a: 1 },
      { a: '1' },
      { a: 1, b: 2 },
      [1, 2],
      [2, 1],
      [[1], 2],
      { a: { b: 1 } },
      { 'a":{"b': 1 },
      { a: null },
      { a: [] },
      JSON.parse('{"__proto__":1,"a":[]}'),
      JSON.parse('{"__proto__":{"b":2},"a":[]}'),
    ];
    expect(new Set(values.map(canonicalJson)).size).toBe(values.length);
  });

  it('leaves out what JSON would leave out', () => {
    expect(canonicalJson({ b: undefined, a: [undefined, Infinity, -0] })).toBe('{"a":[null,null,0]}');
  });
});
