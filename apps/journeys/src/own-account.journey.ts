import type { BrowserContext, Page } from '@playwright/test';
import { expectAccessible } from './support/axe';
import { aBrand, lettersTo, register } from './support/people';
import { complaintsOf, expectSound } from './support/sound-page';
import { expect, test } from './support/test';

const renamed = 'Ingrid Solheim-Berg';

/** A member changes name, e-mail and preferences: at once wherever the member is signed in. */
test.describe.serial('what belongs to a member', () => {
  const brand = aBrand();
  const email = `moved-${brand.email}`;
  let desk: BrowserContext;
  let other: BrowserContext;
  let page: Page;
  let elsewhere: Page;
  let complaints: string[];

  test.beforeAll(async ({ browser, linkage }) => {
    desk = await browser.newContext({ timezoneId: 'Europe/Oslo', colorScheme: 'light' });
    other = await browser.newContext({ timezoneId: 'America/New_York', colorScheme: 'light' });
    page = await desk.newPage();
    elsewhere = await other.newPage();
    complaints = complaintsOf(page);
    await register(page, linkage, brand);
    await elsewhere.goto(`${linkage.url}/sign-in`);
    await signIn(elsewhere, brand.email);
    await expect(elsewhere.getByRole('button', { name: 'Invite Creators' }).first()).toBeVisible();
  });
  test.afterAll(async () => {
    await desk.close();
    await other.close();
  });

  const signIn = async (who: Page, address: string): Promise<void> => {
    await who.getByLabel('E-mail').fill(address);
    await who.getByLabel('Password', { exact: true }).fill(brand.password);
    await who.getByRole('button', { name: 'Sign in', exact: true }).click();
  };
  const region = (who: Page, name: string) => who.getByRole('region', { name, exact: true });
  const linkIn = (letter: { links: string[] } | undefined, start: string): string => {
    const link = letter?.links.find((one) => one.startsWith(start));
    if (link === undefined) throw new Error(`no link to ${start}`);
    return link;
  };

  test('changes the name, which the other browser shows without being asked', async ({ linkage }) => {
    await elsewhere.goto(`${linkage.url}/history`);
    await page.goto(`${linkage.url}/account`);
    await page.getByRole('button', { name: 'Change name' }).click();
    await page.getByLabel('Your name').fill('evil.com');
    await page.getByRole('button', { name: 'Save name' }).click();
    await expect(page.getByText('Give a name without web or e-mail addresses.')).toBeVisible();
    await page.getByLabel('Your name').fill(renamed);
    await page.getByRole('button', { name: 'Save name' }).click();
    await expect(page.getByText('Your name is changed.')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Change name' })).toBeFocused();
    await expect(page.getByRole('banner').or(page.locator('header')).first()).toContainText(renamed);
    await elsewhere.getByRole('button', { name: /new – show/ }).click();
    await expect(elsewhere.getByText(`changed their name to ${renamed}`)).toBeVisible();
    await elsewhere.getByRole('button', { name: /^Your account/ }).click();
    await expect(elsewhere.getByRole('menu')).toContainText(renamed);
    await elsewhere.keyboard.press('Escape');
  });

  test('chooses preferences, which the other browser follows at once', async ({ linkage }) => {
    const form = region(page, 'Preferences');
    await form.getByRole('button', { name: 'Dark' }).click();
    await expect(elsewhere.locator('html')).toHaveAttribute('data-theme', 'dark');
    await form.getByRole('button', { name: 'Comfortable' }).click();
    await expect(elsewhere.locator('html')).toHaveAttribute('data-density', 'comfortable');
    await form.getByRole('button', { name: 'Sunday' }).click();
    await expect(form.getByText('As on this device (Europe/Oslo)')).toBeAttached();
    await form.getByLabel('Time zone').selectOption('Asia/Tokyo');
    await elsewhere.goto(`${linkage.url}/account`);
    await expect(region(elsewhere, 'Preferences').getByLabel('Time zone')).toHaveValue('Asia/Tokyo');
    await expect(region(elsewhere, 'Preferences').getByRole('button', { name: 'Sunday' })).toHaveAttribute(
      'aria-pressed',
      'true',
    );
    await page.goto(`${linkage.url}/history`);
    // Another journey may have moved the clock of the demo.
    const { now } = (await (await fetch(`${linkage.url}/api/about`)).json()) as { now: string };
    const tokyo = new Intl.DateTimeFormat('en-GB', {
      timeZone: 'Asia/Tokyo',
      day: 'numeric',
      month: 'long',
      year: 'numeric',
    }).format(Date.parse(now));
    await expect(page.getByRole('heading', { name: new RegExp(tokyo) }).first()).toBeVisible();
  });

  test('has the theme in a new browser before the first page, and before the first paint from then on', async ({
    browser,
    linkage,
  }) => {
    const fresh = await browser.newContext({ colorScheme: 'light' });
    const tab = await fresh.newPage();
    await tab.goto(`${linkage.url}/sign-in`);
    await signIn(tab, brand.email);
    await expect(tab.locator('app-shell')).toBeVisible();
    await expect(tab.locator('html')).toHaveAttribute('data-theme', 'dark');
    await tab.addInitScript(`addEventListener('DOMContentLoaded', () => {
      window.atFirst = [document.documentElement.dataset.theme, document.documentElement.dataset.density];
    })`);
    await tab.reload();
    expect(await tab.evaluate('atFirst')).toEqual(['dark', 'comfortable']);
    await fresh.close();
  });

  test('sees what is wrong with a change of e-mail', async ({ linkage }) => {
    await page.goto(`${linkage.url}/account`);
    await page.getByRole('button', { name: 'Change e-mail' }).click();
    const form = region(page, 'E-mail');
    await form.getByRole('button', { name: 'Send e-mails' }).click();
    await expect(form.getByText('This e-mail is not complete.')).toBeVisible();
    await form.getByLabel('New e-mail').fill(email);
    await form.getByLabel('Current password').fill('not that one');
    await form.getByRole('button', { name: 'Send e-mails' }).click();
    await expect(form.getByText('This is not your current password.')).toBeVisible();
    await expectSound(page, 'Your account, changing the e-mail');
    await page.setViewportSize({ width: 1280, height: 800 });
  });

  test('asks for it; both readers confirm; the other browser is signed out', async ({ linkage }) => {
    const form = region(page, 'E-mail');
    await form.getByLabel('Current password').fill(brand.password);
    await form.getByRole('button', { name: 'Send e-mails' }).click();
    const card = page.getByRole('region', { name: `Change to ${email}` });
    await expect(card.getByText('Waits for the link in the e-mail')).toHaveCount(2);
    await expectAccessible(page, 'Your account, a change of e-mail');
    await page.setViewportSize({ width: 1280, height: 800 });
    await card.getByRole('button', { name: 'Send again' }).click();
    await expect(page.getByText(/^No e-mail was sent\./)).toBeVisible();

    const reader = await (await desk.browser()?.newContext())?.newPage();
    if (!reader) throw new Error('there is no browser');
    await reader.goto(linkIn((await lettersTo(linkage, email))[0], `${linkage.url}/change-email#`));
    await expect(card.getByText('Waits for the link in the e-mail')).toHaveCount(2);
    await reader.getByRole('button', { name: 'Confirm change' }).click();
    await expect(reader.getByRole('heading', { name: 'This address is confirmed' })).toBeVisible();
    await expect(reader).toHaveURL(`${linkage.url}/change-email`);
    await expect(card.getByText('Waits for the link in the e-mail')).toHaveCount(1);

    await reader.goto(linkIn((await lettersTo(linkage, brand.email))[0], `${linkage.url}/change-email#`));
    await reader.getByRole('button', { name: 'Confirm change' }).click();
    await expect(reader.getByRole('heading', { name: 'Your e-mail is changed' })).toBeVisible();
    await expectSound(reader, 'the page of the link');
    await expect(card).toBeHidden();
    await expect(region(page, 'E-mail')).toContainText(email);
    await expect(elsewhere).toHaveURL(/\/sign-in/);
    await reader.goto(`${linkage.url}/sign-in`);
    await signIn(reader, brand.email);
    await expect(reader.getByRole('alert')).toContainText('wrong');
    await signIn(reader, email);
    await expect(reader.getByRole('button', { name: 'Invite Creators' }).first()).toBeVisible();
    await reader.context().close();
  });

  test('stops a change through the mail to the address that signs in', async ({ browser, linkage }) => {
    const another = aBrand();
    const member = await (await browser.newContext()).newPage();
    await register(member, linkage, another);
    await member.goto(`${linkage.url}/account`);
    await member.getByRole('button', { name: 'Change e-mail' }).click();
    const form = region(member, 'E-mail');
    await form.getByLabel('New e-mail').fill(`third-${another.email}`);
    await form.getByLabel('Current password').fill(another.password);
    await form.getByRole('button', { name: 'Send e-mails' }).click();
    await expect(member.getByRole('region', { name: /^Change to third-/ })).toBeVisible();
    const warning = async () =>
      (await lettersTo(linkage, another.email)).find(({ subject }) => subject.includes('about to change'));
    await expect.poll(warning, 'the mail to the address that signs in').toBeDefined();
    const reader = await (await browser.newContext()).newPage();
    await reader.goto(linkIn(await warning(), `${linkage.url}/stop-email-change#`));
    await reader.getByRole('button', { name: 'Stop the change' }).click();
    await expect(reader.getByRole('heading', { name: 'The change is stopped' })).toBeVisible();
    await expect(member).toHaveURL(/\/sign-in/);
    await reader.context().close();
    await member.context().close();
    expect(complaints).toEqual([]);
  });
});
