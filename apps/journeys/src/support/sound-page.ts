import { expect, type Page } from '@playwright/test';

/** Widths at which nothing may stick out to the side: small phone, phone, small laptop. */
const widths = [320, 390, 1024] as const;

/** What a screen reader must be able to call by a name. */
const named = new Set([
  'button',
  'link',
  'textbox',
  'searchbox',
  'combobox',
  'spinbutton',
  'checkbox',
  'radio',
  'switch',
  'tab',
  'menuitem',
  'menuitemradio',
  'dialog',
  'alertdialog',
  'image',
  'heading',
  'columnheader',
  'table',
  'Iframe',
]);

/**
 * What sticks out to the side, once a frame was drawn at the present width; nothing where the page cannot be scrolled
 * sideways.
 */
const sticksOut = `new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))).then(() =>
  document.scrollingElement.scrollWidth <= innerWidth ? [] : [...document.querySelectorAll('body *')]
    .filter((element) => element.getBoundingClientRect().right > innerWidth + 1).slice(-3).map(({ outerHTML }) => outerHTML.slice(0, 160)))`;

/**
 * What a thumb would miss: what can be pressed and is less than 44 px wide or high, with the area that it takes beyond
 * what is drawn. Links within a text are as high as the text.
 */
const tooSmall = `[...document.querySelectorAll('button, a[href], input, select, textarea, summary, [role=tab]')].flatMap((element) => {
  if (element.closest('.lk-hidden, [hidden]') || !element.checkVisibility({ visibilityProperty: true })) return [];
  if (getComputedStyle(element).display === 'inline') return [];
  const { width, height } = element.getBoundingClientRect();
  if (width <= 1 || height <= 1) return [];
  const beyond = getComputedStyle(element, '::after');
  const label = element.closest('label')?.getBoundingClientRect() ?? { width: 0, height: 0 };
  const isBox = ['checkbox', 'radio'].includes(element.type);
  const room = (drawn, side) =>
    Math.max(drawn, beyond.position === 'absolute' ? parseFloat(beyond[side]) || 0 : 0, isBox ? label[side] : 0);
  const [wide, high] = [room(width, 'width'), room(height, 'height')].map((size) => Math.round(size));
  return wide < 44 || high < 44 ? [wide + '×' + high + ' ' + element.outerHTML.slice(0, 160)] : [];
})`;

/** Roles of nodes in the accessibility tree that have no name, with their text or place. */
const nameless = async (page: Page): Promise<string[]> => {
  const browser = await page.context().newCDPSession(page);
  const { nodes } = await browser.send('Accessibility.getFullAXTree');
  await browser.detach();
  return nodes
    .filter(
      ({ ignored, role, name }) =>
        !ignored && named.has(String(role?.value)) && String(name?.value ?? '').trim() === '',
    )
    .map(({ role, backendDOMNodeId }) => `${String(role?.value)} (node ${String(backendDOMNodeId)})`);
};

/**
 * Collects what a browser complains about: exceptions, and errors on the console, where it also writes what the content
 * security policy blocked.
 */
export const complaintsOf = (page: Page): string[] => {
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(`${page.url()}: ${error.message}`));
  page.on('console', (message) => {
    const { url } = message.location();
    // Browsers report each answer 4xx. From the API, or for a page that is not there, it is the answer that was asked
    // for.
    const asked =
      /responded with a status of 4\d\d/.test(message.text()) && (url.includes('/api/') || url === page.url());
    // The tracing of these tests tries to run a script in the mail's frame, which runs none.
    const ours = /^Blocked script execution in '[^']*\/mailbox\/\d+\/html'/.test(message.text());
    if (message.type() === 'error' && !asked && !ours) complaints.push(`${page.url()}: ${message.text()} (${url})`);
  });
  return complaints;
};

/**
 * One h1, a language, a title, a name for every control, no scrolling to the side at any width, and targets for thumbs
 * on phones.
 */
export const expectSound = async (page: Page, what: string): Promise<void> => {
  await expect(page.locator('h1'), `${what}: one h1`).toHaveCount(1);
  await expect(page.locator('html'), `${what}: a language`).toHaveAttribute('lang', /^[a-z]{2}/);
  expect(await page.title(), `${what}: a title`).not.toBe('');
  for (const width of widths) {
    await page.setViewportSize({ width, height: 800 });
    expect(await page.evaluate(sticksOut), `${what}: wider than ${width}`).toEqual([]);
    expect(await nameless(page), `${what}: without a name at ${width}`).toEqual([]);
    if (width < 600) expect(await page.evaluate(tooSmall), `${what}: too small to press at ${width}`).toEqual([]);
  }
};
