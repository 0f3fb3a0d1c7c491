import type { ContentType, Figure } from '@linkage/published-facts';
import { readable } from '../answers';
import { isLoss, known, type Loss, type Read } from '../loss';
import { figure } from '../mapping/reading';
import type { ReadMedia, ReadPost, TimelineAnswer } from './twitter.answers';

/** The media that a page brings, and why others could not be read. */
export interface MediaByKey {
  get(key: string): ReadMedia | undefined;
  lost(): Loss;
}

/** @param none what stands for media that a page names and does not bring */
export function mediaIn({ includes }: TimelineAnswer, none: () => Loss): MediaByKey {
  const listed = includes === undefined || isLoss(includes) ? includes : includes.media;
  if (listed === undefined || isLoss(listed)) return { get: () => undefined, lost: () => listed ?? none() };
  const { items, lost } = readable(listed);
  const byKey = new Map(items.map((item) => [known(item.media_key), item]));
  const unread = lost[0] ?? items.map((item) => item.media_key).find(isLoss);
  return { get: (key) => byKey.get(key), lost: () => unread ?? none() };
}

/** What a post shows beside its text. */
export interface Attached {
  readonly isSome: boolean;
  readonly type: ContentType;
  readonly typeLost: Loss | undefined;
  readonly thumbnailUrl: Read<string | null>;
  readonly views: Read<Figure>;
}

type Kind = 'photo' | 'video' | 'animated_gif';
const kinds: readonly Kind[] = ['photo', 'video', 'animated_gif'];
/** Keys tell the kind as well. */
const kindByPrefix: Readonly<Record<string, Kind>> = {
  '3': 'photo',
  '7': 'video',
  '13': 'video',
  '16': 'animated_gif',
};

const asKind = (said: string | undefined): Kind | undefined => kinds.find((kind) => kind === said);

interface Piece {
  readonly kind: Kind | undefined;
  readonly kindLost: Loss | undefined;
  readonly picture: Read<string> | undefined;
  readonly views: Read<number> | undefined;
}

function pieceOf(key: Read<string>, media: MediaByKey): Piece {
  const prefix = known(key)?.split('_')[0] ?? '';
  const found = isLoss(key) ? undefined : media.get(key);
  if (found === undefined) {
    const lost = isLoss(key) ? key : media.lost();
    return { kind: kindByPrefix[prefix], kindLost: lost, picture: lost, views: lost };
  }
  const kind = asKind(known(found.type));
  const { preview_image_url: preview, url, public_metrics: metrics } = found;
  return {
    kind: kind ?? kindByPrefix[prefix],
    kindLost: kind === undefined ? (isLoss(found.type) ? found.type : media.lost()) : undefined,
    picture: known(preview) ?? known(url) ?? preview ?? url,
    views: metrics === undefined || isLoss(metrics) ? metrics : metrics.view_count,
  };
}

const typeFor = (pieces: readonly Piece[]): ContentType => {
  if (pieces.length === 0) return 'text';
  if (pieces.some(({ kind }) => kind === 'video' || kind === 'animated_gif')) return 'video';
  return pieces.length > 1 ? 'album' : 'image';
};

/** Polls and links are text. A video counts before photos; several photos are an album. */
export function mediaOf({ attachments }: ReadPost, media: MediaByKey): Attached {
  const keys = attachments === undefined || isLoss(attachments) ? attachments : attachments.media_keys;
  if (isLoss(keys)) return { isSome: true, type: 'text', typeLost: keys, thumbnailUrl: keys, views: keys };
  const pieces = (keys ?? []).flatMap((key) => (key === undefined ? [] : [pieceOf(key, media)]));
  const type = typeFor(pieces);
  const pictures = pieces.map(({ picture }) => picture);
  return {
    isSome: pieces.length > 0,
    type,
    typeLost: pieces.find(({ kindLost }) => kindLost !== undefined)?.kindLost,
    thumbnailUrl: pictures.find((picture) => known(picture) !== undefined) ?? pictures.find(isLoss) ?? null,
    views: viewsOf(pieces, type),
  };
}

/** Only videos are played; moving pictures just move. */
function viewsOf(pieces: readonly Piece[], type: ContentType): Read<Figure> {
  const lost = pieces.find(({ kindLost }) => kindLost !== undefined)?.kindLost;
  if (type !== 'video') return lost ?? { is: 'not-applicable' };
  const videos = pieces.filter(({ kind }) => kind === 'video');
  if (videos.length === 0) return lost ?? { is: 'not-applicable' };
  const unread = videos.map(({ views }) => views).find(isLoss);
  const counts = videos.map(({ views }) => known(views)).filter((count) => count !== undefined);
  return unread ?? figure(counts.length === 0 ? undefined : counts.reduce((sum, count) => sum + count, 0), 'not-yet');
}
