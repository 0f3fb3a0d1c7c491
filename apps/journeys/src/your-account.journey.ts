import type { BrowserContext, Page } from '@playwright/test';
import { aBrand, lettersTo, register } from './support/people';
import { complaintsOf, expectSound } from './support/sound-page';
import { expect, test } from './support/test';

const another = 'four herons on a pier';
const third = 'five lamps along the quay';

/** With a forgotten password a member gets in again, changes it, and sees where else they are signed in. */
test.describe.serial('the account of a member', () => {
  const brand = aBrand();
  let elsewhere: BrowserContext;
  let desk: BrowserContext;
  let page: Page;
  let complaints: string[];

  test.beforeAll(async ({ browser, linkage }) => {
    elsewhere = await browser.newContext();
    desk = await browser.newContext();
    page = await desk.newPage();
    complaints = complaintsOf(page);
    await register(await elsewhere.newPage(), linkage, brand);
  });
  test.afterAll(async () => {
    await elsewhere.close();
    await desk.close();
  });
  const statusElsewhere = async (url: string): Promise<number> =>
    (await elsewhere.request.get(`${url}/api/session`)).status();
  const signIn = async (who: Page, url: string, password: string): Promise<void> => {
    await who.goto(`${url}/sign-in`);
    await who.getByLabel('E-mail').fill(brand.email);
    await who.getByLabel('Password', { exact: true }).fill(password);
    await who.getByRole('button', { name: 'Sign in' }).click();
  };

  test('asks for a mail, which says the same for an e-mail without an account', async ({ linkage }) => {
    await page.goto(`${linkage.url}/sign-in`);
    await page.getByRole('link', { name: 'Forgotten your password?' }).click();
    await page.getByRole('button', { name: 'Send link' }).click();
    await expect(page.getByText('This e-mail is not complete.')).toBeVisible();
    for (const address of ['nobody.here@nordlys.example', brand.email]) {
      await page.getByLabel('E-mail').fill(address);
      await page.getByRole('button', { name: 'Send link' }).click();
      await expect(page.getByRole('status').filter({ hasText: 'If there is' })).toContainText(
        `If there is an account for ${address}, an e-mail is on its way.`,
      );
      if (address !== brand.email) await page.getByRole('button', { name: 'Try another e-mail' }).click();
    }
    await expectSound(page, 'a mail was sent');
  });

  test('chooses another password through its link, once; all other sessions end', async ({ linkage }) => {
    const [letter] = await lettersTo(linkage, brand.email);
    const link = letter?.links.find((url) => url.startsWith(`${linkage.url}/reset-password#`)) ?? '';
    expect(await statusElsewhere(linkage.url), 'asking changes nothing').toBe(200);
    await page.goto(link);
    await expect(page.getByRole('heading', { name: 'Choose another password' })).toBeVisible();
    await expectSound(page, 'the page of the link');
    await page.getByLabel('Password', { exact: true }).fill(another);
    await page.getByRole('button', { name: 'Set password and sign in' }).click();
    await expect(page.getByRole('button', { name: 'Invite Creators' }).first()).toBeVisible();
    expect(await statusElsewhere(linkage.url)).toBe(401);
    const late = await (await desk.browser()?.newContext())?.newPage();
    if (!late) throw new Error('there is no browser');
    await late.goto(link);
    await late.getByLabel('Password', { exact: true }).fill(third);
    await late.getByRole('button', { name: 'Set password and sign in' }).click();
    await expect(late.getByRole('alert')).toContainText('used already');
    await late.context().close();
    expect((await lettersTo(linkage, brand.email, 2))[0]?.subject).toContain('was changed');
  });

  test('signs in with what a password manager fills in without a key', async ({ linkage }) => {
    const phone = await elsewhere.newPage();
    await phone.goto(`${linkage.url}/sign-in`);
    await phone.getByLabel('E-mail').waitFor();
    await phone.evaluate(
      `document.querySelector('[name=email]').value = ${JSON.stringify(brand.email)};
       document.querySelector('[name=password]').value = ${JSON.stringify(another)};`,
    );
    await phone.getByRole('button', { name: 'Sign in' }).click();
    await expect(phone.getByRole('button', { name: 'Invite Creators' }).first()).toBeVisible();
  });

  test('sees where they are signed in, and ends one of the sessions', async ({ linkage }) => {
    await page.getByRole('button', { name: /^Your account/ }).click();
    await page.getByRole('menuitem', { name: 'Your account' }).click();
    await expect(page.getByRole('heading', { name: 'Your account' })).toBeVisible();
    const rows = page.getByRole('region', { name: 'Where you are signed in' }).getByRole('listitem');
    await expect(rows).toHaveCount(2);
    await expect(rows.filter({ hasText: 'This browser' })).toHaveCount(1);
    await expectSound(page, 'Your account');
    await page.setViewportSize({ width: 1280, height: 800 });
    await rows.getByRole('button', { name: /^Sign out/ }).click();
    await expect(rows).toHaveCount(1);
    expect(await statusElsewhere(linkage.url)).toBe(401);
  });

  test('changes the password with the present one, and stays signed in', async ({ linkage }) => {
    await signIn(await elsewhere.newPage(), linkage.url, another);
    await expect.poll(() => statusElsewhere(linkage.url)).toBe(200);
    await page.getByLabel('Current password').fill('not that one');
    await page.getByLabel('New password').fill(third);
    await page.getByRole('button', { name: 'Change password' }).click();
    await expect(page.getByText('This is not your current password.')).toBeVisible();
    await page.getByLabel('Current password').fill(another);
    await page.getByRole('button', { name: 'Change password' }).click();
    await expect(page.getByText('Your password is changed. All other sessions ended.')).toBeVisible();
    expect(await statusElsewhere(linkage.url)).toBe(401);
    await page.reload();
    await expect(page.getByRole('heading', { name: 'Your account' })).toBeVisible();
    expect(complaints).toEqual([]);
  });
});
