import { open, type FileHandle } from 'node:fs/promises';

/**
 * A file that goes to the disk while it is being written, a portion at a time. All of it at once would have everybody wait who commits elsewhere on that
 * disk, such as whoever appends facts: 40 MB take as long as fifty commits.
 */
export class FlushedFile {
  private flushing: Promise<void> = Promise.resolve();

  private constructor(private readonly file: FileHandle) {}

  static async open(path: string): Promise<FlushedFile> {
    return new FlushedFile(await open(path, 'r+'));
  }

  /** What was written goes to the disk from now on; resolves when the portion before is there. */
  async portion(): Promise<void> {
    await this.flushing;
    this.flushing = this.file.datasync();
    // Whoever waits for it hears of it.
    this.flushing.catch(() => undefined);
  }

  /** All of it is on the disk after this, not only with the operating system. */
  async finish(): Promise<void> {
    await this.flushing;
    await this.file.sync();
    await this.file.close();
  }

  async abandon(): Promise<void> {
    await this.flushing.catch(() => undefined);
    await this.file.close();
  }
}
