import type { MicrositeOpened } from '@linkage/published-facts';
import type { Visits } from './visit';

/** A page that is opened again and again is told once in so long. */
const ONE_VISIT_MS = 4 * 3_600_000;

/** Nothing to add while the same link's last visit may still go on. */
export const reportVisit = (
  opened: Pick<MicrositeOpened['data'], 'invitationId' | 'linkVersion'>,
  last: Visits,
  now: Date,
): readonly MicrositeOpened[] => {
  const goesOn =
    last !== null &&
    last.linkVersion === opened.linkVersion &&
    now.getTime() - Date.parse(last.openedAt) < ONE_VISIT_MS;
  return goesOn ? [] : [{ type: 'MicrositeOpened', data: { ...opened, openedAt: now.toISOString() } }];
};
