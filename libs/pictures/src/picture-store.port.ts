import type { PictureType } from './picture-type';

/**
 * What a picture shows: the face of an account (`AVATAR`) or one of its posts by its id; or, of an attempt, the face of
 * an account that is offered.
 */
export interface PictureOf {
  readonly account: string;
  readonly what: string;
}
export const AVATAR = 'avatar';

/** The face of an account that a consent gave access to, by its id on the platform. It leaves after a day. */
export const offeredFace = (platformAccountId: string): string => `${OFFERED}${platformAccountId}`;
export const OFFERED = 'offered:';

/** Which picture of it: `pictureAt` of the platform's address. */
export interface WhichPicture extends PictureOf {
  readonly at: string;
}

export interface NewPicture extends WhichPicture {
  /** The person that it belongs to, as in facts. */
  readonly subject: string;
  readonly bytes: Uint8Array;
  readonly type: PictureType;
  /** The platform's own mark for this version (`ETag`), if it gave one. */
  readonly tag: string | null;
}

/**
 * `kept`: it is here. `let-go`: it had to make room and has not been asked for since, so it is not fetched again.
 * `wanted`: it is not here: it was never kept, or was asked for after it had made room.
 */
export type Standing =
  { readonly is: 'kept'; readonly tag: string | null; readonly checkedAt: Date } | { readonly is: 'let-go' | 'wanted' };

export interface KeptPicture {
  readonly bytes: Uint8Array;
  readonly type: PictureType;
}

export interface PictureRoom {
  readonly pictures: number;
  readonly bytes: number;
}

/**
 * Pictures of creators and their content, one copy of each. A picture's name is random, so that only those know it whom
 * an answer told. Nothing in here is the truth: what is gone is fetched again.
 */
export abstract class PictureStore {
  /**
   * @throws PictureRefused when it is larger than any may be; what the disk says. A picture that was kept before stays.
   */
  abstract keep(picture: NewPicture, now: Date): Promise<void>;
  abstract standing(picture: WhichPicture): Standing;
  /** The platform says that it is the same still. */
  abstract check(picture: WhichPicture, now: Date): Promise<void>;
  /**
   * Names of what is kept, in the order of what was asked for: exactly that picture, or else the newest one of the
   * same; undefined: none. It counts as shown.
   */
  abstract names(asked: readonly WhichPicture[], now: Date): readonly (string | undefined)[];
  /** Faces of persons, as they were at a time: that of the account that was connected first. */
  abstract faces(subjects: readonly string[], now: Date): readonly (string | undefined)[];
  /** undefined: there is none of that name (any more). */
  abstract read(name: string, now: Date): Promise<KeptPicture | undefined>;
  /** How many of a person there are. */
  abstract count(subject: string): number;
  /** Removes what belongs to a person and to no other one. Says how many left. */
  abstract remove(subject: string): Promise<number>;
  /** All persons that a picture belongs to. */
  abstract subjects(): readonly string[];
  abstract room(): PictureRoom;
  /**
   * Writes what was shown, lets go what is too much, removes offered faces after a day and files that belong to
   * nothing.
   */
  abstract tidy(now: Date): Promise<void>;
  abstract close(): void;
}
