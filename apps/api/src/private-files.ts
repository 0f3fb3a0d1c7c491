import { chmod, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Data of persons. A database has its -wal, its -shm and its generations beside it. Parts of pages are no personal
 * data, but they run in browsers. What reads a key looks at its file itself.
 */
const data = /^(log|documents|vault|mailbox)\.db|^sandbox\.json|^(former-pages|pictures)$/;
const keys = /^\.?(master|operator)\.key/;

const OTHERS = 0o077;

/** What other users of this machine can still reach, and the command that helps. */
export interface OpenToOthers {
  readonly path: string;
  readonly command: string;
}

/**
 * Closes a data folder and its files to other users of this machine, also those that were made before. A folder with
 * other things in it is left as it is: closing it would lock out what uses them. undefined: all is closed.
 */
export async function closeToOthers(directory: string): Promise<OpenToOthers | undefined> {
  if (process.platform === 'win32') return undefined;
  const names = await readdir(directory);
  for (const name of names.filter((known) => data.test(known))) {
    const path = join(directory, name);
    if (!(await isClosed(path, 0o600))) return { path, command: `chmod 600 ${path}` };
  }
  const mayClose = names.every((name) => data.test(name) || keys.test(name));
  if (await isClosed(directory, mayClose ? 0o700 : undefined)) return undefined;
  return { path: directory, command: `chmod 700 ${directory}` };
}

/** @param mode what to change it to where it is not; undefined: it is left as it is */
async function isClosed(path: string, mode: number | undefined): Promise<boolean> {
  try {
    if (((await stat(path)).mode & OTHERS) === 0) return true;
    if (mode === undefined) return false;
    await chmod(path, mode);
    return true;
  } catch (error) {
    // A process that ends removes its -wal, a rebuild its generation.
    return (error as NodeJS.ErrnoException).code === 'ENOENT';
  }
}
