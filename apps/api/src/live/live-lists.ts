import type { LiveList } from '@linkage/contracts';

/** Which list of the browser a read model feeds. Read models that are not here are of no interest to a browser. */
const lists: Readonly<Record<string, LiveList>> = {
  'invitation-list': 'invitations',
  'invitation-responses': 'invitations',
  'account-list': 'accounts',
  'attempt-list': 'attempts',
  'attempt-tries': 'attempts',
  'account-profile': 'profile',
  'account-audience': 'audience',
  'account-content': 'content',
  history: 'history',
  'history-people': 'people',
  'own-preferences': 'people',
  'used-seats': 'plan',
  'workspace-plans': 'plan',
};

/** Read models that a browser hears of. */
export const liveProjections: readonly string[] = Object.keys(lists);

export const listOf = (projection: string): LiveList | undefined => lists[projection];

/**
 * Row keys as a browser knows them: a post's key is `<accountId>:<contentId>`, and a browser asks for an account's
 * content.
 */
export const idsOf = (list: LiveList, keys: readonly string[]): string[] =>
  list === 'content' ? [...new Set(keys.map((key) => key.split(':', 1)[0] ?? key))] : [...keys];
