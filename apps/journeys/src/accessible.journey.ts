import type { Page } from '@playwright/test';
import { expectAccessible } from './support/axe';
import { operatorKey } from './support/installation';
import { aBrand, buttonOf, connect, consent, linkTo, pressOn, register } from './support/people';
import { expect, test } from './support/test';
import { apiOf } from './support/workspace-api';

const amelie = { name: 'Amélie Fontaine', email: 'amelie@axe.example' };
const noor = { name: 'نور الهادي', email: 'noor@axe.example' };

/** axe-core on every page there is. */
test.describe.serial('accessible', () => {
  let page: Page;

  /** Opens pages one after the other: `seen` is what each shows when it is whole. */
  const check = async (pages: readonly (readonly [address: string, seen: string])[]): Promise<void> => {
    for (const [address, seen] of pages) {
      await page.goto(address);
      await expect(page.locator(seen).first()).toBeVisible();
      await expectAccessible(page, new URL(address).pathname);
    }
  };

  test.beforeAll(async ({ browser }) => {
    page = await (await browser.newContext()).newPage();
  });
  test.afterAll(() => page.context().close());

  test('what is open to all', async ({ linkage: { url } }) => {
    await check([
      [`${url}/sign-in`, 'form'],
      [`${url}/register`, 'form'],
      [`${url}/forgotten-password`, 'form'],
      [`${url}/reset-password`, 'h1'],
      [`${url}/set-password`, 'h1'],
      [`${url}/confirm-email`, 'h1'],
      [`${url}/change-email`, 'h1'],
      [`${url}/stop-email-change`, 'h1'],
      [`${url}/unavailable`, 'h1'],
      [`${url}/data-guide`, 'table'],
      [`${url}/connect/${'x'.repeat(22)}.${'y'.repeat(32)}`, 'h1'],
    ]);
  });

  test('an empty workspace', async ({ linkage }) => {
    const { url } = linkage;
    await register(page, linkage, aBrand());
    await check([
      [`${url}/creators`, 'lk-empty'],
      [`${url}/creators/connected`, 'lk-empty'],
      [`${url}/creators/failed`, 'lk-empty'],
    ]);
  });

  test("a creator's pages", async ({ linkage }) => {
    const api = apiOf(page, linkage);
    await Promise.all([api.invite(amelie), api.invite(noor)]);
    const link = await linkTo(linkage, amelie.email);
    await page.goto(link);
    await expect(page.getByRole('listitem').filter({ hasText: 'YouTube' })).toBeVisible();
    await expectAccessible(page, 'microsite');
    await pressOn(page, 'YouTube', /^Connect /);
    await consent(page, linkage, { as: 'Bold', decide: 'Cancel' });
    await expect(page.getByRole('alert')).toBeVisible();
    await expectAccessible(page, 'microsite, refused');
    await page.goto(link);
    await buttonOf(page, 'Instagram', /^Connect /).click();
    await expectAccessible(page, 'microsite, first question');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('group', { name: 'Is it a creator or business account?' })).toContainText('Switch to');
    await expectAccessible(page, 'microsite, steps');
    await page.keyboard.press('Escape');
    await connect(page, linkage, 'Instagram', { as: 'Maximiliana' });
    await expectAccessible(page, 'microsite, connected');
    await page.getByRole('button', { name: 'I am done' }).click();
    await expect(page.getByRole('heading', { name: 'Thank you' })).toBeVisible();
    await expectAccessible(page, 'microsite, done');
    await page.goto(link);
    await pressOn(page, 'Facebook', /^Connect /);
    await consent(page, linkage, { as: 'Agentur Amsel', decide: 'Allow' });
    await expect(page.getByRole('heading', { name: /^Which accounts on Facebook/ })).toBeVisible();
    await expectAccessible(page, 'microsite, choosing');
    await page.goto(link);
    await connect(page, linkage, 'YouTube', { as: 'Bold', untick: 'YouTube Analytics' });
    await expectAccessible(page, 'microsite, connected in part');
  });

  test('lists, history, and your account', async ({ linkage }) => {
    const { url } = linkage;
    const api = apiOf(page, linkage);
    await expect
      .poll(async () => (await api.accounts('')).items.map(({ lastUpdatedAt }) => lastUpdatedAt === null))
      .toEqual([false, false]);
    const [account] = (await api.accounts('')).items;
    await check([
      [`${url}/creators`, 'tbody .name'],
      [`${url}/creators?search=zebra`, 'lk-empty'],
      [`${url}/creators?asOf=2020-01-01T00:00:00.000Z`, 'app-nothing-yet'],
      [`${url}/creators?history=${account?.invitationId}`, '[role="dialog"] li'],
      [`${url}/creators/connected`, 'tbody .name'],
      [`${url}/creators/failed?result=all`, 'tbody .name'],
      [`${url}/history`, 'app-history-list li'],
      [`${url}/account`, 'form'],
      [`${url}/no/such/page`, 'h1'],
    ]);
  });

  test('profiles and two moments', async ({ linkage }) => {
    for (const { accountId } of (await apiOf(page, linkage).accounts('')).items)
      await check([
        [`${linkage.url}/accounts/${accountId}`, '#content a[target="_blank"]'],
        [`${linkage.url}/accounts/${accountId}/compare`, 'table'],
      ]);
  });

  test('what opens over a page', async ({ linkage }) => {
    await page.goto(`${linkage.url}/creators`);
    const dialog = page.getByRole('dialog');
    const close = async (): Promise<void> => {
      await page.keyboard.press('Escape');
      await expect(page.locator('.cdk-overlay-pane')).toHaveCount(0);
    };
    const more = page.getByRole('button', { name: `More actions for ${amelie.name}` });
    await more.click();
    await expect(page.getByRole('menuitem').first()).toBeVisible();
    await expectAccessible(page, 'menu of a row');
    await page.getByRole('menuitem', { name: 'Withdraw invite …' }).click();
    await expect(page.getByRole('alertdialog')).toBeVisible();
    await expectAccessible(page, 'withdraw');
    await close();
    await page.getByRole('button', { name: 'Invite Creators' }).click();
    await dialog.getByLabel('E-mail').fill('not an e-mail');
    await dialog.getByLabel('Name').fill('x');
    await expectAccessible(page, 'invite');
    await dialog.getByLabel('E-mail').fill('');
    await dialog.getByLabel('Name').fill('');
    await close();
    await page.getByRole('heading', { level: 1 }).focus();
    await page.keyboard.press('?');
    await expect(dialog).toBeVisible();
    await expectAccessible(page, 'keys');
    await close();
    await page.getByRole('button', { name: 'As of' }).click();
    await expect(dialog).toBeVisible();
    await expectAccessible(page, 'choice of a moment');
    await close();
    await page.goto(`${linkage.url}/history?kind=everything`);
    await page
      .getByRole('button', { name: /^Show the fact/ })
      .first()
      .click();
    await expect(dialog).toBeVisible();
    await expectAccessible(page, 'a fact');
  });

  test("the operator's pages, the mailbox and the sandbox", async ({ linkage: { url, sandboxUrl } }) => {
    await check([[`${url}/operator`, 'form']]);
    await page.getByLabel('Operator key').fill(operatorKey);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await expect(page.locator('tbody tr').first()).toBeVisible();
    await check([
      [`${url}/operator`, 'tbody tr'],
      [`${url}/operator/platforms`, 'h2'],
      [`${url}/operator/mail`, 'form'],
      [`${url}/operator/workspaces`, 'section li'],
      [`${url}/operator/people`, 'form'],
      [`${url}/mailbox`, 'h1'],
      [sandboxUrl, 'h1'],
    ]);
  });
});
