import type { SavedView, SavedViewList } from '@linkage/contracts';
import type { Decider } from '@linkage/event-sourcing';
import type { SavedViewFact } from './saved-views.events';

export type SavedViews = readonly SavedView[];

export const viewsStream = (memberId: string): string => `views-${memberId}`;

export const savedViews: Decider<SavedViews, SavedViewFact> = {
  initial: [],
  evolve: (views, { type, data }) => {
    const others = views.filter(({ viewId }) => viewId !== data.viewId);
    if (type === 'ViewDeleted') return others;
    const { memberId: _memberId, ...view } = data;
    return [...others, view];
  },
};

const byName = new Intl.Collator('en', { numeric: true });

export const viewsInOrder = (views: SavedViews): SavedViewList => ({
  views: views.toSorted((one, other) => byName.compare(one.name, other.name)),
});
