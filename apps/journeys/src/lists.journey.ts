import type { Page } from '@playwright/test';
import { aBrand, consent, lettersTo, linkTo, pressOn, register, rowOf } from './support/people';
import { sandboxOf } from './support/sandbox';
import { expect, test } from './support/test';
import { apiOf } from './support/workspace-api';

const numbered = (n: number) => ({
  name: `Creator ${String(n).padStart(2, '0')}`,
  email: `creator${n}@studio.example`,
});
const amelie = { name: 'Amélie Zola', email: 'amelie@zola.example' };
const INVITED = 30;

const rows = (page: Page) => page.locator('tbody:not([aria-hidden]) tr');
const names = async (page: Page): Promise<string[]> => page.locator('tbody tr .name').allTextContents();
const chip = (page: Page, name: RegExp) => page.locator('.chips').getByRole('button', { name });

test.describe('lists', () => {
  let dashboard: Page;
  let creator: Page;

  test.beforeAll(async ({ browser, linkage }) => {
    dashboard = await (await browser.newContext()).newPage();
    creator = await (await browser.newContext({ viewport: { width: 390, height: 844 } })).newPage();
    await register(dashboard, linkage, aBrand());
    const api = apiOf(dashboard, linkage);
    await Promise.all([
      ...Array.from({ length: INVITED - 1 }, (_, n) => api.invite(numbered(n + 1))),
      api.invite(amelie),
    ]);
    await lettersTo(linkage, amelie.email);
    for (let n = 1; n < INVITED; n += 1) await lettersTo(linkage, numbered(n).email);
    await creator.goto(await linkTo(linkage, amelie.email));
    await pressOn(creator, 'Instagram', /^Connect /);
    await consent(creator, linkage, { as: 'Pixel Moth', decide: 'Cancel' });
    await creator.waitForURL(/\?attempt=/);
  });
  test.beforeEach(async ({ linkage }) => {
    await dashboard.goto(`${linkage.url}/creators`);
    await expect(rows(dashboard)).toHaveCount(INVITED);
  });
  test.afterAll(async () => {
    await dashboard.context().close();
    await creator.context().close();
  });

  test('chip, search, sort and page size stand in the address; reload and Back keep them', async () => {
    await chip(dashboard, /^Invited/).click();
    await expect(dashboard).toHaveURL(/\/creators\?status=invited$/);
    await dashboard.getByRole('button', { name: 'Creator', exact: true }).click();
    await expect(dashboard).toHaveURL(/sort=name&direction=asc/);
    await expect
      .poll(() => names(dashboard))
      .toEqual([amelie.name, ...Array.from({ length: INVITED - 1 }, (_, n) => numbered(n + 1).name)]);
    await dashboard.getByRole('button', { name: 'Creator', exact: true }).click();
    await expect.poll(async () => (await names(dashboard)).at(-1)).toBe(amelie.name);
    await dashboard.getByRole('button', { name: /rows per page$/ }).click();
    await dashboard.getByRole('menuitemradio', { name: '25 rows' }).click();
    await expect(rows(dashboard)).toHaveCount(25);
    await dashboard.getByRole('button', { name: 'Next page' }).click();
    await expect(dashboard.getByText(`26–${INVITED} of ${INVITED}`)).toBeVisible();
    const second = await names(dashboard);
    expect(second).toHaveLength(INVITED - 25);

    await dashboard.reload();
    await expect(dashboard.getByText(`26–${INVITED} of ${INVITED}`)).toBeVisible();
    expect(await names(dashboard)).toEqual(second);
    await expect(chip(dashboard, /^Invited/)).toHaveAttribute('aria-pressed', 'true');
    await expect(dashboard.getByRole('columnheader', { name: 'Creator' })).toHaveAttribute('aria-sort', 'descending');

    await dashboard.goBack();
    await expect(dashboard.getByText(`1–25 of ${INVITED}`)).toBeVisible();
    await dashboard.goBack();
    await expect(rows(dashboard)).toHaveCount(INVITED);
    await dashboard.goBack();
    await expect.poll(async () => (await names(dashboard))[0], 'first to last again').toBe(amelie.name);
    await dashboard.goForward();
    await expect.poll(async () => (await names(dashboard)).at(-1)).toBe(amelie.name);
  });

  test('a search finds name or e-mail whatever case and accents, stands in the address and is cleared by Back', async () => {
    const search = dashboard.getByRole('searchbox', { name: 'Search invites' });
    await dashboard.keyboard.press('/');
    await expect(search).toBeFocused();
    await search.pressSequentially('AMELIE');
    await expect.poll(() => names(dashboard)).toEqual([amelie.name]);
    await expect(dashboard).toHaveURL(/search=AMELIE$/);
    await dashboard.reload();
    await expect.poll(() => names(dashboard)).toEqual([amelie.name]);
    await expect(search).toHaveValue('AMELIE');
    await search.fill('creator7@');
    await expect.poll(() => names(dashboard)).toEqual([numbered(7).name]);
    await dashboard.goBack();
    await expect(rows(dashboard)).toHaveCount(INVITED);
    await expect(search).toHaveValue('');
  });

  test('a tab is an address with a state of its own', async ({ linkage }) => {
    await dashboard.getByRole('tab', { name: /^Failed/ }).click();
    await chip(dashboard, /^All attempts/).click();
    await expect(dashboard).toHaveURL(`${linkage.url}/creators/failed?result=all`);
    await dashboard.reload();
    await expect(dashboard.getByRole('tab', { name: /^Failed/ })).toHaveAttribute('aria-selected', 'true');
    await expect(chip(dashboard, /^All attempts/)).toHaveAttribute('aria-pressed', 'true');
    await expect(rows(dashboard)).toHaveCount(1);
    await dashboard.goBack();
    await expect(chip(dashboard, /^Open/)).toHaveAttribute('aria-pressed', 'true');
    await dashboard.goBack();
    await expect(dashboard.getByRole('tab', { name: /^All/ })).toHaveAttribute('aria-selected', 'true');
    await expect(rows(dashboard)).toHaveCount(INVITED);
  });

  test('an address with unknown values still shows the list', async ({ linkage }) => {
    const unknown =
      'status=gone&platform=myspace&result=maybe&sort=shoe&direction=up&limit=7&page=-3&search=%20&constructor=1';
    for (const path of ['creators', 'creators/connected', 'creators/failed']) {
      await dashboard.goto(`${linkage.url}/${path}?${unknown}`);
      await expect(
        path.endsWith('connected') ? dashboard.getByText('No account is connected yet') : rows(dashboard).first(),
      ).toBeVisible();
      await expect(dashboard.getByRole('alert')).toHaveCount(0);
    }
    for (const cursor of ['nonsense', '%00', 'eyJhIjoxfQ', 'x'.repeat(2000)]) {
      await dashboard.goto(`${linkage.url}/creators?page=9&cursor=${cursor}`);
      await expect(rows(dashboard).first(), cursor.slice(0, 20)).toBeVisible();
    }
  });

  test('Copy Link copies the same link that the mail has', async ({ linkage }) => {
    await dashboard.context().grantPermissions(['clipboard-read', 'clipboard-write'], { origin: linkage.url });
    await rowOf(dashboard, numbered(3).email).getByRole('button', { name: 'Copy Link' }).click();
    await expect(dashboard.getByText(`Link for ${numbered(3).name} copied.`)).toBeVisible();
    expect(await dashboard.evaluate('navigator.clipboard.readText()')).toBe(await linkTo(linkage, numbered(3).email));
  });

  test('Resend Invite sends a second mail with the same link, and there is still one row', async ({ linkage }) => {
    const { email } = numbered(4);
    const row = rowOf(dashboard, email);
    const resend = row.getByRole('button', { name: 'Resend Invite' });
    await resend.click();
    await expect(dashboard.getByText('asked for a moment ago'), 'not right after the invite').toBeVisible();
    await sandboxOf(linkage).moveClock(0.1);
    await resend.click();
    await expect(dashboard.getByText(/^Invite sent again to/)).toBeVisible();
    await dashboard.getByRole('button', { name: 'Undo' }).click();
    await expect(dashboard.getByText('is not sent')).toBeVisible();
    await expect(row).toContainText('First e-mail');
    await resend.click({ clickCount: 3 });
    await expect(row).toContainText('Sending');
    const letters = await lettersTo(linkage, email, 2);
    expect(letters).toHaveLength(2);
    const links = letters.map((letter) => letter.links.filter((url) => url.includes('/connect/')));
    expect(links).toEqual([links[0], links[0]]);
    await expect(row).toContainText('E-mail 2');
    await expect(rows(dashboard)).toHaveCount(INVITED);
    expect((await apiOf(dashboard, linkage).invitations(email)).items).toMatchObject([
      { status: 'invited', delivery: { state: 'sent', count: 2 } },
    ]);
  });

  test('a search, a status or a result without a match says so and offers the way back', async () => {
    await chip(dashboard, /^Action Needed/).click();
    await expect(dashboard.getByText('No invites match')).toBeVisible();
    await dashboard.getByRole('searchbox').fill('nobody at all');
    await expect(
      dashboard.getByText('No invite has “nobody at all” in name, e-mail or username and this status.'),
    ).toBeVisible();
    await dashboard.getByRole('button', { name: 'Clear filters' }).click();
    await expect(rows(dashboard)).toHaveCount(INVITED);
    await dashboard.getByRole('tab', { name: /^Failed/ }).click();
    await chip(dashboard, /^Succeeded/).click();
    await expect(dashboard.getByText('No attempts here')).toBeVisible();
  });

  test('a new workspace says on each tab what will appear there', async ({ linkage, browser }) => {
    const fresh = await (await browser.newContext()).newPage();
    await register(fresh, linkage, aBrand());
    await expect(fresh.getByText('Invite your first creator')).toBeVisible();
    await fresh.getByRole('tab', { name: /^Connected/ }).click();
    await expect(fresh.getByText('No account is connected yet')).toBeVisible();
    await fresh.getByRole('tab', { name: /^Failed/ }).click();
    await expect(fresh.getByText('No connection has failed')).toBeVisible();
    await fresh.context().close();
  });

  test('Withdraw takes the row away and the link with it; the e-mail can be invited again', async ({ linkage }) => {
    const { name, email } = numbered(5);
    const link = await linkTo(linkage, email);
    await creator.goto(link);
    await expect(creator.getByRole('heading', { name: 'Your accounts', exact: true })).toBeVisible();
    await dashboard.getByRole('button', { name: `More actions for ${name}` }).click();
    await dashboard.getByRole('menuitem', { name: /^Withdraw invite/ }).click();
    await expect(dashboard.getByRole('alertdialog').getByRole('button', { name: 'Keep invite' })).toBeFocused();
    await dashboard.getByRole('alertdialog').getByRole('button', { name: 'Withdraw invite' }).click();
    await expect(rows(dashboard).filter({ hasText: email })).toHaveCount(0);
    await expect(rows(dashboard)).toHaveCount(INVITED - 1);
    await creator.goto(link);
    const withdrawn = creator.getByRole('heading', { level: 1, name: /withdrew this invite/ });
    await expect(withdrawn).toBeVisible();
    await expect(creator.getByRole('button', { name: /onnect/ })).toHaveCount(0);

    await dashboard.getByRole('button', { name: /^Withdrawn/ }).click();
    await expect(rows(dashboard)).toHaveCount(1);
    await dashboard.getByRole('button', { name: `Invite again: ${name}` }).click();
    await expect(rows(dashboard)).toHaveCount(0);
    await dashboard.getByRole('button', { name: 'Clear filters' }).click();
    await expect(rows(dashboard)).toHaveCount(INVITED);
    await lettersTo(linkage, email, 2);
    expect(await linkTo(linkage, email)).not.toBe(link);
    await creator.goto(link);
    await expect(withdrawn, 'the old link connects nothing any more').toBeVisible();
  });
});
