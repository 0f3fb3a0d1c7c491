import type { Locator, Page } from '@playwright/test';
import { aBrand, register, rowOf } from './support/people';
import { expect, test } from './support/test';

const file = (name: string, content: string) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(content) });
const faulty = file(
  'spring.csv',
  'sep=;\r\nName;E-Mail\r\nZoë van der Meer;zoe@import.example\r\n;kwame@import.example\r\nElif;elif@gmial.con\r\nBo;bo@@import.example\r\nZ.;ZOE@import.example\r\n',
);

const openCsv = async (page: Page): Promise<Locator> => {
  await page.getByRole('button', { name: 'Invite Creators' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('tab', { name: 'CSV' }).click();
  return dialog;
};

test.describe('inviting by a file', () => {
  let page: Page;
  test.beforeAll(async ({ browser, linkage }) => {
    page = await (await browser.newContext()).newPage();
    await register(page, linkage, aBrand());
  });
  test.beforeEach(({ linkage }) => page.goto(`${linkage.url}/creators`));
  test.afterAll(() => page.context().close());

  test('rows are mended in place, sent, and stand in the list', async () => {
    const dialog = await openCsv(page);
    await dialog.getByLabel('CSV file').setInputFiles(faulty);
    await expect(dialog.getByText('5 rows · semicolon, UTF-8 · lines 3–7')).toBeVisible();
    await expect(dialog.getByText('Same e-mail as line 3.')).toBeVisible();
    await expect(dialog.getByRole('button', { name: 'Go on with 5', exact: true })).toBeDisabled();
    await dialog.getByLabel('Name, line 4').fill('Kwame Boateng');
    await dialog.getByLabel('E-mail, line 6').fill('bo@import.example');
    await dialog.getByRole('button', { name: 'Leave line 7 out' }).click();
    await dialog.getByRole('button', { name: /^Use elif@gmail.com/ }).click();
    await dialog.getByRole('button', { name: 'Go on with 4', exact: true }).click();
    await dialog.getByRole('button', { name: 'Go on', exact: true }).click();
    await expect(dialog.getByText('4 will be sent, 1 skipped')).toBeVisible();
    await dialog.getByRole('button', { name: 'Send 4 invites' }).click();
    await expect(dialog.getByText('4 of 4 e-mails sent.')).toBeVisible();
    await dialog.getByRole('button', { name: 'Done' }).click();
    for (const email of ['zoe@import.example', 'kwame@import.example', 'bo@import.example', 'elif@gmail.com'])
      await expect(rowOf(page, email)).toContainText('Invited');
  });

  test('the same file again sends nothing twice, and says so', async () => {
    const dialog = await openCsv(page);
    await dialog.getByLabel('CSV file').setInputFiles(file('again.csv', 'name,email\nZoë,Zoe@Import.example\n'));
    await expect(dialog.getByText('This email already exists; try using another email.')).toBeVisible();
    await expect(dialog.getByRole('button', { name: 'Go on with 1', exact: true })).toBeDisabled();
  });

  test('what is no CSV is named, with what to do', async () => {
    const dialog = await openCsv(page);
    await dialog.getByLabel('CSV file').setInputFiles(file('creators.xlsx', 'PK\x03\x04 xl/workbook.xml'));
    await expect(dialog.getByRole('alert')).toContainText('This is an Excel workbook');
    await expect(dialog.getByRole('alert')).toContainText('File → Save As');
  });

  test('the sample file, with a row added, passes (R21, R22)', async () => {
    const dialog = await openCsv(page);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      dialog.getByRole('button', { name: 'Download a sample file' }).click(),
    ]);
    const sample = Buffer.concat(await (await download.createReadStream()).toArray()).toString('utf8');
    await dialog.getByLabel('CSV file').setInputFiles(file('mine.csv', `${sample}Added,added@import.example\r\n`));
    await expect(dialog.getByRole('button', { name: 'Go on with 3', exact: true })).toBeEnabled();
  });

  test('by keys alone', async () => {
    await page.getByRole('button', { name: 'Invite Creators' }).press('Enter');
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('tab', { name: 'One creator' }).focus();
    await page.keyboard.press('ArrowRight');
    await expect(dialog.getByRole('tab', { name: 'CSV' })).toBeFocused();
    await expect(dialog.getByRole('button', { name: 'Choose a file' })).toBeVisible();
    await page.keyboard.press('Tab');
    const opened = page.waitForEvent('filechooser');
    await expect(dialog.getByRole('button', { name: 'Choose a file' })).toBeFocused();
    await page.keyboard.press('Enter');
    await (await opened).setFiles(file('keys.csv', 'name,email\n,keyla@import.example\n'));
    await dialog.getByLabel('Name, line 2').focus();
    await page.keyboard.type('Keyla Board');
    await dialog.getByRole('button', { name: 'Go on with 1', exact: true }).press('Enter');
    await dialog.getByRole('button', { name: 'Go on', exact: true }).press('Enter');
    await dialog.getByRole('button', { name: 'Send 1 invite' }).press('Enter');
    await expect(dialog.getByText('1 of 1 e-mails sent.')).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(dialog).toHaveCount(0);
    await expect(rowOf(page, 'keyla@import.example')).toContainText('Invited');
  });

  test('on a phone nothing is wider than the screen, and closing asks first', async () => {
    await page.setViewportSize({ width: 390, height: 844 });
    const dialog = await openCsv(page);
    await dialog.getByLabel('CSV file').setInputFiles(faulty);
    await expect(dialog.getByLabel('Name, line 4')).toBeVisible();
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390);
    await page.keyboard.press('Escape');
    await dialog.getByRole('button', { name: 'Discard' }).click();
    await expect(dialog).toHaveCount(0);
  });
});
