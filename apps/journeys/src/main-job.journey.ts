import type { BrowserContext, Page } from '@playwright/test';
import { aBrand, confirm, consent, lettersTo, pressOn, register, rowOf } from './support/people';
import { expect, test } from './support/test';

const darya = { name: 'Дарья Соколова', email: 'darya@sokolova.example' };

/** The main job as people do it: the brand at a desk, the creator on a phone, two browsers that share nothing. */
// Its figures are those of the first day.
test.use({ ownLinkage: 'main-job' });

test.describe.serial('the main job', () => {
  let dashboard: Page;
  let phone: BrowserContext;
  let microsite: Page;

  test.beforeAll(async ({ browser }) => {
    dashboard = await (await browser.newContext()).newPage();
    phone = await browser.newContext({ viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true });
  });
  test.afterAll(async () => {
    await dashboard.context().close();
    await phone.close();
  });

  test('a visitor registers, signs out and in again, and sees three tabs and Invite Creators', async ({ linkage }) => {
    const brand = aBrand();
    await dashboard.goto(linkage.url);
    await expect(dashboard.getByRole('button', { name: 'Sign in' })).toBeVisible();
    await expect(dashboard.getByRole('button', { name: 'Invite Creators' })).toHaveCount(0);

    await register(dashboard, linkage, brand);
    await dashboard
      .getByRole('button', { name: /^Your account/ })
      .first()
      .click();
    await dashboard.getByRole('menuitem', { name: 'Sign out' }).click();
    await dashboard.getByLabel('E-mail').fill(brand.email);
    await dashboard.getByLabel('Password', { exact: true }).fill(brand.password);
    await dashboard.getByRole('button', { name: 'Sign in' }).click();

    for (const tab of ['All', 'Connected Accounts', 'Failed Connections']) {
      await dashboard.getByRole('tab', { name: new RegExp(`^${tab}`) }).click();
      const button = dashboard.getByRole('button', { name: 'Invite Creators' }).first();
      await expect(button).toBeVisible();
      const box = await button.boundingBox();
      expect(box && box.x + box.width, 'at the top right').toBeGreaterThan(1100);
      expect(box?.y).toBeLessThan(120);
    }
    await dashboard.getByRole('tab', { name: /^All/ }).click();
  });

  test('invites a creator; the button is enabled by valid fields only, and the row appears by itself', async () => {
    await dashboard.getByRole('button', { name: 'Invite Creators' }).first().click();
    const dialog = dashboard.getByRole('dialog');
    const send = dialog.getByRole('button', { name: 'Send invite' });
    await expect(send).toBeDisabled();
    await dialog.getByLabel('Name').fill(darya.name);
    await expect(send).toBeDisabled();
    await dialog.getByLabel('E-mail').fill('darya@sokolova');
    await expect(send).toBeDisabled();
    await dialog.getByLabel('E-mail').fill(darya.email);
    await expect(send).toBeEnabled();
    await send.click();
    await expect(dialog).toBeHidden();

    const row = rowOf(dashboard, darya.email);
    await expect(row).toContainText(darya.name);
    await expect(row).toContainText('Invited');
    await expect(row.locator('time').first()).toHaveAttribute('datetime', /^\d{4}-\d\d-\d\dT/);
  });

  test('a second invite to the same e-mail is refused with the fixed sentence and sends nothing', async ({
    linkage,
  }) => {
    await dashboard.getByRole('button', { name: 'Invite Creators' }).first().click();
    const dialog = dashboard.getByRole('dialog');
    await dialog.getByLabel('Name').fill('Someone else');
    await dialog.getByLabel('E-mail').fill(darya.email.toUpperCase());
    await dialog.getByRole('button', { name: 'Send invite' }).click();
    await expect(dialog.getByText('This email already exists; try using another email.')).toBeVisible();
    await dashboard.keyboard.press('Escape');
    await dialog.getByRole('button', { name: 'Discard' }).click();
    await expect(dialog).toBeHidden();
    expect(await lettersTo(linkage, darya.email)).toHaveLength(1);
  });

  test('the creator opens the mail in the mailbox and lands on the microsite', async ({ linkage }) => {
    await lettersTo(linkage, darya.email);
    const mailbox = await phone.newPage();
    await mailbox.goto(`${linkage.url}/mailbox`);
    await mailbox.getByRole('link').filter({ hasText: darya.email }).first().click();
    const letter = mailbox.frameLocator('iframe').getByRole('link', { name: 'Connect Your Accounts' });
    const [opened] = await Promise.all([phone.waitForEvent('page'), letter.click()]);
    microsite = opened;
    await expect(microsite.getByText('Nordlys Agency').first()).toBeVisible();
    for (const platform of ['Instagram', 'YouTube', 'TikTok', 'Facebook', 'Twitch'])
      await expect(microsite.getByRole('listitem').filter({ hasText: platform }).first()).toBeVisible();
    await expect(microsite.getByText(/^Help/).first()).toBeVisible();
    await expect(rowOf(dashboard, darya.email), 'opening changes nothing').toContainText('Invited');
  });

  test('denies consent once: a message here, the attempt with its reason there, the status still Invited', async ({
    linkage,
  }) => {
    await pressOn(microsite, 'YouTube', 'Connect');
    await consent(microsite, linkage, { as: 'Lucía Fern', decide: 'Cancel' });
    await microsite.waitForURL((address) => address.href.startsWith(`${linkage.url}/connect/`));
    await expect(microsite.getByText(/cancel/i).first()).toBeVisible();

    await dashboard.getByRole('tab', { name: 'Failed Connections' }).click();
    const attempt = rowOf(dashboard, darya.email);
    await expect(attempt).toContainText('YouTube');
    await expect(attempt).toContainText(/cancel/i);
    await dashboard.getByRole('tab', { name: /^All/ }).click();
    await expect(rowOf(dashboard, darya.email)).toContainText('Invited');
  });

  test('connects Instagram and YouTube by real redirects; the row turns Active without a reload', async ({
    linkage,
  }) => {
    await microsite.goto(microsite.url().replace(/\?.*$/, ''));
    await pressOn(microsite, 'Instagram', 'Connect');
    await consent(microsite, linkage, { as: 'Дарья Печёт', decide: 'Allow' });
    await expect(microsite.getByRole('heading', { level: 1 })).toHaveText('You are connecting @darya.pechet');
    await expect(rowOf(dashboard, darya.email), 'nothing is saved before the yes').toContainText('Invited');
    await confirm(microsite);
    await expect(microsite.getByText('darya.pechet').first()).toBeVisible();
    await expect(rowOf(dashboard, darya.email)).toContainText('Active');

    await microsite.goto(microsite.url().replace(/\?.*$/, ''));
    await pressOn(microsite, 'YouTube', 'Connect');
    await consent(microsite, linkage, { as: 'Lucía Fern', decide: 'Allow' });
    await confirm(microsite);
    await expect(microsite.getByText(/luciaferngarden/).first()).toBeVisible();
    await microsite.goto(microsite.url().replace(/\?.*$/, ''));
    await expect(microsite.getByRole('listitem').filter({ hasText: 'Instagram' }).first()).toContainText('Connected');

    await dashboard.getByRole('tab', { name: 'Connected Accounts' }).click();
    await expect(rowOf(dashboard, 'darya.pechet')).toContainText('Instagram');
    await expect(rowOf(dashboard, 'luciaferngarden')).toContainText('YouTube');
  });

  test('opens the Instagram account: profile, audience and content of the first refresh', async () => {
    await rowOf(dashboard, 'darya.pechet').getByRole('link').first().click();
    await expect(dashboard.getByRole('heading', { level: 1 })).toContainText('Дарья Печёт');
    await expect(dashboard.getByText('Last updated')).toBeVisible();
    await expect(dashboard.getByText(/^12\dK$/).first(), 'three significant digits').toBeVisible();
    await expect(dashboard.getByText(/not offered/i).first()).toBeVisible();
    for (const question of [/countries/i, /cities/i, /how old/i, /gender/i])
      await expect(dashboard.getByText(question).first()).toBeVisible();
    await expect(dashboard.getByText('Others').first()).toBeVisible();

    const cards = dashboard.locator('a[target="_blank"]').filter({ has: dashboard.locator('time') });
    await expect(cards.first()).toBeVisible();
    const dates = await cards
      .locator('time')
      .evaluateAll((times) => times.map((time) => time.getAttribute('datetime') ?? ''));
    expect(dates).toEqual([...dates].sort().reverse());
    await expect(cards.first()).toHaveAttribute('href', /^https?:\/\//);
    await expect(dashboard.getByText('Instagram shares no impressions of posts with apps.')).toBeVisible();
    await dashboard.getByRole('button', { name: 'All figures' }).click();
    for (const figure of ['Likes', 'Comments', 'Reach', 'Views', 'Impressions'])
      await expect(dashboard.getByText(figure, { exact: true }).first()).toBeVisible();
  });

  test('opens the YouTube account: videos, playlists and watch time', async () => {
    await expect(
      dashboard.locator('[role="img"] svg path').first(),
      'a chart is drawn before it is left',
    ).toBeVisible();
    await dashboard.goBack();
    await rowOf(dashboard, 'luciaferngarden').getByRole('link').first().click();
    await expect(dashboard.getByText('Last updated')).toBeVisible();
    for (const tile of ['Videos', 'Playlists', /watch time/i])
      await expect(dashboard.getByText(tile).first()).toBeVisible();
    // The channel grows by the day: 318K on the 23rd of November 2026.
    await expect(dashboard.getByText(/^3\d\dK$/).first()).toBeVisible();
  });

  test('moves the clock by 24 hours on the control page; the figures refresh by themselves', async ({
    linkage,
    context,
  }) => {
    const updated = dashboard.getByText('Last updated').locator('..').locator('time').first();
    const before = await updated.getAttribute('datetime');
    const control = await context.newPage();
    await control.goto(linkage.sandboxUrl);
    await control.getByRole('button', { name: /24 ?h/ }).click();
    await expect(dashboard.getByText(/clock moved/i).first()).toBeVisible();
    await expect.poll(() => updated.getAttribute('datetime'), { timeout: 30_000 }).not.toBe(before);
    const after = await updated.getAttribute('datetime');
    expect(Date.parse(after ?? '') - Date.parse(before ?? '')).toBeGreaterThan(23 * 3_600_000);
  });
});
