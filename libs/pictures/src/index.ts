/**
 * The door to pictures: avatars, thumbnails and covers, fetched when a refresh finds them, kept here and shown from our
 * own origin, because the platforms' addresses die. Contexts tell what they have seen and ask for what is kept; nothing
 * of it can fail them or hold them up.
 */
export { AVATAR, offeredFace, Pictures, type PictureAsked, type PictureKept, type PictureSeen } from './pictures.port';
export { PicturesModule, type PicturesOptions } from './pictures.module';
export type { PictureLimits } from './folder/folder-picture-store';
export type { PictureOrigins } from './fetch/picture-sources';
