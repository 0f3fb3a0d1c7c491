import { constants } from 'node:fs';
import { access, statfs } from 'node:fs/promises';

/**
 * With less room than this a commit may fail: the WALs of the stores grow by a few megabytes before they are written
 * over.
 */
const LEAST_ROOM = 2 * 1024 * 1024;

/** The disk cannot take what has to be written; what is there can be read. */
export class DiskUnwritable extends Error {
  constructor(why: string) {
    super(why);
    this.name = 'DiskUnwritable';
  }
}

/** The disk that the data folder is on. */
export class DataDisk {
  constructor(private readonly directory: string) {}

  /** @throws DiskUnwritable when it is full, or read-only: a failing disk turns so by itself */
  async check(): Promise<void> {
    await access(this.directory, constants.W_OK).catch((error: NodeJS.ErrnoException) => {
      throw new DiskUnwritable(
        error.code === 'EROFS' ? 'the disk is read-only' : `it cannot be written (${error.code ?? 'unknown'})`,
      );
    });
    const { bsize, bavail, bfree } = await statfs(this.directory);
    // Some blocks are kept for root alone.
    const free = bsize * (process.getuid?.() === 0 ? bfree : bavail);
    if (free < LEAST_ROOM) throw new DiskUnwritable('the disk is full');
  }
}
