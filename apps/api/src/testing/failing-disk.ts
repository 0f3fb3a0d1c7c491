import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';

const run = (program: string, ...args: readonly string[]): string =>
  execFileSync(program, [...args], { stdio: ['ignore', 'pipe', 'ignore'], encoding: 'utf8' }).trim();

/** A file system of its own that can turn read-only under its writer, as one does whose disk fails. */
export class FailingDisk {
  readonly directory: string;
  private readonly image: string;

  private constructor(private readonly folder: string) {
    this.directory = join(folder, 'disk');
    this.image = join(folder, 'image');
  }

  /** undefined where this user may not mount one, or the kernel cannot be told to let it fail. */
  static make(): FailingDisk | undefined {
    const disk = new FailingDisk(mkdtempSync(join(tmpdir(), 'linkage-failing-')));
    try {
      mkdirSync(disk.directory);
      writeFileSync(disk.image, Buffer.alloc(64 * 1024 * 1024));
      run('mkfs.ext4', '-q', disk.image);
      disk.mount();
      // Kept on the disk itself: a data folder with lost+found in it must be closed to other users.
      chmodSync(disk.directory, 0o700);
      if (existsSync(disk.trigger())) return disk;
      disk.remove();
      return undefined;
    } catch {
      rmSync(disk.folder, { recursive: true, force: true });
      return undefined;
    }
  }

  /** The kernel finds an error in it and takes no more writes, also not of files that are open. */
  fail(): void {
    run('sync', '-f', this.directory);
    writeFileSync(this.trigger(), '1');
  }

  /** No file of it may be open. */
  mend(): void {
    run('umount', this.directory);
    // It answers 1 for "errors corrected".
    try {
      run('e2fsck', '-f', '-y', this.image);
    } catch (error) {
      if ((error as { status?: number }).status !== 1) throw error;
    }
    this.mount();
  }

  remove(): void {
    run('umount', this.directory);
    rmSync(this.folder, { recursive: true, force: true });
  }

  private trigger(): string {
    return `/sys/fs/ext4/${basename(run('findmnt', '-n', '-o', 'SOURCE', this.directory))}/trigger_fs_error`;
  }

  private mount(): void {
    run('mount', '-o', 'loop,errors=remount-ro', this.image, this.directory);
  }
}
