import type { Position } from '@linkage/event-sourcing';
import { comparePositions, fromPosition, toPosition } from './eventstoredb-position';

const compare = (a: string, b: string): number => Math.sign(comparePositions(a as Position, b as Position));

describe('positions of EventStoreDB', () => {
  it.each([
    ['0', '0', 0],
    ['9', '10', -1],
    ['10', '9', 1],
    ['199', '200', -1],
    ['18446744073709551614', '18446744073709551615', -1],
    ['100/90', '100/80', 0],
    ['99/99', '100/1', -1],
    ['100/1', '100', 0],
  ])('%s to %s: %i', (a, b, order) => expect(compare(a, b)).toBe(order));

  it.each(['', 'nonsense', '-1', '1.5', '1/', '/1', '007', '1/2/3'])('takes "%s" for none', (text) => {
    expect(() => compare(text, '1')).toThrow(TypeError);
    expect(() => compare('1', text)).toThrow(TypeError);
    expect(() => compare(text, text)).toThrow(TypeError);
  });

  it('come back from the server as they went', () => {
    for (const position of [
      { commit: 7n, prepare: 7n },
      { commit: 2n ** 63n, prepare: 5n },
    ])
      expect(fromPosition(toPosition(position))).toEqual(position);
  });
});
