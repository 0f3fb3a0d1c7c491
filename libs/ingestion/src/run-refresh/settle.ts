import {
  isSamePicture,
  type AudienceSnapshot,
  type ContentFigure,
  type ContentFigures,
  type Figure,
  type ProfileFigure,
  type ProfileSnapshot,
} from '@linkage/published-facts';

/** What a connector gives in the place of what it could not read. `lost`: why. */
export interface Lost {
  readonly lost: string;
  readonly reportId: string;
  readonly retryAt: Date | null;
}
export type Read<T> = T | Lost;

type ReadSnapshot<Snapshot> = { readonly [Name in keyof Snapshot]: Read<Snapshot[Name]> };
/** As a connector reads a profile and an audience: each data point, or why it is lost. */
type ReadProfile = Omit<ReadSnapshot<ProfileSnapshot>, 'figures'> & {
  readonly figures: Readonly<Partial<Record<ProfileFigure, Read<Figure>>>>;
};
type ReadAudience = ReadSnapshot<Omit<AudienceSnapshot, 'of'>> & Pick<AudienceSnapshot, 'of'>;
export type ReadFigures = Readonly<Partial<Record<ContentFigure, Read<Figure>>>>;

/** A data point that this refresh is without. */
export interface MissingPoint {
  readonly part: string;
  readonly reason: string;
  readonly reportId: string | null;
  readonly retryAt: Date | null;
}

/** What is to be recorded, and what of it is not from this refresh. */
interface Settled<Snapshot> {
  readonly snapshot: Snapshot;
  readonly missing: readonly MissingPoint[];
}

export const isLost = (read: unknown): read is Lost =>
  typeof read === 'object' && read !== null && 'lost' in read && typeof read.lost === 'string';

/** These say that there is no value now, not that there is none: a value that was known outlasts them. */
const notTheLastWord: readonly string[] = ['not-yet', 'permission-missing'];

const missingFrom = (part: string, { lost, reportId, retryAt }: Lost): MissingPoint => ({
  part,
  reason: lost,
  reportId,
  retryAt,
});

/** The figure to record: what was read, or what was known before; where nothing was, why. */
function settleFigure<T>(
  part: string,
  read: Read<Figure<T>>,
  known: Figure<T> | undefined,
  missing: MissingPoint[],
): Figure<T> {
  if (isLost(read)) {
    missing.push(missingFrom(part, read));
    if (known !== undefined && known.is !== 'not-yet') return known;
    return read.lost === 'permission-missing'
      ? { is: 'permission-missing' }
      : { is: 'unexpected', reportId: read.reportId };
  }
  if (known?.is !== 'value' || !notTheLastWord.includes(read.is)) return read;
  missing.push({ part, reason: read.is, reportId: null, retryAt: null });
  return known;
}

function settleField<T>(part: string, read: Read<T>, known: T, missing: MissingPoint[]): T {
  if (!isLost(read)) return read;
  missing.push(missingFrom(part, read));
  return known;
}

/** An address that was only signed anew is no news: with it every refresh would write a fact. */
function settlePicture(read: Read<string | null>, known: string | null, missing: MissingPoint[]): string | null {
  const now = settleField('avatarUrl', read, known, missing);
  return isSamePicture(now, known) ? known : now;
}

/** `before`: as it was recorded last, or, before the first refresh, as the account was called when it was connected. */
export function settleProfile(
  read: ReadProfile,
  before: Pick<ProfileSnapshot, 'username' | 'displayName' | 'avatarUrl'> & Partial<ProfileSnapshot>,
): Settled<ProfileSnapshot> {
  const missing: MissingPoint[] = [];
  const figuresBefore = before.figures ?? {};
  const identity = {
    username: settleField('username', read.username, before.username, missing),
    displayName: settleField('displayName', read.displayName, before.displayName, missing),
    avatarUrl: settlePicture(read.avatarUrl, before.avatarUrl, missing),
    profileUrl: settleField('profileUrl', read.profileUrl, before.profileUrl ?? null, missing),
    email: settleFigure('email', read.email, before.email, missing),
  };
  const names = [...new Set([...Object.keys(figuresBefore), ...Object.keys(read.figures)])] as ProfileFigure[];
  const figures = names.map((name) => {
    const now = read.figures[name];
    return [name, now === undefined ? figuresBefore[name] : settleFigure(name, now, figuresBefore[name], missing)];
  });
  return { snapshot: { ...identity, figures: Object.fromEntries(figures) as ProfileSnapshot['figures'] }, missing };
}

export function settleAudience(read: ReadAudience, before: AudienceSnapshot | null): Settled<AudienceSnapshot> {
  const missing: MissingPoint[] = [];
  const part = (name: 'countries' | 'cities' | 'ages' | 'genders') =>
    settleFigure(name, read[name], before?.[name], missing);
  const snapshot: AudienceSnapshot = {
    of: read.of,
    countries: part('countries'),
    cities: part('cities'),
    ages: part('ages'),
    genders: part('genders'),
  };
  return { snapshot, missing };
}

/** The figures of a post: those that were read, and those that were lost. What is left out was not asked for. */
export function settleFigures(read: ReadFigures, known: ContentFigures): Settled<ContentFigures> {
  const missing: MissingPoint[] = [];
  const names = Object.keys(read) as ContentFigure[];
  const figures = names.flatMap((name) => {
    const now = read[name];
    return now === undefined ? [] : [[name, settleFigure(name, now, known[name], missing)] as const];
  });
  return { snapshot: Object.fromEntries(figures) as ContentFigures, missing };
}
