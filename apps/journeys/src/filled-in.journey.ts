import type { Locator, Page } from '@playwright/test';
import { aBrand, lettersTo, register } from './support/people';
import { expect, test } from './support/test';

type Values = Readonly<Record<string, string>>;

/** As password managers do: the value alone, or with the one event that some of them send. */
const ways = ['change', 'none'] as const;
type Way = (typeof ways)[number];

const fillIn = async (page: Page, within: string, values: Values, way: Way): Promise<void> => {
  for (const name of Object.keys(values)) await page.locator(`${within} input[name=${name}]`).first().waitFor();
  await page.evaluate(`for (const [name, value] of Object.entries(${JSON.stringify(values)})) {
    const field = document.querySelector(${JSON.stringify(within)} + ' input[name=' + name + ']');
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set.call(field, value);
    if (${JSON.stringify(way)} === 'change') field.dispatchEvent(new Event('change', { bubbles: true }));
  }`);
};

/** What the page sends when the button is pressed with the mouse, as a person does. */
const sentBy = async (page: Page, button: Locator, path: string): Promise<Record<string, unknown>> => {
  const request = page.waitForRequest((one) => one.method() === 'POST' && new URL(one.url()).pathname === path);
  await button.scrollIntoViewIfNeeded();
  const box = await button.boundingBox();
  if (!box) throw new Error('the button is not there');
  await page.mouse.move(box.x - 4, box.y - 4);
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await expect(button).toBeEnabled();
  await page.mouse.down();
  await page.mouse.up();
  return (await request).postDataJSON() as Record<string, unknown>;
};

/** What is filled in without a key arrives, on every form that a password manager fills in. */
for (const way of ways)
  test.describe
    .serial(`filled in without keys, ${way === 'none' ? 'and without an event' : 'with a change event'}`, () => {
    const brand = aBrand();
    const another = 'four herons on a pier';
    let page: Page;

    test.beforeAll(async ({ browser }) => {
      page = await (await browser.newContext()).newPage();
    });
    test.afterAll(() => page.context().close());

    const button = (name: string): Locator => page.getByRole('button', { name, exact: true });

    test('register', async ({ linkage }) => {
      await page.goto(`${linkage.url}/register`);
      await page.locator('form input[name=password]').waitFor();
      const values = {
        organization: brand.workspace,
        name: brand.name,
        email: brand.email,
        password: brand.password,
      };
      await fillIn(page, 'form', values, way);
      expect(await sentBy(page, button('Create workspace'), '/api/registration')).toMatchObject({
        workspaceName: brand.workspace,
        name: brand.name,
        email: brand.email,
        password: brand.password,
      });
      await expect(button('Invite Creators').first()).toBeVisible();
    });

    test('invite dialog', async () => {
      await button('Invite Creators').first().click();
      const creator = { name: 'Noa Ferrari', email: `noa-${way}@filled.example` };
      await page.getByRole('dialog').getByLabel('Name').waitFor();
      await fillIn(page, '.dialog', { ...creator, email: 'noa@filled' }, way);
      await page.mouse.move(9, 9);
      await page.mouse.move(12, 12);
      await expect(button('Send invite')).toBeDisabled();
      await expect(button('Send invite')).toHaveAccessibleDescription('Fix the e-mail to send.');
      const field = page.getByRole('dialog').getByLabel('E-mail');
      await expect(field, 'the reason stands beside the field').toHaveAccessibleDescription(
        /^This e-mail is not complete/,
      );
      await fillIn(page, '.dialog', creator, way);
      expect(await sentBy(page, button('Send invite'), '/api/invitations')).toMatchObject(creator);
      await expect(page.getByRole('dialog')).toBeHidden();
    });

    test('your account', async ({ linkage }) => {
      await page.goto(`${linkage.url}/account`);
      await page.locator('app-change-password input[name=current]').waitFor();
      await button('Change name').click();
      await fillIn(page, 'app-change-name', { name: `Ingrid ${way}` }, way);
      expect(await sentBy(page, button('Save name'), '/api/account/name')).toEqual({ name: `Ingrid ${way}` });
      await expect(page.getByText('Your name is changed.')).toBeVisible();

      await button('Change e-mail').click();
      const change = { email: `new-${brand.email}`, current: brand.password };
      await fillIn(page, 'app-change-email', change, way);
      expect(await sentBy(page, button('Send e-mails'), '/api/account/email')).toEqual(change);
      await button('Cancel change').click();
      await expect(button('Change e-mail')).toBeVisible();

      await fillIn(page, 'app-change-password', { current: brand.password, password: another }, way);
      expect(await sentBy(page, button('Change password'), '/api/account/password')).toEqual({
        current: brand.password,
        password: another,
      });
      await expect(page.getByText('Your password is changed. All other sessions ended.')).toBeVisible();
    });

    test('sign-in', async ({ linkage }) => {
      await page.context().clearCookies();
      await page.goto(`${linkage.url}/sign-in`);
      await page.locator('form input[name=password]').waitFor();
      await fillIn(page, 'form', { email: brand.email, password: another }, way);
      expect(await sentBy(page, button('Sign in'), '/api/session')).toEqual({ email: brand.email, password: another });
      await expect(button('Invite Creators').first()).toBeVisible();
    });

    test('forgotten password, and the link that sets one', async ({ browser, linkage }) => {
      const second = aBrand();
      const owner = await (await browser.newContext()).newPage();
      await register(owner, linkage, second);
      await owner.context().close();
      await page.context().clearCookies();
      await page.goto(`${linkage.url}/forgotten-password`);
      await page.locator('form [name=email]').waitFor();
      await fillIn(page, 'form', { email: second.email }, way);
      expect(await sentBy(page, button('Send link'), '/api/password-reset')).toEqual({ email: second.email });
      const [letter] = await lettersTo(linkage, second.email);
      await page.goto(letter?.links.find((url) => url.includes('/reset-password#')) ?? '');
      await page.locator('form input[name=password]').waitFor();
      await fillIn(page, 'form', { password: another }, way);
      expect(await sentBy(page, button('Set password and sign in'), '/api/password')).toMatchObject({
        password: another,
      });
      await expect(button('Invite Creators').first()).toBeVisible();
    });
  });

test('a field that the browser has filled in looks like the others, in both themes', async ({ browser, linkage }) => {
  for (const colorScheme of ['light', 'dark'] as const) {
    const context = await browser.newContext({ colorScheme });
    const page = await context.newPage();
    await page.goto(`${linkage.url}/sign-in`);
    const field = page.getByLabel('E-mail');
    await field.waitFor();
    const own = await page.evaluate(`getComputedStyle(document.querySelector('[name=email]')).backgroundColor`);
    const session = await context.newCDPSession(page);
    await session.send('DOM.enable');
    await session.send('CSS.enable');
    const { root } = await session.send('DOM.getDocument');
    const { nodeId } = await session.send('DOM.querySelector', { nodeId: root.nodeId, selector: '[name=email]' });
    await session.send('CSS.forcePseudoState', { nodeId, forcedPseudoClasses: ['autofill', '-webkit-autofill'] });
    const look = await page.evaluate<{ boxShadow: string; backgroundColor: string }>(`(() => {
      const { boxShadow, backgroundColor } = getComputedStyle(document.querySelector('[name=email]'));
      return { boxShadow, backgroundColor };
    })()`);
    const isCovered = look.boxShadow.includes('inset') || look.backgroundColor === own;
    expect({ colorScheme, look, isCovered }).toMatchObject({ isCovered: true });
    await context.close();
  }
});
