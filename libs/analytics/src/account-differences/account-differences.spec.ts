import type { AccountAudience, AccountProfile, Distribution, Figure } from '@linkage/contracts';
import { accountId, invitationId } from '../account/account.fixtures';
import { accountDifferences, type AccountThen, type PostThen } from './account-differences';

const aProfile = (change: Partial<AccountProfile> = {}): AccountProfile => ({
  accountId,
  invitationId,
  creatorName: 'Amélie Rousseau',
  creatorEmail: 'amelie@rousseau.example',
  erased: null,
  platform: 'instagram',
  username: 'atelier.amelie',
  displayName: 'Amélie',
  avatarUrl: null,
  profileUrl: null,
  connectedAt: '2026-11-01T09:00:00.000Z',
  lastUpdatedAt: '2026-11-20T06:00:00.000Z',
  nextRefreshAt: null,
  refreshing: false,
  health: { state: 'ok' },
  missing: [],
  email: { is: 'not-offered' },
  figures: [
    { name: 'followers', figure: { is: 'value', value: 1_000 } },
    { name: 'reach28d', figure: { is: 'permission-missing' } },
  ],
  ...change,
});
const shares = (of: Record<string, number>, most = 3): Figure<Distribution> => {
  const all = Object.entries(of).map(([key, share]) => ({ key, label: key.toUpperCase(), share }));
  const named = all.slice(0, most);
  return { is: 'value', value: { named, all, others: 1 - named.reduce((sum, { share }) => sum + share, 0) } };
};
const notYet = { is: 'not-yet' } as const;
const anAudience = (change: Partial<AccountAudience> = {}): AccountAudience => ({
  of: 'followers',
  asOf: null,
  countries: notYet,
  cities: notYet,
  ages: notYet,
  genders: notYet,
  ...change,
});
const aPost = (contentId: string, type: PostThen['type'] = 'image'): PostThen => ({
  contentId,
  type,
  publishedAt: '2026-11-18T10:00:00.000Z',
  title: contentId,
  url: null,
});
const anAccount = (
  profile: Partial<AccountProfile> = {},
  posts: readonly PostThen[] = [],
  audience: Partial<AccountAudience> = {},
): AccountThen => ({ profile: aProfile(profile), audience: anAudience(audience), posts });

const given = (then: AccountThen | undefined) => ({ when: (now: AccountThen) => accountDifferences(then, now) });
const countries = (then: Partial<AccountAudience>, now: Partial<AccountAudience>) =>
  given(anAccount({}, [], then)).when(anAccount({}, [], now)).audience[0];

describe('what is different between two moments of an account', () => {
  it('nothing, when nothing happened', () => {
    const account = anAccount({}, [aPost('p1')], { countries: shares({ fr: 0.6, be: 0.4 }) });
    const { figures, names, posts, health, audience } = given(account).when(account);
    expect(figures.map(({ change }) => change)).toEqual([0, null]);
    expect(names.every(({ then, now }) => then === now)).toBe(true);
    expect(health).toEqual({ then: { state: 'ok' }, now: { state: 'ok' } });
    expect(posts).toMatchObject({
      total: { then: 1, now: 1, change: 0 },
      appeared: { count: 0 },
      vanished: { count: 0 },
    });
    expect(audience[0]?.shares.map(({ key, change }) => [key, change])).toEqual([
      ['fr', 0],
      ['be', 0],
      ['others', 0],
    ]);
  });

  it('figures, with a change only where there is a number on both sides', () => {
    const now = anAccount({
      figures: [
        { name: 'followers', figure: { is: 'value', value: 940 } },
        { name: 'reach28d', figure: { is: 'value', value: 0 } },
      ],
    });
    expect(given(anAccount()).when(now).figures).toEqual([
      { name: 'followers', then: { is: 'value', value: 1_000 }, now: { is: 'value', value: 940 }, change: -60 },
      { name: 'reach28d', then: { is: 'permission-missing' }, now: { is: 'value', value: 0 }, change: null },
    ]);
  });

  it('names, the e-mail among them, and health', () => {
    const now = anAccount({
      username: 'amelie.new',
      email: { is: 'value', value: 'a@example.com' },
      health: { state: 'action-needed', cause: 'disconnected', since: 's' },
    });
    const { names, email, health } = given(anAccount()).when(now);
    expect(names).toEqual([
      { name: 'creatorName', then: 'Amélie Rousseau', now: 'Amélie Rousseau' },
      { name: 'username', then: 'atelier.amelie', now: 'amelie.new' },
      { name: 'displayName', then: 'Amélie', now: 'Amélie' },
    ]);
    expect(email).toEqual({ then: { is: 'not-offered' }, now: { is: 'value', value: 'a@example.com' } });
    expect(health).toEqual({
      then: { state: 'ok' },
      now: { state: 'action-needed', cause: 'disconnected', since: 's' },
    });
  });

  it('everything, when the account was not connected yet', () => {
    const outcome = given(undefined).when(anAccount({}, [aPost('p1')]));
    expect(outcome).toMatchObject({
      connectedThen: false,
      health: { then: null },
      lastUpdatedAt: { then: null, now: '2026-11-20T06:00:00.000Z' },
      figures: [{ then: { is: 'not-yet' }, change: null }, { then: { is: 'not-yet' } }],
      posts: { appeared: { count: 1 }, total: { then: 0, now: 1, change: 1 } },
    });
    expect(outcome.names.map(({ then }) => then)).toEqual([null, null, null]);
    expect(outcome.email).toEqual({ then: { is: 'not-yet' }, now: { is: 'not-offered' } });
  });

  describe('audience', () => {
    it('places named at either moment, the largest first, and Others; together 1 at each', () => {
      const difference = countries(
        { countries: shares({ fr: 0.5, be: 0.2, ch: 0.1, de: 0.05 }) },
        { countries: shares({ fr: 0.4, de: 0.3, be: 0.1, ch: 0.08 }) },
      );
      expect(difference?.shares.map(({ key }) => key)).toEqual(['fr', 'de', 'be', 'ch', 'others']);
      expect(difference?.shares.find(({ key }) => key === 'de')).toMatchObject({ then: 0.05, now: 0.3, change: 0.25 });
      for (const side of ['then', 'now'] as const)
        expect(difference?.shares.reduce((sum, share) => sum + (share[side] ?? 0), 0)).toBeCloseTo(1, 9);
    });

    it('a place that is new had no share; of a list that was not given nothing is known', () => {
      expect(countries({ countries: shares({ fr: 1 }) }, { countries: shares({ be: 1 }) })?.shares).toEqual([
        { key: 'be', label: 'BE', then: 0, now: 1, change: 1 },
        { key: 'fr', label: 'FR', then: 1, now: 0, change: -1 },
        { key: 'others', label: 'Others', then: 0, now: 0, change: 0 },
      ]);
      expect(countries({ countries: { is: 'below-threshold' } }, { countries: shares({ fr: 1 }) })).toMatchObject({
        then: 'below-threshold',
        now: 'value',
        shares: [
          { key: 'fr', then: null, now: 1, change: null },
          { key: 'others', then: null, change: null },
        ],
      });
      expect(countries({}, {})).toEqual({ part: 'countries', then: 'not-yet', now: 'not-yet', shares: [] });
    });

    it('ages in their order', () => {
      const [, , ages] = given(anAccount({}, [], { ages: shares({ '13-17': 0.2, '25-34': 0.8 }, 9) })).when(
        anAccount({}, [], { ages: shares({ '18-24': 0.5, '25-34': 0.5 }, 9) }),
      ).audience;
      expect(ages?.shares.map(({ key }) => key)).toEqual(['13-17', '18-24', '25-34', 'others']);
    });
  });

  describe('posts', () => {
    it('by type, those that appeared and those that vanished', () => {
      const then = anAccount({}, [aPost('old', 'story'), aPost('kept')]);
      const { posts } = given(then).when(anAccount({}, [aPost('new', 'reels'), aPost('kept')]));
      expect(posts.types).toEqual([
        { name: 'image', then: 1, now: 1, change: 0 },
        { name: 'reels', then: 0, now: 1, change: 1 },
        { name: 'story', then: 1, now: 0, change: -1 },
      ]);
      expect(posts.appeared.items.map(({ contentId }) => contentId)).toEqual(['new']);
      expect(posts.vanished.items.map(({ contentId }) => contentId)).toEqual(['old']);
    });

    it('names 50 at most, and counts all', () => {
      const { appeared } = given(anAccount()).when(
        anAccount(
          {},
          Array.from({ length: 60 }, (_, n) => aPost(`p${n}`)),
        ),
      ).posts;
      expect(appeared.count).toBe(60);
      expect(appeared.items.map(({ contentId }) => contentId)).toEqual(Array.from({ length: 50 }, (_, n) => `p${n}`));
    });
  });
});
