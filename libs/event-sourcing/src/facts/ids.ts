import { createHash } from 'node:crypto';
import { v7 } from 'uuid';
import { freshBytes } from './fresh-bytes';

let [millisecond, place] = [0, 0];

/** A UUIDv7, ordered also within a millisecond: indexes grow at one end and stay fast with millions of entries. */
export const newId = (): string => {
  const random = freshBytes(16);
  const now = Date.now();
  // Starts at random in each millisecond, in the lower half, so that it does not overflow.
  place = now > millisecond ? random.readUInt32BE(6) >>> 1 : place + 1;
  millisecond = Math.max(now, millisecond);
  return v7({ random, msecs: millisecond, seq: place });
};

export const isDerivedId = (id: string): boolean => id[14] === '8';

/** The same UUID (version 8) for the same parts, for commands that must find the same id when repeated. */
export const derivedId = (...parts: readonly (string | number)[]): string => {
  const bytes = createHash('sha256').update(JSON.stringify(parts)).digest().subarray(0, 16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
};
