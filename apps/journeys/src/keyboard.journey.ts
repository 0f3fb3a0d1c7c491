import type { Page } from '@playwright/test';
import { aBrand, register, rowOf } from './support/people';
import { expect, test } from './support/test';

/** Walks on by Tab until the element has the focus, as a person without a mouse does. */
const tabTo = async (page: Page, role: 'button' | 'textbox', name: string): Promise<void> => {
  const target = page.getByRole(role, { name, exact: true });
  for (let steps = 0; steps < 40; steps += 1) {
    if ((await target.and(page.locator(':focus')).count()) > 0) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`40 times Tab do not lead to ${name}`);
};

test.describe('keyboard and theme', () => {
  let page: Page;

  test.beforeAll(async ({ browser, linkage }) => {
    page = await (await browser.newContext({ colorScheme: 'light' })).newPage();
    await register(page, linkage, aBrand());
  });
  test.beforeEach(async ({ linkage }) => {
    await page.goto(`${linkage.url}/creators`);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  });
  test.afterAll(() => page.context().close());

  test('invites by keys alone, and the focus returns to the button', async () => {
    const button = page.getByRole('button', { name: 'Invite Creators' });
    await tabTo(page, 'button', 'Invite Creators');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('dialog').getByLabel('Name'), 'typing can begin at once').toBeFocused();
    await page.keyboard.type('Keyla Board');
    await page.keyboard.press('Tab');
    await expect(page.getByRole('dialog').getByLabel('E-mail')).toBeFocused();
    await page.keyboard.type('keyla@keys.example');
    await expect(page.getByRole('dialog').getByRole('button', { name: 'Send invite' })).toBeEnabled();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await expect(rowOf(page, 'keyla@keys.example')).toContainText('Invited');
    await expect(button).toBeFocused();
  });

  test('the focus stays in the dialog; Escape asks before it throws away what was typed', async () => {
    await tabTo(page, 'button', 'Invite Creators');
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog');
    await expect(dialog.getByLabel('Name')).toBeFocused();
    for (let steps = 0; steps < 12; steps += 1) {
      await page.keyboard.press(steps < 6 ? 'Tab' : 'Shift+Tab');
      await expect(dialog.locator(':focus')).toHaveCount(1);
    }
    await dialog.getByLabel('Name').focus();
    await page.keyboard.type('Half a na');
    await page.keyboard.press('Escape');
    await expect(dialog.getByText('Discard what you typed?')).toBeVisible();
    await expect(dialog.getByRole('button', { name: 'Keep writing' })).toBeFocused();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await expect(dialog.getByRole('alertdialog').locator(':focus'), 'the form is behind the question').toHaveCount(1);
    await page.keyboard.press('Escape');
    await expect(dialog.getByText('Discard what you typed?'), 'Escape keeps').toHaveCount(0);
    await expect(dialog.getByLabel('Name')).toHaveValue('Half a na');
    await expect(dialog.getByLabel('Name')).toBeFocused();

    await page.goBack();
    await expect(dialog.getByText('Discard what you typed?'), 'Back asks, too').toBeVisible();
    await page.keyboard.press('Enter');
    await expect(dialog.getByLabel('Name')).toHaveValue('Half a na');
    await page.keyboard.press('Escape');
    await tabTo(page, 'button', 'Discard');
    await page.keyboard.press('Enter');
    await expect(dialog).toHaveCount(0);
    await expect(page.getByRole('button', { name: 'Invite Creators' }).first()).toBeFocused();

    await page.keyboard.press('Enter');
    await expect(dialog.getByLabel('Name')).toHaveValue('');
    await page.keyboard.press('Escape');
    await expect(dialog, 'nothing typed, nothing asked').toHaveCount(0);
    await page.keyboard.press('Enter');
    await expect(dialog).toBeVisible();
    await page.goBack();
    await expect(dialog).toHaveCount(0);
    await expect(page.getByRole('heading', { level: 1 }), 'Back closes the dialog, not the page').toHaveText(
      'Creators',
    );
  });

  test('arrow keys walk the tabs, Enter opens', async () => {
    await page.getByRole('tab', { name: /^All/ }).focus();
    await page.keyboard.press('ArrowRight');
    await expect(page.getByRole('tab', { name: /^Connected/ })).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/\/creators\/connected$/);
    await page.keyboard.press('End');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('tab', { name: /^Failed/ })).toHaveAttribute('aria-selected', 'true');
  });

  test('a theme that was chosen stays, and is there before the first thing is drawn', async () => {
    const colour = (): Promise<string> => page.evaluate('getComputedStyle(document.body).color');
    const light = await colour();
    await page.getByRole('button', { name: /^Theme/ }).click();
    await page.getByRole('menuitemradio', { name: 'Dark' }).click();
    await expect.poll(colour).not.toBe(light);
    const dark = await colour();

    // The moment the body comes into being is before anything can be drawn.
    await page.addInitScript(`new MutationObserver((_, watch) => {
      if (document.body === null) return;
      watch.disconnect();
      window.themeAtFirst = document.documentElement.dataset.theme;
    }).observe(document, { childList: true, subtree: true })`);
    await page.reload();
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    expect(await page.evaluate('themeAtFirst')).toBe('dark');
    expect(await colour()).toBe(dark);

    await page.getByRole('button', { name: /^Theme/ }).click();
    await page.getByRole('menuitemradio', { name: 'System' }).click();
    await expect.poll(colour).toBe(light);
    await page.emulateMedia({ colorScheme: 'dark' });
    await expect.poll(colour, 'follows the system').toBe(dark);
  });
});
