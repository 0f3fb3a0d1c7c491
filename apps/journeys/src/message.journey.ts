import type { Locator, Page } from '@playwright/test';
import { aBrand, invite, lettersTo, register, rowOf, type Brand } from './support/people';
import { expect, test } from './support/test';

const creator = { name: 'Amélie Rousseau', email: 'amelie@message.example' };

/** The document that the preview is drawn into, as it stands there. */
const previewed = (dialog: Locator) => dialog.frameLocator('iframe').locator('body');
const plain = (text: string): string => text.replace(/\/(connect|no-more-mails)\/[\w.-]+/g, '/$1/…').trim();

/** What a brand writes is what the creator gets: in one invite, in a file, and sent again. */
test.describe.serial('the message', () => {
  let page: Page;
  let brand: Brand;
  test.beforeAll(async ({ browser, linkage }) => {
    page = await (await browser.newContext()).newPage();
    brand = aBrand();
    await register(page, linkage, brand);
  });
  test.afterAll(() => page.context().close());

  const textOf = async (dialog: Locator): Promise<string> => {
    await dialog.getByRole('button', { name: 'Plain', exact: true }).click();
    return (await dialog.locator('pre').textContent()) ?? '';
  };

  test('is edited for one creator, seen as it will arrive, and arrives like that (R33, R35, R36, R39)', async ({
    linkage,
  }) => {
    await page.getByRole('button', { name: 'Invite Creators' }).first().click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Name').fill(creator.name);
    await dialog.getByLabel('E-mail').fill(creator.email);
    await dialog.getByRole('button', { name: 'Preview and edit' }).click();
    await expect(previewed(dialog)).toContainText(`Hi ${creator.name},`);
    await expect(dialog.getByText(`Answers go to ${brand.email}.`)).toBeVisible();

    await dialog.getByRole('textbox', { name: 'Subject' }).fill('Cats with {{workspace}}, {{nmae}}');
    await expect(dialog.getByText(/“{{nmae}}” is not known here/)).toBeVisible();
    await expect(dialog.getByRole('button', { name: 'Send invite' })).toBeDisabled();
    await expect(dialog.locator('#write-obstacle')).toHaveText('Mend the message.');

    await dialog.getByRole('textbox', { name: 'Subject' }).fill('Cats with {{workspace}}, ');
    await dialog.getByRole('button', { name: 'Creator’s name' }).click();
    await expect(dialog.getByRole('textbox', { name: 'Subject' })).toHaveValue('Cats with {{workspace}}, {{name}}');
    await dialog
      .getByRole('textbox', { name: 'Text' })
      .fill('Dear {{name}},\n\nYour **cats** <b>are</b> great.\n\n{{connectLink}}\n\nYours\n{{sender}}');
    await expect(dialog.getByText('Cats with Nordlys Agency, Amélie Rousseau')).toBeVisible();
    await expect(previewed(dialog).locator('b')).toHaveText('cats');
    await expect(previewed(dialog)).toContainText('<b>are</b> great.');
    await expect(previewed(dialog).getByRole('link', { name: 'Connect Your Accounts' })).toBeVisible();
    const seen = await textOf(dialog);
    await dialog.getByRole('button', { name: 'Send invite' }).click();
    await expect(dialog).toBeHidden();
    const [letter] = await lettersTo(linkage, creator.email);
    expect(letter?.subject).toBe('Cats with Nordlys Agency, Amélie Rousseau');
    expect(plain(letter?.text ?? '')).toBe(plain(seen));
  });

  test('is a test to oneself, the template from then on, and the predefined one again (R34, R38)', async ({
    linkage,
  }) => {
    await page.getByRole('button', { name: 'Invite Creators' }).first().click();
    const dialog = page.getByRole('dialog');
    await expect(dialog.getByText('Predefined', { exact: true })).toBeVisible();
    await dialog.getByRole('button', { name: 'Preview and edit' }).click();
    await dialog.getByRole('textbox', { name: 'Subject' }).fill('Template of {{workspace}}');
    await dialog.getByRole('button', { name: 'Send a test to me' }).click();
    await expect(page.getByText(`A test is on its way to ${brand.email}.`)).toBeVisible();
    expect((await lettersTo(linkage, brand.email))[0]?.subject).toBe('Template of Nordlys Agency');
    await dialog.getByRole('button', { name: 'Reset' }).click();
    await expect(dialog.getByRole('textbox', { name: 'Subject' })).toHaveValue(/invites you to share/);
    await dialog.getByRole('textbox', { name: 'Subject' }).fill('Template of {{workspace}}');
    await dialog.getByRole('button', { name: 'Save as template' }).click();
    await expect(page.getByText('Saved. Later invites say this.')).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
    await invite(page, { name: 'Kwame', email: 'kwame@message.example' });
    expect((await lettersTo(linkage, 'kwame@message.example'))[0]?.subject).toBe('Template of Nordlys Agency');

    await page.getByRole('button', { name: 'Invite Creators' }).first().click();
    await expect(dialog.getByText('Your template', { exact: true })).toBeVisible();
    await dialog.getByRole('button', { name: 'Preview and edit' }).click();
    await dialog.getByRole('button', { name: 'Predefined' }).click();
    await dialog.getByRole('button', { name: 'Save as template' }).click();
    await expect(page.getByText('The predefined message is the template again.')).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
    await page.getByRole('link', { name: 'History' }).first().click();
    await expect(page.getByText('saved a message as the template of invites')).toBeVisible();
    await expect(page.getByText('made the predefined message the template of invites again')).toBeVisible();
    await page.getByRole('link', { name: 'Creators' }).first().click();
  });

  test('is edited for a file, and all its creators get it (R40)', async ({ linkage }) => {
    await page.getByRole('button', { name: 'Invite Creators' }).first().click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('tab', { name: 'CSV' }).click();
    const rows = 'name,email\nLi,li@message.example\nBo,bo@message.example\n';
    await dialog
      .getByLabel('CSV file')
      .setInputFiles({ name: 'two.csv', mimeType: 'text/csv', buffer: Buffer.from(rows) });
    await dialog.getByRole('button', { name: 'Go on with 2', exact: true }).click();
    await expect(previewed(dialog)).toContainText('Hi Li,');
    await dialog.getByRole('textbox', { name: 'Subject' }).fill('Spring, {{name}}');
    await dialog.getByRole('button', { name: 'Go on', exact: true }).click();
    await dialog.getByRole('button', { name: 'Send 2 invites' }).click();
    await expect(dialog.getByText('2 of 2 e-mails sent.')).toBeVisible();
    await dialog.getByRole('button', { name: 'Done' }).click();
    expect((await lettersTo(linkage, 'li@message.example'))[0]?.subject).toBe('Spring, Li');
    expect((await lettersTo(linkage, 'bo@message.example'))[0]?.subject).toBe('Spring, Bo');
  });

  test('is edited for a mail that is sent again, by keys alone', async ({ linkage }) => {
    await rowOf(page, 'li@message.example')
      .getByRole('button', { name: /^More actions/ })
      .press('Enter');
    await page.getByRole('menuitem', { name: 'Write and resend …' }).press('Enter');
    const dialog = page.getByRole('dialog');
    await expect(previewed(dialog)).toContainText('Hi Li,');
    await dialog.getByRole('textbox', { name: 'Text' }).focus();
    await page.keyboard.press('Control+A');
    await page.keyboard.type('Only a reminder, {{name}}\n\n{{connectLink}}');
    await expect(previewed(dialog)).toContainText('Only a reminder, Li');
    const seen = await textOf(dialog);
    await dialog.getByRole('button', { name: 'Send again' }).press('Enter');
    // The pause between two mails of one invitation has not passed.
    await expect(page.getByText(/was asked for a moment ago|Invite sent again to Li/)).toBeVisible();
    expect(seen).toContain('Only a reminder, Li');
    expect(seen).toMatch(new RegExp(`${linkage.url}/connect/[\\w.-]{20,}`));
  });

  test('is written on a phone, where nothing is wider than the screen', async ({ linkage }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto(`${linkage.url}/creators`);
    await page.getByRole('button', { name: 'Invite Creators' }).first().click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Name').fill('x'.repeat(200));
    await dialog.getByLabel('E-mail').fill('long@message.example');
    await dialog.getByRole('button', { name: 'Preview and edit' }).click();
    await expect(previewed(dialog)).toContainText('xxxx');
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390);
    const inFrame = dialog.frameLocator('iframe').locator('html');
    expect(await inFrame.evaluate((html) => html.scrollWidth - html.clientWidth)).toBe(0);
    await dialog.getByRole('button', { name: 'Dark' }).click();
    await expect(previewed(dialog)).toHaveCSS('background-color', 'rgb(18, 14, 19)');
    await dialog.getByRole('button', { name: 'Send invite' }).click();
    await expect(dialog).toBeHidden();
  });
});
