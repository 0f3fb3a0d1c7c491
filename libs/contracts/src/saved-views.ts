import { nameAdvice, nameFault } from './names';

/** The lists that a member can save views of: the three tabs. */
export const viewLists = ['invitations', 'accounts', 'attempts'] as const;
export type ViewList = (typeof viewLists)[number];

/** Of one list. */
export const MOST_VIEWS = 20;
export const LONGEST_VIEW_NAME = 80;
/** What an address can hold of a list: a search in any script, filter, order and page size. */
export const LONGEST_VIEW_QUERY = 2_000;

/** How a member likes to see a list, under a name. */
export interface SavedView {
  viewId: string;
  list: ViewList;
  name: string;
  /** What stands behind the `?` of the list's address: `status=invited&sort=name`. Empty: the usual view. */
  query: string;
}

/** GET /api/account/views, and the answer to a change of them. In order of their names. */
export interface SavedViewList {
  views: SavedView[];
}

/** A list has one view of a name, in whatever letters. */
export const isSameViewName = (one: string, other: string): boolean => folded(one) === folded(other);

const folded = (name: string): string => name.normalize('NFKC').toLowerCase();

/** What helps a name that cannot be given to a view; null: nothing is wrong with it. */
export const viewNameAdvice = (name: string): string | null => {
  if (name.trim().length > LONGEST_VIEW_NAME) return `Use at most ${LONGEST_VIEW_NAME} characters.`;
  const fault = nameFault(name.trim());
  if (fault === 'empty') return 'Enter a name for the view.';
  return fault === 'unprintable' ? nameAdvice.unprintable : null;
};
