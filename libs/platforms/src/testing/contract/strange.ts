/**
 * Answers that are right as far as their form goes, and strange. Whatever stands here is told in docs/failures.md, too.
 */
interface StrangeMeaning {
  /** What the platform does, in words. */
  readonly does: string;
  /** What of it is seen. */
  readonly shows: string;
  /** Of content every post is there all the same, and once. */
  readonly keepsPosts?: true;
}

const strangeMeanings = {
  'empty-list': {
    does: 'gives empty lists',
    shows:
      'Figures that have a value keep it or say that there is none yet; no post is said to be deleted, as the profile counts more. What comes without a count (stories, films of Twitch) cannot be told from nothing: it is said to be deleted, and comes back with the next refresh.',
  },
  'wrong-type': {
    does: 'gives words where numbers were',
    shows: 'These values alone are missing, as “answered in an unknown way”; all others are fresh.',
  },
  'unknown-enum': {
    does: 'has a new word for a type or a status',
    shows: 'Nothing is missing; a known post keeps its type, a new one gets the likeliest.',
    keepsPosts: true,
  },
  'duplicate-page': {
    does: 'gives each page with the one before it',
    shows: 'Nothing; each post is there once.',
    keepsPosts: true,
  },
  'shifted-page': {
    does: 'has published something between two pages, so that the last post of one is the first of the next',
    shows: 'Nothing; each post is there once.',
    keepsPosts: true,
  },
  'under-threshold': {
    does: 'has too few followers to give figures',
    shows: '“Too few followers” in the place of figures that never had a value; others keep theirs.',
  },
  'metric-retired': {
    does: 'no longer has a metric that is asked for',
    shows: 'The metrics that it refuses say “not offered”; the others are asked for without them.',
  },
} as const satisfies Readonly<Record<string, StrangeMeaning>>;

export type StrangeKind = keyof typeof strangeMeanings;

export const strangeMeaningOf = (kind: StrangeKind): StrangeMeaning => strangeMeanings[kind];

const rare: readonly StrangeKind[] = ['under-threshold', 'metric-retired'];

/** All strange answers that a platform can give. */
export const strangeOf = ({ ownStrange = [] }: { readonly ownStrange?: readonly StrangeKind[] }): StrangeKind[] =>
  (Object.keys(strangeMeanings) as StrangeKind[]).filter((kind) => !rare.includes(kind) || ownStrange.includes(kind));
