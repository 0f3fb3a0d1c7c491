import type {
  AccountDifferences,
  AccountHealth,
  Figure,
  NameDifference,
  PlatformId,
  Unavailable,
} from '@linkage/contracts';
import { platformData, platforms } from '@linkage/platform-guide';
import { exactTime, formatExact, formatMinutes, formatShare } from '@linkage/ui';
import { causeLabels, lateReasons, about } from '../shared/words/causes';
import { absence } from '../shared/words/absence';
import { typeWords } from '../shared/words/type-words';
import { signedCount, signedMinutes, signedPoints } from './signed';

/** A cell: what it says, and whether it is a reason instead of a value. */
export interface Cell {
  readonly text: string;
  readonly quiet: boolean;
}

export interface ComparisonRow {
  readonly label: string;
  readonly then: Cell;
  readonly now: Cell;
  /** Empty: nothing changed. */
  readonly change: string;
  readonly changed: boolean;
}

export interface ComparisonGroup {
  readonly heading: string;
  readonly rows: readonly ComparisonRow[];
}

const value = (text: string): Cell => ({ text, quiet: false });
const reason = (text: string): Cell => ({ text, quiet: true });

/** Text against text: there is no difference to work out, only whether there is one. */
const told = (label: string, then: Cell, now: Cell): ComparisonRow => {
  const changed = then.text !== now.text;
  return { label, then, now, change: changed ? 'Changed' : 'Same', changed };
};

const measured = (label: string, then: Cell, now: Cell, change: string | null): ComparisonRow =>
  change === null ? told(label, then, now) : { label, then, now, change, changed: change !== '±0' };

const absent = (is: Unavailable, { platform, connectedThen }: AccountDifferences, side: 'then' | 'now'): Cell =>
  reason(side === 'then' && !connectedThen ? 'Not connected yet' : absence(is, platform).title);

const figures = (all: AccountDifferences): ComparisonRow[] =>
  all.figures.map(({ name, then, now, change }) => {
    const inMinutes = name === 'watchTimeMinutes';
    const text = (amount: number): string =>
      inMinutes ? `${formatMinutes(amount).exact} ${formatMinutes(amount).unit}` : formatExact(amount);
    const cell = (figure: Figure, side: 'then' | 'now'): Cell =>
      figure.is === 'value' ? value(text(figure.value)) : absent(figure.is, all, side);
    const before = then.is === 'value' ? then.value : 0;
    const signed = change === null ? null : inMinutes ? signedMinutes(change) : signedCount(change, before);
    return measured(
      platformData[all.platform].profile[name]?.words.label ?? name,
      cell(then, 'then'),
      cell(now, 'now'),
      signed,
    );
  });

const healthCell = (health: AccountHealth | null, platform: PlatformId): Cell => {
  if (health === null) return reason('Not connected yet');
  if (health.state === 'ok') return value('Up to date');
  if (health.state === 'partial') return value('Up to date in part');
  return value(
    health.state === 'late'
      ? `Late: ${about(platforms[platform].name, lateReasons[health.reason])}`
      : causeLabels[health.cause],
  );
};

const timeCell = (at: string | null): Cell => (at === null ? reason('Not yet') : value(exactTime(Date.parse(at))));

const nameLabels: Readonly<Record<NameDifference['name'], string>> = {
  creatorName: 'Invited as',
  username: 'Username',
  displayName: 'Display name',
  email: 'E-mail',
};

const names = ({ names: all, connectedThen }: AccountDifferences): ComparisonRow[] => {
  const cell = (text: string | null, known: boolean): Cell =>
    text === null ? reason(known ? 'Not known' : 'Not connected yet') : value(text);
  return all.map(({ name, then, now }) => told(nameLabels[name], cell(then, connectedThen), cell(now, true)));
};

const audienceHeadings = { countries: 'Countries', cities: 'Cities', ages: 'Ages', genders: 'Genders' } as const;

const audience = (all: AccountDifferences): ComparisonGroup[] =>
  all.audience.map(({ part, then, now, shares }) => {
    const heading = `Audience: ${audienceHeadings[part].toLowerCase()}`;
    const missing = (is: Figure['is'], side: 'then' | 'now'): Cell =>
      is === 'value' ? value('Given') : absent(is, all, side);
    if (shares.length === 0)
      return { heading, rows: [told(audienceHeadings[part], missing(then, 'then'), missing(now, 'now'))] };
    const cell = (share: number | null, is: Figure['is'], side: 'then' | 'now'): Cell =>
      share === null ? missing(is, side) : value(formatShare(share));
    return {
      heading,
      rows: shares.map((share) =>
        measured(
          share.label,
          cell(share.then, then, 'then'),
          cell(share.now, now, 'now'),
          share.then === null || share.now === null ? null : signedPoints(share.then, share.now),
        ),
      ),
    };
  });

const posts = ({ platform, posts: { types, total } }: AccountDifferences): ComparisonRow[] =>
  [
    ...types.map((type) => ({ ...type, label: typeWords(platform, type.name).many })),
    { ...total, label: 'All posts' },
  ].map(({ label, then, now, change }) =>
    measured(label, value(formatExact(then)), value(formatExact(now)), signedCount(change, then)),
  );

/** The comparison as it is shown, group by group. Pure. */
export const comparisonGroups = (all: AccountDifferences): ComparisonGroup[] => [
  { heading: 'Profile', rows: figures(all) },
  {
    heading: 'Connection',
    rows: [
      told('Health', healthCell(all.health.then, all.platform), healthCell(all.health.now, all.platform)),
      told('Last updated', timeCell(all.lastUpdatedAt.then), timeCell(all.lastUpdatedAt.now)),
    ],
  },
  { heading: 'Names', rows: names(all) },
  ...audience(all),
  { heading: 'Content', rows: posts(all) },
];

/** Without what stayed the same; groups that have nothing left go, too. */
export const onlyChanges = (groups: readonly ComparisonGroup[]): ComparisonGroup[] =>
  groups
    .map(({ heading, rows }) => ({ heading, rows: rows.filter(({ changed }) => changed) }))
    .filter(({ rows }) => rows.length > 0);
