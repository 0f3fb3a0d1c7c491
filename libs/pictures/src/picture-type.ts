/** What a picture may be: pixels only. SVG and HTML can hold scripts, so they are none. */
export const pictureTypes = ['image/jpeg', 'image/png', 'image/webp', 'image/gif', 'image/avif'] as const;
export type PictureType = (typeof pictureTypes)[number];

const latin = (bytes: Uint8Array, from: number, to: number): string =>
  Buffer.from(bytes.subarray(from, to)).toString('latin1');

/** By its first bytes, whatever its server calls it; undefined: no picture that may be kept. */
export function pictureType(bytes: Uint8Array): PictureType | undefined {
  if (latin(bytes, 0, 3) === '\xff\xd8\xff') return 'image/jpeg';
  if (latin(bytes, 0, 8) === '\x89PNG\r\n\x1a\n') return 'image/png';
  if (/^GIF8[79]a/.test(latin(bytes, 0, 6))) return 'image/gif';
  if (latin(bytes, 0, 4) === 'RIFF' && latin(bytes, 8, 12) === 'WEBP') return 'image/webp';
  // The brand, or one of those that the file is compatible with.
  if (latin(bytes, 4, 8) === 'ftyp' && /^(?:.{4})*avi[fs]/s.test(brands(bytes))) return 'image/avif';
  return undefined;
}

const brands = (bytes: Uint8Array): string => {
  const size = bytes.length < 4 ? 0 : Buffer.from(bytes.subarray(0, 4)).readUInt32BE();
  return latin(bytes, 8, 12) + latin(bytes, 16, Math.min(size, 64));
};
