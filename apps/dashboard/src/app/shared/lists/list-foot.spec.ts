import type { Page } from '@linkage/contracts';
import { rangeText } from './list-foot';

const rows = (count: number, total: number | null): Page<unknown> => ({
  items: Array.from({ length: count }),
  next: null,
  previous: null,
  total,
});

it.each([
  [undefined, 1, 'Loading …'],
  [rows(0, 0), 1, 'No rows'],
  [rows(24, 24), 1, '1–24 of 24'],
  [rows(50, 1240), 2, '51–100 of 1,240'],
  [rows(3, null), 1, '1–3'],
] as const)('which rows these are', (list, page, text) => expect(rangeText(list, page, 50)).toBe(text));
