import { type FSWatcher, watch } from 'node:fs';
import { basename, dirname } from 'node:path';

/** Calls `changed` when another process writes to the database: the operating system tells of a change to its WAL; nothing is polled. */
export const watchDatabaseFile = (file: string, changed: () => void): FSWatcher => {
  const ofDatabase = basename(file);
  return watch(dirname(file), { persistent: false }, (_, name) => {
    if (name?.startsWith(ofDatabase)) changed();
  });
};
