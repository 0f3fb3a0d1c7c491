import type { Share } from '@linkage/published-facts';

/** How much of an audience has some mark: followers, views or percent. */
export interface Part {
  readonly key: string;
  readonly amount: number;
}

export const sumOf = (parts: readonly Part[]): number => parts.reduce((sum, part) => sum + part.amount, 0);

/** Parts with the same key become one. */
export function merged(parts: readonly Part[]): Part[] {
  const amounts = new Map<string, number>();
  for (const { key, amount } of parts) amounts.set(key, (amounts.get(key) ?? 0) + amount);
  return [...amounts].map(([key, amount]) => ({ key, amount }));
}

/** Shares of the whole, largest first, ties by key. The whole may be more than the parts: the rest is unknown. */
export function sharesOf(parts: readonly Part[], whole: number): Share[] {
  return merged(parts)
    .filter(({ amount }) => amount > 0)
    .sort((one, other) => other.amount - one.amount || (one.key < other.key ? -1 : 1))
    .map(({ key, amount }) => ({ key, share: amount / whole }));
}

const ages = ['13-17', '18-24', '25-34', '35-44', '45-54', '55-64', '65+'];

/** Shares in the order of the age brackets. */
export const inAgeOrder = (shares: readonly Share[]): Share[] =>
  [...shares].sort((one, other) => ages.indexOf(one.key) - ages.indexOf(other.key));
