import type { Locator, Page } from '@playwright/test';
import { sandboxOf } from './support/sandbox';
import { aBrand, register, rowOf } from './support/people';
import { expect, test } from './support/test';
import { apiOf } from './support/workspace-api';

const top = (page: Page): Promise<number> => page.evaluate('scrollY');

/** A click of Playwright's own may scroll the page first. */
const clickWhereItIs = async (page: Page, link: Locator): Promise<void> => {
  const box = await link.boundingBox();
  await page.mouse.click((box?.x ?? 0) + (box?.width ?? 0) / 2, (box?.y ?? 0) + (box?.height ?? 0) / 2);
};

/** How far things have jumped on the page since it was loaded. */
const watchShifts = `window.shifted = 0; new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.shifted += entry.value;
}).observe({ type: 'layout-shift', buffered: true });`;

test.use({ ownLinkage: 'daily work' });

/** What is done all day, with many rows. */
test.describe('daily work', () => {
  let page: Page;

  test.beforeAll(async ({ browser, linkage }) => {
    page = await (await browser.newContext()).newPage();
    await register(page, linkage, aBrand());
    const api = apiOf(page, linkage);
    for (let creator = 10; creator < 70; creator += 1)
      await api.invite({ name: `Creator ${creator}`, email: `creator${creator}@daily.example` });
  });
  test.beforeEach(async ({ linkage }) => {
    await page.setViewportSize({ width: 1280, height: 800 });
    await page.goto(`${linkage.url}/creators`);
    await expect(page.locator('tbody tr').nth(20)).toBeVisible();
  });
  test.afterAll(() => page.context().close());

  test('Back leads to where one was, on lists and in the history, with as many rows', async ({ linkage }) => {
    const before = 900;
    // Not before so many rows have come.
    const scrolled = async () => {
      await page.evaluate(`scrollTo(0, ${before})`);
      return top(page);
    };
    await expect.poll(scrolled).toBe(before);
    await clickWhereItIs(page, page.getByRole('link', { name: 'History', exact: true }).first());
    await expect(page.getByRole('heading', { level: 1, name: 'History' })).toBeVisible();
    expect(await top(page)).toBe(0);
    await page.goBack();
    await expect(rowOf(page, 'creator')).toBeVisible();
    await expect.poll(() => top(page)).toBe(before);

    await page.goto(`${linkage.url}/history`);
    await page.getByRole('button', { name: 'Load older' }).click();
    const rows = page.locator('app-history-list li');
    await expect.poll(() => rows.count()).toBeGreaterThan(45);
    const count = await rows.count();
    const link = rows
      .filter({ hasText: 'Ingrid Solheim invited' })
      .nth(40)
      .getByRole('link', { name: 'Ingrid Solheim' });
    await link.evaluate((element) => element.scrollIntoView({ block: 'center' }));
    const there = await top(page);
    expect(there).toBeGreaterThan(900);
    await clickWhereItIs(page, link);
    await expect(page).toHaveURL(/actor=/);
    await page.goBack();
    await expect(page).not.toHaveURL(/actor=/);
    await expect.poll(() => rows.count()).toBe(count);
    await expect.poll(() => top(page)).toBe(there);
  });

  test('what arrives moves nothing of what is read', async ({ linkage }) => {
    const tab = page.getByRole('tab', { name: /^All/ });
    const counted = await tab.innerText();
    await page.evaluate('scrollTo(0, 900)');
    await apiOf(page, linkage).invite({ name: 'Late Comer', email: 'late@daily.example' });
    await expect(tab).not.toHaveText(counted);
    expect(await top(page)).toBe(900);
  });

  test('what has the focus is never under the foot of the list', async () => {
    await page.getByRole('searchbox').focus();
    for (let steps = 0; steps < 70; steps += 1) {
      await page.keyboard.press('Tab');
      const hidden = await page.evaluate(`(() => {
        const foot = document.querySelector('.list-foot');
        const [box, edge] = [document.activeElement.getBoundingClientRect(), foot.getBoundingClientRect()];
        return !foot.contains(document.activeElement) && box.height < 200 && box.bottom > edge.top + 1
          ? document.activeElement.outerHTML.slice(0, 120) : null;
      })()`);
      expect(hidden, `after ${steps + 1} times Tab`).toBeNull();
    }
  });

  test('keys lead through lists, are listed, and can be switched off', async () => {
    await page.getByRole('heading', { level: 1 }).focus();
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    await expect(page.locator('tbody tr').nth(1).locator(':focus')).toHaveCount(1);
    await page.keyboard.press('k');
    await expect(page.locator('tbody tr').nth(0).locator(':focus')).toHaveCount(1);
    await page.keyboard.press('2');
    await expect(page).toHaveURL(/\/creators\/connected$/);
    await page.keyboard.press('1');
    await expect(page).toHaveURL(/\/creators$/);
    await page.keyboard.press('/');
    await expect(page.getByRole('searchbox')).toBeFocused();
    await page.keyboard.type('i2');
    await expect(page.getByRole('dialog'), 'letters are letters where one types').toHaveCount(0);
    await page.keyboard.press('Escape');
    await page.getByRole('heading', { level: 1 }).focus();
    await page.keyboard.press('i');
    await expect(page.getByRole('dialog', { name: 'Invite Creators' })).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await page.keyboard.press('?');
    const sheet = page.getByRole('dialog', { name: 'Keys' });
    await sheet.getByRole('checkbox').uncheck();
    await page.keyboard.press('Escape');
    await expect(sheet).toHaveCount(0);
    await page.keyboard.press('2');
    await page.keyboard.press('?');
    await expect(sheet).toHaveCount(0);
    await expect(page).toHaveURL(/\/creators$/);
    await page.evaluate('localStorage.clear()');
  });

  test('a list that cannot be read again keeps its filters and rows, and says so', async () => {
    await page.route('**/api/invitations?*status=active*', (route) => route.abort());
    await page.getByRole('button', { name: /^Active/ }).click();
    await expect(page.getByText('Invites could not be loaded.')).toBeVisible();
    await expect(page.getByText('The rows below are those of before.')).toBeVisible();
    await expect(rowOf(page, 'creator')).toBeVisible();
    await page
      .getByRole('group', { name: 'Status' })
      .getByRole('button', { name: /^Invited/ })
      .click();
    await expect(page.getByText('Invites could not be loaded.')).toHaveCount(0);
    await page.unrouteAll();
  });

  test('says how many rows match, and keeps the focus near what went', async () => {
    await page.getByRole('searchbox').fill('creator11');
    await expect(page.locator('app-said-rows').getByRole('status')).toHaveText('1 invite');
    await page.getByRole('searchbox').fill('zebra');
    await expect(page.locator('app-said-rows').getByRole('status')).toHaveText('No invites');
    await page.getByRole('button', { name: 'Clear filters' }).focus();
    await page.keyboard.press('Enter');
    await expect(rowOf(page, 'creator')).toBeVisible();
    await expect.poll(() => page.evaluate('document.activeElement.tagName')).not.toBe('BODY');
  });

  test('a wide screen frames the sheet, and a moved clock is one quiet line that folds', async ({ linkage }) => {
    await sandboxOf(linkage).moveClock(24);
    await page.reload();
    const note = page.getByText('Demo clock moved by 24 h.');
    await expect(note).toBeVisible();
    for (const width of [390, 1280, 2560]) {
      await page.setViewportSize({ width, height: 844 });
      const [main, strip] = await Promise.all([
        page.locator('main').boundingBox(),
        page.locator('.demo-strip').boundingBox(),
      ]);
      expect(main?.width).toBeLessThanOrEqual(1441);
      expect(strip?.height, `at ${width}`).toBeLessThan(48);
    }
    await page.getByRole('button', { name: 'Fold the note on the demo clock' }).click();
    await expect(note).toHaveCount(0);
    await expect(page.getByText('Clock moved by 24 h')).toBeVisible();
    await page.reload();
    await expect(rowOf(page, 'creator')).toBeVisible();
    await expect(note).toHaveCount(0);
  });

  test('the first paint has an outline, and nothing jumps', async ({ browser, linkage }) => {
    const context = await browser.newContext({ storageState: await page.context().storageState() });
    const fresh = await context.newPage();
    await fresh.addInitScript(watchShifts);
    const held: (() => void)[] = [];
    await fresh.route(/\/main-[\w-]+\.js$/, async (route) => {
      await new Promise<void>((resolve) => held.push(resolve));
      await route.continue();
    });
    await fresh.goto(`${linkage.url}/creators`, { waitUntil: 'commit' });
    await expect(fresh.locator('#first-paint'), 'before any script of the app').toBeVisible();
    await expect.poll(() => held.length).toBe(1);
    held[0]?.();
    await expect(rowOf(fresh, 'creator')).toBeVisible();
    await expect(fresh.locator('#first-paint')).toHaveCount(0);
    await fresh.unrouteAll();
    for (const width of [1280, 390])
      for (const path of ['creators', 'creators/connected', 'creators/failed', 'history']) {
        await fresh.setViewportSize({ width, height: 844 });
        await fresh.goto(`${linkage.url}/${path}`);
        await expect(fresh.getByRole('heading', { level: 1 })).toBeVisible();
        await expect(fresh.locator('.lk-skeleton')).toHaveCount(0);
        expect(await fresh.evaluate('shifted'), `${path} at ${width}`).toBeLessThanOrEqual(0.05);
      }
    await context.close();
  });
});
