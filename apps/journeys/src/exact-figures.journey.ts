import type { BrowserContext, Page } from '@playwright/test';
import { connectByHand } from './support/connect-by-hand';
import { aBrand, connect, linkTo, register } from './support/people';
import type { PlatformId } from '@linkage/platform-guide';
import { sandboxOf, type SandboxRecord, type ShownFigure } from './support/sandbox';
import { expect, test } from './support/test';
import { apiOf } from './support/workspace-api';

interface Cast {
  readonly name: string;
  readonly people: readonly string[];
  readonly tiles: Readonly<Record<string, 'followers' | 'following' | 'posts'>>;
  readonly shown: Readonly<Record<string, ShownFigure>>;
  /** Of accounts with enough followers only. */
  readonly insights?: Readonly<Record<string, ShownFigure>>;
  /** It tells of the audience. */
  readonly tells?: true;
}

/** From so many followers on there are insights. */
const followersForInsights = 100;

/** Persons that connect, by platform: small and huge, without posts, with names in other scripts, private, live. */
const casts: Readonly<Record<string, Cast>> = {
  facebook: {
    name: 'Facebook',
    people: [
      'pixel.moth',
      'kwameshoots',
      'sana.moves',
      'noor.alhadi',
      'el.faro.radio',
      'niamh.and.co',
      'tiny.tinsmith',
      'empty.shelf',
      'lena.setsout',
      'secret.garden',
      'brotzeitmitjana',
    ],
    tiles: { Followers: 'followers', Posts: 'posts' },
    shown: { Reactions: 'likes', Comments: 'comments' },
    insights: { Reach: 'reach', Views: 'views' },
    tells: true,
  },
  tiktok: {
    name: 'TikTok',
    people: [
      'atelier.amelie',
      'kwamecuts',
      'sana.moves',
      'qamar.studio',
      'glitterfrog',
      'tanaka.no.niwa',
      'tiny.tinsmith',
      'empty.shelf',
      'mira.quiet',
      'boldandsons',
    ],
    tiles: { Followers: 'followers', Following: 'following' },
    shown: { Likes: 'likes', Shares: 'shares', Views: 'views' },
  },
  twitch: {
    name: 'Twitch',
    people: [
      'nightshift_live',
      'kwamecuts',
      'sanamoves',
      'studioalqamar',
      'glitterfrog',
      'sorairo_films',
      'tinyworkbench',
      'blankreel',
      'firststream',
      'boldandsons',
    ],
    tiles: { Followers: 'followers' },
    shown: { Views: 'views' },
  },
  twitter: {
    name: 'X (Twitter)',
    people: [
      'inesknits',
      'kwameshoots',
      'sanamoves',
      'qamarmusic',
      'dhakadiary',
      'quietgarden',
      'tinytinsmith',
      'emptyshelf',
      'newwords_noa',
      'bold_and_sons',
      'chatty_carlos',
      'darya_pechet',
    ],
    tiles: { Followers: 'followers', Following: 'following', Tweets: 'posts' },
    shown: { Likes: 'likes', Replies: 'comments', Reposts: 'shares', Impressions: 'views' },
  },
};

const desk = { width: 1280, height: 800 };
const phone = { width: 390, height: 844 };
const exact = (count: number): string => new Intl.NumberFormat('en-US').format(count).replaceAll(/\D/g, '');
const amountOf = (record: SandboxRecord, of: 'followers' | 'following' | 'posts'): number =>
  of === 'posts' ? record.posts.length : record[of];
const digits = (text: string): string => text.replaceAll(/\D/g, '');

/** Label and exact number of each tile. */
const tilesOf = (page: Page): Promise<Record<string, string>> =>
  page
    .locator('app-profile-tiles .tile')
    .evaluateAll((tiles) =>
      Object.fromEntries(
        tiles.map((tile) => [
          tile.querySelector('.label')?.firstChild?.textContent?.trim() ?? '',
          tile.querySelector('b')?.getAttribute('title') ?? '',
        ]),
      ),
    );

/** Address and exact figures of each post on the page. */
const cardsOf = (page: Page): Promise<{ href: string; figures: Record<string, string> }[]> =>
  page.locator('app-content-card').evaluateAll((cards) =>
    cards.map((card) => ({
      href: card.querySelector('a')?.getAttribute('href') ?? '',
      figures: Object.fromEntries(
        [...card.querySelectorAll('dl > div')].map((row) => {
          const value = row.querySelector('dd');
          return [row.querySelector('dt')?.textContent ?? '', value?.getAttribute('title') ?? value?.textContent ?? ''];
        }),
      ),
    })),
  );

test.use({ ownLinkage: 'exact-figures' });

for (const [id, { name, people, tiles, shown, insights = {}, tells }] of Object.entries(casts))
  test.describe.serial(`figures of ${name}`, () => {
    const platform = id as PlatformId;
    let brand: BrowserContext;
    let dashboard: Page;

    test.beforeAll(async ({ browser, linkage }) => {
      await sandboxOf(linkage).stopClock();
      brand = await browser.newContext({ viewport: desk });
      dashboard = await brand.newPage();
      await register(dashboard, linkage, aBrand(`${name} watchers`));
    });
    test.afterAll(() => brand.close());

    for (const [index, person] of people.entries())
      test(`of ${person} are those of the sandbox's own record, ${index % 2 ? 'on a phone' : 'at a desk'}`, async ({
        browser,
        linkage,
      }) => {
        // A clock that stands still never gives back the calls of a minute that a platform allows.
        await sandboxOf(linkage).moveClock(0.1);
        const size = index % 2 ? phone : desk;
        const email = `${person.replaceAll(/\W/g, '')}@${platform}.example`;
        await apiOf(dashboard, linkage).invite({ name: `Creator ${index + 1}`, email });
        // The pages that a creator goes through are seen once at each size.
        if (index > 1) await connectByHand(linkage, { email, platform, person });
        else {
          const creator = await browser.newContext({ viewport: size });
          const microsite = await creator.newPage();
          await microsite.goto(await linkTo(linkage, email));
          await connect(microsite, linkage, name, { as: person });
          await expect(microsite.getByText(person).first()).toBeVisible();
          await creator.close();
        }

        let accountId = '';
        await expect
          .poll(
            async () => {
              const { items } = await apiOf(dashboard, linkage).accounts(email);
              accountId = items[0]?.accountId ?? '';
              return items[0]?.lastUpdatedAt ?? null;
            },
            { message: 'read to the end, also with thousands of posts', timeout: 40_000 },
          )
          .not.toBeNull();
        await dashboard.setViewportSize(size);
        await dashboard.goto(`${linkage.url}/accounts/${accountId}`);
        await expect(dashboard.locator('app-profile-tiles .tile').first()).toBeVisible();
        const silence = dashboard.locator('app-audience').getByText(/tells (no app|apps of this kind nothing)/);
        if (tells) {
          // Where all parts are missing for want of followers, a sentence says so instead of empty charts.
          await expect(dashboard.locator('app-share-card, app-audience .nothing').first()).toBeVisible();
          await expect(silence).toHaveCount(0);
        } else {
          await expect(silence).toBeVisible();
          await expect(dashboard.locator('app-share-card')).toHaveCount(0);
        }

        const record: SandboxRecord = await sandboxOf(linkage).record(platform, person);
        const values = await tilesOf(dashboard);
        for (const [label, of] of Object.entries(tiles))
          expect([label, digits(values[label] ?? '')]).toEqual([label, exact(amountOf(record, of))]);

        const posts = new Map(record.posts.map((post) => [post.id.split('_').at(-1), post]));
        const figuresOf = record.followers < followersForInsights ? shown : { ...shown, ...insights };
        if (record.posts.length > 0 && person !== 'mira.quiet')
          await expect(dashboard.locator('app-content-card').first()).toBeVisible();
        const cards = await cardsOf(dashboard);
        for (const { href, figures } of cards) {
          const post = posts.get(new URL(href).pathname.split('/').filter(Boolean).at(-1));
          // Clips have names of their own, stories are not in the record.
          if (post === undefined && /clips\.twitch\.tv|\/stories\//.test(href)) continue;
          for (const [label, of] of Object.entries(figuresOf)) {
            const [told, recorded] = [(figures[label] ?? '').trim(), post?.figures[of] ?? Number.NaN];
            // A post that has just appeared has no insights before the platform's next step.
            if (told === 'not yet' && recorded === 0) continue;
            expect([href, label, digits(told)]).toEqual([href, label, exact(recorded)]);
          }
        }
      });
  });
