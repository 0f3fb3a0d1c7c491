import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { aBrand, lettersTo, register, rowOf } from './support/people';
import { sandboxOf } from './support/sandbox';
import { expectSound } from './support/sound-page';
import { expect, test } from './support/test';
import { apiOf } from './support/workspace-api';

test.use({ ownLinkage: 'bulk actions' });

const emailOf = (creator: number): string => `creator${creator}@bulk.example`;
const bar = (page: Page) => page.getByRole('region', { name: 'Selected invites' });
const report = (page: Page) => page.getByRole('group', { name: 'Selected invites' });
const box = (page: Page, creator: number) => page.getByRole('checkbox', { name: `Select Creator ${creator}` });
const chip = (page: Page, name: RegExp) => page.getByRole('group', { name: 'Status' }).getByRole('button', { name });

/** What is done to many invites at once, by mouse, by keys and on a phone. */
test.describe.serial('many invites at once', () => {
  let page: Page;

  test.beforeAll(async ({ browser, linkage }) => {
    page = await (await browser.newContext({ viewport: { width: 1280, height: 800 } })).newPage();
    await register(page, linkage, aBrand());
    const api = apiOf(page, linkage);
    for (let creator = 10; creator < 40; creator += 1)
      await api.invite({ name: `Creator ${creator}`, email: emailOf(creator) });
    await lettersTo(linkage, emailOf(39));
    // Past the pause between two mails to one creator.
    await sandboxOf(linkage).moveClock(2 / 60);
  });
  test.beforeEach(async ({ linkage }) => {
    await page.goto(`${linkage.url}/creators?limit=25&sort=name&direction=asc`);
    await expect(box(page, 10)).toBeVisible();
  });
  test.afterAll(() => page.context().close());

  test('by mouse: a range is withdrawn, the report stays over a reload, and undo brings all of it back', async () => {
    await box(page, 10).click();
    await box(page, 13).click({ modifiers: ['Shift'] });
    await expect(bar(page)).toContainText('4 selected');
    await page.getByRole('button', { name: 'Next page' }).click();
    await expect(box(page, 35)).toBeVisible();
    await box(page, 35).click();
    await expect(bar(page), 'the selection is over all pages').toContainText('5 selected');
    await bar(page).getByRole('button', { name: 'Withdraw' }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Withdraw 5 invites' }).click();
    await expect(report(page)).toContainText('5 invites withdrawn.');
    await expect(report(page), 'the keyboard goes on at the report').toBeFocused();
    await expect(bar(page)).toBeHidden();
    await expect(chip(page, /^All/)).toContainText('25');
    await page.reload();
    await expect(report(page)).toContainText('5 invites withdrawn.');
    await report(page).getByRole('button', { name: 'Undo' }).click();
    await expect(report(page)).toContainText('5 invites back. Links work again.');
    await expect(chip(page, /^All/)).toContainText('30');
    await report(page).getByRole('button', { name: 'Close this report' }).click();
    await expect(report(page)).toBeHidden();
    await page.reload();
    await expect(box(page, 35)).toBeVisible();
    await expect(report(page)).toBeHidden();
  });

  test('by keys alone: Space, Shift with arrows, Escape', async () => {
    await page.keyboard.press('j');
    await page.keyboard.press('Space');
    await page.keyboard.press('Shift+ArrowDown');
    await page.keyboard.press('Shift+ArrowDown');
    await expect(bar(page)).toContainText('3 selected');
    await expect(rowOf(page, emailOf(12)).getByRole('link')).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(bar(page)).toBeHidden();
    await box(page, 10).focus();
    await page.keyboard.press('Space');
    await page.keyboard.press('ArrowDown');
    await expect(box(page, 11)).toBeFocused();
    await page.keyboard.press('Shift+ArrowDown');
    await expect(bar(page)).toContainText('3 selected');
    await bar(page).getByRole('button', { name: 'Resend Invite' }).focus();
    await page.keyboard.press('Enter');
    await expect(report(page)).toContainText('3 invites sent again.');
    await expect(report(page)).toBeFocused();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect(report(page)).toContainText('3 invites not sent again after all.');
  });

  test('all that match: with progress, and what was passed over is named', async ({ linkage }) => {
    const api = apiOf(page, linkage);
    const [first] = (await api.invitations(emailOf(10))).items;
    expect(await api.post(`invitations/${first?.invitationId}/resend`)).toBe(202);
    await page.getByLabel('Select this page').click();
    await expect(bar(page)).toContainText('25 selected');
    await bar(page).getByRole('button', { name: 'Select all 30' }).click();
    await box(page, 34).click();
    await expect(bar(page)).toContainText('29 selected');
    await bar(page).getByRole('button', { name: 'Resend Invite' }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Resend 29 invites' }).click();
    await expect(report(page).filter({ hasText: '28 invites sent again.' })).toContainText(
      '1 passed over: 1 sent an e-mail a moment ago.',
    );
    await report(page).getByRole('button', { name: 'Show which were passed over' }).click();
    await expect(page.getByRole('dialog').getByRole('listitem')).toContainText([/Creator 10/]);
    await page.keyboard.press('Escape');
    await sandboxOf(linkage).moveClock(15 / 3_600);
    await lettersTo(linkage, emailOf(39), 2);
    expect(await lettersTo(linkage, emailOf(34)), 'the one that was left out').toHaveLength(1);
  });

  test('links are copied, and shown where the browser keeps the clipboard to itself', async () => {
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await box(page, 10).click();
    await box(page, 11).click();
    await bar(page).getByRole('button', { name: 'Copy 2 links' }).click();
    await expect(page.getByText('2 links copied.')).toBeVisible();
    const lines = ((await page.evaluate('navigator.clipboard.readText()')) as string).split('\n');
    expect(lines.map((line) => line.replace(/connect\/.*/, 'connect/…'))).toEqual([
      expect.stringMatching(/^Creator 10\thttp.*connect\/…$/),
      expect.stringMatching(/^Creator 11\thttp.*connect\/…$/),
    ]);
    await page.context().clearPermissions();
    await page.evaluate(
      `navigator.clipboard.write = navigator.clipboard.writeText = () => Promise.reject(new Error('not allowed')); document.execCommand = () => false`,
    );
    await bar(page).getByRole('button', { name: 'Copy 2 links' }).click();
    await expect(page.getByRole('dialog').getByRole('textbox')).toHaveValue(/^Creator 10\thttp.*\nCreator 11\thttp/);
    await page.getByRole('dialog').getByRole('button', { name: 'Close' }).click();
    await rowOf(page, emailOf(12)).getByRole('button', { name: 'Copy Link of Creator 12' }).click();
    await expect(page.getByRole('dialog').getByLabel('Link')).toHaveValue(/\/connect\//);
  });

  test('what is filtered, and what is selected, is a file', async () => {
    const fileOf = async (press: () => Promise<void>): Promise<{ name: string; lines: string[] }> => {
      const [download] = await Promise.all([page.waitForEvent('download'), press()]);
      const text = await readFile(await download.path(), 'utf8');
      return { name: download.suggestedFilename(), lines: text.trim().split('\r\n') };
    };
    const all = await fileOf(() => page.getByRole('link', { name: 'Export what is filtered as a CSV file' }).click());
    expect(all.name).toMatch(/^invites-nordlys-agency-\d{4}-\d\d-\d\d\.csv$/);
    expect(all.lines).toHaveLength(31);
    expect(all.lines[1]).toContain('Creator 10,creator10@bulk.example,');
    await page.goto(page.url().replace('?', '?search=creator12&'));
    await expect(box(page, 10)).toBeHidden();
    const found = await fileOf(() => page.getByRole('link', { name: 'Export what is filtered as a CSV file' }).click());
    expect(found.lines).toHaveLength(2);
    await box(page, 12).click();
    const picked = await fileOf(() => bar(page).getByRole('button', { name: 'Export' }).click());
    expect(picked.lines).toEqual(found.lines);
  });

  test('live changes keep the selection', async ({ linkage }) => {
    await box(page, 10).click();
    await apiOf(page, linkage).invite({ name: 'Creator 00', email: 'creator00@bulk.example' });
    await expect(rowOf(page, 'creator00@bulk.example')).toBeVisible();
    await expect(box(page, 10)).toBeChecked();
    await expect(bar(page)).toContainText('1 selected');
    await chip(page, /^Active/).click();
    await expect(bar(page), 'another list has a selection of its own').toBeHidden();
  });

  test('on a phone: cards are ticked, and the rest is in a menu', async ({ linkage }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto(`${linkage.url}/creators?sort=name&direction=asc`);
    await box(page, 20).click();
    await box(page, 21).click();
    await expect(bar(page)).toContainText('2 selected');
    await expectSound(page, 'with invites selected');
    await page.setViewportSize({ width: 390, height: 844 });
    await bar(page).getByRole('button', { name: 'More for the selected invites' }).click();
    await page.getByRole('menuitem', { name: 'Withdraw …' }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Withdraw 2 invites' }).click();
    await expect(report(page).filter({ hasText: '2 invites withdrawn.' })).toBeVisible();
    await report(page).filter({ hasText: 'withdrawn' }).getByRole('button', { name: 'Undo' }).click();
    await expect(report(page).filter({ hasText: '2 invites back.' })).toBeVisible();
  });
});
