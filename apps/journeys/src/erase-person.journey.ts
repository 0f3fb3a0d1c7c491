import { readFile } from 'node:fs/promises';
import type { BrowserContext, Page } from '@playwright/test';
import { type Installation, operatorKey as key } from './support/installation';
import { aBrand, connect, invite, linkTo, register, rowOf } from './support/people';
import { complaintsOf, expectSound } from './support/sound-page';
import { expect, test } from './support/test';

const noor = { name: 'Noor Alhadi', email: 'noor@erase.example' };

test.use({ ownLinkage: 'erase-person' });

/** A creator asks to be forgotten; the operator does it on the page, and the brand sees that it was done. */
test.describe.serial('erasing a person', () => {
  let linkage: Installation;
  let brand: BrowserContext;
  let dashboard: Page;
  let operator: Page;
  let complaints: string[];
  let account: string;

  test.beforeAll(async ({ browser, linkage: own }) => {
    test.setTimeout(120_000);
    linkage = own;
    brand = await browser.newContext();
    dashboard = await brand.newPage();
    operator = await (await browser.newContext()).newPage();
    complaints = [complaintsOf(operator), complaintsOf(dashboard)].flat();
    await register(dashboard, linkage, aBrand());
    await invite(dashboard, noor);
    const microsite = await (await browser.newContext()).newPage();
    await microsite.goto(await linkTo(linkage, noor.email));
    await connect(microsite, linkage, 'Instagram', { as: 'نور الهادي' });
    await microsite.context().close();
    await rowOf(dashboard, noor.email).getByRole('link').first().click();
    await expect(dashboard.getByText('Last updated')).toBeVisible();
    account = dashboard.url();
  });
  test.afterAll(async () => {
    await brand.close();
    await operator.context().close();
  });

  test('finds the person by name, and is told nothing of them', async () => {
    await operator.goto(`${linkage.url}/operator`);
    await operator.getByLabel('Operator key').fill(key);
    await operator.getByRole('button', { name: 'Sign in' }).click();
    await operator.getByRole('link', { name: 'Erase a person' }).click();
    await expect(operator.getByRole('heading', { name: 'Erase a person' })).toBeVisible();
    await operator.getByLabel('E-mail, name or id').fill('somebody else');
    await operator.getByRole('button', { name: 'Find' }).click();
    await expect(operator.getByText('No person here is known as “somebody else”.')).toBeVisible();
    await operator.getByLabel('E-mail, name or id').fill('noor');
    await operator.getByLabel('E-mail, name or id').press('Enter');
    await expect(operator.getByRole('listitem')).toContainText('n…@erase.example');
    await expectSound(operator, 'the page to erase a person');
    await operator.setViewportSize({ width: 1280, height: 800 });
  });

  test('asks with what goes and what stays, and wants a word typed', async () => {
    await operator.getByRole('button', { name: 'Erase the creator' }).click();
    const question = operator.getByRole('alertdialog');
    for (const part of ['What goes', '1 account (Instagram) is disconnected.', 'What stays', 'Backups of vault.db'])
      await expect(question).toContainText(part);
    const yes = question.getByRole('button', { name: 'Erase for good' });
    await expect(yes).toBeDisabled();
    await question.getByLabel('Type ERASE to go on').fill('ERASE');
    await yes.click();
    await expect(operator.getByText('Erased. Keep the certificate')).toBeVisible({ timeout: 60_000 });
  });

  test('gives a certificate that can be kept', async () => {
    const shown = operator.getByLabel('Certificate of erasure');
    await expect(shown).toContainText('CERTIFICATE OF ERASURE');
    const [download] = await Promise.all([
      operator.waitForEvent('download'),
      operator.getByRole('button', { name: 'Download certificate' }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/^erasure-\d{4}-\d\d-\d\d-[\da-f-]{36}\.txt$/);
    const kept = await readFile((await download.path()) ?? '', 'utf8');
    expect(kept).toContain('What remains, and why:');
    expect(kept).not.toMatch(/noor|alhadi|@erase/i);
  });

  test('is seen by the brand: an honest page, and a row without a name', async () => {
    await dashboard.goto(account);
    await expect(dashboard.getByRole('heading', { name: 'Erased account' })).toBeVisible();
    await expect(dashboard.getByText('The creator of this account on Instagram was erased on')).toBeVisible();
    await expectSound(dashboard, 'the page of an erased account');
    await expect(dashboard.getByRole('navigation', { name: 'Path' })).toContainText('Erased account');
    expect(await dashboard.title()).toContain('Erased account on Instagram');
    await dashboard.setViewportSize({ width: 1280, height: 800 });
    await dashboard.goto(`${linkage.url}/creators?status=withdrawn`);
    const row = rowOf(dashboard, 'Erased person');
    await expect(row).toContainText('Erasedon');
    await expect(row.getByRole('button')).toHaveCount(0);
    expect(complaints).toEqual([]);
  });
});
