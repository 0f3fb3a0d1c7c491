import { test as base } from '@playwright/test';
import { type Installation, startInstallation } from './installation';

/**
 * Playwright's `test` with a Linkage that all journeys of a worker share: others may have moved its clock. A journey to
 * which that matters takes one of its own, and no other runs meanwhile: `test.use({ ownLinkage: '<name>' })`.
 */
export const test = base.extend<object, { ownLinkage: string; linkage: Installation }>({
  ownLinkage: ['', { scope: 'worker', option: true }],
  linkage: [
    async ({ ownLinkage: _name }, use) => {
      const installation = await startInstallation();
      await use(installation);
      await installation.stop();
    },
    { scope: 'worker', timeout: 60_000 },
  ],
});

export { expect, type Page } from '@playwright/test';
