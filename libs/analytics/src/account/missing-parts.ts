import type { Figure, Kept, MissingPart, MissingReason, ShownFigure } from '@linkage/contracts';
import type { MissingRow } from './account-profile.projection';

const known: Readonly<Record<MissingReason, true>> = {
  'rate-limited': true,
  'platform-down': true,
  'permission-missing': true,
  'needs-reauthorization': true,
  'app-out-of-credits': true,
  'app-over-cap': true,
  'app-not-enrolled': true,
  gone: true,
  'account-locked': true,
  refused: true,
  unexpected: true,
  'not-yet': true,
};
const reasonOf = (said: string): MissingReason => (Object.hasOwn(known, said) ? (said as MissingReason) : 'unexpected');

/** What the last refresh was without, as a browser gets it. */
export const toMissingParts = (missing: readonly MissingRow[]): MissingPart[] =>
  missing.map(({ reason, ...part }) => ({ ...part, reason: reasonOf(reason) }));

/** The figure with why it is not from the last refresh, if it is not. */
export function shown<T>(
  figure: Figure<T>,
  missing: readonly MissingPart[],
  section: MissingPart['section'],
  name: string,
): ShownFigure<T> {
  const part = missing.find((each) => each.section === section && (each.part === name || each.part === 'all'));
  if (part === undefined) return figure;
  const { reason, reportId, since } = part;
  const kept: Kept = { reason, reportId, since };
  return { ...figure, kept };
}
