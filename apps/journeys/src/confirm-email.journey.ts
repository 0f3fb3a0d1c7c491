import type { Page } from '@playwright/test';
import { linkIn } from './support/mail-receiver';
import { aBrand, invite, rowOf } from './support/people';
import { startProduction, type Production } from './support/production';
import { complaintsOf, expectSound } from './support/sound-page';
import { expect, test } from './support/test';

const noor = { name: 'Noor Alhadi', email: 'noor@alhadi.example' };

/** In production no mail goes out in the name of an e-mail that was not confirmed. */
test.describe.serial('a member whose e-mail is not confirmed', () => {
  const brand = aBrand();
  let linkage: Production;
  let page: Page;
  let complaints: string[];
  const strip = () => page.getByRole('status').filter({ hasText: 'Confirm your e-mail.' }).first();

  test.beforeAll(async ({ browser }) => {
    linkage = await startProduction();
    page = await (await browser.newContext()).newPage();
    complaints = complaintsOf(page);
  });
  test.afterAll(async () => {
    await page.context().close();
    await linkage.stop();
  });

  test('is told so at the top of the page, and where the mail went', async () => {
    await page.goto(`${linkage.url}/register`);
    await page.getByLabel('Brand or agency').fill(brand.workspace);
    await page.getByLabel('Your name').fill(brand.name);
    await page.getByLabel('E-mail').fill(brand.email);
    await page.getByLabel('Password', { exact: true }).fill(brand.password);
    await page.getByRole('button', { name: 'Create workspace' }).click();
    await expect(strip()).toContainText(`Open the link in the e-mail to ${brand.email}`);
    await expectSound(page, 'the list of a member who has to confirm');
    await page.setViewportSize({ width: 1280, height: 800 });
  });

  test('cannot invite, and the dialog says why and keeps what was typed', async () => {
    await page.getByRole('button', { name: 'Invite Creators' }).first().click();
    const dialog = page.getByRole('dialog');
    await expect(dialog).toContainText('Confirm your e-mail.');
    await dialog.getByLabel('Name').fill(noor.name);
    await dialog.getByLabel('E-mail').fill(noor.email);
    await dialog.getByRole('button', { name: 'Send invite' }).click();
    await expect(dialog.getByRole('alert')).toContainText('Your own e-mail is not confirmed yet.');
    await expect(dialog.getByLabel('E-mail')).toHaveValue(noor.email);
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    await dialog.getByRole('button', { name: 'Discard' }).click();
    expect(linkage.mails.received.filter(({ to }) => to.includes(noor.email))).toEqual([]);
  });

  test('has the mail sent again', async () => {
    await linkage.mails.newestTo(brand.email);
    await strip().getByRole('button', { name: 'Send again' }).click();
    await expect(page.getByText(`An e-mail to ${brand.email} is on its way.`)).toBeVisible();
    const mail = await linkage.mails.newestTo(brand.email, 2);
    expect(mail.from).toContain('creators@nordlys.example');
    expect(mail.text).not.toContain(brand.workspace);
  });

  test('opens its link, presses the button, and can invite; the link works once', async () => {
    const link = linkIn(await linkage.mails.newestTo(brand.email), '/confirm-email');
    const other = await page.context().newPage();
    await other.goto(link);
    await expectSound(other, 'the page of the link');
    await expect(strip(), 'opening it changes nothing').toBeVisible();
    await other.getByRole('button', { name: 'Confirm e-mail' }).click();
    await expect(other.getByRole('heading', { name: 'Your e-mail is confirmed' })).toBeVisible();
    await expect(other).toHaveURL(`${linkage.url}/confirm-email`);
    await other.goto(link);
    await other.getByRole('button', { name: 'Confirm e-mail' }).click();
    await expect(other.getByRole('alert')).toContainText('used already');
    await other.close();
    await page.reload();
    await expect(page.getByRole('button', { name: 'Invite Creators' }).first()).toBeVisible();
    await expect(strip()).toHaveCount(0);
    await invite(page, noor);
    await expect(rowOf(page, noor.email)).toBeVisible();
    expect((await linkage.mails.newestTo(noor.email)).subject).toContain(brand.workspace);
    expect(complaints).toEqual([]);
  });
});
