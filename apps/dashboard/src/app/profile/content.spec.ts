import { Component } from '@angular/core';
import type { AccountContent, ContentCard } from '@linkage/contracts';
import { TestBed } from '@angular/core/testing';
import { Changes } from '../shared/changes/changes';
import { down, openPage, unavailable, until } from '../testing/pages';
import { Content } from './content';

@Component({
  selector: 'app-posts',
  imports: [Content],
  template: `<app-content accountId="a1" platform="instagram" />`,
})
class Posts {}

const post = (id: number, change: Partial<ContentCard> = {}): ContentCard => ({
  contentId: String(id),
  type: 'image',
  publishedAt: '2026-11-18T10:00:00Z',
  title: `Post ${id}`,
  url: `https://www.instagram.com/p/${id}`,
  thumbnailUrl: null,
  expired: false,
  figures: [
    { name: 'likes', figure: { is: 'value', value: 4_871 } },
    { name: 'comments', figure: { is: 'value', value: 0 } },
    { name: 'impressions', figure: { is: 'not-offered' } },
    { name: 'views', figure: { is: 'not-applicable' } },
  ],
  ...change,
});
const content = (items: ContentCard[], next: string | null = null): AccountContent => ({
  items,
  next,
  total: 2_310,
  types: [
    { type: 'reels', count: 3 },
    { type: 'image', count: 2_307 },
    { type: 'igtv', count: 0 },
  ],
});
const open = (address = '/posts') => openPage(Posts, 'posts', address);
const titles = (element: HTMLElement): string[] =>
  [...element.querySelectorAll('app-content-card bdi')].map(({ textContent }) => textContent ?? '');

describe('the content of an account', () => {
  it('shows date, type and figures, and opens the post in a new tab (R116–R124)', async () => {
    const page = await open();
    (await page.asked('/api/accounts/a1/content?limit=20')).flush(content([post(1)]));
    await until(() => expect(titles(page.element)).toEqual(['Post 1']));
    for (const part of [
      '1 of 2,310 posts, newest first',
      '18 Nov 2026',
      'Image',
      '4.87K',
      'not offered',
      'none for photos',
    ])
      expect(page.text()).toContain(part);
    const link = page.element.querySelector('a')!;
    expect([link.target, link.rel, link.getAttribute('aria-label')]).toEqual([
      '_blank',
      'noopener noreferrer',
      'Post 1, opens in new tab',
    ]);
    expect([...page.element.querySelectorAll('dd')].map(({ textContent }) => textContent)).toContain('0');
  });

  it('says that a story has expired rather than look broken (R118)', async () => {
    const page = await open();
    (await page.asked('/api/accounts/a1/content')).flush(content([post(1, { type: 'story', expired: true })]));
    await until(() => expect(page.text()).toContain('Expired, saved copy'));
  });

  it('filters by type and date, from the address and into it (R110–R114)', async () => {
    const page = await open('/posts?type=reels&from=2026-11-01');
    const asked = await page.asked('/api/accounts/a1/content');
    expect(asked.request.params.get('type')).toBe('reels');
    expect(asked.request.params.get('from')).toBe(new Date('2026-11-01T00:00:00').toISOString());
    asked.flush(content([]));
    await until(() => expect(page.text()).toContain('No post has this type and date.'));
    expect(
      [...page.element.querySelectorAll('[aria-pressed=true]')].map(({ textContent }) => textContent?.trim()),
    ).toEqual(['Reels 3']);
    page.button('Clear').click();
    expect((await page.asked('/api/accounts/a1/content')).request.urlWithParams).toBe(
      '/api/accounts/a1/content?limit=20',
    );
  });

  it('loads more below, and keeps it when a refresh brings new figures', async () => {
    const page = await open();
    (await page.asked('/api/accounts/a1/content')).flush(content([post(3), post(2)], 'next'));
    await until(() => expect(titles(page.element)).toHaveLength(2));
    page.button('Load 20 more').click();
    (await page.asked('/api/accounts/a1/content?limit=20&cursor=next')).flush(content([post(2), post(1)]));
    await until(() => expect(titles(page.element)).toEqual(['Post 3', 'Post 2', 'Post 1']));
    TestBed.inject(Changes).announce('content', 'a1');
    (await page.asked('/api/accounts/a1/content?limit=20')).flush(content([post(4), post(3), post(2)]));
    await until(() => expect(titles(page.element)).toEqual(['Post 4', 'Post 3', 'Post 2']));
  });

  it('says when loading more failed, and when nothing could be loaded', async () => {
    const page = await open();
    (await page.asked('/api/accounts/a1/content')).flush(content([post(1)], 'next'));
    await until(() => expect(titles(page.element)).toHaveLength(1));
    page.button('Load 20 more').click();
    (await page.asked('/api/accounts/a1/content?limit=20&cursor=next')).flush(unavailable, down);
    await until(() =>
      expect(page.element.querySelector('[role=alert]')?.textContent).toContain(
        'The read store does not answer. Press again to try once more.',
      ),
    );
    expect(titles(page.element)).toEqual(['Post 1']);
  });
});
