import type { AccountDifferences } from '@linkage/contracts';

/** For specs: a week of Amélie's account. */
export const differences: AccountDifferences = {
  accountId: 'a1',
  platform: 'instagram',
  from: '2026-11-16T09:00:00.000Z',
  to: '2026-11-23T09:00:00.000Z',
  connectedThen: true,
  names: [
    { name: 'creatorName', then: 'Amélie Rousseau', now: 'Amélie Rousseau' },
    { name: 'username', then: 'atelier', now: 'atelier.amelie' },
    { name: 'displayName', then: 'A', now: 'A' },
  ],
  email: { then: { is: 'not-offered' }, now: { is: 'not-offered' } },
  health: {
    then: { state: 'ok' },
    now: { state: 'action-needed', cause: 'permission-revoked', since: '2026-11-20T09:00:00.000Z' },
  },
  lastUpdatedAt: { then: '2026-11-16T06:00:00.000Z', now: '2026-11-20T06:00:00.000Z' },
  figures: [
    { name: 'followers', then: { is: 'value', value: 40_000 }, now: { is: 'value', value: 41_204 }, change: 1_204 },
    { name: 'posts', then: { is: 'value', value: 12 }, now: { is: 'value', value: 12 }, change: 0 },
    { name: 'reach28d', then: { is: 'permission-missing' }, now: { is: 'value', value: 0 }, change: null },
  ],
  audience: [
    {
      part: 'countries',
      then: 'value',
      now: 'value',
      shares: [
        { key: 'FR', label: 'France', then: 0.484, now: 0.48, change: -0.004 },
        { key: 'others', label: 'Others', then: 0.516, now: 0.52, change: 0.004 },
      ],
    },
    { part: 'cities', then: 'below-threshold', now: 'not-offered', shares: [] },
    {
      part: 'ages',
      then: 'not-yet',
      now: 'value',
      shares: [{ key: '18-24', label: '18–24', then: null, now: 1, change: null }],
    },
    { part: 'genders', then: 'not-yet', now: 'not-yet', shares: [] },
  ],
  posts: {
    types: [{ name: 'reels', then: 4, now: 5, change: 1 }],
    total: { name: 'all', then: 4, now: 5, change: 1 },
    appeared: {
      count: 1,
      items: [
        {
          contentId: 'p5',
          type: 'reels',
          publishedAt: '2026-11-18T10:00:00.000Z',
          title: 'First snow',
          url: 'https://www.instagram.com/p/p5/',
        },
      ],
    },
    vanished: { count: 0, items: [] },
  },
};
