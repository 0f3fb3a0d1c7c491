import type {
  AccountAudience,
  AccountDifferences,
  AccountProfile,
  ContentType,
  NameDifference,
  PostsOfDifference,
} from '@linkage/contracts';
import { audienceDifferences } from './audience-differences';
import { changeOf } from './change-of';

/** A post as far as it is compared. */
export interface PostThen {
  readonly contentId: string;
  readonly type: ContentType;
  readonly publishedAt: string;
  readonly title: string;
  readonly url: string | null;
}

/** One account at one moment. */
export interface AccountThen {
  readonly profile: AccountProfile;
  readonly audience: AccountAudience;
  /** What could be seen on the platform, newest first: a story whose day was over is not among them. */
  readonly posts: readonly PostThen[];
}

const MOST_POSTS = 50;

const namesOf = ({ profile }: AccountThen): Record<NameDifference['name'], string | null> => {
  const { creatorName, username, displayName } = profile;
  return { creatorName, username, displayName };
};

const names = (then: AccountThen | undefined, now: AccountThen): NameDifference[] => {
  const [before, after] = [then && namesOf(then), namesOf(now)];
  return (['creatorName', 'username', 'displayName'] as const).map((name) => ({
    name,
    then: before?.[name] ?? null,
    now: after[name],
  }));
};

const figures = (then: AccountThen | undefined, now: AccountThen): AccountDifferences['figures'] =>
  now.profile.figures.map(({ name, figure }) => {
    const before = then?.profile.figures.find((other) => other.name === name)?.figure ?? ({ is: 'not-yet' } as const);
    return { name, then: before, now: figure, change: changeOf(valueOf(before), valueOf(figure)) };
  });

const valueOf = (figure: { readonly is: string; readonly value?: number }): number | null => figure.value ?? null;

const onlyIn = (these: readonly PostThen[], others: readonly PostThen[]): PostsOfDifference => {
  const known = new Set(others.map(({ contentId }) => contentId));
  const only = these.filter(({ contentId }) => !known.has(contentId));
  return {
    count: only.length,
    items: only
      .slice(0, MOST_POSTS)
      .map(({ contentId, type, publishedAt, title, url }) => ({ contentId, type, publishedAt, title, url })),
  };
};

const posts = (then: readonly PostThen[], now: readonly PostThen[]): AccountDifferences['posts'] => {
  const counted = (type: ContentType) => {
    const [before, after] = [then, now].map((some) => some.filter((post) => post.type === type).length) as [
      number,
      number,
    ];
    return { name: type, then: before, now: after, change: after - before };
  };
  const types = [...new Set([...now, ...then].map(({ type }) => type))].sort();
  return {
    types: types.map(counted),
    total: { name: 'all', then: then.length, now: now.length, change: now.length - then.length },
    appeared: onlyIn(now, then),
    vanished: onlyIn(then, now),
  };
};

/** What is different between two moments of an account; `then` is undefined when it was not connected yet. Pure. */
export const accountDifferences = (
  then: AccountThen | undefined,
  now: AccountThen,
): Omit<AccountDifferences, 'from' | 'to'> => ({
  accountId: now.profile.accountId,
  platform: now.profile.platform,
  connectedThen: then !== undefined,
  names: names(then, now),
  email: { then: then?.profile.email ?? { is: 'not-yet' }, now: now.profile.email },
  health: { then: then?.profile.health ?? null, now: now.profile.health },
  lastUpdatedAt: { then: then?.profile.lastUpdatedAt ?? null, now: now.profile.lastUpdatedAt },
  figures: figures(then, now),
  audience: audienceDifferences(then?.audience, now.audience),
  posts: posts(then?.posts ?? [], now.posts),
});
