import { captions } from './captions';
import type { Language, Motif } from './motif';
import { hash, pick, unit } from './random';

const motifs = {
  ceramics: ['vase', 'vase', 'coffee', 'portrait', 'lamp', 'plate', 'flower'],
  baking: ['plate', 'plate', 'coffee', 'portrait', 'books', 'flower'],
  photography: ['mountains', 'city', 'portrait', 'boat', 'balloon', 'bicycle'],
  news: ['city', 'portrait', 'boat', 'bicycle', 'plate', 'books'],
  travel: ['mountains', 'boat', 'balloon', 'city', 'bicycle', 'coffee'],
  garden: ['flower', 'cactus', 'flower', 'cat', 'vase', 'portrait'],
  art: ['planet', 'portrait', 'cat', 'balloon', 'lamp', 'flower'],
  sport: ['bicycle', 'portrait', 'mountains', 'city', 'boat', 'plate'],
  music: ['guitar', 'portrait', 'guitar', 'city', 'lamp', 'coffee'],
  books: ['books', 'coffee', 'cat', 'lamp', 'portrait', 'books'],
  games: ['planet', 'lamp', 'portrait', 'cat', 'planet', 'city'],
  home: ['lamp', 'cactus', 'cat', 'coffee', 'vase', 'plate'],
} as const satisfies Readonly<Record<string, readonly Motif[]>>;

export type Theme = keyof typeof motifs;

/** A caption and the picture that goes with it. */
export function subject(
  language: Language,
  theme: Theme,
  ...key: readonly (string | number)[]
): { title: string; motif: Motif } {
  const motif = pick(motifs[theme], ...key, 'motif');
  const own = captions[language];
  const title = pick(own.subjects[motif] ?? captions.en.subjects[motif] ?? ['Untitled'], ...key, 'title');
  const ending = unit(...key, 'ends') < 0.6 ? pick(own.endings, ...key, 'ending') : '';
  const number = /#$/.test(ending) ? String(1 + (hash(...key, 'number') % 240)) : '';
  return { title: `${title}${ending}${number}`, motif };
}
