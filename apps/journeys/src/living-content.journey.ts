import type { Locator, Page } from '@playwright/test';
import type { Installation } from './support/installation';
import { aBrand, connect, linkTo, register, rowOf } from './support/people';
import { sandboxOf } from './support/sandbox';
import { complaintsOf } from './support/sound-page';
import { expect, test } from './support/test';
import { apiOf } from './support/workspace-api';

const cases = [
  { platform: 'youtube', spoken: 'YouTube', id: 'luciaferngarden', name: 'Lucía Fern', to: 'rooftop.beds' },
  { platform: 'instagram', spoken: 'Instagram', id: 'atelier.amelie', name: 'Amélie Rousseau', to: 'terre_et_feu' },
] as const;

// It moves the clock by days.
test.use({ ownLinkage: 'living-content' });

/**
 * What a creator changes on a platform changes here with the next refresh; what was before can be found and looked back
 * to.
 */
for (const { platform, spoken, id, name, to } of cases)
  test.describe.serial(`an account that its creator changes on ${spoken}`, () => {
    const email = `${id}@living.example`;
    const pictures: string[] = [];
    let page: Page;
    let microsite: Page;
    let complaints: string[];
    let profile: string;
    /** Before anything was changed. */
    let then: string;

    const head = (): Locator => page.locator('app-profile-head');
    const cards = (text: string): Locator => page.locator('app-content-card').filter({ hasText: text });
    const deleted = (): Locator => page.getByRole('button', { name: /^No longer on/ });
    const fact = (text: string): Locator =>
      page.locator('app-history-list li:not(.under)').filter({ hasText: text }).first();
    const search = (what: string, text: string): Promise<void> =>
      page.getByRole('searchbox', { name: `Search ${what}` }).fill(text);
    const account = async (linkage: Installation) => (await apiOf(page, linkage).accounts(email)).items[0];

    /** The next refresh of the day is done. */
    const refreshed = async (linkage: Installation): Promise<void> => {
      const before = (await account(linkage))?.lastUpdatedAt ?? '';
      await sandboxOf(linkage).moveClock(25);
      await expect
        .poll(async () => ((await account(linkage))?.lastUpdatedAt ?? '') > before, { timeout: 40_000 })
        .toBe(true);
    };

    test.beforeAll(async ({ browser, linkage }) => {
      page = await (await browser.newContext()).newPage();
      complaints = complaintsOf(page);
      page.on('request', (request) => {
        if (request.resourceType() === 'image') pictures.push(request.url());
      });
      microsite = await (await browser.newContext({ viewport: { width: 390, height: 844 } })).newPage();
      await register(page, linkage, aBrand());
      await apiOf(page, linkage).invite({ name, email });
      await microsite.goto(await linkTo(linkage, email));
      await connect(microsite, linkage, spoken, { as: name });
      await expect.poll(async () => (await account(linkage))?.lastUpdatedAt ?? null).not.toBeNull();
      profile = `${linkage.url}/accounts/${(await account(linkage))?.accountId}`;
    });
    test.afterEach(() => expect(complaints.splice(0)).toEqual([]));
    test.afterAll(async () => {
      await page.context().close();
      await microsite.context().close();
    });

    test('pictures are served from our own origin', async ({ linkage }) => {
      await page.goto(profile);
      await expect(head().locator('img')).toHaveAttribute('src', /^\/pictures\//);
      const width = `document.querySelector('app-content-card img')?.naturalWidth ?? 0`;
      await expect.poll(() => page.evaluate<number>(width)).toBeGreaterThan(0);
      expect(pictures.length).toBeGreaterThan(1);
      expect(pictures.filter((url) => !url.startsWith(`${linkage.url}/`) && !url.startsWith('data:'))).toEqual([]);
    });

    test('an edited post shows its new words, and the old ones to one looking back', async ({ linkage }) => {
      const sandbox = sandboxOf(linkage);
      const title = (await sandbox.record(platform, id)).posts[0]?.title ?? '';
      // Not every post has words at first.
      const before = await page.locator('app-content-card .title').allInnerTexts();
      const avatar = (await head().locator('img').getAttribute('src')) ?? '';
      const about = (await (await page.request.get(`${linkage.url}/api/about`)).json()) as { now: string };
      then = about.now;
      await sandbox.change(platform, id, 'edit-post');
      await sandbox.change(platform, id, 'change-avatar');
      await sandbox.rename(platform, id, to);
      await refreshed(linkage);

      await expect(cards(`${title} (edited)`)).toHaveCount(1);
      await expect(head().locator('img'), 'another picture of the person').not.toHaveAttribute('src', avatar);
      await page.goto(`${profile}?asOf=${then}`);
      await expect(page.locator('app-content-card .title')).toHaveText(before);
      await expect(cards('(edited)')).toHaveCount(0);
      await expect(head()).toContainText(id);
    });

    test('a renamed handle is renamed on profile, list and microsite, and found by the old name, too', async ({
      linkage,
    }) => {
      await page.goto(profile);
      await expect(head()).toContainText(to);
      await page.goto(`${linkage.url}/creators/connected`);
      await expect(rowOf(page, to)).toContainText(spoken);
      for (const handle of [id, to]) {
        await search('accounts', handle);
        await expect(page).toHaveURL(new RegExp(`search=${handle}`));
        await expect(rowOf(page, to)).toContainText(name);
      }
      await page.goto(`${linkage.url}/creators`);
      for (const handle of [id, to]) {
        await search('invites', handle);
        await expect(page).toHaveURL(new RegExp(`search=${handle}`));
        await expect(rowOf(page, email), `found by ${handle}`).toContainText(name);
      }
      await microsite.goto(await linkTo(linkage, email));
      await expect(microsite.getByText(to).first()).toBeVisible();
      await expect(microsite.getByText(id)).toHaveCount(0);
    });

    test('the history tells of the account by its new name, and finds it by both', async ({ linkage }) => {
      for (const handle of [id, to]) {
        await page.goto(`${linkage.url}/history`);
        await search('the history', handle);
        await expect(page).toHaveURL(new RegExp(`search=${handle}`));
        await expect(fact(`@${to} was refreshed`), `found by ${handle}`).toBeVisible();
        await expect(fact(`${name} connected ${spoken} @${id}`), 'as it was called then').toBeVisible();
      }
    });

    test('a deleted post says so with the day, keeps its figures, and can be filtered', async ({ linkage }) => {
      const published = (await sandboxOf(linkage).record(platform, id)).posts[0]?.publishedAt ?? '';
      await page.goto(profile);
      await expect(cards('').first()).toBeVisible();
      await expect(deleted()).toHaveCount(0);
      await sandboxOf(linkage).change(platform, id, 'delete-post');
      await refreshed(linkage);

      const marked = cards(`No longer on ${spoken}, noticed`);
      await expect(marked).toHaveCount(1);
      const shown = (await marked.locator('time').first().getAttribute('datetime')) ?? '';
      expect(Date.parse(shown), 'the newest post').toBe(Date.parse(published));
      await expect(marked).toContainText(/noticed \d+ \w+/);
      await expect(marked.locator('dd').first(), 'its last figures').toHaveText(/\d/);
      await deleted().click();
      await expect(page).toHaveURL(/deleted=only/);
      await expect(page.locator('app-content-card')).toHaveCount(1);
      await expect(marked).toBeVisible();
    });

    test('a post that comes back is as the others again', async ({ linkage }) => {
      await sandboxOf(linkage).change(platform, id, 'restore-posts');
      await refreshed(linkage);
      await page.goto(profile);
      await expect(page.locator('app-content-card').first()).toBeVisible();
      await expect(deleted()).toHaveCount(0);
      await expect(cards('No longer on')).toHaveCount(0);
      await page.goto(`${linkage.url}/history?kind=figures`);
      await expect(fact(`@${to}`)).toBeVisible();
    });
  });
