import type { AccountDifferences, AccountHealth, Figure, PostsOfDifference } from '@linkage/contracts';
import { csvLine } from '@linkage/http';

type Cell = string | number | null;
type Row = readonly [part: string, name: string, then: Cell, now: Cell, change: Cell];

const head = ['part', 'name', 'then', 'now', 'change'];

/** A number, or in words why there is none. */
const figure = (of: Figure<string | number>, known = true): Cell =>
  of.is === 'value' ? of.value : known ? of.is : 'not-connected-yet';

/** Shares come of divisions: what is behind the sixth digit is no difference. */
const rounded = (share: number | null): number | null => (share === null ? null : Math.round(share * 1e6) / 1e6 + 0);

const healthText = (health: AccountHealth | null): string => {
  if (health === null) return 'not-connected-yet';
  if (health.state === 'ok') return 'ok';
  if (health.state === 'partial') return `partial: without ${health.parts.map(({ part }) => part).join(', ')}`;
  return `${health.state}: ${health.state === 'late' ? health.reason : health.cause}`;
};

const audienceRows = ({ audience, connectedThen }: AccountDifferences): Row[] =>
  audience.flatMap(({ part, then, now, shares }): Row[] => {
    const missing = (is: Figure['is'], known: boolean): Cell => (known ? is : 'not-connected-yet');
    if (shares.length === 0)
      return [[`audience ${part}`, 'all', missing(then, connectedThen), missing(now, true), null]];
    return shares.map((share): Row => [
      `audience ${part}`,
      share.label,
      rounded(share.then) ?? missing(then, connectedThen),
      rounded(share.now) ?? missing(now, true),
      rounded(share.change),
    ]);
  });

const named = (part: string, { items }: PostsOfDifference, there: 'then' | 'now'): Row[] =>
  items.map(({ contentId, title, url }): Row => {
    const address = url ?? contentId;
    return [part, title, there === 'then' ? address : null, there === 'now' ? address : null, null];
  });

const rowsOf = (all: AccountDifferences): Row[] => [
  ['moments', 'moment', all.from, all.to, null],
  ...all.figures.map(({ name, then, now, change }): Row => [
    'profile',
    name,
    figure(then, all.connectedThen),
    figure(now),
    change,
  ]),
  ['connection', 'health', healthText(all.health.then), healthText(all.health.now), null],
  ['connection', 'lastUpdatedAt', all.lastUpdatedAt.then, all.lastUpdatedAt.now, null],
  ...all.names.map(({ name, then, now }): Row => ['names', name, then, now, null]),
  ['names', 'email', figure(all.email.then, all.connectedThen), figure(all.email.now), null],
  ...audienceRows(all),
  ...[...all.posts.types, all.posts.total].map(({ name, then, now, change }): Row => [
    'posts',
    name,
    then,
    now,
    change,
  ]),
  ...named('posts that appeared', all.posts.appeared, 'now'),
  ...named('posts that are gone', all.posts.vanished, 'then'),
];

/**
 * Everything that differs, and everything that does not, as lines of CSV: then, now and the change as they are, not as
 * a screen rounds them.
 */
export const differencesFile = (all: AccountDifferences): string =>
  [csvLine(head), ...rowsOf(all).map((row) => csvLine(row))].join('');
