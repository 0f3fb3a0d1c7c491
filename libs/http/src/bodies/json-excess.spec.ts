import fc from 'fast-check';
import { jsonExcess } from './json-excess';

const bounds = { values: 10, depth: 3 };
const nested = (depth: number): string => '['.repeat(depth) + ']'.repeat(depth);

describe('what a JSON text has too much of', () => {
  it.each([
    ['nothing', '{}', undefined],
    ['as deep as may be', nested(3), undefined],
    ['one deeper', nested(4), 'depth'],
    ['ten thousand deep and never closed', '{"a":'.repeat(10_000), 'depth'],
    ['as many values as may be', JSON.stringify({ a: [1, 2, 3], b: { c: 1, d: 2 }, e: 'x' }), undefined],
    ['one more', JSON.stringify({ a: [1, 2, 3], b: { c: 1, d: 2 }, e: 'x', f: 1, g: 1, h: 1 }), 'values'],
    ['signs within a text', JSON.stringify({ a: '[[[[{{{{,,,,,,,,,,,,,,,,' }), undefined],
    ['a text with quotes', JSON.stringify({ a: '"[[[[', '\\"': '\\', b: '"' }), undefined],
    ['what comes after a text with quotes', `{"a":"\\"","b":${nested(3)}}`, 'depth'],
    ['no JSON', '}}}}"', undefined],
  ])('%s', (_, json, excess) => expect(jsonExcess(json, bounds)).toBe(excess));

  it('is found in every text that has it, and in no other', () => {
    const size = (value: unknown): { depth: number; values: number } => {
      if (typeof value !== 'object' || value === null) return { depth: 0, values: 0 };
      const inner = Object.values(value).map(size);
      return {
        depth: 1 + Math.max(0, ...inner.map(({ depth }) => depth)),
        values: Math.max(1, inner.length) + inner.reduce((sum, { values }) => sum + values, 0),
      };
    };
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 6 }), fc.nat(8), fc.nat(40), (value, depth, values) => {
        const is = size(value);
        const excess = jsonExcess(JSON.stringify(value), { depth, values });
        expect(excess === undefined).toBe(is.depth <= depth && is.values <= values);
      }),
    );
  });
});
