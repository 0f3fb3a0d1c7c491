import type { Page } from '@playwright/test';
import { aBrand, invite, lettersTo, linkTo, register, rowOf } from './support/people';
import { expect, test } from './support/test';

const birgit = { name: 'Birgit Sørensen', email: 'birgit@no-more.example' };

/** A creator opts out of e-mails, and the brand sees it. */
test.describe.serial('no more e-mails', () => {
  let dashboard: Page;
  let phone: Page;
  let optOut: string;

  test.beforeAll(async ({ browser, linkage }) => {
    dashboard = await (await browser.newContext()).newPage();
    phone = await (await browser.newContext({ viewport: { width: 390, height: 844 } })).newPage();
    await register(dashboard, linkage, aBrand());
    await invite(dashboard, birgit);
    const [letter] = await lettersTo(linkage, birgit.email);
    optOut = letter?.links.find((url) => url.includes('/no-more-mails/')) ?? '';
  });
  test.afterAll(async () => {
    await dashboard.context().close();
    await phone.context().close();
  });

  test('looking at the page changes nothing, also for a scanner that follows every link', async () => {
    for (const method of ['GET', 'HEAD', 'GET']) expect((await fetch(optOut, { method })).status).toBe(200);
    await phone.goto(`${optOut}.`);
    await expect(phone.getByRole('heading', { level: 1 })).toHaveText('Stop e-mails from Nordlys Agency?');
    await dashboard.reload();
    await expect(rowOf(dashboard, birgit.email)).toContainText('Page not opened yet');
  });

  test('its button opts out: the row says so, and no mail can be asked for; the link works on', async ({ linkage }) => {
    await phone.getByRole('button', { name: 'Stop these e-mails' }).click();
    await expect(phone.getByRole('heading', { level: 1 })).toHaveText('You get no more e-mails from Nordlys Agency');
    await expect(rowOf(dashboard, birgit.email)).toContainText('Opted out');
    const again = rowOf(dashboard, birgit.email).getByRole('button', { name: 'Resend Invite' });
    await expect(again).toHaveAttribute('aria-disabled', 'true');
    await phone.goto(await linkTo(linkage, birgit.email));
    await expect(phone.getByRole('heading', { level: 1 })).toContainText('connect your accounts');
  });

  test('can be taken back on the same page', async ({ linkage }) => {
    await phone.goto(optOut);
    await phone.getByRole('button', { name: 'Allow e-mails again' }).click();
    await expect(phone.getByRole('heading', { level: 1 })).toHaveText('Stop e-mails from Nordlys Agency?');
    await expect(rowOf(dashboard, birgit.email)).not.toContainText('Opted out');
    await rowOf(dashboard, birgit.email)
      .getByRole('button', { name: /^More actions/ })
      .click();
    await dashboard.getByRole('menuitem', { name: 'How far it got' }).click();
    await expect(
      dashboard.getByRole('dialog').getByRole('listitem').filter({ hasText: 'E-mail accepted' }),
    ).toBeVisible();
    await dashboard.getByRole('button', { name: 'Close' }).click();
    const once = await fetch(optOut, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: 'List-Unsubscribe=One-Click',
    });
    expect(once.status).toBe(200);
    await expect(rowOf(dashboard, birgit.email)).toContainText('Opted out');
    expect(await lettersTo(linkage, birgit.email)).toHaveLength(1);
  });
});
