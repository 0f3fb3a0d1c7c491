import type { TwitterScope } from '@linkage/platforms/wire';

/** What a creator reads. */
export const labels: Readonly<Record<TwitterScope, string>> = {
  'tweet.read': 'All the posts you can view, including posts from protected accounts',
  'users.read': 'Any account you can view, including protected accounts',
  'offline.access': 'Stay connected to your account until you revoke access',
  'users.email': 'The e-mail address that you confirmed',
  'follows.read': 'People who follow you and people who you follow',
};

export const isScope = (name: string): name is TwitterScope => Object.hasOwn(labels, name);

export const scopesOf = (text: string | undefined): string[] => [
  ...new Set((text ?? '').split(/\s+/).filter((name) => name !== '')),
];
