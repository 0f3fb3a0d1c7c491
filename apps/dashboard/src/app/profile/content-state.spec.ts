import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import type { AccountContent, ContentCard } from '@linkage/contracts';
import { Subject, of, type Observable } from 'rxjs';
import { until } from '../testing/open-page';
import { ContentState } from './content-state';

const POSTS = 300;
/** As the server does it: at most 200 at once. */
const most = 200;

const post = (contentId: string, title: string): ContentCard => ({
  contentId,
  type: 'image',
  publishedAt: '2026-11-18T10:00:00Z',
  title,
  url: null,
  thumbnailUrl: null,
  expired: false,
  deletedAt: null,
  figures: [],
});

describe('the posts on screen', () => {
  let changes: Subject<null>;
  let reading: number;
  let asked: number[];

  const page = ({ cursor, limit }: { cursor?: string; limit: number }): Observable<AccountContent> => {
    const from = Number(cursor ?? 0);
    const to = Math.min(POSTS, from + Math.min(most, limit));
    asked.push(limit);
    const items = Array.from({ length: to - from }, (_, index) => post(`p${from + index}`, `reading ${reading}`));
    return of({ items, next: to < POSTS ? `${to}` : null, total: POSTS, deleted: 0, types: [] });
  };
  const open = (rowsBefore?: number): ContentState<object> =>
    TestBed.runInInjectionContext(
      () => new ContentState(signal({}), page, changes, { rowsBefore: () => rowsBefore, remember: () => undefined }),
    );
  const shown = (state: ContentState<object>): number => state.content()?.items.length ?? 0;
  const shows = (state: ContentState<object>, rows: number): Promise<void> =>
    until(() => expect(shown(state)).toBe(rows));

  beforeEach(() => {
    [changes, reading, asked] = [new Subject(), 1, []];
  });

  it('are as many after a silent reading as before, also beyond what one answer holds', async () => {
    const state = open();
    await shows(state, 20);
    for (let rows = 40; rows <= 260; rows += 20) {
      await state.more();
      expect(shown(state)).toBe(rows);
    }
    reading = 2;
    changes.next(null);
    await until(() => expect(state.content()?.items[0]?.title).toBe('reading 2'));
    const items = state.content()?.items ?? [];
    expect([items.length, new Set(items.map(({ contentId }) => contentId)).size]).toEqual([260, 260]);
    expect(items.every(({ title }) => title === 'reading 2')).toBe(true);
    expect(state.content()?.next).toBe('260');
    expect(Math.max(...asked)).toBeLessThanOrEqual(most);
  });

  it('are as many after Back as when the page was left', async () => {
    await shows(open(260), 260);
  });

  it('are all there is when fewer are left', async () => {
    const state = open(1_000);
    await shows(state, POSTS);
    expect(state.content()?.next).toBeNull();
  });
});
