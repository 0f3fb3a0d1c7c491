interface MostOf {
  readonly items: number;
  /** Of their JSON, in UTF-16 units: at most three bytes each, and a third more when encrypted. */
  readonly length: number;
}

/** So that even in the worst case a fact is far below 1 MiB as stored. */
const longestFact = 120_000;
export const mostDiscovered: MostOf = { items: 200, length: longestFact };
export const mostMetrics: MostOf = { items: 500, length: longestFact };
/** Facts in one append, which a log may refuse as a whole beyond 1 MiB. */
export const mostAppended: MostOf = { items: 20, length: longestFact };

/**
 * The same items in the same order, in parts of limited number and size. A single item that is too long stands alone.
 */
export const inParts = <Item>(items: readonly Item[], most: MostOf): Item[][] => {
  const parts: Item[][] = [];
  let length = Infinity;
  for (const item of items) {
    const own = JSON.stringify(item).length;
    const current = parts.at(-1);
    if (current !== undefined && current.length < most.items && length + own <= most.length) {
      current.push(item);
      length += own;
    } else {
      parts.push([item]);
      length = own;
    }
  }
  return parts;
};
