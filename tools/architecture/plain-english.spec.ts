import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { paragraphsOf, textsOf, vagueIn } from './plain-english.mjs';

const root = join(__dirname, '../..');
const vagueOnes = (patterns: readonly string[], textsIn: (text: string) => readonly string[]): string[] =>
  globSync([...patterns], {
    cwd: root,
    exclude: (name) => ['node_modules', 'dist', '.angular'].includes(name),
  }).flatMap((file) =>
    textsIn(readFileSync(join(root, file), 'utf8')).flatMap((text) => {
      const words = vagueIn(text);
      return words === undefined ? [] : [`${file}: "${words}" in: ${text.slice(0, 120)}`];
    }),
  );

/** Lint reads code (boundaries.spec.ts has examples); these are the files that it does not read. */
describe('a text', () => {
  it.each([
    ['Whoever comes next may have more luck.', 'Whoever'],
    ['Nobody waits for these.', 'Nobody'],
    ['Closed to who is not signed in.', 'to who'],
    ['Lets in\nwho brings the key.', 'in who'],
    ['Who rings in a run is heard later.', 'Who rings in a run is heard later.'],
    ['Two processes: Who comes second waits.', ': Who comes second waits.'],
  ])('%j is refused', (text, words) => expect(vagueIn(text)).toBe(words));

  it.each([
    'A later call may succeed.',
    'The member who asked is told.',
    'Who is it? A member.',
    'Who is signed in',
    'It tells who did what.',
    'The tag `nobody` and “nobody at all” are data.',
  ])('%j is not', (text) => expect(vagueIn(text)).toBeUndefined());

  it('is looked at without code', () => {
    expect(paragraphsOf('Given to\nwho asks.\n\n```\nnobody\n```\n').flatMap((text) => vagueIn(text) ?? [])).toEqual([
      'to who',
    ]);
    const template = `@if (nobody()) {<p [a]="nobody">{{ nobody() }} Nobody\n here</p>}`;
    expect(textsOf(template).flatMap((text) => vagueIn(text) ?? [])).toEqual(['Nobody']);
  });
});

describe('plain English', () => {
  it('is spoken in documents', () => {
    expect(vagueOnes(['*.md', 'docs/**/*.md', 'libs/**/*.md'], paragraphsOf)).toEqual([]);
  });

  it('is spoken on pages and in mails', () => {
    expect(vagueOnes(['{apps,libs}/**/*.{html,hbs}'], textsOf)).toEqual([]);
  });
});
