import type { SavedViews } from '../workspace/saved-views';
import type { ViewDeleted } from '../workspace/saved-views.events';

/** Nothing when there is none: it is gone, as it was wanted. */
export const deleteView = (memberId: string, viewId: string, views: SavedViews): readonly ViewDeleted[] =>
  views.some((view) => view.viewId === viewId) ? [{ type: 'ViewDeleted', data: { memberId, viewId } }] : [];
