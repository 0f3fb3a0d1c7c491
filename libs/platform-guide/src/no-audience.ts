import { platformData } from './platform-data';
import { type PlatformId } from './platforms';

/** Why a platform gives no part of any audience, as a sentence; null: it gives some. */
export function noAudience(platform: PlatformId): string | null {
  const parts = Object.values(platformData[platform].audience);
  return parts.every(({ notOffered }) => notOffered !== undefined) ? (parts[0]?.notOffered ?? null) : null;
}
