import type { Page } from '@playwright/test';
import { aBrand, connect, consent, invite, linkTo, pressOn, register, rowOf } from './support/people';
import { expect, test } from './support/test';
import { apiOf } from './support/workspace-api';

const mira = { name: 'Mira Keys', email: 'mira@focus.example' };

/** What had the focus goes away; a keyboard goes on from where it was, and not from the top of the document. */
test.describe.serial('the focus never falls to the body', () => {
  let dashboard: Page;
  let microsite: Page;
  const brand = aBrand();

  const expectFocus = (page: Page, after: string): Promise<void> =>
    expect.poll(() => page.evaluate('document.activeElement.tagName'), { message: `after ${after}` }).not.toBe('BODY');
  const press = async (page: Page, name: string | RegExp): Promise<void> => {
    await page.getByRole('button', { name }).first().focus();
    await page.keyboard.press('Enter');
  };

  test.beforeAll(async ({ browser }) => {
    dashboard = await (await browser.newContext()).newPage();
    microsite = await (await browser.newContext()).newPage();
  });
  test.afterAll(async () => {
    await dashboard.context().close();
    await microsite.context().close();
  });

  test('registering, the first invite, withdrawing, signing in', async ({ linkage }) => {
    await register(dashboard, linkage, brand);
    await expect(dashboard.getByRole('heading', { level: 1 })).toBeFocused();
    await press(dashboard, 'Invite a creator');
    const dialog = dashboard.getByRole('dialog');
    await dialog.getByLabel('Name').fill('Anton Gone');
    await dialog.getByLabel('E-mail').fill('anton@focus.example');
    await expect(dialog.getByRole('button', { name: 'Send invite' })).toBeEnabled();
    await dashboard.keyboard.press('Enter');
    await expect(rowOf(dashboard, 'anton@focus.example')).toBeVisible();
    await expect(dialog).toHaveCount(0);
    await expectFocus(dashboard, 'the first invite, which takes away the button that led to it');
    await invite(dashboard, mira);
    await press(dashboard, 'More actions for Anton Gone');
    await dashboard.getByRole('menuitem', { name: 'Withdraw invite …' }).press('Enter');
    await dashboard.getByRole('alertdialog').getByRole('button', { name: 'Withdraw invite' }).press('Enter');
    await expect(dashboard.getByRole('alertdialog')).toHaveCount(0);
    await expect(rowOf(dashboard, 'anton@focus.example')).toHaveCount(0);
    await expectFocus(dashboard, 'withdrawing');
    await press(dashboard, /^Your account/);
    await dashboard.getByRole('menuitem', { name: 'Sign out' }).press('Enter');
    await dashboard.getByLabel('E-mail').fill(brand.email);
    await dashboard.getByLabel('Password', { exact: true }).fill(brand.password);
    await dashboard.keyboard.press('Enter');
    await expect(dashboard.getByRole('heading', { level: 1, name: 'Creators' })).toBeFocused();
  });

  test("a creator's pages", async ({ linkage }) => {
    await microsite.goto(await linkTo(linkage, mira.email));
    await pressOn(microsite, 'YouTube', /^Connect /);
    await consent(microsite, linkage, { as: 'Bold', decide: 'Cancel' });
    await expect(microsite.getByRole('alert')).toBeVisible();
    await press(microsite, 'Choose another platform');
    await expect(microsite.getByRole('heading', { name: 'Your accounts', exact: true })).toBeVisible();
    await expectFocus(microsite, 'going back to the platforms');
    await connect(microsite, linkage, 'Instagram', { as: 'Maximiliana' });
    await press(microsite, 'I am done');
    await expect(microsite.getByRole('heading', { name: 'Thank you' })).toBeVisible();
    await expectFocus(microsite, 'being done');
    await press(microsite, 'Back to your accounts');
    await expect(microsite.getByText('Connected as')).toBeVisible();
    await expectFocus(microsite, 'coming back');
  });

  test('loading more, and disconnecting', async ({ linkage }) => {
    const accounts = async () => (await apiOf(dashboard, linkage).accounts(mira.email)).items;
    await expect.poll(async () => (await accounts())[0]?.lastUpdatedAt ?? null).not.toBeNull();
    await dashboard.goto(`${linkage.url}/accounts/${(await accounts())[0]?.accountId}`);
    const cards = dashboard.locator('app-content-card');
    await expect(cards).toHaveCount(20);
    await press(dashboard, 'Load 20 more');
    await expect.poll(() => cards.count()).toBeGreaterThan(20);
    await expectFocus(dashboard, 'loading more');
    await press(microsite, /^Options for/);
    await press(microsite, 'Disconnect');
    await expect(microsite.getByRole('button', { name: 'Keep it' })).toBeFocused();
    await press(microsite, /^Disconnect/);
    await expect(microsite.getByText('is disconnected.')).toBeVisible();
    await expectFocus(microsite, 'disconnecting');
  });
});
