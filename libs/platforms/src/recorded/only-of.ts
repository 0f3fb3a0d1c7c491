import { platformData, platforms, type DataPoint, type PlatformId, type Section } from '@linkage/platform-guide';
import { isLoss, type Loss, type Read } from '../loss';
import type { AudienceReading, ContentBatch, PostReading, ProfileReading } from '../reading';
import { isSameCall } from './call-name';
import type { RecordedCall } from './recorded-platform';

interface Sections {
  readonly profile?: ProfileReading;
  readonly audience?: AudienceReading;
  readonly batches?: readonly ContentBatch[];
}

interface Lost {
  readonly section: Section;
  readonly part: string;
  readonly loss: Loss;
}

/** A loss as it is shown where nothing was known. */
const shown = (read: Read<unknown> | undefined): unknown =>
  isLoss(read)
    ? { is: read.lost === 'permission-missing' ? read.lost : 'unexpected', because: read.lost, reportId: read.reportId }
    : read;

const isFrom = (point: DataPoint | undefined, { call }: RecordedCall): boolean =>
  point?.from !== undefined && point.from.call.split(', ').some((each) => isSameCall(each, call));

/** The permission that a data point needs; of one that the manifest does not name, what others of the call need. */
export function permissionFor(
  platform: PlatformId,
  call: RecordedCall,
  section: Section,
  part: string,
): string | undefined {
  const { identity, profile, audience, content } = platformData[platform];
  const points: Readonly<Record<string, DataPoint | undefined>> = {
    profile: { ...identity, ...profile },
    audience,
    content,
  }[section];
  const point = points[part] ?? Object.values(points).find((each) => isFrom(each, call));
  const permissions: Readonly<Record<string, { readonly scope: string }>> = platforms[platform].permissions;
  return permissions[point?.from?.permission ?? '']?.scope;
}

/**
 * Of what was read, the data points that this call gives, as the manifest says; the others stand for answers that were
 * not recorded. `isOwn`: whether a loss is the recorded answer's.
 */
export function onlyOf(
  platform: PlatformId,
  call: RecordedCall,
  { profile, audience, batches }: Sections,
  isOwn: (loss: Loss) => boolean,
) {
  const data = platformData[platform];
  const isOf = (point: DataPoint | undefined): boolean => isFrom(point, call);
  const isList = call.for.includes('content');
  const isOther = (read: unknown): boolean => isLoss(read) && !isOwn(read);
  const missing: Lost[] = [];
  const only = (section: Section, reads: Readonly<Record<string, unknown>>, is: (name: string) => boolean) => {
    const kept = Object.entries(reads).filter(([name, read]) => is(name) && read !== undefined && !isOther(read));
    for (const [part, read] of kept) if (isLoss(read)) missing.push({ section, part, loss: read });
    return Object.fromEntries(kept.map(([name, read]) => [name, shown(read as Read<unknown>)]));
  };
  const { username, displayName, avatarUrl, profileUrl, email } = profile ?? {};
  const isMe = isOf(data.identity.username);
  const names = only('profile', { username, displayName, avatarUrl, profileUrl }, () => isMe);
  const address = only('profile', { email }, () => isOf(data.identity.email));
  const figures = only('profile', profile?.figures ?? {}, (name) =>
    isOf(data.profile[name as keyof typeof data.profile]),
  );
  const { of, ...parts } = audience ?? {};
  const shares = only('audience', parts, (name) => isOf(data.audience[name as keyof typeof data.audience]));
  const posts = (batches ?? [])
    .flatMap((batch) => batch.posts)
    .map((post) => onlyPost(post))
    .filter((post) => isList || Object.keys(post.figures).length > 0);
  for (const { part, loss } of (batches ?? []).flatMap((batch) => batch.missing))
    if (isOwn(loss)) missing.push({ section: 'content', part, loss });

  function onlyPost({
    figures: read,
    typeLost,
    contentId,
    type,
    publishedAt,
    title,
    url,
    thumbnailUrl,
    expiresAt,
  }: PostReading) {
    if (typeLost && isOwn(typeLost)) missing.push({ section: 'content', part: 'type', loss: typeLost });
    const item = only('content', { publishedAt, title, url, thumbnailUrl }, () => isList);
    const own = only('content', read, (name) => isList || isOf(data.content[name as keyof typeof data.content]));
    return { contentId, ...(isList && { type, ...item, expiresAt }), figures: own };
  }

  // Single items say nothing of what else there is.
  const end = call.items === undefined && { end: batches?.at(-1)?.end ?? null };
  const hasProfile = isMe || Object.keys({ ...address, ...figures }).length > 0;
  return {
    missing,
    snapshot: {
      ...(profile && hasProfile && { profile: { ...names, ...address, figures } }),
      ...(audience && Object.keys(shares).length > 0 && { audience: { of, ...shares } }),
      ...(batches && isList && { content: posts, ...end }),
      ...(posts.length > 0 && !isList && { content: posts }),
    },
  };
}
