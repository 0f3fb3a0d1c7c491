import { defineConfig } from '@playwright/test';
import { join } from 'node:path';
import { findBrowser } from '../../tools/browser.mjs';

const root = join(import.meta.dirname, '../..');

export default defineConfig({
  globalSetup: './src/support/run-folder.ts',
  testDir: './src',
  testMatch: '**/*.journey.ts',
  outputDir: join(root, 'dist/journeys/results'),
  fullyParallel: false,
  workers: 1,
  timeout: 60_000,
  expect: { timeout: 20_000 },
  forbidOnly: Boolean(process.env['CI']),
  reporter: [['list']],
  use: {
    actionTimeout: 15_000,
    navigationTimeout: 15_000,
    locale: 'en-GB',
    timezoneId: 'Europe/Berlin',
    viewport: { width: 1280, height: 800 },
    screenshot: 'only-on-failure',
    trace: process.env['JOURNEY_TRACE'] ? 'retain-on-failure' : 'off',
    launchOptions: {
      executablePath: findBrowser(),
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
});
