import type { Fact, FactCatalog } from '@linkage/event-sourcing';

/**
 * Stream: `views-<memberId>`. How a member likes to see a list, under a name: all of it, each time. A name is free text
 * and a search can hold a creator's name: both are encrypted as the member's.
 */
export type ViewSaved = Fact<
  'ViewSaved',
  {
    memberId: string;
    viewId: string;
    list: 'invitations' | 'accounts' | 'attempts';
    name: string;
    query: string;
  }
>;
export type ViewDeleted = Fact<'ViewDeleted', { memberId: string; viewId: string }>;
export type SavedViewFact = ViewSaved | ViewDeleted;

export const savedViewFacts: FactCatalog<SavedViewFact> = {
  ViewSaved: { version: 1, personal: { subject: (data) => data.memberId, fields: ['name', 'query'] } },
  ViewDeleted: { version: 1 },
};
