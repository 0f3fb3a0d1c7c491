import { randomBytes } from 'node:crypto';
import { Seal } from './sealing';
import { SealBroken } from './vault.errors';

describe('sealing', () => {
  const seal = new Seal(new Map([[1, randomBytes(32)]]));
  const plain = Buffer.from('the secret');

  it('gives back what was sealed', () => {
    expect(seal.open('kind', 'id', seal.close('kind', 'id', plain))).toEqual(plain);
  });

  it('never gives the same bytes twice', () => {
    expect(seal.close('kind', 'id', plain)).not.toEqual(seal.close('kind', 'id', plain));
  });

  it('does not open in another place', () => {
    const sealed = seal.close('a', 'b/c', plain);
    for (const [kind, id] of [
      ['a', 'b'],
      ['a/b', 'c'],
      ['b', 'b/c'],
    ] as const)
      expect(() => seal.open(kind, id, sealed)).toThrow(SealBroken);
  });

  it('does not open when any byte was changed, or when it was cut', () => {
    const sealed = seal.close('kind', 'id', plain);
    for (let at = 0; at < sealed.length; at++) {
      const changed = Buffer.from(sealed);
      changed[at] = (changed[at] ?? 0) ^ 1;
      expect(() => seal.open('kind', 'id', changed)).toThrow(SealBroken);
      expect(() => seal.open('kind', 'id', sealed.subarray(0, at))).toThrow(SealBroken);
    }
  });

  it('seals with the newest key and opens with older ones', () => {
    const old = randomBytes(32);
    const before = new Seal(new Map([[1, old]])).close('kind', 'id', plain);
    const both = new Seal(
      new Map([
        [1, old],
        [2, randomBytes(32)],
      ]),
    );
    expect(both.open('kind', 'id', before)).toEqual(plain);
    expect(both.close('kind', 'id', plain)[1]).toBe(2);
    expect(() => seal.open('kind', 'id', both.close('kind', 'id', plain))).toThrow(SealBroken);
  });
});
