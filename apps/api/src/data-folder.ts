import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { EventLog } from '@linkage/event-sourcing';
import { closeToOthers, type OpenToOthers } from './private-files';

/** The data folder cannot be used as it is; the message says what to do. */
export class DataFolderUnusable extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'DataFolderUnusable';
  }
}

/**
 * Makes it when it is not there. Other users of this machine are kept out of it and its files.
 * @throws DataFolderUnusable
 */
export async function makeDataFolder(directory: string): Promise<void> {
  try {
    await mkdir(directory, { recursive: true, mode: 0o700 });
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    const why =
      code === 'EEXIST' || code === 'ENOTDIR'
        ? 'a file is in its place'
        : `it cannot be made (${code ?? String(error)})`;
    throw new DataFolderUnusable(
      `The data folder ${directory} cannot be used: ${why}. LINKAGE_DATA says where the data folder is.`,
      { cause: error },
    );
  }
  const open = await closeToOthers(directory);
  if (open) throw new DataFolderUnusable(howToClose(directory, open));
}

const howToClose = (directory: string, { path, command }: OpenToOthers): string =>
  `${path} can be read or changed by other users of this machine. Run: ${command}${path === directory ? ' – or set LINKAGE_DATA to a folder of its own, such as ' + join(directory, 'linkage') : ''}`;

const wayBack = (directory: string): string =>
  `Restore the newest backup of the data folder (docs/running.md, Restore), or move ${directory} away to begin anew.`;

/**
 * The log is made before the vault: where only the vault is, the log was lost, and an empty one would look like a first
 * start.
 * @throws DataFolderUnusable
 */
export function refuseWithoutLog(directory: string): void {
  if (existsSync(join(directory, 'log.db')) || !existsSync(join(directory, 'vault.db'))) return;
  throw new DataFolderUnusable(
    `${join(directory, 'log.db')} is missing, but vault.db is there. ${wayBack(directory)} With an export: npm run linkage -- import-log <file>`,
  );
}

/**
 * A new vault has none of the keys of the persons in these facts: each of them would be shown as erased.
 * @throws DataFolderUnusable
 */
export async function refuseWithoutVault(directory: string, log: EventLog): Promise<void> {
  if (existsSync(join(directory, 'vault.db')) || (await log.head()) === null) return;
  throw new DataFolderUnusable(
    `${join(directory, 'vault.db')} is missing, but log.db holds facts. Put back the vault.db that belongs to it. ${wayBack(directory)}`,
  );
}
