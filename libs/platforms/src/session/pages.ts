import { isLoss, type Loss, type Read } from '../loss';
import type { AccountSession } from './account-session';

/** Never more posts of one account than this, whatever its profile says. Meta, X and YouTube give fewer. */
const mostPosts = 20_000;

export interface Paging<Page> {
  /** What reports call it. */
  readonly call: string;
  readonly pageSize: number;
  /** How many posts there should be, as the profile says; undefined: it does not say. */
  readonly expected: number | undefined;
  /** Never more than this; absent: `mostPosts`. */
  readonly most?: number;
  /**
   * `next` undefined: this was the last page; lost: it does not say. `expected`: how many there are in all, if only the
   * list says so.
   */
  read(token: string | undefined): Promise<Read<{ page: Page; next: Read<string> | undefined; expected?: number }>>;
}

/**
 * `complete`: the last page was read. `bounded`: there are more than are ever read. A loss: why the rest is missing.
 */
export type PagesEnd = 'complete' | 'bounded' | Loss;

/**
 * Page after page, until the platform says that there are no more, and then how it ended. A platform that never says
 * so, leads back to a page that was there before, or lists far more than it says there is, is not followed.
 */
export async function* pagesOf<Page>(
  session: AccountSession,
  { call, pageSize, expected, most: bound = mostPosts, read }: Paging<Page>,
): AsyncIterable<{ readonly page: Page } | { readonly end: PagesEnd }> {
  const seen = new Set<string>();
  let most = pagesFor(expected, pageSize);
  let token: string | undefined;
  for (let pages = 1; ; pages += 1) {
    const answer = await read(token);
    if (isLoss(answer)) return yield { end: answer };
    yield { page: answer.page };
    const { next } = answer;
    if (next === undefined || isLoss(next)) return yield { end: next ?? 'complete' };
    token = next;
    if (seen.has(token)) return yield { end: session.impossible(call, 'leads to a page that was there before') };
    seen.add(token);
    if (pages === 1) most = Math.max(most, pagesFor(answer.expected ?? expected, pageSize));
    if (pages * pageSize >= bound) return yield { end: 'bounded' };
    if (pages >= most) return yield { end: session.impossible(call, 'has more pages than there can be') };
  }
}

/** The same of a short list, at once. */
export async function allPagesOf<Page>(
  session: AccountSession,
  paging: Paging<Page>,
): Promise<{ readonly pages: readonly Page[]; readonly end: PagesEnd }> {
  const pages: Page[] = [];
  for await (const step of pagesOf(session, paging)) {
    if ('end' in step) return { pages, end: step.end };
    pages.push(step.page);
  }
  throw new Error('a list always has an end');
}

/** With a margin for what is published meanwhile, and for pages that are not full. */
const pagesFor = (expected: number | undefined, pageSize: number): number =>
  Math.ceil((Math.min(expected ?? mostPosts, mostPosts) * 1.2) / pageSize) + 3;

/**
 * Whether all posts were read, so that any other is no longer there. A list that ends far before what the profile says
 * there is was cut short, or is empty by mistake.
 */
export const isComplete = (end: PagesEnd, read: number, expected: number | undefined, share = 0.9): boolean =>
  end === 'complete' && expected !== undefined && read >= expected * share;
