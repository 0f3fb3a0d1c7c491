import type { BrowserContext, Page } from '@playwright/test';
import { aBrand, consent, invite, linkTo, pressOn, register, rowOf } from './support/people';
import { expect, test } from './support/test';

/** One log-in with several Pages, at a desk and on a phone, with a server that dies in between; and one with none. */
// It kills the server.
test.use({ ownLinkage: 'choose-accounts' });

for (const [size, viewport] of Object.entries({
  desk: { width: 1280, height: 800 },
  phone: { width: 390, height: 844 },
}))
  test.describe.serial(`choosing accounts at the size of a ${size}`, () => {
    const email = `amsel-${size}@pages.example`;
    let brand: BrowserContext;
    let creator: BrowserContext;
    let dashboard: Page;
    let microsite: Page;

    test.beforeAll(async ({ browser, linkage }) => {
      brand = await browser.newContext();
      creator = await browser.newContext({ viewport, hasTouch: size === 'phone' });
      dashboard = await brand.newPage();
      await register(dashboard, linkage, aBrand(`Watchers at a ${size}`));
      await invite(dashboard, { name: 'Amsel', email });
      microsite = await creator.newPage();
      await microsite.goto(await linkTo(linkage, email));
    });
    test.afterAll(async () => {
      await brand.close();
      await creator.close();
    });

    const accounts = () => microsite.getByRole('group').getByRole('checkbox');

    test('a log-in with several Pages leads to a choice, and nothing is connected before it', async ({ linkage }) => {
      await pressOn(microsite, 'Facebook', /^Connect /);
      await consent(microsite, linkage, { as: 'Agentur Amsel', decide: 'Allow' });
      await expect(microsite.getByRole('heading', { name: 'Which accounts on Facebook do you mean?' })).toBeVisible();
      await expect(accounts()).toHaveCount(5);
      await expect(microsite.getByText('followers').first()).toBeVisible();
      await expect(microsite.getByRole('button', { name: 'Choose at least one' })).toBeDisabled();
    });

    test('a closed tab and a server that dies lose nothing: the link leads back to the choice', async ({ linkage }) => {
      await microsite.close();
      await linkage.crashAndRestart();
      microsite = await creator.newPage();
      await microsite.goto(await linkTo(linkage, email));
      await pressOn(microsite, 'Facebook', /^Choose /);
      await expect(accounts()).toHaveCount(5);
    });

    test('those that are chosen become accounts of the creator, the others do not', async () => {
      for (const name of ['Brotzeit mit Jana', 'Sana Moves']) await microsite.getByRole('checkbox', { name }).check();
      await microsite.getByRole('button', { name: 'Connect 2 accounts' }).click();
      await expect(microsite.getByRole('heading', { name: '2 accounts on Facebook are connected' })).toBeVisible();
      await dashboard.getByRole('tab', { name: 'Connected Accounts' }).click();
      await expect(rowOf(dashboard, 'brotzeitmitjana')).toContainText('Facebook');
      await expect(rowOf(dashboard, 'sana.moves')).toContainText('Facebook');
      await expect(dashboard.getByText('tiny.tinsmith')).toHaveCount(0);
    });

    test('disconnecting one leaves the other as it is', async ({ linkage }) => {
      await microsite.getByRole('button', { name: 'Not mine' }).first().click();
      await microsite
        .getByRole('button', { name: /^Disconnect/ })
        .last()
        .click();
      await expect(microsite.getByText(/is disconnected/)).toBeVisible();
      await microsite.goto(await linkTo(linkage, email));
      await expect(microsite.getByText('Connected as').first()).toBeVisible();
    });

    test('a log-in without a Page is told so, with the cure', async ({ linkage }) => {
      await pressOn(microsite, 'Facebook', /^Reconnect /);
      await consent(microsite, linkage, { as: 'Pat Nopage', decide: 'Allow' });
      await expect(microsite.getByRole('alert')).toContainText('This Facebook account manages no Page');
      await dashboard.getByRole('tab', { name: 'Failed Connections' }).click();
      await expect(rowOf(dashboard, email)).toContainText('manages no Page');
    });
  });
