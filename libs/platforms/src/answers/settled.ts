import type { Loss } from '../loss';
import { Unread } from './fields';

type Branch = Record<string | number, unknown>;

/**
 * Where an answer was not as promised, as `data[].like_count: a number was promised, null came`. Never a value of the
 * answer.
 */
export function unreadIn(parsed: unknown): string[] {
  const found = new Set<string>();
  eachUnread(parsed, '', (_branch, _key, path, unread) => found.add(`${path}: ${unread.what}`));
  return [...found];
}

/**
 * Puts the loss in the place of each field that could not be read. `parsed` is what a schema has just made, and is not
 * shared.
 */
export function settle(parsed: unknown, loss: Loss): void {
  eachUnread(parsed, '', (branch, key) => {
    branch[key] = loss;
  });
}

function eachUnread(
  branch: unknown,
  path: string,
  visit: (branch: Branch, key: string | number, path: string, unread: Unread) => void,
): void {
  if (typeof branch !== 'object' || branch === null) return;
  for (const [key, value] of Object.entries(branch)) {
    const here = Array.isArray(branch) ? `${path}[]` : [path, key].filter(Boolean).join('.');
    if (value instanceof Unread) visit(branch as Branch, key, here, value);
    else eachUnread(value, here, visit);
  }
}
