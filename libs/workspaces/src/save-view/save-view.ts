import { isSameViewName, MOST_VIEWS, tidied, viewNameAdvice, type SavedView } from '@linkage/contracts';
import type { SavedViews } from '../workspace/saved-views';
import type { ViewSaved } from '../workspace/saved-views.events';
import { tooManyViews, unsuitableName, viewNameTaken } from '../workspace/workspace.errors';

/**
 * Nothing when all of it is so already. A view that is known gets its new name and what it shows now.
 * @throws invalid-request, naming `name`
 */
export const saveView = (memberId: string, asked: SavedView, views: SavedViews): readonly ViewSaved[] => {
  const advice = viewNameAdvice(asked.name);
  if (advice !== null) throw unsuitableName('name', advice);
  const view = { ...asked, name: tidied(asked.name) };
  const known = views.find(({ viewId }) => viewId === view.viewId);
  if (known?.list === view.list && known.name === view.name && known.query === view.query) return [];
  const others = views.filter(({ viewId, list }) => viewId !== view.viewId && list === view.list);
  if (others.some(({ name }) => isSameViewName(name, view.name))) throw viewNameTaken(view.name);
  if (others.length >= MOST_VIEWS) throw tooManyViews(MOST_VIEWS);
  return [{ type: 'ViewSaved', data: { memberId, ...view } }];
};
