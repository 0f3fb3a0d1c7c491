import { type FSWatcher, watch } from 'node:fs';
import { basename, dirname } from 'node:path';

/**
 * Calls `changed` when another process writes to the database's WAL, from the operating system's notifications; it
 * does not poll.
 */
export const watchDatabaseFile = (file: string, changed: () => void): FSWatcher => {
  const ofDatabase = basename(file);
  return watch(dirname(file), { persistent: false }, (_, name) => {
    if (name?.startsWith(ofDatabase)) changed();
  });
};
