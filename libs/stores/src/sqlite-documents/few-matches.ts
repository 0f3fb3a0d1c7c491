import type { GenerationTables } from './generation-tables';
import { beginning, matchExpression } from './search-index';

/**
 * Undefined: many. One rare word narrows it down at once; only frequent ones are looked up together, which is slower.
 */
export const fewMatches = (
  tables: GenerationTables,
  words: readonly string[],
  scope: string | undefined,
  few: number,
): readonly number[] | undefined => {
  for (const word of words) {
    const ids = idsOf(tables, matchExpression([beginning(word)], scope), few);
    if (ids) return ids;
  }
  const alone = words.length === 1 && words.every((word) => word === beginning(word));
  return alone ? undefined : idsOf(tables, matchExpression(words, scope), few);
};

const idsOf = (tables: GenerationTables, match: string, few: number): readonly number[] | undefined => {
  const found = tables.all(`SELECT rowid FROM ${tables.search} WHERE ${tables.search} MATCH ? LIMIT ?`, [
    match,
    few + 1,
  ]);
  return found.length > few ? undefined : found.map(([id]) => id as number);
};
