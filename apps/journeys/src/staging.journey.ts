import type { Page } from '@playwright/test';
import { operatorKey } from './support/installation';
import { aBrand, invite, register, rowOf } from './support/people';
import { sandboxOf } from './support/sandbox';
import { expectSound } from './support/sound-page';
import { expect, test } from './support/test';

// Its clock is moved by a month.
test.use({ ownLinkage: 'staging' });

test('staging access ends, is prolonged and lifted, and an open dashboard follows', async ({ browser, linkage }) => {
  test.setTimeout(120_000);
  const brand = aBrand('Fjord Studio');
  const dashboard = await (await browser.newContext()).newPage();
  const operator = await (await browser.newContext()).newPage();
  const meter = dashboard.locator('.side app-plan-meter');
  const openDialog = async (): Promise<ReturnType<Page['getByRole']>> => {
    await dashboard.getByRole('button', { name: 'Invite Creators' }).first().click();
    return dashboard.getByRole('dialog');
  };

  await register(dashboard, linkage, brand);
  await expect(meter).toContainText('0 of 25 accounts · 30 days left');
  await expect(meter.getByRole('link', { name: 'Book a call' })).toHaveAttribute('href', /calendar\.example\.com/);
  await expectSound(dashboard, 'the meter of staging access');

  await sandboxOf(linkage).moveClock(31 * 24);
  await dashboard.reload();
  await expect(meter).toContainText('0 of 25 accounts · ended');
  const dialog = await openDialog();
  await expect(dialog).toContainText('Staging access has ended. Contact sales');
  await dialog.getByLabel('Name').fill('Noor Alhadi');
  await dialog.getByLabel('E-mail').fill('noor@staging.example');
  await dialog.getByRole('button', { name: 'Send invite' }).click();
  await expect(dialog.getByRole('alert')).toContainText('What you typed is still here');

  await operator.goto(`${linkage.url}/operator/workspaces`);
  await operator.getByLabel('Operator key').fill(operatorKey);
  await operator.getByRole('button', { name: 'Sign in' }).click();
  await expect(rowOf(operator, 'Fjord Studio')).toContainText('staging access, ends');
  await operator.getByRole('button', { name: 'Extend by 30 days: Fjord Studio' }).click();
  await expect(dialog, 'the notice goes without a reload').not.toContainText('Contact sales for production');
  await dialog.getByRole('button', { name: 'Send invite' }).click();
  await expect(dialog).toBeHidden();
  await expect(meter).toContainText('30 days left');

  await operator.getByRole('button', { name: 'Grant production: Fjord Studio' }).click();
  await operator.getByRole('alertdialog').getByRole('button', { name: 'Grant production' }).click();
  await expect(rowOf(operator, 'Fjord Studio')).toContainText('production access');
  await expect(operator.getByRole('button', { name: /Fjord Studio/ })).toHaveCount(0);
  await expectSound(operator, "the operator's list of workspaces");
  await expect(meter).toHaveText('');
  await invite(dashboard, { name: 'Zoë', email: 'zoe@staging.example' });
  await dashboard.goto(`${linkage.url}/history`);
  await expect(dashboard.getByText('granted production access')).toBeVisible();
});
