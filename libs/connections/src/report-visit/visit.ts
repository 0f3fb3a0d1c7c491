import type { Decider } from '@linkage/event-sourcing';
import type { MicrositeOpened } from '@linkage/published-facts';

/** Openings of one creator's page. null: never opened. */
export type Visits = Pick<MicrositeOpened['data'], 'linkVersion' | 'openedAt'> | null;

export const visitStream = (invitationId: string): string => `visit-${invitationId}`;

export const visits: Decider<Visits, MicrositeOpened> = {
  initial: null,
  evolve: (_, { data: { linkVersion, openedAt } }) => ({ linkVersion, openedAt }),
};
