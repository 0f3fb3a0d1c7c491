import { isLoss } from '../loss';
import { allPagesOf, type AccountSession, type Paging } from '../session';
import type { StoriesAnswer } from './facebook.answers';
import type { FacebookApi } from './facebook.api';
import { cursorOf, parametersOf } from './facebook-paging';
import { namedStories } from './facebook-posts';

const call = 'GET /{page-id}/stories';
const fields = 'post_id,status,creation_time,media_type,media_id,url';
const pageSize = 50;
/** Of one day. */
const mostStories = 500;

/** The stories that are shown now. Those that ended between two calls are simply not there. */
export async function shownStories(api: FacebookApi, session: AccountSession) {
  const { pages, end } = await allPagesOf(session, storyPaging(api, session));
  const read = pages.map(({ data }) => namedStories(data, session.now));
  const lost = [...read.flatMap((page) => page.lost), ...(isLoss(end) ? [end] : [])];
  return { named: read.flatMap(({ named }) => named), lost, isWhole: end === 'complete' && lost.length === 0 };
}

const storyPaging = (api: FacebookApi, session: AccountSession): Paging<StoriesAnswer> => ({
  call,
  pageSize,
  expected: undefined,
  most: mostStories,
  async read(cursor) {
    const page = await api.stories({ fields, limit: String(pageSize), ...parametersOf(cursor) });
    if (isLoss(page)) return page;
    if (hasEndedOnly(page, session.now)) return { page, next: undefined };
    const next = cursorOf(page.paging);
    const end = next === 'unreadable' ? session.impossible(call, 'does not say where it goes on') : next;
    return { page, next: end };
  },
});

/** Facebook lists ended stories, too, newest first: all that follow such a page have ended. */
function hasEndedOnly({ data }: StoriesAnswer, now: Date): boolean {
  const { named, lost } = namedStories(data, now);
  return !isLoss(data) && data.length > 0 && named.length === 0 && lost.length === 0;
}
