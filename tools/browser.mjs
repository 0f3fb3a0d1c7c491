// Finds a browser for the journeys, or gets one: CHROME_PATH, an installed Chrome or Chromium, Playwright's own; else
// Debian's chromium when root, else Playwright's download.
import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from '@playwright/test';
import { program } from './own-programs.mjs';

const executable = (file) => {
  try {
    accessSync(file, constants.X_OK);
    return file;
  } catch {
    return undefined;
  }
};
const onPath = (name) =>
  (process.env.PATH ?? '')
    .split(delimiter)
    .map((directory) => executable(join(directory, name)))
    .find(Boolean);
const installed = () =>
  ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'].map(onPath).find(Boolean) ??
  executable('/Applications/Google Chrome.app/Contents/MacOS/Google Chrome') ??
  executable(chromium.executablePath());

const run = (command, args) =>
  spawnSync(command, args, { stdio: 'inherit', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } }).status ===
  0;

/** Path of a browser that can be driven; throws the one line that helps when there is none and none can be had. */
export const findBrowser = () => {
  const named = process.env.CHROME_PATH;
  if (named) {
    if (executable(named)) return named;
    throw new Error(`CHROME_PATH is ${named}, which cannot be executed. Point it to Chrome or Chromium, or unset it.`);
  }
  const found = installed();
  if (found) return found;
  if (process.getuid?.() === 0 && onPath('apt-get')) {
    console.log("No browser found: installing Debian's chromium (apt-get) …");
    if (
      run('apt-get', ['update', '-qq']) &&
      run('apt-get', [
        'install',
        '-y',
        '-qq',
        '--no-install-recommends',
        'chromium',
        'fonts-noto-core',
        'fonts-noto-color-emoji',
      ])
    ) {
      const debian = onPath('chromium');
      if (debian) return debian;
    }
  } else {
    console.log("No browser found: downloading Playwright's Chromium …");
    if (
      run(process.execPath, [program('playwright', '@playwright/test'), 'install', 'chromium']) &&
      executable(chromium.executablePath())
    )
      return chromium.executablePath();
  }
  throw new Error(
    'No browser for the journeys. Install Chrome or Chromium (Debian: apt-get install chromium) or set CHROME_PATH.',
  );
};
