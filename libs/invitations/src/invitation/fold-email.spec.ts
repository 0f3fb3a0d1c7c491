import { foldEmail } from './fold-email';

describe('foldEmail', () => {
  it.each([
    ['case', 'Misaki.Tanaka@Hinata.Example', 'misaki.tanaka@hinata.example'],
    ['white space around it', '  misaki@hinata.example\t', 'misaki@hinata.example'],
    ['composed and decomposed letters', 'andre\u0301@e\u0301cole.example', 'andr\u00e9@\u00e9cole.example'],
    ['sharp s and its capitals', 'info@STRASSE.example', 'info@straße.example'],
    ['a final sigma', 'ΝΊΚΟΣ@example.gr', 'νίκος@example.gr'],
  ])('takes as the same: %s', (_what, one, other) => {
    expect(foldEmail(one)).toBe(foldEmail(other));
  });

  it.each([
    ['a plus part', 'a+x@example.org', 'a@example.org'],
    ['dots', 'a.b@example.org', 'ab@example.org'],
    ['an accent', 'rene@example.org', 'rené@example.org'],
    ['the dotless i', 'ılker@example.org', 'ilker@example.org'],
  ])('keeps apart: %s', (_what, one, other) => {
    expect(foldEmail(one)).not.toBe(foldEmail(other));
  });
});
