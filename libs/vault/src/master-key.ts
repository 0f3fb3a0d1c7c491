import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { keyFileText } from './key-file';
import { VaultUnusable } from './vault.errors';

const KEY_BYTES = 32;
const HOW_TO_MAKE = 'Make one with: openssl rand -base64 32';

/** @throws VaultUnusable when `given` is no key, others can read the file, or the key of an existing vault is gone */
export function masterKey(directory: string, given: string | undefined): Buffer {
  if (given !== undefined && given.trim() !== '') {
    return decode(
      given,
      (bytes) => `LINKAGE_MASTER_KEY must be ${KEY_BYTES} bytes in base64, ${bytes}. ${HOW_TO_MAKE}`,
    );
  }
  const file = join(directory, 'master.key');
  if (!existsSync(file) && existsSync(join(directory, 'vault.db'))) {
    throw new VaultUnusable(
      `There is a vault in ${directory}, but its master key is not: put ${file} back, or set LINKAGE_MASTER_KEY to the key that it was made with.`,
    );
  }
  const text = keyFileText(file, () => randomBytes(KEY_BYTES).toString('base64'));
  return decode(
    text,
    (bytes) => `${file} must hold ${KEY_BYTES} bytes in base64, ${bytes}. Put the right file back from your backup.`,
  );
}

function decode(text: string, problem: (bytes: string) => string): Buffer {
  const trimmed = text.trim();
  const key = Buffer.from(trimmed, 'base64');
  if (!/^[A-Za-z0-9+/_-]+={0,2}$/.test(trimmed)) throw new VaultUnusable(problem('but it holds other characters'));
  if (key.length !== KEY_BYTES) throw new VaultUnusable(problem(`but it has ${key.length}`));
  return key;
}
