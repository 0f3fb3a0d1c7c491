import axe from 'axe-core';
import { expect, type Page } from '@playwright/test';

/** Desk and phone. */
const sizes = [
  { width: 1280, height: 800 },
  { width: 390, height: 844 },
] as const;

const everything = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  // Still an experiment of axe's: what is called by voice is what stands on the button.
  rules: { 'label-content-name-mismatch': { enabled: true } },
};
/** The other theme has the same structure. */
const colours = { runOnly: { type: 'rule', values: ['color-contrast', 'link-in-text-block'] } };

/**
 * What axe finds on the page as it stands: rule, how bad it is, and where. An open menu is no landmark, and need not be
 * in one.
 */
const findings = (page: Page, options: object): Promise<string[]> =>
  page.evaluate(`axe.run(document, ${JSON.stringify({ ...options, resultTypes: ['violations'] })}).then(({ violations }) =>
    violations.flatMap(({ id, impact, nodes }) =>
      nodes.filter(({ target }) => id !== 'region' || !/\\.cdk-overlay-container|\\.lk-menu/.test(String(target)))
        .map(({ target, html }) => id + ' (' + impact + '): ' + target.join(' ') + ' ' + html.slice(0, 160))))`);

/** axe-core finds nothing on the page, on a desk and a phone, in both themes. */
export const expectAccessible = async (page: Page, what: string): Promise<void> => {
  await expect(page.locator('h1').first(), `${what} is there`).toBeVisible();
  await expect(page.locator('.lk-skeleton'), `${what} is whole`).toHaveCount(0);
  await page.evaluate(axe.source);
  for (const size of sizes) {
    await page.setViewportSize(size);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      const found = await findings(page, colorScheme === 'light' ? everything : colours);
      expect.soft(found, `${what}, ${colorScheme} at ${size.width}`).toEqual([]);
    }
  }
  await page.emulateMedia({ colorScheme: 'light' });
  await page.setViewportSize(sizes[0]);
};
