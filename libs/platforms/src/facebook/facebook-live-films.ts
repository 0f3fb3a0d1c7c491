import { readable } from '../answers';
import { isLoss, type Loss } from '../loss';
import type { AccountSession } from '../session';
import type { FacebookApi } from './facebook.api';
import { cursorOf, parametersOf } from './facebook-paging';

const pageSize = 100;
const mostPages = 10;

/** The films that were live, by id: the newest 1,000. A loss: it cannot be said which were. */
export async function liveFilms(api: FacebookApi, session: AccountSession): Promise<ReadonlySet<string> | Loss> {
  const films = new Set<string>();
  let cursor: string | undefined;
  for (let page = 0; page < mostPages; page += 1) {
    const answer = await api.liveVideos({ fields: 'id,video{id}', limit: String(pageSize), ...parametersOf(cursor) });
    if (answer === 'none') return films;
    if (isLoss(answer)) return answer;
    if (isLoss(answer.data)) return answer.data;
    const { items, lost } = readable(answer.data);
    const [first] = lost;
    if (first !== undefined) return first;
    for (const { id, video } of items)
      for (const known of [id, isLoss(video) ? undefined : video?.id]) if (typeof known === 'string') films.add(known);
    const next = cursorOf(answer.paging);
    if (isLoss(next)) return next;
    if (next === undefined) return films;
    if (next === cursor || next === 'unreadable')
      return session.impossible('GET /{page-id}/live_videos', 'leads nowhere');
    cursor = next;
  }
  return films;
}
