import type { AttemptListParameters } from '@linkage/contracts';

/** What the list of attempts can be narrowed to. */
export const listedResults: readonly NonNullable<AttemptListParameters['result']>[] = [
  'open',
  'failed',
  'abandoned',
  'succeeded',
  'started',
  'all',
];
