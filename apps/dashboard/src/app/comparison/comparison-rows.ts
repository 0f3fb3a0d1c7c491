import type {
  AccountDifferences,
  AccountHealth,
  Figure,
  NameDifference,
  PlatformId,
  Unavailable,
} from '@linkage/contracts';
import { platformData, platforms, type DataPoint } from '@linkage/platform-guide';
import { exactTime, formatExact, formatMinutes, formatShare } from '@linkage/ui';
import { causeLabels } from '../shared/words/causes';
import { about, lateReasons } from '../shared/words/trouble-help';
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

interface ComparisonGroup {
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

const absent = (
  is: Unavailable,
  { platform, connectedThen }: AccountDifferences,
  side: 'then' | 'now',
  point?: DataPoint,
): Cell => reason(side === 'then' && !connectedThen ? 'Not connected yet' : absence(is, platform, point).title);

const figures = (all: AccountDifferences): ComparisonRow[] =>
  all.figures.map(({ name, then, now, change }) => {
    const point = platformData[all.platform].profile[name];
    const inMinutes = name === 'watchTimeMinutes';
    const text = (amount: number): string =>
      inMinutes ? `${formatMinutes(amount).exact} ${formatMinutes(amount).unit}` : formatExact(amount);
    const cell = (figure: Figure, side: 'then' | 'now'): Cell =>
      figure.is === 'value' ? value(text(figure.value)) : absent(figure.is, all, side, point);
    const before = then.is === 'value' ? then.value : 0;
    const signed = change === null ? null : inMinutes ? signedMinutes(change) : signedCount(change, before);
    return measured(point?.words.label ?? name, cell(then, 'then'), cell(now, 'now'), signed);
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

/** Of which refresh the figures are: always another one, and so no difference of the account. */
const lastUpdated = ({ lastUpdatedAt }: AccountDifferences): ComparisonRow => ({
  label: 'Last updated',
  then: timeCell(lastUpdatedAt.then),
  now: timeCell(lastUpdatedAt.now),
  change: '',
  changed: false,
});

const timeCell = (at: string | null): Cell => (at === null ? reason('Not yet') : value(exactTime(Date.parse(at))));

const nameLabels: Readonly<Record<NameDifference['name'], string>> = {
  creatorName: 'Invited as',
  username: 'Username',
  displayName: 'Display name',
};

const names = (all: AccountDifferences): ComparisonRow[] => {
  const cell = (text: string | null): Cell => (text === null ? reason('Not connected yet') : value(text));
  const email = (side: 'then' | 'now'): Cell => {
    const of = all.email[side];
    return of.is === 'value' ? value(of.value) : absent(of.is, all, side, platformData[all.platform].identity.email);
  };
  return [
    ...all.names.map(({ name, then, now }) => told(nameLabels[name], cell(then), cell(now))),
    told('E-mail', email('then'), email('now')),
  ];
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
      rows: shares
        .filter(saysSomething)
        .map((share) =>
          measured(
            share.label,
            cell(share.then, then, 'then'),
            cell(share.now, now, 'now'),
            share.then === null || share.now === null ? null : signedPoints(share.then, share.now),
          ),
        ),
    };
  });

/** Of a list that names everyone nothing is left for the others. */
const saysSomething = ({ key, then, now }: AccountDifferences['audience'][number]['shares'][number]): boolean =>
  key !== 'others' || [then, now].some((share) => formatShare(share ?? 0) !== formatShare(0));

const posts = (all: AccountDifferences): ComparisonRow[] => {
  const {
    platform,
    posts: { types, total },
  } = all;
  // Before the first refresh no post is known, which is not the same as none.
  const unknown = all.lastUpdatedAt.then === null ? absent('not-yet', all, 'then') : null;
  return [
    ...types.map((type) => ({ ...type, label: typeWords(platform, type.name).many })),
    { ...total, label: 'All posts' },
  ].map(({ label, then, now, change }) =>
    measured(
      label,
      unknown ?? value(formatExact(then)),
      value(formatExact(now)),
      unknown === null ? signedCount(change, then) : null,
    ),
  );
};

/** The comparison as it is shown, group by group. Pure. */
export const comparisonGroups = (all: AccountDifferences): ComparisonGroup[] => [
  { heading: 'Profile', rows: figures(all) },
  {
    heading: 'Connection',
    rows: [
      told('Health', healthCell(all.health.then, all.platform), healthCell(all.health.now, all.platform)),
      lastUpdated(all),
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
