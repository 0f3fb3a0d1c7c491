import { foldedText, sortKey } from './folded-text';

describe('a folded text', () => {
  it.each([
    ['Zoë', 'zoe'],
    ['Łukasz', 'łukasz'],
    ['ÅSA', 'asa'],
    ['ﬁnn', 'finn'],
  ])('has no case and no accents: %s', (text, folded) => expect(foldedText(text, 100)).toBe(folded));

  it('is made of the beginning alone, however long the text is', () => {
    const normalize = jest.spyOn(String.prototype, 'normalize');
    try {
      expect(foldedText('\u0301'.repeat(1_000_000), 50)).toBe('');
      expect(sortKey(`A${'\u0301'.repeat(1_000_000)}b`)).toBe('a');
      expect(sortKey('\ufdfa'.repeat(500)).length).toBe(200);
      expect(Math.max(...normalize.mock.contexts.map((text) => String(text).length))).toBe(200);
    } finally {
      normalize.mockRestore();
    }
  });
});
