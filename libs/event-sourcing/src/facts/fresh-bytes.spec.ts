import { freshBytes } from './fresh-bytes';

describe('random bytes', () => {
  it('are as many as asked for, and never the same ones twice, also where the pool is filled again', () => {
    const made = Array.from({ length: 5_000 }, (_, index) => freshBytes(12 + (index % 21)));
    expect(made.map(({ length }) => length)).toEqual(made.map((_, index) => 12 + (index % 21)));
    expect(new Set(made.map((bytes) => bytes.toString('hex'))).size).toBe(made.length);
  });

  it('belong to the caller: changing them changes no others', () => {
    const [mine, other] = [freshBytes(16), freshBytes(16)];
    const before = other.toString('hex');
    mine.fill(0);
    expect(other.toString('hex')).toBe(before);
    expect(freshBytes(16).equals(Buffer.alloc(16))).toBe(false);
  });
});
