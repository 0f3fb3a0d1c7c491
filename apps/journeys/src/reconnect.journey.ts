import type { BrowserContext, Page } from '@playwright/test';
import { aBrand, connect, invite, lettersTo, linkTo, pressOn, register, rowOf } from './support/people';
import { sandboxOf } from './support/sandbox';
import { expect, test } from './support/test';
import { apiOf } from './support/workspace-api';

const noor = { name: 'نور الهادي', email: 'noor@reconnect.example' };
const account = 'noor.alhadi';

/** Access comes and goes; the account, its row and its history stay. */
test.describe.serial('reconnecting', () => {
  let dashboard: Page;
  let phone: BrowserContext;
  let microsite: Page;
  let link: string;

  const tab = (name: RegExp): Promise<void> => dashboard.getByRole('tab', { name }).click();
  const accountOf = async (linkage: Parameters<typeof apiOf>[1]) =>
    (await apiOf(dashboard, linkage).accounts(account)).items;

  test.beforeAll(async ({ browser, linkage }) => {
    dashboard = await (await browser.newContext()).newPage();
    phone = await browser.newContext({ viewport: { width: 390, height: 844 } });
    microsite = await phone.newPage();
    await register(dashboard, linkage, aBrand());
    await invite(dashboard, noor);
    link = await linkTo(linkage, noor.email);
    await microsite.goto(link);
    await connect(microsite, linkage, 'Instagram', { as: noor.name });
    await expect(rowOf(dashboard, noor.email)).toContainText('Active');
    await expect.poll(async () => (await accountOf(linkage))[0]?.lastUpdatedAt).not.toBeNull();
  });
  test.afterAll(async ({ linkage }) => {
    await sandboxOf(linkage).clearFault('instagram');
    await dashboard.context().close();
    await phone.close();
  });

  test('the creator disconnects; the brand’s row says Action Needed and why, by itself', async () => {
    await microsite.goto(link);
    await microsite.getByRole('button', { name: /^Options for/ }).click();
    await microsite.getByRole('button', { name: 'Disconnect', exact: true }).click();
    await expect(microsite.getByRole('group', { name: `Disconnect @${account}?` })).toContainText(
      'Figures read so far are kept',
    );
    await expect(microsite.getByRole('button', { name: 'Keep it' }), 'the harmless answer has the focus').toBeFocused();
    await microsite.getByRole('button', { name: 'Disconnect', exact: true }).click();
    await expect(microsite.getByText(`@${account} is disconnected.`)).toBeVisible();

    await expect(rowOf(dashboard, noor.email)).toContainText('Action Needed');
    await expect(rowOf(dashboard, noor.email)).toContainText('Instagram: disconnected');
    await tab(/^Connected/);
    await expect(rowOf(dashboard, account)).toContainText('Disconnected');
    await rowOf(dashboard, account).getByRole('link').first().click();
    await expect(dashboard.getByText('Nothing is read any more.')).toBeVisible();
    await expect(dashboard.locator('#content a[target="_blank"]').first(), 'figures from before stay').toBeVisible();
    await dashboard.goto(dashboard.url().replace(/accounts\/.*$/, 'creators'));
  });

  test('reconnects in place: Active again, the same one account, with its history', async ({ linkage }) => {
    const [before, ...others] = await accountOf(linkage);
    expect(others).toEqual([]);
    await microsite.goto(link);
    await connect(microsite, linkage, 'Instagram', { as: noor.name });
    await expect(microsite.getByRole('heading', { level: 1 })).toContainText('is connected again');
    await expect(rowOf(dashboard, noor.email)).toContainText('Active');
    await expect.poll(async () => (await accountOf(linkage)).map(({ health }) => health.state)).toEqual(['ok']);
    expect(await accountOf(linkage)).toMatchObject([
      { accountId: before?.accountId, connectedAt: before?.connectedAt, username: account },
    ]);
    await expect(microsite.getByRole('heading', { level: 1 })).toBeVisible();
    await microsite.goto(link);
    await expect(microsite.getByRole('listitem').filter({ hasText: 'Connected as' })).toHaveCount(1);
  });

  test('a permission taken back on the platform shows at the next refresh, as Action Needed with its cause', async ({
    linkage,
  }) => {
    await expect
      .poll(async () => (await accountOf(linkage)).map(({ awaitsFigures }) => awaitsFigures), 'read once more')
      .toEqual([false]);
    const [before] = await accountOf(linkage);
    await sandboxOf(linkage).revoke('instagram', account);
    await sandboxOf(linkage).moveClock(24);
    await expect(rowOf(dashboard, noor.email)).toContainText('Action Needed');
    await expect(rowOf(dashboard, noor.email)).toContainText('Instagram: permission revoked');
    await expect(rowOf(dashboard, noor.email)).toContainText('Asked to reconnect');
    await expect(rowOf(dashboard, noor.email).getByRole('button', { name: 'Ask to reconnect' })).toBeVisible();
    const [asked] = await lettersTo(linkage, noor.email, 2);
    expect(asked?.subject).toBe(`Your Instagram @${account} has stopped: the permission was removed`);
    expect(asked?.text, 'the same link as in the invite').toContain(link);
    await microsite.goto(asked?.links[0] ?? '');
    await expect(microsite.getByRole('heading', { level: 1 })).toHaveText(`Your Instagram @${account} has stopped`);
    await expect(microsite.getByRole('listitem').filter({ hasText: 'Instagram' }).first()).toContainText(
      'Permission removed',
    );

    await connect(microsite, linkage, 'Instagram', { as: noor.name });
    await expect(rowOf(dashboard, noor.email)).toContainText('Active');
    await expect
      .poll(
        async () => (await accountOf(linkage)).map(({ lastUpdatedAt }) => lastUpdatedAt !== before?.lastUpdatedAt),
        'refreshed again',
      )
      .toEqual([true]);
  });

  for (const [kind, reason] of [
    ['500', 'Instagram does not answer'],
    ['429', 'Instagram asked us to slow down'],
  ] as const) {
    test(`the platform answers ${kind}: still connected, late with the reason, figures kept; then up to date again by itself`, async ({
      linkage,
    }) => {
      const sandbox = sandboxOf(linkage);
      await tab(/^Connected/);
      const row = rowOf(dashboard, account);
      await expect(row).toContainText('Up to date');
      await expect.poll(async () => (await accountOf(linkage))[0]?.followers).toBeGreaterThan(80_000);
      const [before] = await accountOf(linkage);
      await sandbox.fault('instagram', kind);
      await sandbox.moveClock(24);
      await expect(row).toContainText('Late');
      await expect(row).toContainText(reason);
      expect(await accountOf(linkage)).toMatchObject([
        { followers: before?.followers, lastUpdatedAt: before?.lastUpdatedAt, health: { state: 'late' } },
      ]);
      await tab(/^All/);
      await expect(rowOf(dashboard, noor.email)).toContainText('Active');

      await tab(/^Connected/);
      await sandbox.clearFault('instagram');
      await sandbox.moveClock(24);
      await expect(row).toContainText('Up to date');
      expect(Date.parse((await accountOf(linkage))[0]?.lastUpdatedAt ?? '')).toBeGreaterThan(
        Date.parse(before?.lastUpdatedAt ?? ''),
      );
      await tab(/^All/);
    });
  }

  test('the platform refuses access, and gives it again: Active by itself within hours, on every screen', async ({
    linkage,
  }) => {
    const sandbox = sandboxOf(linkage);
    await expect(rowOf(dashboard, noor.email)).toContainText('Active');
    await sandbox.fault('instagram', 'refused');
    await sandbox.moveClock(24);
    await expect(rowOf(dashboard, noor.email)).toContainText('Action Needed');
    const [lost] = await accountOf(linkage);

    await sandbox.clearFault('instagram');
    await sandbox.moveClock(3);
    await expect(rowOf(dashboard, noor.email)).toContainText('Active');
    await expect(rowOf(dashboard, noor.email).getByRole('button', { name: 'Ask to reconnect' })).toHaveCount(0);
    await expect
      .poll(async () => (await accountOf(linkage)).map(({ lastUpdatedAt }) => lastUpdatedAt), 'refreshed at once')
      .not.toEqual([lost?.lastUpdatedAt]);
    await microsite.goto(link);
    await expect(microsite.getByRole('listitem').filter({ hasText: 'Connected as' })).toHaveCount(1);
    await dashboard.goto(`${linkage.url}/history`);
    await expect(dashboard.getByText(`Instagram gives access to @${account} again`)).toBeVisible();
    await expect(dashboard.getByText('does not need to reconnect it.')).toContainText('First refresh since');
    await dashboard.goto(`${linkage.url}/creators`);
  });

  test('the same account through another creator’s invite is refused, with the reason on both sides', async ({
    linkage,
  }) => {
    const other = { name: 'Second invite', email: 'second@creators.example' };
    await invite(dashboard, other);
    await microsite.goto(await linkTo(linkage, other.email));
    await connect(microsite, linkage, 'Instagram', { as: noor.name });
    await expect(microsite.getByRole('alert')).toContainText(
      'already connected through another invite of the same brand',
    );
    await expect(microsite.locator('main'), 'whose invite it is, is the brand’s affair').not.toContainText(noor.email);

    await tab(/^Failed/);
    const attempt = rowOf(dashboard, other.email);
    await expect(attempt).toContainText('This account already belongs to another invite');
    await expect(attempt).toContainText(`@${account} is connected through ${noor.email}`);
    await tab(/^All/);
    await expect(rowOf(dashboard, other.email)).toContainText('Invited');
    expect(await accountOf(linkage)).toMatchObject([{ creatorEmail: noor.email, health: { state: 'ok' } }]);
  });

  test('an account that works offers no Connect, only its options', async () => {
    await microsite.goto(link);
    await expect(
      microsite
        .getByRole('listitem')
        .filter({ hasText: 'Instagram' })
        .getByRole('button', { name: /^Connect /i }),
    ).toHaveCount(0);
    await pressOn(microsite, 'Instagram', /^Options for/);
    await expect(microsite.getByRole('button', { name: 'Connect another account' })).toBeVisible();
  });
});
