import { readFile } from 'node:fs/promises';
import type { AccountList } from '@linkage/contracts';
import type { Page } from '@playwright/test';
import { aBrand, connect, linkTo, register, rowOf } from './support/people';
import { sandboxOf } from './support/sandbox';
import { complaintsOf, expectSound } from './support/sound-page';
import { expect, test } from './support/test';
import { apiOf } from './support/workspace-api';

const amelie = { name: 'Amélie Rousseau', email: 'amelie@rousseau.example' };
const late = { name: 'Late Arrival', email: 'late@studio.example' };

/** What a member sees of a day that has passed: who was there, what an account showed, and what has changed since. */
test.describe.serial('looking back', () => {
  let page: Page;
  let complaints: string[];
  let then: string;

  const banner = () =>
    page.getByRole('status').filter({ hasText: /You see everything as it was on .+ Nothing can be changed here\./ });
  const now = async (url: string): Promise<string> =>
    ((await (await page.request.get(`${url}/api/about`)).json()) as { now: string }).now;

  test.beforeAll(async ({ browser, linkage }) => {
    page = await (await browser.newContext()).newPage();
    complaints = complaintsOf(page);
    const creator = await (await browser.newContext()).newPage();
    await register(page, linkage, aBrand());
    const api = apiOf(page, linkage);
    await api.invite(amelie);
    await creator.goto(await linkTo(linkage, amelie.email));
    await connect(creator, linkage, 'Instagram', { as: 'Amélie Rousseau' });
    await expect
      .poll(async () => (await api.accounts('')).items.map(({ lastUpdatedAt }) => lastUpdatedAt === null))
      .toEqual([false]);
    then = await now(linkage.url);
    const before = (await api.accounts('')).items[0]?.lastUpdatedAt ?? '';
    await sandboxOf(linkage).moveClock(25);
    await expect
      .poll(async () => ((await api.accounts('')).items[0]?.lastUpdatedAt ?? '') > before, { timeout: 30_000 })
      .toBe(true);
    await sandboxOf(linkage).revoke('instagram', 'atelier.amelie');
    await sandboxOf(linkage).moveClock(25);
    await expect
      .poll(async () => (await api.accounts('')).items[0]?.health.state, { timeout: 30_000 })
      .toBe('action-needed');
    await api.invite(late);
    await creator.context().close();
  });
  test.afterEach(() => expect(complaints.splice(0)).toEqual([]));
  test.afterAll(() => page.context().close());

  test('a moment is chosen, stands in the address and takes every editing control away', async ({ linkage }) => {
    await page.goto(`${linkage.url}/creators`);
    await expect(rowOf(page, late.name)).toBeVisible();
    await page.getByRole('button', { name: 'As of' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Yesterday' }).click();
    await expect(banner()).toBeVisible();
    await expect(page).toHaveURL(/\?asOf=/);
    await expect(rowOf(page, amelie.name)).toContainText('Active');
    await expect(page.getByText(late.name)).toBeHidden();
    await expect(page.getByRole('tab', { name: /^All/ })).toHaveText(/1$/);
    await expect(
      page.getByRole('button', { name: /Invite Creators|Copy Link|Resend Invite|More actions/ }),
    ).toHaveCount(0);
    await page.reload();
    await expect(banner()).toBeVisible();
  });

  test('the moment is kept from tab to tab and into the account, and given up by Back to now', async ({ linkage }) => {
    await page.goto(`${linkage.url}/creators?asOf=${then}`);
    await page.getByRole('tab', { name: /^Failed/ }).click();
    await expect(banner()).toBeVisible();
    await expect(
      page.getByText('Nothing here yet on that day').or(page.getByText('No connection has failed')),
    ).toBeVisible();
    await page.getByRole('tab', { name: /^Connected/ }).click();
    await expect(rowOf(page, amelie.name)).toContainText('Up to date');
    await rowOf(page, amelie.name).getByRole('link').first().click();
    await expect(page).toHaveURL(/\/accounts\/[0-9a-f-]+\?asOf=/);
    await expect(banner()).toBeVisible();
    await expect(page.getByText('Permission revoked')).toBeHidden();
    await page.getByRole('button', { name: 'Back to now' }).click();
    await expect(banner()).toBeHidden();
    await expect(page.getByText('Permission revoked').first()).toBeVisible();
  });

  test('an account then and now, as a table of what changed', async ({ linkage }) => {
    const { items } = (await (await page.request.get(`${linkage.url}/api/accounts`)).json()) as AccountList;
    await page.goto(`${linkage.url}/accounts/${items[0]?.accountId}?asOf=${then}`);
    await page.getByRole('link', { name: 'Compare with now' }).click();
    await expect(page.getByRole('heading', { name: 'What changed' })).toBeVisible();
    const health = page.getByRole('row', { name: /^Health/ });
    await expect(health).toContainText('Up to date');
    await expect(health).toContainText('Permission revoked');
    await expect(page.getByRole('row', { name: /^Followers/ })).toContainText(/[+−±]/);
    const download = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Export CSV' }).click();
    const saved = await download;
    expect(saved.suggestedFilename()).toMatch(/^comparison-atelier-amelie-\d{4}-\d\d-\d\d-\d{4}-\d\d-\d\d\.csv$/);
    const lines = (await readFile(await saved.path(), 'utf8')).split('\r\n');
    expect(lines[0]).toBe('\uFEFFpart,name,then,now,change');
    expect(lines).toContain('connection,health,ok,action-needed: permission-revoked,');
    expect(lines.find((line) => line.startsWith('profile,followers,'))).toMatch(/^profile,followers,\d+,\d+,-?\d+$/);
    await page.getByRole('button', { name: /^Only what changed/ }).click();
    await expect(page.getByRole('row', { name: /^Username/ })).toHaveCount(0);
    await page.getByRole('button', { name: /^To: / }).click();
    await page.getByRole('dialog').getByRole('button', { name: '1 hour ago' }).click();
    await expect(page).toHaveURL(/from=.+&to=/);
    await expect(page.getByRole('heading', { name: 'What changed' })).toBeVisible();
    await expectSound(page, 'comparison');
  });

  test('the history ends at the moment, too, and goes on when it is given up', async ({ linkage }) => {
    await page.goto(`${linkage.url}/history?asOf=${then}`);
    await expect(banner()).toBeVisible();
    await expect(page.getByText(/invited Amélie Rousseau/)).toBeVisible();
    await expect(page.getByText(/Late Arrival|refused access/)).toHaveCount(0);
    await page.getByRole('button', { name: 'Invites' }).click();
    await expect(page).toHaveURL(/asOf=.+kind=invites/);
    await expect(banner()).toBeVisible();
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Export' }).click();
    await page.getByRole('menuitem', { name: /CSV/ }).click();
    const file = await readFile(await (await download).path(), 'utf8');
    expect(file).toContain('Amélie Rousseau');
    expect(file).not.toContain('Late Arrival');
    await expectSound(page, 'history as of a moment');
    await page.getByRole('button', { name: 'Back to now' }).click();
    await expect(banner()).toBeHidden();
    await expect(page.getByText(/invited Late Arrival/)).toBeVisible();
    await apiOf(page, linkage).invite({ name: 'Still Later', email: 'later@studio.example' });
    await page.getByRole('button', { name: /new – show/ }).click();
    await expect(page.getByText(/invited Still Later/)).toBeVisible();
  });

  test('before anything was there', async ({ linkage }) => {
    await page.setViewportSize({ width: 1280, height: 800 });
    for (const path of ['creators', 'creators/connected', 'creators/failed', 'history']) {
      await page.goto(`${linkage.url}/${path}?asOf=2020-01-01T00:00:00Z`);
      await expect(page.getByText('Nothing here yet on that day')).toBeVisible();
      await expectSound(page, `${path} before anything`);
    }
    const { items } = (await (await page.request.get(`${linkage.url}/api/accounts`)).json()) as AccountList;
    await page.goto(`${linkage.url}/accounts/${items[0]?.accountId}?asOf=2020-01-01T00:00:00Z`);
    await expect(page.getByText('This account was not connected yet on')).toBeVisible();
    await expectSound(page, 'profile before it was connected');
  });

  test('lists and profile of the past fit every screen', async ({ linkage }) => {
    const { items } = (await (await page.request.get(`${linkage.url}/api/accounts`)).json()) as AccountList;
    for (const path of ['creators', 'creators/connected', `accounts/${items[0]?.accountId}`]) {
      await page.setViewportSize({ width: 1280, height: 800 });
      await page.goto(`${linkage.url}/${path}?asOf=${then}`);
      await expect(banner()).toBeVisible();
      await expect(page.getByText(amelie.name).first()).toBeVisible();
      await expectSound(page, `${path} as of a moment`);
    }
  });
});
