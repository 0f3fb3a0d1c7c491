import { test as base } from '@playwright/test';
import { type Installation, startInstallation } from './installation';

/** Playwright's `test` with a Linkage of one's own per worker. */
export const test = base.extend<object, { linkage: Installation }>({
  linkage: [
    // eslint-disable-next-line no-empty-pattern -- Playwright reads the names of the first argument
    async ({}, use) => {
      const installation = await startInstallation();
      await use(installation);
      await installation.stop();
    },
    { scope: 'worker', timeout: 60_000 },
  ],
});

export { expect, type Page } from '@playwright/test';
