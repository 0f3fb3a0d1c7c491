import type { GenerationTables } from './generation-tables';
import { beginning, matchExpression } from './search-index';

/** Fewer rows than this are read as fast as the index is asked once more. */
const READ_AT_ONCE = 16;

/**
 * Undefined: many. One rare word narrows it down at once; only frequent ones are looked up together, which is slower.
 * A word whose beginning is rare is looked up whole, too: that costs less than reading the rows that only begin alike.
 */
export const fewMatches = (
  tables: GenerationTables,
  words: readonly string[],
  code: string,
  few: number,
): readonly number[] | undefined => {
  for (const word of words) {
    const ids = idsOf(tables, matchExpression([beginning(word)], code), few);
    if (ids && (ids.length <= READ_AT_ONCE || word === beginning(word))) return ids;
    if (ids) return idsOf(tables, matchExpression([word], code), few) ?? ids;
  }
  const alone = words.length === 1 && words.every((word) => word === beginning(word));
  return alone ? undefined : idsOf(tables, matchExpression(words, code), few);
};

const idsOf = (tables: GenerationTables, match: string, few: number): readonly number[] | undefined => {
  const found = tables.all(`SELECT rowid FROM ${tables.search} WHERE ${tables.search} MATCH ? LIMIT ?`, [
    match,
    few + 1,
  ]);
  return found.length > few ? undefined : found.map(([id]) => id as number);
};
