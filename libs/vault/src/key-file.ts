import { randomUUID } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  statSync,
  unlinkSync,
  writeSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { VaultUnusable } from './vault.errors';

/** Made with mode 0600 when it is not there. @throws VaultUnusable when others can read or change it */
export function keyFileText(file: string, fresh: () => string): string {
  if (!existsSync(file)) make(file, fresh());
  const mode = statSync(file).mode & 0o777;
  if (process.platform !== 'win32' && (mode & 0o077) !== 0) {
    throw new VaultUnusable(
      `${file} can be read or changed by other users of this machine (mode ${mode.toString(8)}). Run: chmod 600 ${file}`,
    );
  }
  return readFileSync(file, 'utf8').trim();
}

/** Linked into place, so that of two processes that start at once both read the same, whole key. */
function make(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const aside = join(dirname(file), `.${basename(file)}.${randomUUID()}`);
  const descriptor = openSync(aside, 'wx', 0o600);
  writeSync(descriptor, `${text}\n`);
  fsyncSync(descriptor);
  closeSync(descriptor);
  try {
    linkSync(aside, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    unlinkSync(aside);
  }
}
