import type { Page } from '@playwright/test';
import { aBrand, register, rowOf } from './support/people';
import { expectSound } from './support/sound-page';
import { expect, test } from './support/test';

/** Trying Linkage: the empty workspace is filled with the demo's creators. */
test.describe.serial('demo data', () => {
  test.setTimeout(180_000);
  let page: Page;
  const report = () => page.getByRole('group', { name: 'Demo data' });
  const offer = () => page.getByRole('button', { name: 'Load demo data' });
  const all = () => page.getByRole('group', { name: 'Status' }).getByRole('button', { name: /^All/ });

  test.beforeAll(async ({ browser, linkage }) => {
    page = await (await browser.newContext({ viewport: { width: 1280, height: 800 } })).newPage();
    await register(page, linkage, aBrand());
  });
  test.afterAll(() => page.context().close());

  test('is offered where nothing is, beside the first invite', async () => {
    await expect(page.getByRole('button', { name: 'Invite a creator' })).toBeVisible();
    await expect(offer()).toHaveAccessibleDescription('Thirty made-up creators. They stay in this workspace.');
    await expectSound(page, 'an empty workspace of the demo');
    await page.setViewportSize({ width: 1280, height: 800 });
  });

  test('goes on over a reload, and says how far it is', async () => {
    await offer().click();
    await expect(report()).toContainText(/^Loading demo data: \d+ of 30 creators/);
    await expect(offer()).toBeHidden();
    await page.reload();
    await expect(report()).toContainText(/^Loading demo data: \d+ of 30 creators/);
    await expect(report().getByRole('progressbar', { name: 'Demo creators that are done' })).toBeVisible();
  });

  test('is refused where creators are', async ({ linkage }) => {
    await expect(all()).toContainText(/[1-9]/);
    await expect(report()).toContainText('30 demo creators are here.', { timeout: 150_000 });
    const answer = await page.request.post(`${linkage.url}/api/demo-data`, { headers: { origin: linkage.url } });
    expect([answer.status(), await answer.json()]).toMatchObject([409, { code: 'conflict' }]);
  });

  test('has connected accounts with figures, and its report is closed for good', async ({ linkage }) => {
    await page.reload();
    await expect(all()).toContainText('30');
    await report().getByRole('button', { name: 'Close this report' }).click();
    await expect(report()).toBeHidden();
    await page.goto(`${linkage.url}/creators/connected?search=pixel.moth`);
    await expect(rowOf(page, 'pixel.moth')).toContainText(/\d followers|[\d.]+K/);
    await page.goto(`${linkage.url}/creators`);
    await expect(all()).toContainText('30');
    await expect(report()).toBeHidden();
  });
});
