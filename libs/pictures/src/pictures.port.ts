import type { PlatformId } from '@linkage/platform-guide';
import type { Observable } from 'rxjs';
import type { PictureOf } from './picture-store.port';

export { AVATAR, offeredFace, type PictureOf } from './picture-store.port';

/** What a picture shows, and where the platform has it; null: there is none. */
export interface PictureAsked extends PictureOf {
  readonly address: string | null;
}

export interface PictureSeen extends PictureAsked {
  /** The person that it belongs to, as in facts. */
  readonly subject: string;
  readonly platform: PlatformId;
  readonly workspaceId: string;
  /** ISO 8601 UTC, of a post: the newest of an account are fetched first. */
  readonly publishedAt?: string;
}

/** Whose pages can show a picture that they could not show before. */
export type PictureKept = Pick<PictureSeen, 'account' | 'what' | 'workspaceId'>;

/** What contexts do with pictures. None of it throws, and nothing waits for a platform, unless it says so. */
export abstract class Pictures {
  /**
   * A picture that is new here can be shown. Those of accounts on offer are not told: the page that shows them waits
   * for them itself.
   */
  abstract readonly kept: Observable<PictureKept>;
  /**
   * A platform has just told of these: what is not kept yet, or may be another one by now, is fetched in the
   * background.
   */
  abstract seen(pictures: readonly PictureSeen[]): void;
  /** Where browsers get them from us, in the order of what was asked for; null: no picture is kept. */
  abstract addresses(asked: readonly PictureAsked[]): readonly (string | null)[];
  /** Where browsers get the faces of persons, as of the time that is looked at. */
  abstract faces(subjects: readonly string[]): readonly (string | null)[];
  /** Resolves when none of these is waited for any more, at the latest after `ms`. */
  abstract settled(asked: readonly PictureAsked[], ms: number): Promise<void>;
}
