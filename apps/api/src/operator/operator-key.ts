import { randomBytes, randomUUID } from 'node:crypto';
import { closeSync, existsSync, fsyncSync, linkSync, mkdirSync, openSync, readFileSync, statSync, unlinkSync, writeSync } from 'node:fs';
import { join } from 'node:path';

/** Shorter ones can be guessed. */
export const SHORTEST_KEY = 32;

export const operatorKeyFile = (directory: string): string => join(directory, 'operator.key');

/** The operator's key cannot be used; the message says what to do. */
export class OperatorKeyUnusable extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'OperatorKeyUnusable';
  }
}

/**
 * The key of whoever runs this installation: the given one (`LINKAGE_OPERATOR_KEY`), else the one in `<directory>/operator.key`, which is made when it is
 * not there. @throws OperatorKeyUnusable when others can read the file, or it holds no key
 */
export function operatorKey(directory: string, given: string | undefined): string {
  if (given !== undefined) return given;
  const file = operatorKeyFile(directory);
  if (!existsSync(file)) make(directory, file);
  const mode = statSync(file).mode & 0o777;
  if (process.platform !== 'win32' && (mode & 0o077) !== 0) {
    throw new OperatorKeyUnusable(`${file} can be read or changed by other users of this machine (mode ${mode.toString(8)}). Run: chmod 600 ${file}`);
  }
  const key = readFileSync(file, 'utf8').trim();
  if (key.length >= SHORTEST_KEY) return key;
  throw new OperatorKeyUnusable(`${file} holds no key of at least ${SHORTEST_KEY} characters. Remove it: a new one is made at the next start.`);
}

/** Written aside and linked into place, so that of two processes that start at once both read the same, whole key. */
function make(directory: string, file: string): void {
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  const aside = join(directory, `.operator.key.${randomUUID()}`);
  const descriptor = openSync(aside, 'wx', 0o600);
  writeSync(descriptor, `${randomBytes(32).toString('base64url')}\n`);
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
