/** A part of a key: the same key always gives the same number. */
export type KeyPart = string | number;

/** 32 bits from a key: FNV-1a over its characters, then murmur's finish, so that neighbouring keys fall far apart. */
export function hash(...key: readonly KeyPart[]): number {
  const text = key.join('|');
  let bits = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) bits = Math.imul(bits ^ text.charCodeAt(i), 0x01000193);
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return (bits ^ (bits >>> 16)) >>> 0;
}

/** 0 inclusive to 1 exclusive. */
export const unit = (...key: readonly KeyPart[]): number => hash(...key) / 0x1_0000_0000;

export const between = (low: number, high: number, ...key: readonly KeyPart[]): number =>
  low + (high - low) * unit(...key);

/** One of a list that is not empty. */
export function pick<T>(list: readonly T[], ...key: readonly KeyPart[]): T {
  const chosen = list[hash(...key) % list.length];
  if (chosen === undefined) throw new Error('nothing to pick from');
  return chosen;
}

/** A key of `weights`, more often the heavier it is. */
export function weighted<K extends string>(
  weights: Readonly<Partial<Record<K, number>>>,
  ...key: readonly KeyPart[]
): K {
  const entries = Object.entries(weights) as [K, number][];
  let left = unit(...key) * entries.reduce((sum, [, weight]) => sum + weight, 0);
  for (const [name, weight] of entries) {
    left -= weight;
    if (left < 0) return name;
  }
  return pick(entries, 0)[0];
}

/** Around 1, skewed to the right as the success of posts is: most below, a few far above. */
export function luck(spread: number, ...key: readonly KeyPart[]): number {
  const bell = unit(...key, 'a') + unit(...key, 'b') + unit(...key, 'c') + unit(...key, 'd') - 2;
  return Math.exp(bell * 1.73 * spread);
}

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** Letters, digits, `-` and `_`, as in the ids that platforms show. */
export function letterId(length: number, ...key: readonly KeyPart[]): string {
  let id = '';
  for (let word = 0; id.length < length; word++) {
    let bits = hash(...key, word);
    for (let i = 0; i < 5 && id.length < length; i++, bits >>>= 6) id += letters[bits & 63];
  }
  return id;
}

export function digitId(length: number, ...key: readonly KeyPart[]): string {
  let id = '';
  for (let word = 0; id.length < length; word++) id += String(hash(...key, word) % 1_000_000_000).padStart(9, '0');
  return id.slice(0, length);
}
