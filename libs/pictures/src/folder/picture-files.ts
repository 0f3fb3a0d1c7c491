import { randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const HOUR_MS = 3_600_000;
const isHash = /^[\da-f]{64}$/;

/** The bytes: one file per content, named after its SHA-256. */
export class PictureFiles {
  constructor(private readonly folder: string) {}

  /** Whole or not at all. */
  async write(hash: string, bytes: Uint8Array): Promise<void> {
    const path = this.pathOf(hash);
    await mkdir(join(path, '..'), { recursive: true, mode: 0o700 });
    const aside = `${path}.${randomUUID()}`;
    try {
      await writeFile(aside, bytes, { mode: 0o600 });
      await rename(aside, path);
    } catch (error) {
      await rm(aside, { force: true });
      throw error;
    }
  }

  /** undefined: it is not there. */
  async read(hash: string): Promise<Uint8Array | undefined> {
    try {
      return await readFile(this.pathOf(hash));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
      throw error;
    }
  }

  remove(hash: string): Promise<void> {
    return rm(this.pathOf(hash), { force: true });
  }

  /** Removes what is not known, apart from what is being written now. */
  async removeUnknown(isKnown: (hash: string) => boolean): Promise<void> {
    for (const part of await readdir(this.folder, { withFileTypes: true })) {
      if (!part.isDirectory() || !/^[\da-f]{2}$/.test(part.name)) continue;
      for (const name of await readdir(join(this.folder, part.name))) {
        const path = join(this.folder, part.name, name);
        if (isHash.test(name) && isKnown(name)) continue;
        if (Date.now() - ((await stat(path).catch(() => undefined))?.mtimeMs ?? Date.now()) > HOUR_MS)
          await rm(path, { force: true });
      }
    }
  }

  private pathOf(hash: string): string {
    return join(this.folder, hash.slice(0, 2), hash);
  }
}
