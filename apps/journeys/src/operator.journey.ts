import type { BrowserContext, Page } from '@playwright/test';
import { type Installation, operatorKey as key } from './support/installation';
import { aBrand, connect, invite, linkTo, register, rowOf } from './support/people';
import { complaintsOf, expectSound } from './support/sound-page';
import { expect, test } from './support/test';

const noor = { name: 'Noor Alhadi', email: 'noor@operator.example' };

// With EventStoreDB another installation on the same log, its clock moved, would refresh this one's accounts without
// their grants.
test.use({ ownLinkage: 'operator' });

/** The operator rebuilds everything; the members notice nothing. */
test.describe.serial('the operator', () => {
  let linkage: Installation;
  let brand: BrowserContext;
  let dashboard: Page;
  let operator: Page;
  let complaints: string[];

  /** What the API answers for the three lists, as text. */
  const lists = async (): Promise<string[]> =>
    Promise.all(
      ['/api/invitations', '/api/accounts', '/api/attempts?result=all'].map(async (path) =>
        JSON.stringify((await (await dashboard.request.get(`${linkage.url}${path}`)).json()).items),
      ),
    );
  const rowsWith = (text: string) => operator.locator('tbody tr').filter({ hasText: text });

  test.beforeAll(async ({ browser, linkage: own }) => {
    // An installation of its own, a member, a creator and a refresh, also on a machine with much to do.
    test.setTimeout(120_000);
    linkage = own;
    brand = await browser.newContext();
    dashboard = await brand.newPage();
    operator = await (await browser.newContext()).newPage();
    complaints = complaintsOf(operator);
    await register(dashboard, linkage, aBrand());
    await invite(dashboard, noor);
    const microsite = await (await browser.newContext()).newPage();
    await microsite.goto(await linkTo(linkage, noor.email));
    await connect(microsite, linkage, 'Instagram', { as: 'نور الهادي' });
    await microsite.context().close();
    await expect(rowOf(dashboard, noor.email)).toContainText('Active');
    await expect.poll(async () => (await lists())[0]).toContain('"state":"sent"');
    await expect.poll(async () => (await lists())[1]).toContain('"lastUpdatedAt":"');
  });
  test.afterAll(async () => {
    await brand.close();
    await operator.context().close();
  });

  test('signs in with the key of the installation, not as a member', async () => {
    await dashboard.goto(`${linkage.url}/operator`);
    await expect(dashboard.getByLabel('Operator key'), 'a member has no access here').toBeVisible();
    await dashboard.goto(`${linkage.url}/creators`);
    await operator.goto(`${linkage.url}/operator`);
    await operator.getByLabel('Operator key').fill('a wrong key');
    await operator.getByRole('button', { name: 'Sign in' }).click();
    await expect(operator.getByRole('alert')).toContainText('This is not the operator key.');
    await operator.getByLabel('Operator key').fill(key);
    await operator.getByLabel('Operator key').press('Enter');
    await expect(operator.getByRole('heading', { name: 'Read models and reactions' })).toBeVisible();
    await expect(rowOf(operator, 'invitation-list')).toContainText('up to date');
    await expect(rowOf(operator, 'email-invitation')).toContainText('Reaction');
    await expectSound(operator, 'the operator page');
    await operator.setViewportSize({ width: 1280, height: 800 });
  });

  test('rebuilds all, sees how it goes, and the lists are the same before, during and after', async () => {
    // On EventStoreDB the log holds the facts of all journeys before.
    test.setTimeout(240_000);
    const before = await lists();
    await operator.getByRole('button', { name: 'Rebuild all' }).click();
    await operator.getByRole('alertdialog').getByRole('button', { name: 'Cancel' }).click();
    await expect(operator.getByText('Waits for its turn')).toHaveCount(0);
    await operator.getByRole('button', { name: 'Rebuild all' }).click();
    await operator.getByRole('alertdialog').getByRole('button', { name: 'Rebuild' }).click();
    await expect(operator.getByText(/being rebuilt/)).toBeVisible();
    const models = await rowsWith('Read model').count();
    await expect
      .poll(
        async () => {
          expect(await lists()).toEqual(before);
          return rowsWith('Rebuilt: ').count();
        },
        { timeout: 180_000 },
      )
      .toBe(models);
    expect(await lists()).toEqual(before);
    await expect(rowOf(dashboard, noor.email)).toContainText('Active');
  });

  test('goes on showing it after a crash of the server, with the same lists', async () => {
    const before = await lists();
    await operator.getByRole('button', { name: 'Rebuild all' }).click();
    await operator.getByRole('alertdialog').getByRole('button', { name: 'Rebuild' }).click();
    expect(complaints).toEqual([]);
    await linkage.crashAndRestart();
    await expect(operator.getByText(/^All \d+ are running$/)).toBeVisible();
    expect(await lists()).toEqual(before);
    // What a browser says of a server that was killed under it is no fault of the page.
    complaints.length = 0;
  });

  test('signs out', async () => {
    await operator.getByRole('button', { name: 'Sign out' }).click();
    await expect(operator.getByLabel('Operator key')).toBeVisible();
    await operator.reload();
    await expect(operator.getByLabel('Operator key')).toBeVisible();
    expect(complaints).toEqual([]);
  });
});
