/** Shorter operator keys can be guessed. */
export const SHORTEST_KEY = 32;
