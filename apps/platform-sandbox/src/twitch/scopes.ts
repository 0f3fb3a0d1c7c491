/** What a creator reads. There is no choice among them: all or none. */
export const labels: Readonly<Record<string, string>> = {
  'user:read:email': 'View your email address',
  'user:read:follows': 'View the list of channels you follow',
  'moderator:read:followers': 'Read the followers of a broadcaster',
  'channel:read:subscriptions': 'View a list of all subscribers to a channel',
};

export const scopesOf = (text: string | undefined): string[] => [...new Set((text ?? '').split(/\s+/).filter(Boolean))];
