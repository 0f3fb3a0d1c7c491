import { hasError } from '../http';
import type { RecordedCall } from '../recorded/recorded-platform';

/** Meta gives a single post as it stands in lists, and nothing around it. */
export const itemsOf = (list: string): NonNullable<RecordedCall['items']> => ({
  list,
  asList: (body) => (hasError(body) ? body : { data: [body] }),
});
