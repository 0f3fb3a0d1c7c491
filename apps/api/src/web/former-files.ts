import {
  closeSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { WebFile } from './web-file';

/** For how long a page that is older than the server still finds its parts. */
const KEPT_MS = 14 * 24 * 3_600_000;
const MOST = 2_000;

/**
 * Parts of the page that earlier versions of Linkage had, in a folder that outlives them: a tab that was open before an
 * update goes on asking for them. Their names change with their content, so that nothing here is ever out of date.
 */
export class FormerFiles {
  private readonly known = new Map<string, WebFile>();

  constructor(private readonly folder: string) {}

  /** Keeps what is served now, for the versions to come; forgets what was last served two weeks ago. */
  keep(files: Iterable<readonly [name: string, file: WebFile]>, now = Date.now()): void {
    mkdirSync(this.folder, { recursive: true, mode: 0o700 });
    for (const [name, file] of files) if (file.immutable && isPart(name)) this.write(name, file, new Date(now));
    const newestFirst = readdirSync(this.folder)
      .map((name) => ({ name, served: statSync(join(this.folder, name)).mtimeMs }))
      .sort((a, b) => b.served - a.served);
    for (const [place, { name, served }] of newestFirst.entries())
      if (place >= MOST || now - served > KEPT_MS) rmSync(join(this.folder, name), { force: true });
  }

  find(name: string): WebFile | undefined {
    if (!isPart(name)) return undefined;
    try {
      const file = this.known.get(name) ?? new WebFile(join(this.folder, name));
      this.known.set(name, file);
      return file.immutable ? file : undefined;
    } catch {
      return undefined; // no version had it, or none of the last two weeks
    }
  }

  private write(name: string, file: WebFile, now: Date): void {
    const path = join(this.folder, name);
    try {
      utimesSync(path, now, now);
    } catch {
      const half = `${path}.${process.pid}`;
      const handle = openSync(half, 'w', 0o600);
      writeFileSync(handle, file.bytes);
      closeSync(handle);
      utimesSync(half, now, now);
      renameSync(half, path);
    }
  }
}

/** Parts lie beside the page, not in folders. */
const isPart = (name: string): boolean => /^[\w-]+\.(js|css)$/.test(name);
