import type { BrowserContext, Page } from '@playwright/test';
import { aBrand, connect, consent, invite, linkTo, pressOn, register, rowOf } from './support/people';
import { expect, test } from './support/test';

/** On each platform two people with one account each: the first comes back by mistake. */
const people = {
  Facebook: ['pixel.moth', 'sana.moves'],
  Instagram: ['kwameshoots', 'atelier.amelie'],
  'X (Twitter)': ['kwameshoots', 'sanamoves'],
  Twitch: ['nightshift_live', 'glitterfrog'],
  TikTok: ['kwamecuts', 'sana.moves'],
  YouTube: ['kwamecuts', 'luciaferngarden'],
} as const;

/** An account is confirmed before it is saved, on every platform, at a desk and on a phone. */
for (const [size, viewport] of Object.entries({
  desk: { width: 1280, height: 800 },
  phone: { width: 390, height: 844 },
}))
  test.describe.serial(`confirming accounts at the size of a ${size}`, () => {
    // One link may start ten connections in a minute, so that there are two.
    const first = `confirming-first-${size}@accounts.example`;
    const email = `confirming-${size}@accounts.example`;
    let brand: BrowserContext;
    let creator: BrowserContext;
    let dashboard: Page;
    let page: Page;

    test.beforeAll(async ({ browser, linkage }) => {
      brand = await browser.newContext();
      creator = await browser.newContext({ viewport, hasTouch: size === 'phone' });
      dashboard = await brand.newPage();
      await register(dashboard, linkage, aBrand(`Confirming at a ${size}`));
      for (const each of [first, email]) await invite(dashboard, { name: 'Sana', email: each });
      page = await creator.newPage();
    });
    test.afterAll(async () => {
      await brand.close();
      await creator.close();
    });

    const heading = () => page.getByRole('heading', { level: 1 });
    const yes = () => page.getByRole('button', { name: /^Yes, connect / });

    for (const [platform, [mistaken, meant]] of Object.entries(people))
      test(`${platform}: the account is shown, changed, and saved with one press`, async ({ linkage }) => {
        await page.goto(await linkTo(linkage, platform === 'Instagram' || platform === 'YouTube' ? email : first));
        await pressOn(page, platform, /^Connect /);
        await consent(page, linkage, { as: mistaken, decide: 'Allow' });
        await expect(heading()).toHaveText(`You are connecting @${mistaken}`);
        await expect(page.locator('.card')).toContainText(/[\d,]+ (followers|subscribers)/);
        await page.getByRole('button', { name: 'Not you? Switch account' }).click();
        await consent(page, linkage, { as: meant, decide: 'Allow' });
        await expect(heading()).toHaveText(`You are connecting @${meant}`);
        await yes().click();
        await expect(heading()).toHaveText(`@${meant} is connected`);
        await dashboard.getByRole('tab', { name: 'Connected Accounts' }).click();
        await expect(rowOf(dashboard, meant).filter({ hasText: platform })).toHaveCount(1);
      });

    test('nothing of the accounts that came back by mistake was saved', async () => {
      await expect(rowOf(dashboard, 'pixel.moth')).toHaveCount(0);
      await expect(rowOf(dashboard, 'nightshift_live')).toHaveCount(0);
    });

    test('of a Google log-in with several channels the chosen one is confirmed, and can be changed', async ({
      linkage,
    }) => {
      const channel = (name: string) => page.getByRole('link').filter({ hasText: name }).click();
      await page.goto(await linkTo(linkage, first));
      await pressOn(page, 'YouTube', /^Connect /);
      await channel('Mosaic Studio');
      await channel('shortcutsonly');
      await page.getByRole('button', { name: 'Allow' }).click();
      await expect(heading()).toHaveText('You are connecting @shortcutsonly');
      await page.getByRole('button', { name: 'Not you? Switch account' }).click();
      await channel('Mosaic Studio');
      await consent(page, linkage, { as: 'sorairofilms', decide: 'Allow' });
      await expect(heading()).toHaveText('You are connecting @sorairofilms');
      await yes().click();
      await expect(heading()).toHaveText('@sorairofilms is connected');
    });

    test('a page that is closed waits with its question, and the dashboard says so', async ({ linkage }) => {
      const link = await linkTo(linkage, email);
      await page.goto(link);
      await pressOn(page, 'Instagram', /^Options for/);
      await page.getByRole('button', { name: 'Connect another account' }).click();
      await consent(page, linkage, { as: 'tiny.tinsmith', decide: 'Allow' });
      await expect(yes()).toBeVisible();
      await page.close();
      await dashboard.getByRole('tab', { name: 'Failed Connections' }).click();
      await dashboard.getByRole('button', { name: /^In progress/ }).click();
      await expect(rowOf(dashboard, email)).toContainText('Waiting for a choice');
      page = await creator.newPage();
      await page.goto(link);
      await expect(page.getByText('Waiting for your yes')).toBeVisible();
      await pressOn(page, 'Instagram', /^Confirm /);
      await yes().click();
      await expect(heading()).toHaveText('@tiny.tinsmith is connected');
      await expect(rowOf(dashboard, email)).toHaveCount(0);
    });

    test('an account that is connected again is not asked about; another in its place is, by name', async ({
      linkage,
    }) => {
      const link = await linkTo(linkage, email);
      await page.goto(link);
      await page.getByRole('button', { name: /^Options for .*luciaferngarden/ }).click();
      await page.getByRole('button', { name: 'Disconnect', exact: true }).click();
      await page.getByRole('button', { name: 'Disconnect', exact: true }).click();
      await expect(page.getByText('@luciaferngarden is disconnected.')).toBeVisible();
      await pressOn(page, 'YouTube', /^Reconnect /);
      await consent(page, linkage, { as: 'nightshift_live', decide: 'Allow' });
      await expect(page.getByRole('alert')).toContainText('This is not @luciaferngarden.');
      await expect(heading()).toHaveText('You are connecting @nightshift_live');
      await page.getByRole('button', { name: 'Not you? Switch account' }).click();
      await consent(page, linkage, { as: 'luciaferngarden', decide: 'Allow' });
      await expect(heading()).toHaveText('@luciaferngarden is connected again');
      await connect(await again(link), linkage, 'YouTube', { as: 'luciaferngarden' });
      await expect(heading()).toHaveText('@luciaferngarden is connected again');
    });

    const again = async (link: string): Promise<Page> => {
      await page.goto(link);
      await page.getByRole('button', { name: /^Options for .*luciaferngarden/ }).click();
      await page.getByRole('button', { name: 'Disconnect', exact: true }).click();
      await page.getByRole('button', { name: 'Disconnect', exact: true }).click();
      await expect(page.getByText('@luciaferngarden is disconnected.')).toBeVisible();
      return page;
    };
  });
