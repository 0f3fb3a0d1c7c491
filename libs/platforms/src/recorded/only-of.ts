import { platformData, type DataPoint, type PlatformId, type Section } from '@linkage/platform-guide';
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

/**
 * Of what was read, the data points that this call gives, as the manifest says; the others stand for answers that were
 * not recorded.
 */
export function onlyOf(platform: PlatformId, call: RecordedCall, { profile, audience, batches }: Sections) {
  const data = platformData[platform];
  const isOf = (point: DataPoint | undefined): boolean =>
    point?.from !== undefined && point.from.call.split(', ').some((each) => isSameCall(each, call.call));
  const isList = call.for.includes('content');
  const missing: Lost[] = [];
  const only = (section: Section, reads: Readonly<Record<string, unknown>>, is: (name: string) => boolean) => {
    const kept = Object.entries(reads).filter(([name, read]) => is(name) && read !== undefined);
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
  const posts = (batches ?? []).flatMap((batch) => batch.posts).map((post) => onlyPost(post));
  for (const { part, loss } of (batches ?? []).flatMap((batch) => batch.missing))
    missing.push({ section: 'content', part, loss });

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
    if (typeLost) missing.push({ section: 'content', part: 'type', loss: typeLost });
    const item = only('content', { publishedAt, title, url, thumbnailUrl }, () => isList);
    const own = only('content', read, (name) => isList || isOf(data.content[name as keyof typeof data.content]));
    return { contentId, ...(isList && { type, ...item, expiresAt }), figures: own };
  }

  const hasProfile = isMe || Object.keys({ ...address, ...figures }).length > 0;
  return {
    missing,
    snapshot: {
      ...(profile && hasProfile && { profile: { ...names, ...address, figures } }),
      ...(audience && Object.keys(shares).length > 0 && { audience: { of, ...shares } }),
      ...(batches && { content: posts, end: batches.at(-1)?.end ?? null }),
    },
  };
}
