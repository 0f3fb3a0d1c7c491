import { open, type FileHandle } from 'node:fs/promises';

/** Flushing it all at once would delay appends: 40 MB take as long as fifty commits. */
export class FlushedFile {
  private flushing: Promise<void> = Promise.resolve();

  private constructor(private readonly file: FileHandle) {}

  static async open(path: string): Promise<FlushedFile> {
    return new FlushedFile(await open(path, 'r+'));
  }

  /** Resolves when the previous portion is on the disk. */
  async portion(): Promise<void> {
    await this.flushing;
    this.flushing = this.file.datasync();
    // Callers that wait get the error.
    this.flushing.catch(() => undefined);
  }

  /** Afterwards all of it is on the disk, not only in the operating system's cache. */
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
