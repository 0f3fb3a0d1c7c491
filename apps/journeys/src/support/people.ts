import { expect, type Locator, type Page } from '@playwright/test';
import type { PlatformId } from '@linkage/platform-guide';
import type { Installation } from './installation';

export interface Brand {
  readonly workspace: string;
  readonly name: string;
  readonly email: string;
  readonly password: string;
}

let registered = 0;
/** A brand that is not registered yet. */
export const aBrand = (workspace = 'Nordlys Agency'): Brand => {
  registered += 1;
  return {
    workspace,
    name: 'Ingrid Solheim',
    email: `ingrid${registered}@nordlys.example`,
    password: 'a long winter night',
  };
};

/** From the public page to the dashboard. */
export const register = async (page: Page, { url }: Installation, brand: Brand): Promise<void> => {
  await page.goto(`${url}/register`);
  await page.getByLabel('Brand or agency').fill(brand.workspace);
  await page.getByLabel('Your name').fill(brand.name);
  await page.getByLabel('E-mail').fill(brand.email);
  await page.getByLabel('Password', { exact: true }).fill(brand.password);
  await page.getByRole('button', { name: 'Create workspace' }).click();
  await expect(page.getByRole('button', { name: 'Invite Creators' }).first()).toBeVisible();
};

export const invite = async (page: Page, creator: { readonly name: string; readonly email: string }): Promise<void> => {
  await page.getByRole('button', { name: 'Invite Creators' }).first().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Name').fill(creator.name);
  await dialog.getByLabel('E-mail').fill(creator.email);
  await dialog.getByRole('button', { name: 'Send invite' }).click();
  await expect(dialog).toBeHidden();
};

/** The row or card of a list that tells of `text`. */
export const rowOf = (page: Page, text: string) => page.locator('tr, article, li').filter({ hasText: text }).first();

export interface Letter {
  readonly id: string;
  readonly to: string;
  readonly subject: string;
  readonly html: string;
  readonly text: string;
  readonly links: string[];
}

/** The mails that one address got, newest first, waiting for at least `count`. */
export const lettersTo = async ({ url }: Installation, address: string, count = 1): Promise<Letter[]> => {
  let letters: Letter[] = [];
  await expect
    .poll(async () => {
      letters = (await (
        await fetch(`${url}/mailbox/api/messages?to=${encodeURIComponent(address)}`)
      ).json()) as Letter[];
      return letters.length;
    })
    .toBeGreaterThanOrEqual(count);
  return letters;
};

/** What a creator does on the platform's own pages: choose whom to be, then allow or cancel. */
export const consent = async (
  page: Page,
  { sandboxUrl }: Installation,
  who: { readonly as: string; readonly untick?: string; readonly decide: 'Allow' | 'Cancel' },
): Promise<void> => {
  await page.waitForURL((address) => address.href.startsWith(sandboxUrl));
  await page.getByRole('link').filter({ hasText: who.as }).first().click();
  if (who.untick) await page.getByLabel(new RegExp(who.untick)).uncheck();
  await page.getByRole('button', { name: who.decide }).click();
};

/**
 * The creator's link, as the newest mail has it. Journeys share a mailbox: an address is one journey's alone, or the
 * mail found is another's.
 */
export const linkTo = async (linkage: Installation, address: string): Promise<string> => {
  const [letter] = await lettersTo(linkage, address);
  const link = letter?.links.find((url) => url.startsWith(`${linkage.url}/connect/`));
  if (link === undefined) throw new Error(`no link in the mail to ${address}`);
  return link;
};

/** The button of the platform's row on the microsite. */
export const buttonOf = (page: Page, platform: string, button: string | RegExp): Locator =>
  page.getByRole('listitem').filter({ hasText: platform }).getByRole('button', { name: button });

/** Where a question is asked before the platform is opened. */
const askedFirst: Readonly<Record<string, PlatformId>> = { Instagram: 'instagram', Facebook: 'facebook' };

/** Presses it, and says yes to a question that is asked before the platform is opened. */
export const pressOn = async (page: Page, platform: string, button: string | RegExp): Promise<void> => {
  const target = buttonOf(page, platform, button);
  const isFirst = /^Connect /.test((await target.getAttribute('aria-label')) ?? '');
  const about = isFirst ? askedFirst[platform] : undefined;
  const isAsked = about !== undefined && !(await answered(page, about));
  await target.click();
  if (isAsked) await page.getByRole('button', { name: 'Yes, go on' }).click();
};

/** In this tab, on the page of this link. */
const answered = (page: Page, platform: PlatformId): Promise<boolean> => {
  const [link] = new URL(page.url()).pathname.split('/').at(-1)?.split('.') ?? [];
  return page.evaluate((key) => sessionStorage.getItem(key) !== null, `answered ${link} ${platform}`);
};

/** Back on the creator's page: yes, this is the account. One that is connected again is not asked about. */
export const confirm = async (page: Page): Promise<void> => {
  await page.locator('ms-confirming, ms-choosing, ms-connected, ms-refused').waitFor();
  const yes = page.getByRole('button', { name: /^Yes, connect / });
  if (!(await yes.isVisible())) return;
  await yes.click();
  await page.locator('ms-connected, ms-refused').waitFor();
};

/** From the creator's page through the platform's pages and back; ends on the page that says what came of it. */
export const connect = async (
  page: Page,
  linkage: Installation,
  platform: string,
  who: Omit<Parameters<typeof consent>[2], 'decide'>,
): Promise<void> => {
  await pressOn(page, platform, /^(Connect|Reconnect) /);
  await consent(page, linkage, { ...who, decide: 'Allow' });
  await page.waitForURL(/\?attempt=/);
  await confirm(page);
};
