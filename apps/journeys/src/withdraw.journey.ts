import type { Page } from '@playwright/test';
import { aBrand, connect, invite, linkTo, register, rowOf } from './support/people';
import { expect, test } from './support/test';

const lucia = { name: 'Lucía Fernández', email: 'lucia@withdrawn.example' };

/** What a withdrawal means for the accounts of a creator, on both sides. */
test.describe.serial('withdrawing', () => {
  let dashboard: Page;
  let microsite: Page;
  let link: string;

  test.beforeAll(async ({ browser, linkage }) => {
    dashboard = await (await browser.newContext()).newPage();
    microsite = await (await browser.newContext({ viewport: { width: 390, height: 844 } })).newPage();
    await register(dashboard, linkage, aBrand());
    await invite(dashboard, lucia);
    link = await linkTo(linkage, lucia.email);
    await microsite.goto(link);
    await connect(microsite, linkage, 'Instagram', { as: 'El Faro Radio' });
    await microsite.goto(link);
    await connect(microsite, linkage, 'YouTube', { as: 'Nightshift Live' });
    await expect(rowOf(dashboard, lucia.email)).toContainText('2 accounts');
  });
  test.afterAll(async () => {
    await dashboard.context().close();
    await microsite.context().close();
  });

  const withdraw = async (choice: RegExp, button: string): Promise<void> => {
    await rowOf(dashboard, lucia.email)
      .getByRole('button', { name: /^More actions/ })
      .click();
    await dashboard.getByRole('menuitem', { name: 'Withdraw invite …' }).click();
    const question = dashboard.getByRole('alertdialog');
    await question.getByLabel(choice).check();
    await question.getByRole('button', { name: button }).click();
    await expect(dashboard.getByRole('button', { name: 'Undo' }), 'it is done').toBeVisible();
  };

  test('can be undone: the link works as before', async () => {
    await withdraw(/^Keep watching/, 'Withdraw invite');
    await microsite.goto(link);
    await expect(microsite.getByRole('heading', { level: 1 })).toHaveText('Nordlys Agency withdrew this invite');
    await dashboard.getByRole('button', { name: 'Undo' }).click();
    await expect(rowOf(dashboard, lucia.email)).toContainText('2 accounts');
    await microsite.goto(link);
    await expect(microsite.getByRole('heading', { level: 1 })).toContainText('connect your accounts');
  });

  test('leaves accounts connected when asked to; the creator can still stop each, and nothing else', async () => {
    await withdraw(/^Keep watching/, 'Withdraw invite');
    await microsite.goto(link);
    await expect(microsite.getByRole('listitem').filter({ hasText: 'Instagram' })).toBeVisible();
    await expect(microsite.getByRole('button', { name: /onnect/ })).toHaveText(['Disconnect', 'Disconnect']);
    await microsite
      .getByRole('listitem')
      .filter({ hasText: 'Instagram' })
      .getByRole('button', { name: /^Disconnect/ })
      .click();
    await microsite.getByRole('button', { name: 'Disconnect', exact: true }).click();
    await expect(microsite.getByText(/is disconnected\./)).toBeVisible();
    await expect(microsite.getByRole('button', { name: /^Disconnect .* on/ })).toHaveCount(1);
    await dashboard.getByRole('tab', { name: /^Connected/ }).click();
    await expect(rowOf(dashboard, 'Instagram').getByText('Disconnected')).toBeVisible();
    await expect(rowOf(dashboard, 'YouTube').getByText('Disconnected')).toHaveCount(0);
  });

  test('a member disconnects what is left', async () => {
    await rowOf(dashboard, 'YouTube')
      .getByRole('button', { name: /^More actions/ })
      .click();
    await dashboard.getByRole('menuitem', { name: 'Disconnect account …' }).click();
    await dashboard.getByRole('alertdialog').getByRole('button', { name: 'Disconnect account' }).click();
    await expect(rowOf(dashboard, 'YouTube').getByText('Disconnected')).toBeVisible();
    await microsite.goto(link);
    await expect(microsite.getByText('None of your accounts is connected.')).toBeVisible();
  });

  test('with its accounts: each is disconnected, and the history says who did it', async ({ linkage }) => {
    const other = { name: 'Noa Levi', email: 'noa@withdrawn.example' };
    await dashboard.goto(`${linkage.url}/creators`);
    await invite(dashboard, other);
    link = await linkTo(linkage, other.email);
    await microsite.goto(link);
    await connect(microsite, linkage, 'Instagram', { as: 'Amélie Rousseau' });
    await expect(rowOf(dashboard, other.email)).toContainText('Active');
    await rowOf(dashboard, other.email)
      .getByRole('button', { name: /^More actions/ })
      .click();
    await dashboard.getByRole('menuitem', { name: 'Withdraw invite …' }).click();
    await dashboard
      .getByRole('alertdialog')
      .getByLabel(/^Disconnect, too/)
      .check();
    await dashboard.getByRole('button', { name: 'Withdraw and disconnect' }).click();
    await dashboard.getByRole('tab', { name: /^Connected/ }).click();
    await expect(rowOf(dashboard, 'atelier.amelie').getByText('Disconnected')).toBeVisible();
    await dashboard.getByRole('link', { name: 'History' }).first().click();
    await expect(dashboard.getByText(/Ingrid Solheim disconnected Instagram/).first()).toBeVisible();
  });
});
