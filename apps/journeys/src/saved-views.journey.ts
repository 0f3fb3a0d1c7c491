import type { Page } from '@playwright/test';
import { expectAccessible } from './support/axe';
import { aBrand, register } from './support/people';
import { complaintsOf, expectSound } from './support/sound-page';
import { expect, test } from './support/test';
import { apiOf } from './support/workspace-api';

const creators = ['Ana Lima', 'Ana Moreno', 'Bo Sand'];
const names = (page: Page) => page.locator('tbody tr .name');
const views = (page: Page) => page.getByRole('dialog', { name: 'Saved views' });
const open = (page: Page) => page.getByRole('button', { name: 'Saved views' }).click();

/** A member keeps how a list is shown under a name, at the desk, and finds it again on the phone. */
test.describe.serial('saved views', () => {
  let desk: Page;
  let phone: Page;
  let complaints: string[];

  test.beforeAll(async ({ browser, linkage }) => {
    const brand = aBrand();
    desk = await (await browser.newContext()).newPage();
    phone = await (await browser.newContext({ viewport: { width: 390, height: 844 }, hasTouch: true })).newPage();
    complaints = complaintsOf(desk);
    await register(desk, linkage, brand);
    const api = apiOf(desk, linkage);
    await Promise.all(creators.map((name, number) => api.invite({ name, email: `view${number}@studio.example` })));
    await phone.goto(`${linkage.url}/sign-in`);
    await phone.getByLabel('E-mail').fill(brand.email);
    await phone.getByLabel('Password', { exact: true }).fill(brand.password);
    await phone.getByRole('button', { name: 'Sign in' }).click();
    await expect(names(phone)).toHaveCount(creators.length);
  });
  test.afterAll(async () => {
    await desk.context().close();
    await phone.context().close();
  });

  test('one is saved by keyboard, and what is wrong with a name is said beside it', async ({ linkage }) => {
    await desk.goto(`${linkage.url}/creators`);
    await expect(names(desk)).toHaveCount(creators.length);
    await desk.getByRole('button', { name: 'Saved views' }).press('Enter');
    await expect(views(desk)).toContainText('Filter, search or sort the list');
    await desk.keyboard.press('Escape');
    await desk.getByRole('searchbox', { name: 'Search invites' }).fill('ana');
    await expect(names(desk)).toHaveCount(2);
    await desk.getByRole('button', { name: 'Saved views' }).press('Enter');
    await expect(views(desk).getByLabel('Save what is shown as')).toBeFocused();
    await desk.keyboard.press('Enter');
    await expect(views(desk)).toContainText('Enter a name for the view.');
    await desk.keyboard.type('All called Ana');
    await expectSound(desk, 'a view is named');
    await expectAccessible(desk, 'a view is named');
    await desk.keyboard.press('Enter');
    await expect(desk.getByText('View “All called Ana” saved.')).toBeVisible();
    await expect(desk.getByRole('button', { name: 'Saved views' })).toBeFocused();
  });

  test('it is found again on the phone, renamed there, and is another name at the desk', async () => {
    await open(phone);
    await expectSound(phone, 'the views on a phone');
    await views(phone).getByRole('button', { name: 'All called Ana', exact: true }).tap();
    await expect(phone).toHaveURL(/\/creators\?search=ana$/);
    await expect(names(phone)).toHaveCount(2);
    await open(phone);
    await expect(views(phone).getByRole('button', { name: 'All called Ana', exact: true })).toHaveAttribute(
      'aria-current',
      'true',
    );
    await views(phone).getByRole('button', { name: 'Rename All called Ana' }).tap();
    await expectSound(phone, 'a view gets another name on a phone');
    await expectAccessible(phone, 'a view gets another name on a phone');
    await views(phone).getByLabel('New name').fill('The Anas');
    await views(phone).getByRole('button', { name: 'Rename', exact: true }).tap();
    await expect(views(phone).getByRole('button', { name: 'The Anas', exact: true })).toBeVisible();
    await open(desk);
    await expect(views(desk).getByRole('button', { name: 'The Anas', exact: true })).toBeVisible();
  });

  test('what is shown replaces a view of the name that is typed, and that can be undone', async () => {
    await desk.keyboard.press('Escape');
    await desk.getByRole('searchbox', { name: 'Search invites' }).fill('bo');
    await expect(names(desk)).toHaveCount(1);
    await open(desk);
    await views(desk).getByLabel('Save what is shown as').fill('the anas');
    await expect(views(desk)).toContainText('This replaces what “The Anas” shows.');
    await expectSound(desk, 'a view is replaced');
    await expectAccessible(desk, 'a view is replaced');
    await views(desk).getByRole('button', { name: 'Replace view' }).click();
    await expect(desk.getByText('View “the anas” replaced.')).toBeVisible();
    await open(desk);
    await expect(views(desk).getByRole('button', { name: 'the anas', exact: true })).toHaveAttribute(
      'aria-current',
      'true',
    );
    await desk.keyboard.press('Escape');
    await desk.getByRole('button', { name: 'Undo' }).click();
    await expect(desk.getByText('View “The Anas” is back.')).toBeVisible();
    await open(desk);
    await views(desk).getByRole('button', { name: 'The Anas', exact: true }).click();
    await expect(desk).toHaveURL(/\/creators\?search=ana$/);
    await desk.getByRole('searchbox', { name: 'Search invites' }).fill('a');
    await open(desk);
  });

  test('it is deleted, and back when that is undone; other lists do not show it', async () => {
    await views(desk).getByRole('button', { name: 'Delete The Anas' }).click();
    await expect(views(desk).getByLabel('Save what is shown as')).toBeFocused();
    await desk.getByRole('button', { name: 'Undo' }).click();
    await expect(desk.getByText('View “The Anas” is back.')).toBeVisible();
    await open(desk);
    await expect(views(desk).getByRole('button', { name: 'The Anas', exact: true })).toBeVisible();
    await desk.keyboard.press('Escape');
    await desk.getByRole('tab', { name: /^Failed Connections/ }).click();
    await expect(desk.getByRole('searchbox', { name: 'Search attempts' })).toBeVisible();
    await open(desk);
    await expect(views(desk)).toContainText('Filter, search or sort the list');
    expect(complaints).toEqual([]);
  });
});
