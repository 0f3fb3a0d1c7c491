import { Component } from '@angular/core';
import type { AccountContent, ContentCard } from '@linkage/contracts';
import { TestBed } from '@angular/core/testing';
import { Changes } from '../shared/changes/changes';
import { down, openPage, unavailable, until } from '../testing/open-page';
import { Content } from './content';

@Component({
  selector: 'app-withheld',
  imports: [Content],
  template: `<app-content accountId="a1" platform="tiktok" [withheld]="true" />`,
})
class Withheld {}

@Component({
  selector: 'app-posts',
  imports: [Content],
  template: `<app-content accountId="a1" platform="instagram" />`,
})
class Posts {}

@Component({
  selector: 'app-broadcasts',
  imports: [Content],
  template: `<app-content accountId="a1" platform="twitch" />`,
})
class Broadcasts {}

const post = (id: number, change: Partial<ContentCard> = {}): ContentCard => ({
  contentId: String(id),
  type: 'image',
  publishedAt: '2026-11-18T10:00:00Z',
  title: `Post ${id}`,
  url: `https://www.instagram.com/p/${id}`,
  thumbnailUrl: null,
  expired: false,
  deletedAt: null,
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
  deleted: 0,
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
    for (const part of ['1 of 2,310 posts, newest first', '18 Nov 2026', 'Image', '4.87K', 'no video'])
      expect(page.text()).toContain(part);
    expect(page.text(), 'once, not on each card').toContain('Instagram shares no impressions of posts with apps.');
    expect(page.text()).not.toContain('not offered');
    page.button('All figures').click();
    await until(() => expect(page.text()).toContain('not offered'));
    const link = page.element.querySelector('a')!;
    expect([link.target, link.rel]).toEqual(['_blank', 'noopener noreferrer']);
    expect(link.textContent).toMatch(/18 Nov 2026.*Image.*Post 1.*, opens in new tab/s);
    expect([...page.element.querySelectorAll('dd')].map(({ textContent }) => textContent)).toContain('0');
  });

  it('shows the words of a post that is nothing but text where others have their picture', async () => {
    const page = await open();
    const posts = [post(1, { type: 'text', title: 'Rain again' }), post(2, { type: 'text', title: '' }), post(3)];
    (await page.asked('/api/accounts/a1/content')).flush(content(posts));
    await until(() => expect(titles(page.element)).toEqual(['Rain again', 'Text', 'Post 3']));
    const said = [...page.element.querySelectorAll('.thumb')].map((each) => each.querySelector('.said')?.textContent);
    expect(said).toEqual(['Rain again', undefined, undefined]);
  });

  it('says how many of them are stories, which the number of posts above does not count, and is quiet about none', async () => {
    const page = await open();
    const types: AccountContent['types'] = [
      { type: 'image', count: 879 },
      { type: 'story', count: 4 },
      { type: 'igtv', count: 0 },
    ];
    (await page.asked('/api/accounts/a1/content')).flush({ ...content([post(1)]), total: 883, types });
    await until(() => expect(page.text()).toContain('1 of 879 posts and 4 stories, newest first'));
    expect([...page.element.querySelectorAll('.lk-chip.zero')].map(({ textContent }) => textContent?.trim())).toEqual([
      'IGTV 0',
    ]);
  });

  it('says that a post is no longer on the platform, keeps its figures, and shows only such ones when asked', async () => {
    const page = await open();
    const gone = post(1, { deletedAt: '2026-11-20T06:00:00Z' });
    (await page.asked('/api/accounts/a1/content')).flush({ ...content([gone, post(2)]), deleted: 7 });
    await until(() => expect(page.text()).toContain('No longer on Instagram, noticed 20 Nov 2026'));
    expect(titles(page.element)).toEqual(['Post 1', 'Post 2']);
    expect(page.text()).toContain('4.87K');
    const chip = [...page.element.querySelectorAll<HTMLElement>('.lk-chip')].find((each) =>
      each.textContent?.includes('No longer on Instagram'),
    );
    expect(chip?.textContent).toContain('7');
    chip?.click();
    (await page.asked('/api/accounts/a1/content?limit=20&deleted=only')).flush({ ...content([gone]), deleted: 7 });
    await until(() => expect(titles(page.element)).toEqual(['Post 1']));
    expect(page.text()).toContain('Clear');
  });

  it('says of a broadcast that the platform removes it by itself', async () => {
    const page = await openPage(Broadcasts, 'posts', '/posts');
    const gone = { deletedAt: '2026-11-20T06:00:00Z' };
    const posts = [post(1, { ...gone, type: 'stream' }), post(2, { ...gone, type: 'video' }), post(3)];
    (await page.asked('/api/accounts/a1/content')).flush(content(posts));
    await until(() => expect(titles(page.element)).toEqual(['Post 1', 'Post 2', 'Post 3']));
    const cards = [...page.element.querySelectorAll('app-content-card')].map(({ textContent }) => textContent ?? '');
    const why = 'noticed 20 Nov 2026. Twitch removes past broadcasts after a while.';
    expect(cards.map((card) => [card.includes('No longer on Twitch'), card.includes(why)])).toEqual([
      [true, true],
      [true, false],
      [false, false],
    ]);
  });

  it('has no chip for posts that are no longer there where there are none', async () => {
    const page = await open();
    (await page.asked('/api/accounts/a1/content')).flush(content([post(1)]));
    await until(() => expect(titles(page.element)).toEqual(['Post 1']));
    expect(page.text()).not.toContain('No longer');
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

  it('says that the permission for all of it is missing, and not that nothing was published', async () => {
    const page = await openPage(Withheld, 'x', '/x');
    (await page.asked('/api/accounts/a1/content')).flush({ items: [], total: 0, deleted: 0, next: null, types: [] });
    await until(() => expect(page.text()).toContain('The permission for videos is missing'));
    expect(page.text()).not.toContain('Nothing published yet');
  });
});
