import { randomBytes } from 'node:crypto';
import { MasterCipher } from './master-cipher';
import { DecryptionFailed } from './vault.errors';

describe('the master cipher', () => {
  const cipher = new MasterCipher(new Map([[1, randomBytes(32)]]));
  const plain = Buffer.from('the secret');

  it('decrypts what it encrypted', () => {
    expect(cipher.decrypt('kind', 'id', cipher.encrypt('kind', 'id', plain))).toEqual(plain);
  });

  it('never gives the same bytes twice', () => {
    expect(cipher.encrypt('kind', 'id', plain)).not.toEqual(cipher.encrypt('kind', 'id', plain));
  });

  it('does not open in another place', () => {
    const sealed = cipher.encrypt('a', 'b/c', plain);
    for (const [kind, id] of [
      ['a', 'b'],
      ['a/b', 'c'],
      ['b', 'b/c'],
    ] as const)
      expect(() => cipher.decrypt(kind, id, sealed)).toThrow(DecryptionFailed);
  });

  it('does not open when any byte was changed, or when it was cut', () => {
    const sealed = cipher.encrypt('kind', 'id', plain);
    for (let at = 0; at < sealed.length; at++) {
      const changed = Buffer.from(sealed);
      changed[at] = (changed[at] ?? 0) ^ 1;
      expect(() => cipher.decrypt('kind', 'id', changed)).toThrow(DecryptionFailed);
      expect(() => cipher.decrypt('kind', 'id', sealed.subarray(0, at))).toThrow(DecryptionFailed);
    }
  });

  it('seals with the newest key and opens with older ones', () => {
    const old = randomBytes(32);
    const before = new MasterCipher(new Map([[1, old]])).encrypt('kind', 'id', plain);
    const both = new MasterCipher(
      new Map([
        [1, old],
        [2, randomBytes(32)],
      ]),
    );
    expect(both.decrypt('kind', 'id', before)).toEqual(plain);
    expect(both.encrypt('kind', 'id', plain)[1]).toBe(2);
    expect(() => cipher.decrypt('kind', 'id', both.encrypt('kind', 'id', plain))).toThrow(DecryptionFailed);
  });
});
