import type { Page } from '@playwright/test';
import { aBrand, connect, consent, linkTo, pressOn, register } from './support/people';
import { complaintsOf, expectSound } from './support/sound-page';
import { expect, test } from './support/test';
import { apiOf } from './support/workspace-api';

const longest = {
  name: 'Maximiliana Konstantina von Hohenstein-Pappenheim zu Treuchtling-Oberdorf',
  email: 'maximiliana.konstantina.von.hohenstein@a-very-long-studio-name.example',
};
const eager = { name: '<b>Bold</b> 🦋 نور', email: 'bold@studio.example' };

/** Every page there is: fits small screens, can be read out, and gives the browser nothing to complain about. */
test.describe.serial('pages', () => {
  let page: Page;
  let complaints: string[];
  let link: string;

  test.beforeAll(async ({ browser }) => {
    page = await (await browser.newContext()).newPage();
    complaints = complaintsOf(page);
  });
  test.afterEach(() => expect(complaints.splice(0)).toEqual([]));
  test.afterAll(() => page.context().close());

  const wide = (): Promise<void> => page.setViewportSize({ width: 1280, height: 800 });

  test('sign in, register, and the three empty tabs', async ({ linkage }) => {
    await page.goto(`${linkage.url}/sign-in`);
    await expect(page.getByRole('button', { name: 'Sign in' })).toBeVisible();
    await expectSound(page, 'sign in');
    await page.goto(`${linkage.url}/register`);
    await expect(page.getByRole('button', { name: 'Create workspace' })).toBeVisible();
    await expectSound(page, 'register');
    await wide();
    await register(page, linkage, aBrand());
    for (const [path, text] of [
      ['', 'Invite your first creator'],
      ['/connected', 'No account is connected yet'],
      ['/failed', 'No connection has failed'],
    ] as const) {
      await page.goto(`${linkage.url}/creators${path}`);
      await expect(page.getByText(text)).toBeVisible();
      await expectSound(page, `creators${path}, empty`);
    }
  });

  test('the microsite: accounts, each outcome, the question, the end, a dead link', async ({ linkage }) => {
    const api = apiOf(page, linkage);
    await Promise.all([api.invite(longest), api.invite(eager)]);
    link = await linkTo(linkage, longest.email);
    const accounts = page.getByRole('heading', { name: 'Your accounts', exact: true });
    await page.goto(link);
    await expect(accounts).toBeVisible();
    for (const section of await page.locator('details').all()) await section.locator('summary').click();
    await expectSound(page, 'microsite');

    await pressOn(page, 'YouTube', /^Connect /);
    await consent(page, linkage, { as: 'Bold', decide: 'Cancel' });
    await expect(page.getByRole('alert')).toBeVisible();
    await expectSound(page, 'microsite, refused');
    await page.goto(link);
    await connect(page, linkage, 'YouTube', { as: 'Bold', untick: 'YouTube Analytics' });
    await expect(page.getByText(/^Without .* stays? empty/)).toBeVisible();
    await expectSound(page, 'microsite, connected in part');
    await page.getByRole('button', { name: 'I am done' }).click();
    await expect(page.getByRole('heading', { name: 'Thank you' })).toBeVisible();
    await expectSound(page, 'microsite, done');
    await page.goto(link);
    await connect(page, linkage, 'Instagram', { as: 'Maximiliana' });
    await page.getByRole('button', { name: 'Not mine' }).click();
    await expect(page.getByRole('button', { name: 'Keep it' })).toBeFocused();
    await expectSound(page, 'microsite, asked whether to disconnect');
  });

  test('a dead link, and an account, a page and a mail that are not there', async ({ linkage }) => {
    const missing = [
      [`connect/${'x'.repeat(22)}.${'y'.repeat(32)}`, 'This link does not work'],
      ['connect/unknown?problem=other-browser', 'This is another browser'],
      ['accounts/01936000-0000-7000-8000-00000000dead', 'This account does not exist.'],
      ['no/such/page', 'page'],
      ['mailbox/999999', 'No such mail'],
    ] as const;
    for (const [path, text] of missing) {
      await page.goto(`${linkage.url}/${path}`);
      await expect(page.getByText(text).first()).toBeVisible();
      await expectSound(page, path);
    }
  });

  test('the three tabs with rows, the invite dialog, and both profiles', async ({ linkage }) => {
    const api = apiOf(page, linkage);
    await expect
      .poll(async () => (await api.accounts('')).items.map(({ lastUpdatedAt }) => lastUpdatedAt === null))
      .toEqual([false, false]);
    for (const path of ['', '/connected', '/failed?result=all']) {
      await page.goto(`${linkage.url}/creators${path}`);
      await expect(page.locator('tbody .name').first()).toBeVisible();
      await expectSound(page, `creators${path}`);
    }
    await wide();
    await page.getByRole('button', { name: 'Invite Creators' }).click();
    await page.getByRole('dialog').getByLabel('E-mail').fill('not an e-mail');
    await page.getByRole('dialog').getByLabel('Name').fill('x');
    await expectSound(page, 'invite dialog');
    for (const { accountId, platform } of (await api.accounts('')).items) {
      await page.goto(`${linkage.url}/accounts/${accountId}`);
      await expect(page.locator('#content a[target="_blank"]').first()).toBeVisible();
      await expect(page.getByRole('region', { name: 'Audience' }).locator('app-share-card').first()).toBeVisible();
      await expectSound(page, `profile on ${platform}`);
    }
  });

  test("history, a creator's story, two moments of an account, and the operator's door", async ({ linkage }) => {
    const { items } = await apiOf(page, linkage).accounts('');
    await page.goto(`${linkage.url}/history`);
    await expect(page.locator('app-history-list li').first()).toBeVisible();
    await expectSound(page, 'history');
    await page.goto(`${linkage.url}/history?kind=invites&search=zebra`);
    await expect(page.getByText('Nothing matches')).toBeVisible();
    await expectSound(page, 'history, nothing matches');
    await page.goto(`${linkage.url}/creators?history=${items[0]?.invitationId}`);
    await expect(page.getByRole('dialog', { name: 'History of the invite' }).locator('li').first()).toBeVisible();
    await expectSound(page, 'history of an invite');
    for (const { accountId, platform } of items) {
      await page.goto(`${linkage.url}/accounts/${accountId}/compare`);
      await expect(page.getByRole('table', { name: 'The account at both moments' })).toBeVisible();
      await expectSound(page, `comparison on ${platform}`);
    }
    await page.goto(`${linkage.url}/operator`);
    await expect(page.getByLabel('Operator key')).toBeVisible();
    await expectSound(page, 'operator, sign in');
    await wide();
  });

  test('the mailbox: list, mail, plain text, source', async ({ linkage }) => {
    await page.goto(`${linkage.url}/mailbox`);
    await expectSound(page, 'mailbox');
    await page.getByRole('link').filter({ hasText: longest.email }).first().click();
    await expect(page.frameLocator('iframe').getByRole('link', { name: 'Connect Your Accounts' })).toBeVisible();
    await expectSound(page, 'mail');
    for (const part of ['Plain text', 'Source']) {
      await page.getByRole('link', { name: part, exact: true }).click();
      await expect(page.locator('pre')).toBeVisible();
      await expectSound(page, `mail, ${part}`);
    }
    const letter = await page.getByRole('link', { name: 'Mail', exact: true }).getAttribute('href');
    expect(await (await fetch(`${linkage.url}${letter}/html`)).text()).not.toContain('<script');
    await page.goto(`${linkage.url}${letter}/html`);
    for (const width of [320, 390, 1024]) {
      await page.setViewportSize({ width, height: 800 });
      expect(
        await page.evaluate('document.scrollingElement.scrollWidth <= innerWidth'),
        `the mail itself at ${width}`,
      ).toBe(true);
    }
  });

  test('the sandbox: control page, log-in, consent, and a request that it does not accept', async ({ linkage }) => {
    await page.goto(linkage.sandboxUrl);
    await expect(page.getByRole('button', { name: '+24 h' })).toBeVisible();
    await expectSound(page, 'sandbox, control');
    for (const platform of ['Instagram', 'YouTube']) {
      await page.goto(await linkTo(linkage, eager.email));
      await pressOn(page, platform, /^Connect /);
      await page.waitForURL((address) => address.href.startsWith(linkage.sandboxUrl));
      await expectSound(page, `sandbox, ${platform}, log-in`);
      const login = page.url();
      await page.getByRole('link').filter({ hasText: 'Kwame Asante' }).click();
      await expect(page.getByRole('button', { name: 'Allow' })).toBeVisible();
      await expectSound(page, `sandbox, ${platform}, consent`);
      await page.goto(login.replace(/redirect_uri=[^&]*/, 'redirect_uri=http%3A%2F%2Fevil.example'));
      await expectSound(page, `sandbox, ${platform}, refused request`);
    }
  });
});
