import type { AccountProfile, Kept, MissingPart } from '@linkage/contracts';
import { missingBecause, partLabel, type PlatformId } from '@linkage/platform-guide';
import { plainDate } from '@linkage/ui';

/** One reason why the last refresh was incomplete, and what it is without for that reason. */
interface MissingGroup {
  readonly parts: string;
  readonly because: string;
  readonly reports: readonly string[];
}

const named = (platform: PlatformId, { section, part, posts }: MissingPart): string =>
  partLabel(platform, section, part, posts);

/** Parts that are missing for the same reason stand together. */
export function missingGroups({ platform, missing }: Pick<AccountProfile, 'platform' | 'missing'>): MissingGroup[] {
  const reasons = [...new Set(missing.map(({ reason }) => reason))];
  return reasons.map((reason) => {
    const parts = missing.filter((part) => part.reason === reason);
    return {
      parts: parts.map((part) => named(platform, part)).join(', '),
      because: missingBecause(platform, reason),
      reports: [...new Set(parts.flatMap(({ reportId }) => reportId ?? []))],
    };
  });
}

/** Stands under a figure that is not from the last refresh. */
export const keptNote = ({ since }: Kept): string =>
  since === null ? 'not read yet' : `as of ${plainDate(Date.parse(since))}`;
